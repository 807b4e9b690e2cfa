// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catch.h"
#include "CentralRig.h"
#include "Digest.h"
#include "Durations.h"
#include "EntityTable.h"
#include "PageRows.h"
#include "RowCheck.h"
#include "Scopes.h"
#include "Ticket.h"

namespace comptoir::tests {

/// A desk whose tickets are closed at times of the clock's.
struct Town
{
    Town()
    {
        rig.addOperator(login, domain::Role::Operator, {QStringLiteral("A")});
        desk = rig.signIn(login);
    }

    wire::OpMessage opened(const QString &summary, domain::TicketId parent = {}, const QStringList &aliases = {})
    {
        domain::TicketOpen open;
        open.ticket.organisation = rig.a;
        open.ticket.summary = summary;
        open.ticket.number = desk.nextNumber();
        open.ticket.aliases = {aliases};
        open.ticket.parent = parent;
        auto op = rig.message(domain::scopeOf(rig.a), {}, open);
        REQUIRE(rig.verdict(desk, op).code == wire::VerdictCode::Ok);
        return op;
    }

    wire::Verdict does(const wire::OpMessage &ticket, domain::Payload payload)
    {
        return rig.verdict(desk, rig.message(ticket.scope, ticket.entity, std::move(payload)));
    }

    void close(const wire::OpMessage &ticket)
    {
        REQUIRE(does(ticket, domain::TicketNote{QStringLiteral("rappelé"), false}).code == wire::VerdictCode::Ok);
        const auto resolved = rig.message(ticket.scope, ticket.entity, domain::TicketResolve{QStringLiteral("fixed"), {}, stateOf(ticket)});
        REQUIRE(rig.verdict(desk, resolved).code == wire::VerdictCode::Ok);
        REQUIRE(does(ticket, domain::TicketClose{stateOf(ticket)}).code == wire::VerdictCode::Ok);
    }

    [[nodiscard]] store::EntityTable<domain::Ticket>::Stored row(const wire::OpMessage &ticket)
    {
        const auto found = rig.store->read([&](store::Db &db) { return store::EntityTable<domain::Ticket>::find(db, ticket.entity.value); })
                               .result();
        REQUIRE(found);
        REQUIRE(*found);
        return **found;
    }
    [[nodiscard]] std::optional<domain::OperationId> stateOf(const wire::OpMessage &ticket)
    {
        return row(ticket).entity.versions.of(domain::GuardedField::State);
    }
    [[nodiscard]] bool isAway(const wire::OpMessage &ticket) { return row(ticket).seq < 0; }

    /// Days later, after somebody has worked; how many tickets were put away then.
    qint64 later(int days)
    {
        rig.clock.now += days * base::kDayMs;
        desk = {desk.device, rig.signIn(login).session, desk.counter};
        (void)opened(QStringLiteral("travail du jour"));
        const auto away = rig.service->archive().putAway(60 * base::kDayMs).result();
        REQUIRE(away);
        return *away;
    }

    /// Answers without changing anything: the same in the sums that are kept.
    void checkSums()
    {
        wire::ChangesRequest request;
        request.device = desk.device;
        for (const auto &table : central::pageTables()) {
            request.tables.push_back(QByteArray::fromStdString(table.name));
        }
        const auto answer = rig.service->changesAfter(desk.session.accessToken, request.encode(), false).result();
        REQUIRE(answer);
        const auto reply = wire::ChangesReply::decode(answer->body);
        REQUIRE(reply);
        for (const auto &page : reply->pages) {
            quint64 sum = 0;
            for (const auto &table : page.tables) {
                for (std::size_t at = 0; at < table.rowCount; ++at) {
                    sum += wire::rowHash(table.row(at)[1].id, table.seq(at));
                }
            }
            CHECK(page.digest == wire::digestText(sum));
        }
        CHECK(central::checkRows(*rig.store).result());
    }

    [[nodiscard]] wire::ScopePage after(qint64 seq)
    {
        const auto reply = rig.pull(desk, {{domain::ScopeId{}, {0, 0}}, {domain::scopeOf(rig.a), {1, seq}}});
        REQUIRE(reply);
        texts.push_back(reply->text);
        for (const auto &page : reply->pages) {
            if (page.scope == domain::scopeOf(rig.a)) {
                return page;
            }
        }
        FAIL("no page");
        return {};
    }

    [[nodiscard]] qint64 rowsAway()
    {
        const auto
            count = rig.store
                        ->read([](store::Db &db) {
                            store::Statement query = db.prepare(
                                "SELECT CAST((SELECT count(*) FROM ticket WHERE seq < 0) + (SELECT count(*) FROM timeline WHERE seq < 0) + "
                                "(SELECT count(*) FROM attachment WHERE seq < 0) + (SELECT count(*) FROM archived_ticket) + "
                                "(SELECT count(*) FROM archived_number) AS BIGINT)");
                            return query.step().map([&](bool) { return query.integer(0); });
                        })
                        .result();
        REQUIRE(count);
        return *count;
    }

    QString login = QStringLiteral("anne");
    CentralRig rig;
    Desk desk;
    std::vector<std::shared_ptr<const void>> texts;
};

} // namespace comptoir::tests
