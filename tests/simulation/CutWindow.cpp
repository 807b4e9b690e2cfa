// SPDX-License-Identifier: GPL-3.0-or-later
// A round of the window, which puts a closed ticket with all its history away, and late work that brings one back.
#include "CutStage.h"
#include "Holds.h"

#include <QFile>

namespace comptoir::sim {

namespace {

constexpr qint64 kYearMs = qint64(365) * 86'400'000;
constexpr qint64 kAgeMs = 3 * kYearMs;
constexpr qint64 kKeptMs = 2 * kYearMs;

/// As if the ticket had been cancelled so long ago and nobody had touched it since.
void makeOld(const QString &database, domain::TicketId ticket, qint64 atMs)
{
    const auto db = store::Db::open(database, store::Db::Mode::Write);
    HOLDS(db);
    for (const char *sql :
         {"UPDATE ticket SET state='cancelled',updated_ms=?1,closed_ms=?1 WHERE id=?2", "UPDATE timeline SET at_ms=?1 WHERE ticket=?2"}) {
        store::Statement change = (*db)->prepare(sql);
        change.bind(0, atMs);
        change.bind(1, ticket.value);
        HOLDS(change.step());
    }
}

base::Result<> putAway(central::CentralService &service)
{
    return service.archive().putAway(kKeptMs).result().map([](qint64 tickets) { HOLDS(tickets == 1, "the round found no ticket"); });
}

} // namespace

std::vector<CutScript> CutStage::windowScripts()
{
    const auto prepared = [this](const char *name) {
        const QString path = folder(QString::fromUtf8(name));
        HOLDS(QFile::copy(folder(QStringLiteral("central")) + u'/' + cutDatabase(), path + u'/' + cutDatabase()));
        makeOld(path + u'/' + cutDatabase(), m_ticket.id, m_time.nowMs() - kAgeMs);
        return path;
    };
    CutScript away = service("put an old ticket away",
                             [](central::CentralService &one, store::Store &, const QString &) { return putAway(one); });
    away.prepared = prepared("away");

    const QByteArray token = m_service->tokenOf(m_console->device());
    CutScript back = service("bring an old ticket back",
                             [this, token](central::CentralService &one, store::Store &, const QString &) -> base::Result<> {
                                 const auto taken = one.acceptOps(token, m_ops).result();
                                 return taken ? base::Result<>() : base::fail(base::Error::Kind::Network, taken.error().problem.detail);
                             });
    back.prepared = prepared("back");
    HOLDS(away.session(back.prepared + u'/' + cutDatabase()));
    return {away, back};
}

} // namespace comptoir::sim
