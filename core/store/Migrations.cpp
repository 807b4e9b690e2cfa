// SPDX-License-Identifier: GPL-3.0-or-later
#include "Migrations.h"

#include "Log.h"

#include <QDir>
#include <QFile>

namespace comptoir::store {

namespace {

using Kind = base::Error::Kind;

base::Result<int> versionOf(Db &db)
{
    Statement query = db.prepare("PRAGMA user_version");
    return query.step().map([&](bool) { return static_cast<int>(query.integer(0)); });
}

base::Result<> applyOne(Db &db, const QString &path, int version)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(Kind::Io, QStringLiteral("the migration %1 cannot be read").arg(path));
    }
    const QByteArray script = file.readAll();
    if (auto begun = db.begin(); !begun) {
        return begun;
    }
    auto done = db.run({script.constData(), static_cast<std::size_t>(script.size())})
                    .and_then([&] { return db.run("PRAGMA user_version=" + std::to_string(version)); })
                    .and_then([&] { return db.commit(); });
    if (!done) {
        db.rollback();
        return base::fail(done.error().kind, QStringLiteral("the migration %1 failed and was undone: %2").arg(path, done.error().message));
    }
    qCInfo(base::lcStore) << "schema brought to version" << version;
    return {};
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
        out.m_files.append(folder + u'/' + name);
    }
    if (out.m_files.isEmpty()) {
        return base::fail(Kind::Invalid, QStringLiteral("there are no migrations in %1").arg(folder));
    }
    return out;
}

base::Result<> Migrations::apply(Db &db) const
{
    const auto version = versionOf(db);
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (*version > newest()) {
        return base::fail(
            Kind::TooNew,
            QStringLiteral("This database was written by a newer version of the program (its schema is %1, this one knows %2). "
                           "Nothing was changed; install the newer version again.")
                .arg(*version)
                .arg(newest()));
    }
    for (int next = *version; next < newest(); ++next) {
        if (auto done = applyOne(db, m_files[next], next + 1); !done) {
            return done;
        }
    }
    return {};
}

} // namespace comptoir::store
