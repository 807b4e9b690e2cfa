// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditPruning.h"
#include "AuditTable.h"
#include "Catch.h"
#include "CentralRig.h"
#include "Durations.h"
#include "MetaTable.h"
#include "Migrations.h"
#include "Rows.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

const QString kAnne = QStringLiteral("anne");

/// A forgery in PostgreSQL's spelling, where nobody is 16 zero bytes and a text holds no zero.
std::string onPostgres(const std::string &change)
{
    QString out = QString::fromStdString(change);
    out.replace(QStringLiteral("zeroblob(16)"), QStringLiteral("decode('01', 'hex')"));
    out.replace(QStringLiteral("actor IS NULL"), QStringLiteral("actor = decode(repeat('00', 16), 'hex')"));
    out.replace(QStringLiteral("actor IS NOT NULL"), QStringLiteral("actor <> decode(repeat('00', 16), 'hex')"));
    out.replace(QStringLiteral("actor = NULL"), QStringLiteral("actor = decode(repeat('00', 16), 'hex')"));
    out.replace(QStringLiteral("|| x'00'"), QStringLiteral("|| ' '"));
    return out.replace(QStringLiteral("x''"), QStringLiteral("''::bytea")).toStdString();
}

/// Some weeks of a desk: accounts, rights, sign-ins right and wrong.
void live(CentralRig &rig, int times)
{
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    rig.addOperator(QStringLiteral("bob"), domain::Role::Supervisor, {QStringLiteral("A"), QStringLiteral("B")});
    for (int at = 0; at < times; ++at) {
        rig.clock.now += base::kDayMs;
        (void)rig.signIn(kAnne);
        CHECK_FALSE(rig.trySignIn(kAnne, QStringLiteral("not the right one")));
        REQUIRE(rig.service->accounts().revoke(QStringLiteral("bob"), {QStringLiteral("B")}).result());
        REQUIRE(rig.service->accounts().grant(QStringLiteral("bob"), {QStringLiteral("B")}).result());
    }
}

base::Result<central::Audit::Report> verified(CentralRig &rig)
{
    return rig.service->audit().verify().result();
}

domain::PersonId addPerson(CentralRig &rig, const QString &given, const QString &family, const QString &login)
{
    Desk desk = rig.signIn(kAnne);
    domain::PersonAdd add;
    add.person.organisation = rig.a;
    add.person.givenName = given;
    add.person.familyName = family;
    add.person.login = login;
    const auto message = rig.message(domain::scopeOf(rig.a), {}, add);
    REQUIRE(rig.verdict(desk, message).code == wire::VerdictCode::Ok);
    return domain::PersonId{message.id.value};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST_CASE("the audit shows a change of any of its columns, a cut end and an emptied table", "[central][audit]")
{
    const char *changes[] = {
        "UPDATE audit_entry SET no = 1000 WHERE no = 2",
        "UPDATE audit_entry SET no = no + 1000",
        "UPDATE audit_entry SET at_ms = at_ms + 1 WHERE no = 2",
        "UPDATE audit_entry SET actor = x'' WHERE actor IS NULL",
        "UPDATE audit_entry SET actor = zeroblob(16) WHERE actor IS NULL",
        "UPDATE audit_entry SET actor = NULL WHERE actor IS NOT NULL",
        "UPDATE audit_entry SET action = 'x' WHERE no = 2",
        "UPDATE audit_entry SET subject = subject || x'00' WHERE no = 2",
        "UPDATE audit_entry SET action = action || substr(subject, 1, 1), subject = substr(subject, 2) WHERE no = 2",
        "UPDATE audit_entry SET digest = x'' WHERE no = 2",
        "DELETE FROM audit_entry WHERE no = 1",
        "DELETE FROM audit_entry WHERE no = (SELECT max(no) FROM audit_entry)",
        "DELETE FROM audit_entry",
        "INSERT INTO audit_entry SELECT scope, no + 1, at_ms, actor, action, subject, detail, sealed, digest FROM audit_entry ORDER BY scope, no DESC LIMIT 1",
        "UPDATE audit_chain SET no = no - 1",
        "UPDATE audit_chain SET before_no = 1",
        "DELETE FROM audit_chain"};
    for (const char *forgery : changes) {
        const std::string change = ScratchDatabase::isThere() ? onPostgres(forgery) : forgery;
        CentralRig rig;
        rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
        (void)rig.signIn(kAnne);
        const auto sound = rig.service->audit().verify().result();
        REQUIRE(sound);
        REQUIRE(sound->entries > 2);
        REQUIRE(rig.store->write([&](store::Db &db) { return db.run(change); }).result());
        INFO(change);
        const auto told = rig.service->audit().verify().result();
        REQUIRE_FALSE(told);
        CHECK(told.error().kind == base::Error::Kind::Corrupt);
        rig.addOperator(QStringLiteral("bob"), domain::Role::Operator, {}); // what is done is still written, and mends nothing
        CHECK_FALSE(rig.service->audit().verify().result());
    }
}

TEST_CASE("entries of before the numbers were in their digests, and before there were chains, are verified as they were written",
          "[central][audit]")
{
    if (ScratchDatabase::isThere()) {
        return; // such a database is a file
    }
    const QTemporaryDir folder;
    const QTemporaryDir migrations;
    const QString path = folder.filePath(QStringLiteral("central.db"));
    const QDir all(QStringLiteral(":/sql/central"));
    for (const QString &name : all.entryList({QStringLiteral("000[1-7]*.sql")})) {
        REQUIRE(QFile::copy(all.filePath(name), migrations.filePath(name)));
    }
    const auto sha = [](const QByteArray &text) { return QCryptographicHash::hash(text, QCryptographicHash::Sha256); };
    const QByteArray first = sha("1:716:" + QByteArray(16, '\0') + "7:restore0:0:");
    const QByteArray second = sha("B32:" + first + "I1:2I1:9N0:T7:restoreT0:T0:");
    {
        auto db = store::Db::open(path, store::Db::Mode::Write).value();
        REQUIRE(store::Migrations::in(migrations.path()).value().apply(*db));
        REQUIRE(db->prepare("INSERT INTO audit VALUES(1, 7, NULL, 'restore', '', '', ?1), (2, 9, NULL, 'restore', '', '', ?2)")
                    .bindAll(first, second)
                    .run());
        REQUIRE(db->prepare("UPDATE audit_head SET entries = 2, no = 2, digest = ?, untyped = 1").bindAll(second).run());
        REQUIRE(store::Migrations::in(QStringLiteral(":/sql/central")).value().apply(*db));
    }
    auto db = store::Db::open(path, store::Db::Mode::Write).value();
    const auto carried = central::checkAudit(*db);
    REQUIRE(carried);
    REQUIRE(carried->size() == 1);
    CHECK(carried->front().head == second);
    REQUIRE(central::AuditTable::append(*db, {11, {}, QStringLiteral("backup"), {}, {}}));
    CHECK(central::checkAudit(*db).value().front().entries == 3);
    for (const char *forgery : {"UPDATE audit_entry SET at_ms = 8 WHERE no = 1", "UPDATE audit_entry SET actor = x'' WHERE no = 1",
                                "UPDATE audit_entry SET no = -2 WHERE no = 2", "UPDATE audit_chain SET untyped = 0",
                                "UPDATE audit_chain SET untyped = 2", "UPDATE audit_chain SET typed = 3"}) {
        INFO(forgery);
        REQUIRE(db->begin());
        REQUIRE(db->run(forgery));
        CHECK_FALSE(central::checkAudit(*db));
        db->rollback();
    }
}

TEST_CASE("what is done to an organisation stands in its own chain, the rest in one of nobody", "[central][audit]")
{
    CentralRig rig;
    live(rig, 2);
    const auto report = verified(rig);
    REQUIRE(report);
    REQUIRE(report->chains.size() == 3);
    std::map<domain::ScopeId, qint64> entries;
    for (const auto &chain : report->chains) {
        entries[chain.chain] = chain.entries;
    }
    CHECK(entries[domain::scopeOf(rig.b)] == 5); // a grant, and two times a revocation and a grant
    CHECK(entries[domain::scopeOf(rig.a)] == 2);
    const auto alone = rig.service->audit().verify(domain::scopeOf(rig.b)).result();
    REQUIRE(alone);
    CHECK(alone->entries == 5);
    // A little at a time it comes to the same.
    const auto turned = rig.store
                            ->read([&](store::Db &db) {
                                central::AuditCheck check(domain::ScopeId{});
                                auto whole = check.read(db, 1);
                                while (whole && !*whole) {
                                    whole = check.read(db, 1);
                                }
                                return whole.map([&](bool) { return check.told().entries; });
                            })
                            .result();
    CHECK(turned == entries[domain::ScopeId{}]);
}

TEST_CASE("an erasure takes a person's values out of the audit, says so in it, and the chains still verify", "[central][audit][erasure]")
{
    CentralRig rig;
    live(rig, 1);
    const auto person = addPerson(rig, QStringLiteral("Zéphirine"), QStringLiteral("Quillacq"), QStringLiteral("zquillacq"));
    domain::Operator who;
    who.login = QStringLiteral("zquillacq");
    who.name = QStringLiteral("Zéphirine Quillacq");
    REQUIRE(rig.service->accounts().add({who, {}, {QStringLiteral("A")}}, QString::fromUtf16(CentralRig::kPassword)).result());
    const auto values = [&] {
        return rig.store
            ->read([](store::Db &db) {
                store::Statement query = db.prepare("SELECT count(*) FROM audit_value WHERE value LIKE '%uillacq%'");
                return query.step().map([&](bool) { return query.integer(0); });
            })
            .result()
            .value();
    };
    CHECK(values() == 1);
    const auto before = verified(rig);
    REQUIRE(before);
    const auto done = rig.service->erasures().erase(person, QStringLiteral("Zéphirine Quillacq")).result();
    REQUIRE(done);
    CHECK(done->counts.values == 1);
    CHECK(values() == 0);
    const auto after = verified(rig);
    REQUIRE(after);
    CHECK(after->entries == before->entries + 2); // the erasure, in the organisation's, and that a value went, in the other
    REQUIRE(rig.store->write([](store::Db &db) { return db.run("DELETE FROM audit_value"); }).result());
    CHECK_FALSE(verified(rig)); // nobody erased those
}

TEST_CASE("what is older than it is kept is taken away once a day, and what is left verifies", "[central][audit]")
{
    CentralRig rig;
    live(rig, 20);
    const auto before = verified(rig);
    REQUIRE(before);
    CHECK(rig.service->audit().prune().result() == 0);
    rig.clock.now += 355 * base::kDayMs;
    REQUIRE(rig.service->sweep().result());
    const auto after = verified(rig);
    REQUIRE(after);
    CHECK(after->chains.size() == before->chains.size());
    CHECK(after->entries < before->entries - 10);
    REQUIRE(rig.service->sweep().result()); // the same day: nothing more
    CHECK(verified(rig)->entries == after->entries);
    // What is set for the database counts.
    CHECK_FALSE(rig.service->audit().keep(0).result());
    REQUIRE(rig.service->audit().keep(1).result());
    CHECK(rig.service->audit().months().result() == 1);
    REQUIRE(rig.service->audit().prune().result());
    const auto least = verified(rig);
    REQUIRE(least);
    CHECK(least->entries == 6); // what tells of what went, twice where more went now, and that a month is kept
    // A chain that does not fit loses nothing.
    rig.clock.now += 60 * base::kDayMs;
    REQUIRE(rig.store->write([](store::Db &db) { return db.run("UPDATE audit_entry SET detail = 'x'"); }).result());
    const auto refused = rig.service->audit().prune().result();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::Error::Kind::Corrupt);
}

TEST_CASE("an end that was cut off with all that tells of it shows against the ends kept outside the database", "[central][audit]")
{
    CentralRig rig;
    live(rig, 3);
    REQUIRE(rig.service->audit().saveHeads().result());
    const QString file = central::Audit::headsOf(rig.store->path()).path();
    CHECK((QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    REQUIRE(verified(rig));
    CHECK(verified(rig)->isCompared);
    const QByteArray kept = contentOf(file);
    const auto cut = [](store::Db &db) {
        return db.run("DELETE FROM audit_value WHERE no = (SELECT max(e.no) FROM audit_entry e WHERE e.scope = audit_value.scope);"
                      "DELETE FROM audit_entry WHERE no = (SELECT c.no FROM audit_chain c WHERE c.scope = audit_entry.scope);"
                      "UPDATE audit_chain SET no = no - 1, digest = (SELECT e.digest FROM audit_entry e WHERE e.scope = audit_chain.scope "
                      "AND e.no = audit_chain.no - 1)");
    };
    REQUIRE(rig.store->write(cut).result());
    CHECK(rig.store->read([](store::Db &db) { return central::checkAudit(db); }).result()); // in itself it fits
    const auto told = verified(rig);
    REQUIRE_FALSE(told);
    CHECK(told.error().message.contains(QStringLiteral("outside")));
    CHECK_FALSE(rig.service->audit().saveHeads().result());
    CHECK(contentOf(file) == kept); // and what was known is not written over
    (void)rig.signIn(kAnne);
    CHECK_FALSE(verified(rig)); // going on does not hide it
}

TEST_CASE("a part of the audit that was taken out tells by itself whether it is as it was", "[central][audit]")
{
    CentralRig rig;
    live(rig, 10);
    const QString path = rig.folder.filePath(QStringLiteral("part.jsonl"));
    const auto scope = domain::scopeOf(rig.b);
    const qint64 from = rig.clock.now - 5 * base::kDayMs;
    const auto written = rig.service->audit().exportTo(path, {scope, from, rig.clock.now + 1}).result();
    REQUIRE(written);
    CHECK(written->told.entries == 12);
    CHECK((QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    CHECK(rig.service->audit().exportTo(path, {scope, from, rig.clock.now}).result().error().kind == base::Error::Kind::Invalid);
    const QByteArray text = contentOf(path);
    CHECK_FALSE(text.contains("192.0.2.1")); // no personal value
    REQUIRE(verified(rig));
    CHECK(rig.store
              ->read([&](store::Db &db) {
                  store::Statement query = db.prepare("SELECT detail FROM audit_entry WHERE action = 'audit_export'");
                  return query.step().map([&](bool) { return query.text(0); });
              })
              .result()
              .value()
              .contains(QLatin1String(written->told.sum.toHex())));
    const auto holds = [](QByteArray content) {
        QBuffer buffer(&content);
        REQUIRE(buffer.open(QIODevice::ReadOnly));
        return central::AuditExport::verify(buffer).has_value();
    };
    CHECK(holds(text));
    base::SeededRandom random(11);
    int seen = 0;
    for (int at = 0; at < 2000; ++at) {
        QByteArray changed = text;
        char &byte = changed.data()[random.below(quint64(text.size()))];
        byte = char(byte ^ char(1 << random.below(8)));
        seen += holds(changed) ? 0 : 1;
    }
    CHECK(seen == 2000);
    const QByteArrayList lines = text.split('\n');
    for (qsizetype gone = 0; gone + 1 < lines.size(); ++gone) {
        QByteArrayList left = lines;
        left.removeAt(gone);
        CHECK_FALSE(holds(left.join('\n')));
        CHECK_FALSE(holds(lines.mid(0, gone).join('\n') + '\n'));
    }
}
