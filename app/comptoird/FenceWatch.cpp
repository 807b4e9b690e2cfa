// SPDX-License-Identifier: GPL-3.0-or-later
#include "FenceWatch.h"

#include "Clock.h"
#include "Log.h"

namespace comptoir::service {

struct FenceWatch::State
{
    central::Fence fence;
    central::Fence::Kept kept;
};

FenceWatch::FenceWatch(const Parts &parts, const QString &path)
    : m_parts(parts)
    , m_state(std::make_shared<State>(State{central::Fence(path), {}}))
{}

void FenceWatch::look()
{
    if (std::exchange(m_looking, true)) {
        m_again = true;
        return;
    }
    m_parts.store.read([state = m_state](store::Db &db) { return look(db, *state); }).then([this](const base::Result<Seen> &seen) {
        looked(seen);
    });
}

base::Result<FenceWatch::Seen> FenceWatch::look(store::Db &db, State &state)
{
    const QByteArray before = state.kept ? state.kept->epoch : QByteArray();
    return state.fence.keep(db, state.kept).map([&](bool held) {
        return !held ? Seen::Older : before.isEmpty() || before == state.kept->epoch ? Seen::Same : Seen::NewLife;
    });
}

void FenceWatch::looked(const base::Result<Seen> &seen)
{
    m_looking = false;
    if (!seen) {
        qCCritical(base::lcCentral) << "how far the database has come is not written down:" << seen.error().message;
    } else if (*seen == Seen::Older) {
        return settle();
    } else if (*seen == Seen::NewLife) {
        m_parts.newLife();
    }
    if (std::exchange(m_again, false)) {
        look();
    }
}

void FenceWatch::settle()
{
    m_parts.store
        .write([state = m_state, nowMs = m_parts.clock.nowMs(), &random = m_parts.random](store::Db &db) {
            return state->fence.settle(db, nowMs, random);
        })
        .then([this](const base::Result<bool> &begun) {
            if (!begun) {
                qCCritical(base::lcCentral) << "the database is an older one, and no new epoch could begin:" << begun.error().message;
            } else if (*begun) {
                look(); // and writes down where it stands
            }
        });
}

} // namespace comptoir::service
