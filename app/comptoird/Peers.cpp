// SPDX-License-Identifier: GPL-3.0-or-later
#include "Peers.h"

#include "Log.h"
#include "PgDatabase.h"
#include "PgPeers.h"

#include <QMutex>

namespace comptoir::service {

void tellServices(const std::shared_ptr<store::Backend> &backend, const central::PeerNotice &notice)
{
    const auto database = std::dynamic_pointer_cast<postgres::PgDatabase>(backend);
    if (database && !notice.isEmpty()) {
        database->tell(notice.encode());
    }
}

struct Peers::Line
{
    QMutex mutex;
    central::PeerNotice waiting;
    std::unique_ptr<postgres::PgPeers> line; ///< last: its thread uses the others

    std::vector<QByteArray> take()
    {
        const QMutexLocker lock(&mutex);
        return std::exchange(waiting, {}).encode();
    }
};

Peers::Peers(const Parts &parts)
{
    const auto database = std::dynamic_pointer_cast<postgres::PgDatabase>(parts.backend);
    if (!database) {
        return;
    }
    m_line = std::make_unique<Line>();
    Line *line = m_line.get();
    postgres::PgPeers::Calls calls;
    calls.next = [line] { return line->take(); };
    calls.heard = [post = parts.post, heard = parts.heard](const QByteArray &text) {
        const auto notice = central::PeerNotice::decode(text);
        if (!notice) {
            qCWarning(base::lcApp) << "what another instance told cannot be read:" << notice.error().message;
            return;
        }
        post([heard, told = *notice] { heard(told); });
    };
    calls.connected = [post = parts.post, connected = parts.connected] { post(connected); };
    line->line = std::make_unique<postgres::PgPeers>(database->address(), std::move(calls));
}

Peers::~Peers() = default;

void Peers::tell(const central::PeerNotice &notice)
{
    if (!m_line) {
        return;
    }
    {
        const QMutexLocker lock(&m_line->mutex);
        m_line->waiting.merge(notice);
    }
    m_line->line->wake();
}

} // namespace comptoir::service
