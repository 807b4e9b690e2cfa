// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallFeed.h"

#include "CallBar.h"
#include "CallHandling.h"
#include "Catalogue.h"
#include "Clock.h"
#include "DeskFrame.h"
#include "DeskSession.h"
#include "StatusStrip.h"
#include "TransferEntry.h"
#include "Words.h"

namespace comptoir::ui {

CallFeed::CallFeed(const Parts &parts, DeskFrame &frame, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_frame(frame)
    , m_transfer(new TransferEntry(&frame))
{
    CallBar &bar = frame.callBar();
    desk::CallHandling &calls = parts.calls;
    m_transfer->hide();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] { m_frame.callBar().tick(m_parts.clock.nowMs()); });
    connect(&calls, &desk::CallHandling::stateChanged, this, &CallFeed::onState);
    connect(&calls, &desk::CallHandling::failed, this,
            [this](const base::Error &error) { m_frame.status().showMessage(Words::of(error)); });
    connect(&bar, &CallBar::answerAsked, &calls, &desk::CallHandling::answer);
    connect(&bar, &CallBar::hangUpAsked, &calls, &desk::CallHandling::hangUp);
    connect(&bar, &CallBar::holdAsked, &calls, &desk::CallHandling::toggleHold);
    connect(&bar, &CallBar::stateChosen, &calls, &desk::CallHandling::changeState);
    connect(&bar, &CallBar::wrapUpDone, this, [this] { m_parts.calls.finishWrapUp({}); });
    connect(&bar, &CallBar::transferAsked, this, &CallFeed::openTransfer);
    connect(m_transfer, &TransferEntry::transferTo, &calls, &desk::CallHandling::transfer);
    onState(calls.state());
}

void CallFeed::onState(const desk::CallState &state)
{
    m_frame.callBar().show(state, m_parts.clock.nowMs());
    const bool runs = state.phase != desk::CallState::Phase::None || state.waiting > 0 || state.state == domain::OperatorState::Pause;
    if (runs && !m_second.isActive()) {
        m_second.start();
    } else if (!runs) {
        m_second.stop();
    }
}

void CallFeed::openTransfer(QWidget *under)
{
    std::vector<TransferEntry::Place> colleagues;
    for (const domain::Operator &one : m_parts.catalogue.operators()) {
        if (one.active && !one.extension.isEmpty() && one.id != m_parts.session.operatorId) {
            colleagues.push_back({one.name, one.extension});
        }
    }
    m_transfer->openUnder(under, std::move(colleagues));
}

void CallFeed::dial(const QString &number)
{
    m_parts.calls.dial(number);
}

} // namespace comptoir::ui

#include "moc_CallFeed.cpp"
