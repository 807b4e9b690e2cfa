// SPDX-License-Identifier: GPL-3.0-or-later
#include "Migrations.h"

#include "Log.h"

#include <QDir>
#include <QFile>

namespace comptoir::store {

namespace {

using Kind = base::Error::Kind;

/// What the leading comment tells; `version` where it tells nothing.
int usableFromIn(const QByteArray &script, int version)
{
    for (const QByteArray &line : script.split('\n')) {
        if (!line.startsWith("--")) {
            break;
        }
        if (const QByteArray text = line.mid(2).trimmed(); text.startsWith("usable-from:")) {
            const int told = text.mid(12).trimmed().toInt();
            return told > 0 && told < version ? told : version;
        }
    }
    return version;
}

} // namespace

base::Result<Migrations> Migrations::in(const QString &folder)
{
    Migrations out;
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const int number = QStringView(name).left(4).toInt();
        if (number != out.newest() + 1 || name.size() < 6 || name[4] != u'_') {
            return base::fail(Kind::Invalid, QStringLiteral("the migration %1 is out of order").arg(name));
        }
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly)) {
            return base::fail(Kind::Io, QStringLiteral("the migration %1 cannot be read").arg(name));
        }
        const QByteArray script = file.readAll();
        out.m_files.push_back({file.fileName(), script, usableFromIn(script, number)});
    }
    if (out.m_files.empty()) {
        return base::fail(Kind::Invalid, QStringLiteral("there are no migrations in %1").arg(folder));
    }
    return out;
}

base::Result<> Migrations::applyOne(Db &db, int version, int usableFrom) const
{
    const File &file = m_files[static_cast<std::size_t>(version - 1)];
    if (auto begun = db.begin(); !begun) {
        return begun;
    }
    auto done = db.run({file.script.constData(), static_cast<std::size_t>(file.script.size())})
                    .and_then([&] {
                        return db.setSchema({version, usableFrom});
                    })
                    .and_then([&] { return db.commit(); });
    if (!done) {
        db.rollback();
        return base::fail(done.error().kind,
                          QStringLiteral("the migration %1 failed and was undone: %2").arg(file.path, done.error().message));
    }
    qCInfo(base::lcStore) << "schema brought to version" << version;
    return {};
}

base::Result<> Migrations::apply(Db &db) const
{
    const auto schema = db.schema();
    if (!schema) {
        return tl::unexpected(schema.error());
    }
    if (schema->version > newest() && schema->usableFrom > newest()) {
        return base::fail(
            Kind::TooNew,
            QStringLiteral("This database was written by a newer version of the program (its schema is %1, this one knows %2). "
                           "Nothing was changed; install the newer version again.")
                .arg(schema->version)
                .arg(newest()));
    }
    if (schema->version > newest()) {
        qCInfo(base::lcStore) << "a newer version of the program has worked here; its schema" << schema->version << "is usable from"
                              << schema->usableFrom;
    }
    int usable = schema->usableFrom;
    for (int next = schema->version + 1; next <= newest(); ++next) {
        usable = std::max(usable, m_files[static_cast<std::size_t>(next - 1)].usableFrom);
        if (auto done = applyOne(db, next, usable); !done) {
            return done;
        }
    }
    return {};
}

} // namespace comptoir::store
