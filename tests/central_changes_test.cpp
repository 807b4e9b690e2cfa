// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CentralRig.h"
#include "RowWriter.h"
#include "Tuning.h"

#include <set>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

const QString kAnne = QStringLiteral("anne");

const wire::ScopePage *pageOf(const wire::ChangesReply &reply, domain::ScopeId scope)
{
    const auto found = std::find_if(reply.pages.begin(), reply.pages.end(), [&](const auto &one) { return one.scope == scope; });
    return found == reply.pages.end() ? nullptr : &*found;
}

void fill(CentralRig &rig, int people, int noteSize)
{
    const auto done = rig.store
                          ->write([&](store::Db &db) -> base::Result<> {
                              central::RowWriter rows(db, domain::scopeOf(rig.a), 100);
                              for (int at = 0; at < people; ++at) {
                                  domain::Person person;
                                  person.id = rig.ids.make<domain::PersonId>();
                                  person.scope = domain::scopeOf(rig.a);
                                  person.organisation = rig.a;
                                  person.familyName = QString::number(at);
                                  person.note = QString(noteSize, u'x');
                                  if (const auto put = rows.put(person); !put) {
                                      return tl::unexpected(put.error());
                                  }
                              }
                              return {};
                          })
                          .result();
    REQUIRE(done);
}

} // namespace

TEST_CASE("pages follow one another by seq, whatever the limit, and lose nothing", "[central][changes]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    for (int at = 0; at < 20; ++at) {
        const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("t"));
        (void)rig.verdict(anne, open);
        (void)rig.verdict(anne,
                          rig.message(open.scope, open.entity, domain::TicketNote{QString(), false})); // refused: a hole among the rows
        (void)rig.verdict(anne, rig.message(open.scope, open.entity, domain::TicketNote{QStringLiteral("n"), false}));
    }
    for (const int limit : {1, 2, 3, 7, 1000}) {
        std::map<domain::ScopeId, wire::Cursor> cursors;
        std::set<std::pair<QByteArray, base::Uuid>> rows;
        std::set<base::Uuid> verdicts;
        bool complete = false;
        for (int round = 0; round < 500 && !complete; ++round) {
            const auto reply = rig.pull(anne, cursors, limit);
            REQUIRE(reply);
            complete = true;
            int told = 0;
            for (const auto &page : reply->pages) {
                CHECK(page.from == cursors[page.scope].seq);
                CHECK(page.to >= page.from);
                for (const auto &table : page.tables) {
                    told += int(table.rowCount);
                    for (std::size_t at = 0; at < table.rowCount; ++at) {
                        CHECK((table.seq(at) > page.from && table.seq(at) <= page.to));
                        rows.emplace(QByteArray::fromStdString(table.name), table.row(at)[1].id);
                    }
                }
                for (const auto &verdict : page.results) {
                    CHECK((verdict.seq > page.from && verdict.seq <= page.to));
                    CHECK(verdicts.insert(verdict.id.value).second);
                }
                complete = complete && page.complete;
                cursors[page.scope] = {page.generation, page.to};
            }
            CHECK(told <= limit);
        }
        CHECK(complete);
        CHECK(verdicts.size() == 60);
        CHECK(rows.size() == 20 + 40 + 3); // tickets, history, two organisations and anne
    }
}

TEST_CASE("an answer stays within its bytes", "[central][changes]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    fill(rig, 600, 50'000); // 30 MB
    std::map<domain::ScopeId, wire::Cursor> cursors;
    std::size_t people = 0;
    for (int round = 0; round < 100 && people < 600; ++round) {
        wire::ChangesRequest request;
        request.device = anne.device;
        request.cursors = cursors;
        const auto page = rig.service->changesAfter(anne.session.accessToken, request.encode(), false).result();
        REQUIRE(page);
        CHECK(page->body.size() < central::kPageBytes + 200'000);
        const auto reply = wire::ChangesReply::decode(page->body);
        REQUIRE(reply);
        for (const auto &one : reply->pages) {
            for (const auto &table : one.tables) {
                people += table.name == "person" ? table.rowCount : 0;
            }
            cursors[one.scope] = {one.generation, one.to};
        }
    }
    CHECK(people == 600);
}

TEST_CASE("a scope that did not move is left out, unless nothing moved at all", "[central][changes]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A"), QStringLiteral("B")});
    Desk anne = rig.signIn(kAnne);
    const auto first = rig.pull(anne);
    REQUIRE(first);
    CHECK(first->pages.size() == 3);
    std::map<domain::ScopeId, wire::Cursor> cursors;
    for (const auto &page : first->pages) {
        CHECK(page.complete);
        cursors[page.scope] = {page.generation, page.to};
    }
    CHECK(rig.pull(anne, cursors)->pages.size() == 3);
    (void)rig.verdict(anne, rig.ticketOpen(anne, rig.a, QStringLiteral("t")));
    const auto next = rig.pull(anne, cursors);
    REQUIRE(next);
    REQUIRE(next->pages.size() == 1);
    CHECK(next->pages.front().scope == domain::scopeOf(rig.a));
}

TEST_CASE("a cursor ahead of the service and a row that is gone are told", "[central][changes]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto ahead = rig.pull(anne, {{domain::scopeOf(rig.a), {1, 99}}});
    REQUIRE_FALSE(ahead);
    CHECK(ahead.error().problem.status == 409);
    CHECK(ahead.error().problem.extension(QStringLiteral("code")) == QStringLiteral("cursor_ahead"));
    CHECK(ahead.error().problem.extension(QStringLiteral("scope")) == domain::scopeOf(rig.a).toString());

    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("t"));
    const auto verdict = rig.verdict(anne, open);
    REQUIRE(rig.store->write([&](store::Db &db) { return central::RowWriter(db, open.scope).remove<domain::Ticket>(open.entity.value); })
                .result());
    const auto reply = rig.pull(anne, {{open.scope, {1, verdict.seq}}});
    REQUIRE(reply);
    const auto *page = pageOf(*reply, open.scope);
    REQUIRE(page);
    REQUIRE(page->gone.size() == 1);
    CHECK(page->gone[0].table == "ticket");
    CHECK(page->gone[0].id == open.entity.value);
    CHECK(page->to == page->gone[0].seq);
}
