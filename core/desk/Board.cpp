// SPDX-License-Identifier: GPL-3.0-or-later
#include "Board.h"

#include "BoardReading.h"
#include "Catalogue.h"
#include "Clock.h"
#include "EventMessages.h"
#include "Log.h"
#include "Store.h"
#include "Then.h"

#include <QTimer>

namespace comptoir::desk {

using base::Result;

namespace {

constexpr int kBoardMovedEveryMs = 500;
/// More than any desk has: what the service says is bounded here too.
constexpr qsizetype kMostOperators = 10'000;
constexpr int kMostRinging = 100; // at one telephone

} // namespace

struct Board::Private
{
    explicit Private(const DeskParts &with) : parts(with) {}

    DeskParts parts;
    QTimer soon;
    QHash<base::Uuid, wire::PresenceMessage> presence;
    bool known = false;

    void addPresence(BoardFigures &figures) const;
};

void Board::Private::addPresence(BoardFigures &figures) const
{
    figures.presenceKnown = known;
    for (const domain::Operator &one : parts.catalogue.operators()) {
        if (!one.active) {
            continue;
        }
        OperatorLine line;
        line.id = one.id;
        line.name = one.name;
        if (const auto said = presence.constFind(one.id.value); known && said != presence.cend()) {
            line.state = said->state;
            line.pauseReason = said->text;
            line.sinceMs = said->sinceMs;
            figures.callsWaiting += std::clamp(said->ringing, 0, kMostRinging);
            if (said->oldestRingMs > 0 && (figures.oldestWaitingSinceMs == 0 || said->oldestRingMs < figures.oldestWaitingSinceMs)) {
                figures.oldestWaitingSinceMs = said->oldestRingMs;
            }
        }
        figures.operators.push_back(std::move(line));
    }
    std::stable_sort(figures.operators.begin(), figures.operators.end(), [](const OperatorLine &a, const OperatorLine &b) {
        return (a.state != domain::OperatorState::Offline) > (b.state != domain::OperatorState::Offline);
    });
}

Board::Board(const DeskParts &parts, QObject *parent) : QObject(parent), m_d(std::make_unique<Private>(parts))
{
    m_d->soon.setSingleShot(true);
    m_d->soon.setInterval(kBoardMovedEveryMs);
    connect(&m_d->soon, &QTimer::timeout, this, &Board::moved);
    connect(&parts.store, &store::Store::changed, this, [this](const store::Changes &changes) {
        using store::Entity;
        const bool counts = changes.touches(Entity::Ticket) || changes.touches(Entity::Contact);
        if (counts && !m_d->soon.isActive()) {
            m_d->soon.start();
        }
    });
    connect(&parts.catalogue, &Catalogue::changed, this, &Board::moved);
}

Board::~Board() = default;

QFuture<Result<BoardFigures>> Board::figures()
{
    const auto future = m_d->parts.store.read([now = m_d->parts.clock.nowMs()](store::Db &db) { return readFigures(db, now); });
    return base::then(future, this, [this](Result<BoardFigures> figures) {
        if (figures) {
            nameBars(*figures, m_d->parts.catalogue);
            m_d->addPresence(*figures);
        }
        return figures;
    });
}

std::vector<domain::Contact> Board::waitingCalls() const
{
    std::vector<domain::Contact> out;
    for (const domain::Operator &one : m_d->parts.catalogue.operators()) {
        const auto said = m_d->presence.constFind(one.id.value);
        if (!m_d->known || !one.active || said == m_d->presence.cend()) {
            continue;
        }
        for (int i = 0; i < std::min(said->ringing, kMostRinging); ++i) {
            domain::Contact call;
            call.id = domain::ContactId::fromName(QByteArray(one.id.toString().toUtf8() + QByteArray::number(i)));
            call.handledBy = one.id;
            call.startedMs = i == 0 ? said->oldestRingMs : 0;
            out.push_back(std::move(call));
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const domain::Contact &a, const domain::Contact &b) {
        return a.startedMs != 0 && (b.startedMs == 0 || a.startedMs < b.startedMs);
    });
    return out;
}

bool Board::presenceKnown() const
{
    return m_d->known;
}

void Board::takePresence(const QByteArray &message)
{
    const auto event = wire::EventMessage::decode(message);
    if (!event) {
        qCWarning(base::lcDesk, "a message of the service cannot be read: %s", qUtf8Printable(event.error().message));
        return;
    }
    if (event->presence.empty()) {
        return;
    }
    for (const wire::PresenceMessage &one : event->presence) {
        if (m_d->presence.size() < kMostOperators || m_d->presence.contains(one.operatorId.value)) {
            m_d->presence.insert(one.operatorId.value, one);
        }
    }
    m_d->known = true;
    Q_EMIT moved();
}

void Board::losePresence()
{
    if (m_d->known) {
        m_d->known = false;
        m_d->presence.clear();
        Q_EMIT moved();
    }
}

} // namespace comptoir::desk
