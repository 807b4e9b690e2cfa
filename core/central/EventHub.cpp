// SPDX-License-Identifier: GPL-3.0-or-later
#include "EventHub.h"

#include "Rights.h"

namespace comptoir::central {

EventHub::Key EventHub::add(const Listener &listener, Sink sink)
{
    const Key key = m_next++;
    Entry entry{listener, std::move(sink), {}};
    entry.waiting.moved = listener.scopes;
    entry.waiting.presence = maySeePresenceOfAll(listener.session.role) ? m_presence.all() : m_presence.of(listener.session.operatorId);
    m_listeners.emplace(key, std::move(entry));
    return key;
}

void EventHub::remove(Key key)
{
    m_listeners.erase(key);
}

std::optional<wire::EventMessage> EventHub::take(Key key)
{
    const auto entry = m_listeners.find(key);
    if (entry == m_listeners.end() || entry->second.waiting == wire::EventMessage()) {
        return std::nullopt;
    }
    return std::exchange(entry->second.waiting, {});
}

void EventHub::moved(const std::map<domain::ScopeId, qint64> &scopes)
{
    gatherMoved(scopes);
    tellPeers({.moved = scopes});
}

void EventHub::tellPeers(const PeerNotice &notice) const
{
    if (m_tellPeers && !notice.isEmpty()) {
        m_tellPeers(notice);
    }
}

void EventHub::heardFromPeer(const PeerNotice &notice, qint64 nowMs)
{
    gatherMoved(notice.moved);
    for (const wire::PresenceMessage &one : notice.presence) {
        m_presence.keep(one, nowMs);
        tell(one);
    }
    for (const domain::OperatorId &who : notice.present) {
        m_presence.touch(who, nowMs);
    }
    for (const domain::OperatorId &who : notice.rightsOf) {
        closeWhere([who](const Session &session) { return session.operatorId == who; });
    }
    for (const FamilyId &family : notice.ended) {
        closeWhere([family](const Session &session) { return session.family == family; });
    }
    if (notice.asks) {
        tellPeers({.presence = m_presence.all()});
    }
}

void EventHub::gatherMoved(const std::map<domain::ScopeId, qint64> &scopes)
{
    for (const auto &[scope, seq] : scopes) {
        qint64 &known = m_gathered[scope];
        known = std::max(known, seq);
    }
    if (!m_isPausing) {
        tellMoved();
    }
}

void EventHub::resume()
{
    m_isPausing = false;
    tellMoved();
}

void EventHub::tellMoved()
{
    if (m_gathered.empty()) {
        return;
    }
    const auto scopes = std::exchange(m_gathered, {});
    if (const auto pause = std::min<std::chrono::microseconds>(kMostPause, kPausePerListener * m_listeners.size());
        m_pause && pause >= kLeastPause) {
        m_isPausing = true;
        m_pause(pause);
    }
    std::vector<std::function<void()>> wakes;
    for (auto &[key, entry] : m_listeners) {
        bool any = false;
        for (const auto &[scope, seq] : scopes) {
            if (entry.listener.scopes.contains(scope)) {
                qint64 &known = entry.waiting.moved[scope];
                known = std::max(known, seq);
                any = true;
            }
        }
        if (any) {
            wakes.push_back(entry.sink.wake);
        }
    }
    for (const auto &wake : wakes) {
        wake();
    }
}

void EventHub::heard(const Session &session, const wire::PresenceMessage &told, qint64 nowMs)
{
    const wire::PresenceMessage message = m_presence.heard(session.operatorId, told, nowMs);
    tell(message);
    tellPeers({.presence = {message}});
}

void EventHub::tick(qint64 nowMs)
{
    PeerNotice here;
    for (const auto &[key, entry] : m_listeners) {
        m_presence.touch(entry.listener.session.operatorId, nowMs);
        here.present.push_back(entry.listener.session.operatorId);
    }
    tellPeers(here);
    for (const wire::PresenceMessage &message : m_presence.expire(nowMs)) {
        tell(message);
    }
}

void EventHub::tell(const wire::PresenceMessage &message)
{
    std::vector<std::function<void()>> wakes;
    for (auto &[key, entry] : m_listeners) {
        const Session &session = entry.listener.session;
        if (maySeePresenceOfAll(session.role) || session.operatorId == message.operatorId) {
            std::erase_if(entry.waiting.presence, [&](const wire::PresenceMessage &old) { return old.operatorId == message.operatorId; });
            entry.waiting.presence.push_back(message);
            wakes.push_back(entry.sink.wake);
        }
    }
    for (const auto &wake : wakes) {
        wake();
    }
}

void EventHub::closeOf(domain::OperatorId who)
{
    tellPeers({.rightsOf = {who}});
    closeWhere([who](const Session &session) { return session.operatorId == who; });
}

void EventHub::closeOf(FamilyId family)
{
    tellPeers({.ended = {family}});
    closeWhere([family](const Session &session) { return session.family == family; });
}

void EventHub::closeAll()
{
    m_gathered.clear(); // of the life that is over
    closeWhere([](const Session &) { return true; });
}

void EventHub::closeWhere(const std::function<bool(const Session &)> &wanted)
{
    std::vector<std::function<void()>> closes;
    for (const auto &[key, entry] : m_listeners) {
        if (wanted(entry.listener.session)) {
            closes.push_back(entry.sink.close);
        }
    }
    for (const auto &close : closes) {
        close(); // removes itself
    }
}

} // namespace comptoir::central
