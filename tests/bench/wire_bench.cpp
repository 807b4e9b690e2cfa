// SPDX-License-Identifier: GPL-3.0-or-later
// Encoding and decoding of ticket rows, in rows a second of processor time: wire_bench [rows].
#include "Compression.h"
#include "EntityRows.h"
#include "Random.h"
#include "Ticket.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace comptoir;

namespace {

template <class IdType>
IdType drawnId(base::Random &random)
{
    return IdType{*base::Uuid::fromBytes(random.bytes(16))};
}

/// A ticket as they are: a line of summary, two of description, most references set.
domain::Ticket drawnTicket(base::Random &random, int n)
{
    domain::Ticket out;
    out.id = drawnId<domain::TicketId>(random);
    out.scope = drawnId<domain::ScopeId>(random);
    out.number = QStringLiteral("7K-%1").arg(n);
    out.requester = drawnId<domain::PersonId>(random);
    out.requesterName = QStringLiteral("Hélène Dubourg");
    out.organisation = domain::OrganisationId{out.scope.value};
    out.site = drawnId<domain::SiteId>(random);
    out.category = drawnId<domain::CategoryId>(random);
    out.group = drawnId<domain::GroupId>(random);
    out.assignee = drawnId<domain::OperatorId>(random);
    out.openedBy = drawnId<domain::OperatorId>(random);
    out.summary = QStringLiteral("L'imprimante du 2e étage ne répond plus depuis ce matin");
    out.description = QStringLiteral(
        "Le voyant reste rouge.\nDéjà redémarrée deux fois, l'agent doit imprimer les convocations avant midi.");
    out.openedMs = 1'700'000'000'000 + n;
    out.updatedMs = out.openedMs + 60'000;
    out.respondDueMs = out.openedMs + 900'000;
    out.resolveDueMs = out.openedMs + 14'400'000;
    out.versions.set(domain::GuardedField::State, drawnId<domain::OperationId>(random));
    return out;
}

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

template <class Work>
void timed(const char *what, int rows, Work &&work)
{
    double best = 1e9;
    for (int run = 0; run < 5; ++run) {
        const double from = processorSeconds();
        work();
        best = std::min(best, processorSeconds() - from);
    }
    std::printf("wire\t%s\t%.0f rows/s\t-\t-\n", what, rows / best);
}

} // namespace

int main(int argc, char **argv)
{
    const int rows = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5000; // one page of the service
    base::SeededRandom random(1);
    std::vector<domain::Ticket> tickets;
    for (int n = 0; n < rows; ++n) {
        tickets.push_back(drawnTicket(random, n + 1));
    }
    QByteArray json;
    timed("encode from entities", rows, [&] {
        wire::PageWriter page({}, 1, 0);
        page.beginTable("ticket", wire::headerOf<domain::Ticket>());
        for (int n = 0; n < rows; ++n) {
            wire::writeRow(page, tickets[size_t(n)], n + 1);
        }
        page.endTable();
        json = wire::encodeChangesReply("bench", {page.finish(rows, 0, true)}, {});
    });
    wire::ChangesReply reply = *wire::ChangesReply::decode(json);
    timed("encode from raw cells", rows, [&] {
        const wire::RowTable &table = reply.pages[0].tables[0];
        wire::PageWriter page({}, 1, 0);
        page.beginTable("ticket", wire::headerOf<domain::Ticket>());
        for (size_t n = 0; n < table.rowCount; ++n) {
            page.beginRow(table.seq(n));
            for (size_t at = 1; at < table.columns.size(); ++at) {
                page.cell(table.row(n)[at]);
            }
            page.endRow();
        }
        page.endTable();
        json = wire::encodeChangesReply("bench", {page.finish(rows, 0, true)}, {});
    });
    timed("decode to raw cells", rows, [&] { reply = *wire::ChangesReply::decode(json); });
    QByteArray packed;
    timed("compress", rows, [&] { packed = wire::compress(json); });
    timed("decompress", rows, [&] { json = *wire::decompress(packed, wire::kMostReplyBytes); });
    std::printf("wire\t%d rows\t%.1f MB, %.1f MB packed\t-\t-\n", rows, double(json.size()) / 1e6, double(packed.size()) / 1e6);
    return 0;
}
