// SPDX-License-Identifier: GPL-3.0-or-later
#include "Presence.h"

#include "Tuning.h"

namespace comptoir::central {

namespace {

qint64 timeOfAge(qint64 ageMs, qint64 nowMs)
{
    return nowMs - std::clamp<qint64>(ageMs, 0, base::kDayMs);
}

} // namespace

wire::PresenceMessage Presence::heard(domain::OperatorId who, const wire::PresenceMessage &told, qint64 nowMs)
{
    wire::PresenceMessage message = told;
    message.operatorId = who;
    message.sinceMs = timeOfAge(told.sinceMs, nowMs);
    message.text = told.text.left(200);
    message.ringing = std::clamp(told.ringing, 0, 1000);
    // A console tells the age here, too; older ones tell their clock's time, which is taken as now at the latest.
    if (told.oldestRingMs > 0) {
        message.oldestRingMs = told.oldestRingMs > kMostAgeMs ? std::min(told.oldestRingMs, nowMs) : timeOfAge(told.oldestRingMs, nowMs);
    }
    m_seen[who] = {message, nowMs};
    return message;
}

void Presence::touch(domain::OperatorId who, qint64 nowMs)
{
    if (const auto seen = m_seen.find(who); seen != m_seen.end()) {
        seen->second.heardMs = nowMs;
    }
}

std::vector<wire::PresenceMessage> Presence::expire(qint64 nowMs)
{
    std::vector<wire::PresenceMessage> out;
    for (auto seen = m_seen.begin(); seen != m_seen.end();) {
        if (nowMs - seen->second.heardMs < kPresenceMs) {
            ++seen;
            continue;
        }
        wire::PresenceMessage gone;
        gone.operatorId = seen->first;
        gone.sinceMs = nowMs;
        out.push_back(gone);
        seen = m_seen.erase(seen);
    }
    return out;
}

std::vector<wire::PresenceMessage> Presence::all() const
{
    std::vector<wire::PresenceMessage> out;
    for (const auto &[who, seen] : m_seen) {
        out.push_back(seen.message);
    }
    return out;
}

std::vector<wire::PresenceMessage> Presence::of(domain::OperatorId who) const
{
    const auto seen = m_seen.find(who);
    return seen == m_seen.end() ? std::vector<wire::PresenceMessage>() : std::vector{seen->second.message};
}

} // namespace comptoir::central
