// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssistController.h"

#include "AssistPanel.h"
#include "Clock.h"
#include "Parts.h"
#include "Words.h"

#include <QTimer>

namespace comptoir::ui {

using desk::Assist;

AssistController::AssistController(const Parts &parts, AssistPanel *panel, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_panel(panel)
    , m_second(new QTimer(this))
{
    m_second->setInterval(1000);
    connect(m_second, &QTimer::timeout, this, [this] { m_panel->tick(m_parts.clock.nowMs()); });
    connect(&parts.assist, &Assist::sessionChanged, this, [this](const Assist::Session &session) {
        m_panel->show(session, m_parts.clock.nowMs());
        if (session.phase == Assist::Session::Phase::Running) {
            m_second->start();
        } else {
            m_second->stop();
        }
    });
    connect(&parts.assist, &Assist::failed, this, [this](const base::Error &error) { m_panel->showFailure(Words::of(error)); });
    connect(panel, &AssistPanel::agreed, this, [this](const Assist::Offer &offer) {
        m_offer = offer;
        m_asset = m_panel->asset();
        m_agreedMs = m_parts.clock.nowMs();
        m_next = Next::Start;
        Q_EMIT ticketWanted();
    });
    connect(panel, &AssistPanel::refused, this, [this](const Assist::Offer &offer) {
        m_offer = offer;
        m_asset = m_panel->asset();
        m_next = Next::Decline;
        Q_EMIT ticketWanted();
    });
    connect(panel, &AssistPanel::endWanted, &parts.assist, &Assist::end);
    connect(panel, &AssistPanel::noteWanted, this, &AssistController::noteWanted);
}

void AssistController::ask(const domain::Asset &asset)
{
    const auto phase = m_parts.assist.session().phase;
    if (phase == Assist::Session::Phase::Starting || phase == Assist::Session::Phase::Running) {
        m_panel->show(m_parts.assist.session(), m_parts.clock.nowMs());
        return;
    }
    m_panel->ask(asset, m_parts.assist.offers(asset));
}

void AssistController::go(domain::TicketId ticket)
{
    switch (std::exchange(m_next, Next::None)) {
    case Next::None: break;
    case Next::Start: m_parts.assist.start(ticket, m_asset, m_offer, m_agreedMs); break;
    case Next::Decline: m_parts.assist.declined(ticket, m_asset, m_offer); break;
    }
}

} // namespace comptoir::ui
