// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssetTable.h"
#include "Catch.h"
#include "DraftTable.h"
#include "Fold.h"
#include "OutboxTable.h"
#include "PersonTable.h"
#include "ScopeRows.h"
#include "SettingTable.h"
#include "Snapshot.h"
#include "Store.h"
#include "TicketTable.h"

#include <QTemporaryDir>

using namespace comptoir;
using domain::Person;
using store::Db;

namespace {

struct Fixture
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("mirror.db"));
    std::unique_ptr<Db> db;

    Fixture()
    {
        store::Store::Config config;
        config.path = path;
        config.migrations = QStringLiteral(":/sql/console");
        config.threads = false;
        REQUIRE(store::Store::open(config));
        db = std::move(*Db::open(path, Db::Mode::Write));
    }

    Person add(const QString &given, const QString &family, const QString &key = {})
    {
        Person person;
        person.id = domain::PersonId::fromName((given + family).toUtf8());
        person.givenName = given;
        person.familyName = family;
        if (!key.isEmpty()) {
            person.numbers.list.push_back({domain::NumberKind::Direct, key, key});
        }
        REQUIRE(store::PersonTable::put(*db, person, 1));
        return person;
    }

    std::size_t found(const QString &typed) { return store::PersonTable::search(*db, typed, 20)->size(); }
};

} // namespace

TEST_CASE("every kind of row has the columns of its field list", "[store][schema]")
{
    Fixture f;
    CHECK(store::forEachRowKind([&]<class T>() {
        INFO(domain::FieldsOf<T>::kind);
        static const std::string sql = store::EntityTable<T>::select("LIMIT 1");
        const auto step = f.db->prepare(sql).step();
        CHECK(step);
        return step.map([](bool) {});
    }));
}

TEST_CASE("people are found by the beginnings of words, whatever accents, case and ligatures", "[store][words]")
{
    Fixture f;
    f.add(QStringLiteral("Éloïse"), QStringLiteral("Lecœur-Dupré"));
    f.add(QStringLiteral("Élodie"), QStringLiteral("D’Haene"));
    f.add(QStringLiteral("Jürgen"), QStringLiteral("Weiß"));
    CHECK(f.found(QStringLiteral("elo")) == 2);
    CHECK(f.found(QStringLiteral("LECOEUR")) == 1);
    CHECK(f.found(QStringLiteral("lecœur")) == 1);
    CHECK(f.found(QStringLiteral("dupre élo")) == 1);
    CHECK(f.found(QStringLiteral("d'haene")) == 1);
    CHECK(f.found(QStringLiteral("weiss jurgen")) == 1);
    CHECK(f.found(QStringLiteral("haene weiss")) == 0);
    CHECK(f.found(QStringLiteral("")) == 0);
    CHECK(f.found(QStringLiteral("\"* OR ^ ' -- NEAR( {")) == 0);
    CHECK(f.found(QString(5000, u'a')) == 0);
}

TEST_CASE("what is no longer said is no longer found", "[store][words]")
{
    Fixture f;
    Person person = f.add(QStringLiteral("Claire"), QStringLiteral("Martin"), QStringLiteral("+33556102030"));
    CHECK(store::PersonTable::withNumber(*f.db, QStringLiteral("+33556102030"), 5)->size() == 1);
    person.familyName = QStringLiteral("Bernard");
    person.numbers.list.clear();
    REQUIRE(store::PersonTable::put(*f.db, person, 2));
    CHECK(f.found(QStringLiteral("martin")) == 0);
    CHECK(f.found(QStringLiteral("bernard")) == 1);
    CHECK(store::PersonTable::withNumber(*f.db, QStringLiteral("+33556102030"), 5)->empty());
    REQUIRE(store::PersonTable::remove(*f.db, person.id.value));
    CHECK(f.found(QStringLiteral("claire")) == 0);
    CHECK(f.db->run("INSERT INTO person_text(person_text) VALUES('integrity-check')"));
}

TEST_CASE("a ticket is found by its number, an older number, its words", "[store][words]")
{
    Fixture f;
    domain::Ticket ticket;
    ticket.id = domain::TicketId::fromName("t");
    ticket.number = QStringLiteral("7K-142");
    ticket.aliases.list = {QStringLiteral("INC0000045")};
    ticket.summary = QStringLiteral("L’imprimante du 2ᵉ étage");
    REQUIRE(store::TicketTable::put(*f.db, ticket, 1));
    CHECK(*store::TicketTable::withNumber(*f.db, QStringLiteral("7K-142")) == ticket.id);
    CHECK(*store::TicketTable::withNumber(*f.db, QStringLiteral("inc0000045")) == ticket.id);
    CHECK(store::TicketTable::withNumber(*f.db, QStringLiteral("7K-14"))->isNull());
    CHECK(store::TicketTable::search(*f.db, QStringLiteral("imprim etage"), 5)->size() == 1);
    CHECK(store::TicketTable::search(*f.db, QStringLiteral("7k-142"), 5)->size() == 1);
}

TEST_CASE("an index of words that has lost count is made anew, and what failed by it then holds", "[store][words]")
{
    QTemporaryDir folder;
    store::Store::Config config;
    config.path = folder.filePath(QStringLiteral("mirror.db"));
    config.migrations = QStringLiteral(":/sql/console");
    config.threads = false;
    const auto kept = std::move(*store::Store::open(config));
    Person stays;
    stays.id = domain::PersonId::fromName("stays");
    stays.familyName = QStringLiteral("Martin");
    Person goes;
    goes.id = domain::PersonId::fromName("goes");
    goes.familyName = QStringLiteral("Durand");
    REQUIRE(kept->write([&](Db &db) {
                    return store::PersonTable::put(db, stays, 1).and_then([&] { return store::PersonTable::put(db, goes, 2); });
                })
                .result());
    REQUIRE(kept->write([](Db &db) { return store::WordIndex(db, "person_text").remove(1, "Martin Durand"); }).result()); // both words
    const auto remove = [&] { return kept->write([&](Db &db) { return store::PersonTable::remove(db, goes.id.value); }).result(); };
    const auto first = remove();
    REQUIRE_FALSE(first);
    CHECK(first.error().kind == base::Error::Kind::Corrupt);
    CHECK(remove());
    const auto found = [&](const QString &typed) {
        return kept->read([&](Db &db) { return store::PersonTable::search(db, typed, 20); }).result().value().size();
    };
    CHECK(found(QStringLiteral("mart")) == 1);
    CHECK(found(QStringLiteral("dur")) == 0);
}

TEST_CASE("the words' index is not merged in bursts that a save would wait for", "[store][words]")
{
    Fixture f;
    for (const char *table : {"person_text_config", "ticket_text_config"}) {
        auto query = f.db->prepare(std::string("SELECT v FROM ") + table + " WHERE k='automerge'");
        INFO(table);
        REQUIRE(query.step().value_or(false));
        CHECK(query.integer(0) == 0);
    }
}

TEST_CASE("the queue's order comes from its index, without a sort", "[store][schema]")
{
    Fixture f;
    const std::string sql = std::string("EXPLAIN QUERY PLAN SELECT id FROM ticket WHERE ") + store::TicketTable::kOpen
        + " ORDER BY due_ms, id LIMIT 50";
    store::Statement plan = f.db->prepare(sql);
    REQUIRE(*plan.step());
    CHECK(plan.text(3).contains(QStringLiteral("ticket_open_due")));
    CHECK_FALSE(*plan.step());
}

TEST_CASE("the machines of a person come with those they mainly use first", "[store][asset]")
{
    Fixture f;
    const auto me = domain::PersonId::fromName("me");
    const auto other = domain::PersonId::fromName("other");
    for (int i = 0; i < 3; ++i) {
        domain::Asset asset;
        asset.id = domain::AssetId::fromName(QByteArray::number(i));
        asset.name = QStringLiteral("PC-%1").arg(i);
        asset.users.list = i == 2 ? std::vector{me} : std::vector{other, me};
        REQUIRE(store::AssetTable::put(*f.db, asset, 1));
    }
    const auto mine = store::AssetTable::usedBy(*f.db, me);
    REQUIRE(mine->size() == 3);
    CHECK(mine->front().name == QStringLiteral("PC-2"));
}

TEST_CASE("a number is given out once and never falls behind what the service knows", "[store][device]")
{
    Fixture f;
    CHECK_FALSE(store::DeviceTable::reserve(*f.db));
    const auto device = domain::DeviceId::fromName("d");
    REQUIRE(store::DeviceTable::learn(*f.db, device, QStringLiteral("7K"), 5));
    CHECK(store::DeviceTable::reserve(*f.db)->toString() == QStringLiteral("7K-6"));
    REQUIRE(store::DeviceTable::learn(*f.db, device, QStringLiteral("7K"), 3));
    CHECK(store::DeviceTable::reserve(*f.db)->toString() == QStringLiteral("7K-7"));
    REQUIRE(store::DeviceTable::learn(*f.db, device, QStringLiteral("7K"), 900));
    CHECK(store::DeviceTable::reserve(*f.db)->toString() == QStringLiteral("7K-901"));
    REQUIRE(store::DeviceTable::learn(*f.db, device, QStringLiteral("9M"), 0));
    CHECK(store::DeviceTable::reserve(*f.db)->toString() == QStringLiteral("9M-1"));
    REQUIRE(store::DeviceTable::learn(*f.db, device, QStringLiteral("9M"), 1));
    CHECK(f.db->changedRows() == 0); // nothing new, nothing written: a start does not wait for the disk
}

TEST_CASE("a draft comes back as it was written, naughty texts included", "[store][draft]")
{
    Fixture f;
    store::DraftRow draft{base::Uuid::fromName("d"), {}, 12};
    draft.ticket.summary = QStringLiteral("‮evil‬ \" ' </b> \U0001F469‍\U0001F4BB ﷽");
    draft.ticket.description = QStringLiteral("\uFEFFmark first, \uFEFF within");
    draft.ticket.requesterName = QStringLiteral("\uFEFF");
    draft.ticket.tags.list = {QStringLiteral("réseau"), QStringLiteral("\uFEFFx")};
    draft.ticket.openedMs = 1'700'000'000'000;
    draft.ticket.requester = domain::PersonId::fromName("p");
    REQUIRE(store::DraftTable::put(*f.db, draft));
    const auto read = store::DraftTable::find(*f.db, draft.id);
    REQUIRE(read);
    CHECK((*read)->ticket == draft.ticket);
    CHECK((*read)->savedMs == 12);
}

TEST_CASE("what a backup holds leaves the outbox; what was refused for want of a grant stays", "[store][outbox]")
{
    using store::OutboxRow;
    using store::OutboxTable;
    Fixture f;
    const auto scope = domain::ScopeId::fromName("town");
    const auto judged = [&](const char *name, OutboxRow::State state, qint64 seq) {
        OutboxRow row;
        row.message.id = domain::OperationId::fromName(name);
        row.message.scope = scope;
        row.message.entity = domain::EntityId::fromName(name);
        row.message.kind = QByteArrayLiteral("ticket.note");
        REQUIRE(OutboxTable::append(*f.db, row));
        REQUIRE(OutboxTable::judge(*f.db, row.message.id, state, seq));
        REQUIRE(OutboxTable::retire(*f.db, row.message.id));
        return row.message.id;
    };
    const auto accepted = judged("accepted", OutboxRow::State::Accepted, 5);
    const auto later = judged("later", OutboxRow::State::Accepted, 7);
    const auto refused = judged("refused", OutboxRow::State::Refused, 6);
    const auto ungranted = judged("ungranted", OutboxRow::State::Refused, 0);
    REQUIRE(OutboxTable::forget(*f.db, scope, 6));
    const auto stays = [&](domain::OperationId id) { return OutboxTable::find(*f.db, id)->has_value(); };
    CHECK_FALSE(stays(accepted));
    CHECK_FALSE(stays(refused));
    CHECK(stays(later));
    CHECK(stays(ungranted)); // it may turn out to have been accepted, and a restore may undo that
}
