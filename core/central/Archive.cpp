// SPDX-License-Identifier: GPL-3.0-or-later
#include "Archive.h"

#include "ArchivePages.h"
#include "ArchiveRound.h"
#include "ArchiveSearching.h"
#include "Clock.h"
#include "SessionOf.h"
#include "Token.h"

#include <QDateTime>

namespace comptoir::central {

QFuture<base::Result<qint64>> Archive::putAway(qint64 keepMs)
{
    return putOldTicketsAway(m_parts.store, m_parts.clock.nowMs(), keepMs);
}

QFuture<base::Result<qint64>> Archive::putAwayAfter(int months)
{
    if (months == 0) {
        return QtFuture::makeReadyFuture(base::Result<qint64>(0));
    }
    const qint64 nowMs = m_parts.clock.nowMs();
    return putAway(nowMs - QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).addMonths(-months).toMSecsSinceEpoch());
}

QFuture<Answer<PackedPage>> Archive::search(const QByteArray &token, const QByteArray &body, bool mayPack)
{
    const auto asked = wire::ArchiveSearch::decode(body);
    if (!asked) {
        return QtFuture::makeReadyFuture(Answer<PackedPage>(unreadable(asked.error())));
    }
    return searchArchive(m_parts.store, tokenDigest(token), *asked, m_parts.clock.nowMs()).then([mayPack](const Answer<QByteArray> &told) {
        return told.map([&](const QByteArray &plain) { return PackedPage::of(plain, mayPack); });
    });
}

QFuture<Answer<PackedPage>> Archive::ticket(const QByteArray &token, domain::ScopeId scope, domain::TicketId ticket, bool mayPack)
{
    return m_parts.store.read([=, digest = tokenDigest(token), nowMs = m_parts.clock.nowMs()](store::Db &db) {
        const auto told = sessionOf(db, digest, nowMs).and_then([&](const Session &who) {
            return archivepages::ofTicket(db, who, scope, ticket);
        });
        return told.map([&](const QByteArray &plain) { return PackedPage::of(plain, mayPack); });
    });
}

} // namespace comptoir::central
