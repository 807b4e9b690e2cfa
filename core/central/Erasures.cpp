// SPDX-License-Identifier: GPL-3.0-or-later
#include "Erasures.h"

#include "AuditTable.h"
#include "BackupTable.h"
#include "Clock.h"
#include "DirectoryTables.h"
#include "ErasureLedger.h"
#include "ErasureTable.h"
#include "Log.h"
#include "MetaTable.h"
#include "PersonErasing.h"
#include "TextTokens.h"

#include <QDir>
#include <QFileInfo>

namespace comptoir::central {

namespace {

using base::Result;
using domain::Person;
using domain::PersonId;
using Kind = base::Error::Kind;

bool isCalled(const Person &person, const QString &typed, const QStringList &words)
{
    if (person.id.toString() == typed.toLower() || (!person.email.isEmpty() && person.email.compare(typed, Qt::CaseInsensitive) == 0)
        || (!person.login.isEmpty() && person.login.compare(typed, Qt::CaseInsensitive) == 0)) {
        return true;
    }
    const QStringList name = domain::texttokens::foldedWordsOf(person.displayName());
    return !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString &word) { return name.contains(word); });
}

Result<std::vector<Erasures::Candidate>> called(store::Db &db, const QString &typed, int most)
{
    const QString trimmed = typed.trimmed();
    const QStringList words = domain::texttokens::foldedWordsOf(trimmed);
    static const std::string sql = store::EntityTable<Person>::select("ORDER BY family_name, given_name, id");
    store::Statement query = db.prepare(sql);
    std::vector<Erasures::Candidate> out;
    auto read = eachRow(query, [&](const store::Statement &row) {
        return store::EntityTable<Person>::readRow(row).map([&](const auto &stored) {
            if (int(out.size()) < most && isCalled(stored.entity, trimmed, words)) {
                out.push_back({stored.entity, {}});
            }
        });
    });
    for (Erasures::Candidate &one : out) {
        const auto organisation = store::EntityTable<domain::Organisation>::find(db, one.person.organisation.value);
        one.organisation = organisation && *organisation ? (*organisation)->entity.shortName : QString();
    }
    return read.map([&] { return std::move(out); });
}

Result<Erasures::Candidate> theOne(store::Db &db, const QString &typed)
{
    return called(db, typed, 2).and_then([&](std::vector<Erasures::Candidate> found) -> Result<Erasures::Candidate> {
        if (found.empty()) {
            return base::fail(Kind::NotFound, QStringLiteral("there is nobody called %1").arg(typed));
        }
        if (found.size() > 1) {
            return base::fail(Kind::Invalid, QStringLiteral("several people are called %1: name one by id (person list)").arg(typed));
        }
        return std::move(found.front());
    });
}

/// Backups that are still there, and databases that restores have set aside.
Result<QStringList> copiesOf(store::Db &db, const QString &database)
{
    return BackupTable::paths(db).map([&](QStringList out) {
        const QFileInfo file(database);
        for (const QString &name : file.dir().entryList({file.fileName() + QStringLiteral(".before-*")}, QDir::Files)) {
            if (!name.endsWith(QLatin1String("-wal"))) {
                out.append(file.dir().filePath(name));
            }
        }
        return out;
    });
}

/// Counts and codes alone: what the audit says of an erasure.
QString detailOf(const ErasureCounts &counts)
{
    return QStringLiteral("tickets=%1 entries=%2 contacts=%3 assets=%4 notes=%5 scopes=%6 attachments=%7 values=%8")
        .arg(counts.tickets)
        .arg(counts.entries)
        .arg(counts.contacts)
        .arg(counts.assets)
        .arg(counts.notes)
        .arg(counts.scopes)
        .arg(counts.attachments)
        .arg(counts.values);
}

Result<Erasures::Done> eraseIn(store::Db &db, const QString &database, PersonId person, const QString &name, qint64 nowMs,
                               base::Random &random)
{
    const auto alone = MetaTable::hold(db); // one writes to the ledger at a time
    const auto row = store::EntityTable<Person>::find(db, person.value);
    if (!alone || !row) {
        return tl::unexpected(alone ? row.error() : alone.error());
    }
    if (!*row || (*row)->entity.displayName() != name) {
        return base::fail(*row ? Kind::Invalid : Kind::NotFound,
                          *row ? QStringLiteral("the person is not called so (any more): look again at what would go")
                               : QStringLiteral("there is nobody of that id (any more)"));
    }
    PersonErasure erasure(db, person);
    Erasures::Done out;
    const auto chain = AuditTable::chainOf(db, (*row)->entity.scope);
    if (!chain) {
        return tl::unexpected(chain.error());
    }
    return erasure.read()
        .and_then([&](const ErasureCounts &counts) {
            out.counts = counts;
            out.reached = erasure.reached();
            // Before the database: once it stands there, it is done, whatever ends this.
            return ErasureLedger(database).append({person, nowMs});
        })
        .and_then([&] { return erasure.write(nowMs, random); })
        .and_then([&] {
            return AuditTable::append(db, {nowMs, {}, QStringLiteral("person_erase"), person.toString(), detailOf(out.counts), *chain});
        })
        .and_then([&] { return copiesOf(db, database); })
        .map([&](const QStringList &copies) {
            out.copies = copies;
            return std::move(out);
        });
}

/// Rewrites the tables of a server that hold what people said, where the role may: their owner.
Result<> rewriteOnServer(store::Db &db)
{
    store::Statement owner = db.prepare(
        "SELECT CASE WHEN pg_has_role(relowner, 'USAGE') THEN 1 ELSE 0 END FROM pg_class WHERE relname = 'ticket'");
    const auto owns = firstRow(owner, [](const store::Statement &row) { return row.integer(0) != 0; });
    if (!owns || !owns->value_or(false)) {
        return owns ? base::fail(Kind::Forbidden, QStringLiteral("this role does not own the tables; let their owner run VACUUM FULL"))
                    : Result<>(tl::unexpected(owns.error()));
    }
    Result<> done;
    for (const char *table : {"ticket", "timeline", "contact", "asset", "person", "op", "import_item", "attachment", "blob", "blob_piece",
                              "upload", "audit_value", "archived_ticket"}) {
        done = done.and_then([&] { return db.run(std::string("VACUUM FULL ") + table); });
    }
    return done;
}

/// Rewrites the file inside a write that has done nothing yet.
Result<> scrubbed(store::Db &db)
{
    auto done = db.commit().and_then([&] { return db.isShared() ? rewriteOnServer(db) : store::scrub::rewrite(db); });
    auto begun = db.begin();
    return done.and_then([&] { return begun; });
}

} // namespace

QFuture<Result<std::vector<Erasures::Candidate>>> Erasures::find(const QString &words, int most)
{
    return m_parts.store.read([words, most](store::Db &db) { return called(db, words, most); });
}

QFuture<Result<Erasures::Preview>> Erasures::preview(const QString &words)
{
    return m_parts.store.read([words, database = m_parts.store.path()](store::Db &db) -> Result<Preview> {
        Preview out;
        return theOne(db, words)
            .and_then([&](const Candidate &who) {
                out.who = who;
                return PersonErasure(db, who.person.id).read();
            })
            .and_then([&](const ErasureCounts &counts) {
                out.counts = counts;
                return copiesOf(db, database);
            })
            .map([&](const QStringList &copies) {
                out.copies = copies;
                return std::move(out);
            });
    });
}

QFuture<Result<Erasures::Done>> Erasures::erase(PersonId person, const QString &name)
{
    store::Store &store = m_parts.store;
    return store
        .write([=, database = store.path(), nowMs = m_parts.clock.nowMs(), &random = m_parts.random](store::Db &db) {
            return eraseIn(db, database, person, name, nowMs, random);
        })
        .then([&store](const Result<Done> &done) {
            if (!done) {
                return QtFuture::makeReadyFuture(done);
            }
            return store.write([](store::Db &db) { return scrubbed(db); }).then([done](const Result<> &rewritten) {
                Result<Done> out = done;
                out->notScrubbed = rewritten ? QString() : rewritten.error().message;
                return out;
            });
        })
        .unwrap();
}

Result<int> Erasures::settle(store::Db &db, const QString &database, base::Random &random)
{
    if (auto alone = MetaTable::hold(db); !alone) {
        return tl::unexpected(alone.error());
    }
    const ErasureLedger ledger(database);
    const auto lines = ledger.read();
    const auto known = ErasureTable::people(db);
    if (!lines || !known) {
        return tl::unexpected(lines ? known.error() : lines.error());
    }
    std::set<PersonId> noted;
    int again = 0;
    for (const ErasureLedger::Line &line : *lines) {
        if (!noted.insert(line.person).second || known->contains(line.person)) {
            continue;
        }
        PersonErasure erasure(db, line.person);
        const auto done = erasure.read().and_then([&](const ErasureCounts &) { return erasure.write(line.atMs, random); });
        if (!done) {
            return tl::unexpected(done.error());
        }
        ++again;
    }
    for (const PersonId &person : *known) {
        if (noted.contains(person)) {
            continue;
        }
        qCCritical(base::lcCentral) << "the ledger of erasures lacked" << person.toString()
                                    << "- was the file taken away? It is noted again";
        const auto at = ErasureTable::find(db, person);
        if (auto done = at.and_then([&](const auto &ms) { return ledger.append({person, ms.value_or(0)}); }); !done) {
            return tl::unexpected(done.error());
        }
    }
    return again;
}

Result<int> Erasures::settle(const QString &database, const QString &migrations, base::Random &random)
{
    const auto lines = ErasureLedger(database).read();
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    if (QFileInfo(database).size() == 0 && lines->empty()) {
        return 0;
    }
    store::Store::Config config;
    config.path = database;
    config.migrations = migrations;
    config.threads = false;
    const auto opened = store::Store::open(config);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    const auto again = (*opened)->write([&](store::Db &db) { return settle(db, database, random); }).result();
    if (!again || *again == 0) {
        return again;
    }
    qCWarning(base::lcCentral) << "erased again from a database older than their erasure:" << *again << "people";
    return (*opened)->write([](store::Db &db) { return scrubbed(db); }).result().map([&] { return *again; });
}

} // namespace comptoir::central
