// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "EventMessages.h"
#include "GrantTable.h"
#include "PeerNotice.h"
#include "Presence.h"
#include "SessionTable.h"

#include <chrono>
#include <functional>

namespace comptoir::central {

/// Who listens, as read from the database when the stream was asked for.
struct Listener
{
    Session session;
    std::map<domain::ScopeId, qint64> scopes; ///< granted, and how far each has come
};

/// Tells listeners which scopes moved and who does what. What a slow listener has not taken yet is merged, so that it holds one message at
/// most; where many listen, what moves right after they were told is gathered first (kPausePerListener). Used on one thread, that of the
/// endpoint.
class EventHub
{
public:
    using Key = quint64;
    /// Telling one listener costs the endpoint's thread so much: half of its time at most is for telling. A desk of fifty is told at once.
    static constexpr std::chrono::microseconds kPausePerListener{20};
    /// At least worth a timer, and at most what an operator may wait: half of the 200 ms in which others see what was confirmed.
    static constexpr std::chrono::milliseconds kLeastPause{1};
    static constexpr std::chrono::milliseconds kMostPause{100};

    struct Sink
    {
        std::function<void()> wake; ///< something is there to take; may come again before it was taken
        std::function<void()> close; ///< the listener may hear no more
    };

    /// The first message, with all scopes and the presence known, waits at once.
    Key add(const Listener &listener, Sink sink);
    void remove(Key key);
    /// What waits for a listener; nothing where there is nothing new.
    [[nodiscard]] std::optional<wire::EventMessage> take(Key key);

    void moved(const std::map<domain::ScopeId, qint64> &scopes);
    /// Who counts the pauses: calls resume() once so much time has gone by. Without one there are no pauses.
    void setPauses(std::function<void(std::chrono::microseconds)> pause) { m_pause = std::move(pause); }
    /// The pause is over: what moved in it is told.
    void resume();
    /// A console told what its operator does.
    void heard(const Session &session, const wire::PresenceMessage &told, qint64 nowMs);
    /// Lets operators go offline whose consoles are gone. To be called every few seconds.
    void tick(qint64 nowMs);
    /// Ends the streams of an operator whose rights changed, or of one sign-in.
    void closeOf(domain::OperatorId who);
    void closeOf(FamilyId family);
    /// Everybody's here: nobody is signed in any more.
    void closeAll();
    /// The other instances on the same database: what is told to this one is told to them through `tell`.
    void setPeers(std::function<void(const PeerNotice &)> tell) { m_tellPeers = std::move(tell); }
    /// What another instance told.
    void heardFromPeer(const PeerNotice &notice, qint64 nowMs);
    [[nodiscard]] std::size_t size() const { return m_listeners.size(); }

private:
    struct Entry
    {
        Listener listener;
        Sink sink;
        wire::EventMessage waiting;
    };

    void tell(const wire::PresenceMessage &message);
    void gatherMoved(const std::map<domain::ScopeId, qint64> &scopes);
    void tellMoved();
    void tellPeers(const PeerNotice &notice) const;
    void closeWhere(const std::function<bool(const Session &)> &wanted);

    std::map<Key, Entry> m_listeners;
    Presence m_presence;
    std::map<domain::ScopeId, qint64> m_gathered; ///< moved and not told yet
    bool m_isPausing = false;
    std::function<void(const PeerNotice &)> m_tellPeers;
    std::function<void(std::chrono::microseconds)> m_pause;
    Key m_next = 1;
};

} // namespace comptoir::central
