// SPDX-License-Identifier: GPL-3.0-or-later
#include "StatusStrip.h"

#include "KeyButton.h"
#include "PlainLabel.h"
#include "Words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QTimer>

namespace comptoir::ui {

namespace {

using SyncState = sync::SyncStatus::State;

constexpr int kStripPx = 28;
constexpr int kMessageMs = 6000;

struct Look
{
    QString icon;
    Tone tone;
};

Look lookOf(SyncState state)
{
    switch (state) {
    case SyncState::Connecting: return {u"refresh-cw"_qs, Tone::Muted};
    case SyncState::FirstPull: return {u"cloud"_qs, Tone::Accent};
    case SyncState::Agreed: return {u"circle-check"_qs, Tone::Ok};
    case SyncState::Working: return {u"cloud-upload"_qs, Tone::Accent};
    case SyncState::Offline: return {u"cloud-off"_qs, Tone::Warn};
    case SyncState::Unwritable: return {u"hard-drive"_qs, Tone::Bad};
    case SyncState::TooOld: return {u"triangle-alert"_qs, Tone::Bad};
    case SyncState::SignInNeeded: return {u"lock"_qs, Tone::Warn};
    }
    return {};
}

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_state(new KeyButton({}, {}, KeyButton::Look::Quiet, this))
    , m_detail(new PlainLabel({}, FontRole::Secondary, Tone::Text, this))
    , m_refused(new KeyButton({}, QStringLiteral("circle-alert"), KeyButton::Look::Quiet, this))
    , m_conflicts(new KeyButton({}, QStringLiteral("triangle-alert"), KeyButton::Look::Quiet, this))
    , m_place(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
    , m_messageEnd(new QTimer(this))
{
    setFixedHeight(kStripPx);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 1, 12, 0);
    row->setSpacing(4);
    for (KeyButton *button : {m_state, m_refused, m_conflicts}) {
        QFont strong = fontOf(FontRole::Secondary);
        strong.setWeight(QFont::DemiBold);
        button->setFont(strong);
        button->setSmall(true);
        connect(button, &KeyButton::clicked, this, &StatusStrip::pendingAsked);
    }
    m_refused->setIconTone(Tone::Bad);
    m_refused->setTextTone(Tone::Bad);
    row->addWidget(m_state);
    row->addWidget(m_detail, 1);
    row->addWidget(m_refused);
    row->addWidget(m_conflicts);
    row->addSpacing(8);
    row->addWidget(m_place);
    m_conflicts->setIconTone(Tone::Warn);
    m_conflicts->setTextTone(Tone::Warn);
    m_conflicts->setAccessibleDescription(tr("Opens the list: values of yours that somebody else's replaced"));
    showConflicts(0);
    m_detail->setElided(true);
    m_messageEnd->setSingleShot(true);
    m_messageEnd->setInterval(kMessageMs);
    connect(m_messageEnd, &QTimer::timeout, this, [this] { showMessage({}); });
    show(sync::SyncStatus{});
}

void StatusStrip::show(const sync::SyncStatus &status)
{
    m_status = status;
    const Look look = lookOf(status.state);
    QString text;
    switch (status.state) {
    case SyncState::Connecting: text = tr("Connecting…"); break;
    case SyncState::FirstPull: text = tr("First copy under way"); break;
    case SyncState::Agreed: text = tr("Up to date"); break;
    case SyncState::Working: text = tr("Sending %n change(s)", nullptr, status.waiting); break;
    case SyncState::Offline:
        text = status.offlineSinceMs > 0 ? tr("Offline since %1").arg(Times::clock(status.offlineSinceMs)) : tr("Offline");
        break;
    case SyncState::Unwritable: text = tr("This computer cannot save"); break;
    case SyncState::TooOld: text = tr("This console is too old"); break;
    case SyncState::SignInNeeded: text = tr("Sign in again"); break;
    }
    m_state->setIconName(look.icon);
    m_state->setIconTone(look.tone);
    m_state->setTextTone(look.tone == Tone::Muted ? Tone::Text : look.tone);
    m_state->setText(text);
    m_state->setAccessibleName(text);
    m_state->setAccessibleDescription(tr("Opens the changes not sent yet"));
    m_refused->setVisible(status.refused > 0);
    m_refused->setText(tr("%n change(s) refused", nullptr, status.refused));
    m_refused->setAccessibleName(m_refused->text());
    m_state->updateGeometry();
    showDetail();
}

void StatusStrip::showDetail()
{
    QString text = m_message;
    if (text.isEmpty()) {
        switch (m_status.state) {
        case SyncState::FirstPull: text = tr("%1 rows so far; you can work meanwhile").arg(QLocale().toString(m_status.rowsPulled)); break;
        case SyncState::Offline:
        case SyncState::Connecting:
            text = m_status.waiting > 0
                ? tr("%n change(s) kept here, sent when the network is back", nullptr, m_status.waiting)
                : (m_status.state == SyncState::Offline ? tr("everything works; changes are kept here") : QString());
            break;
        case SyncState::Unwritable: text = tr("its disk is full or fails; what comes is fetched once there is room"); break;
        case SyncState::TooOld: text = tr("the service needs a newer version; work goes on here and is sent after the update"); break;
        case SyncState::SignInNeeded:
            text = m_status.waiting > 0 ? tr("%n change(s) kept here, sent after the sign-in", nullptr, m_status.waiting)
                                        : tr("work goes on here; changes are sent after the sign-in");
            break;
        default: break;
        }
    }
    m_detail->setText(text);
    m_detail->setAccessibleName(text);
}

void StatusStrip::showConflicts(int count)
{
    m_conflicts->setVisible(count > 0);
    m_conflicts->setText(tr("%n conflict(s)", nullptr, count));
    m_conflicts->setAccessibleName(m_conflicts->text());
}

void StatusStrip::showPlace(const QString &place)
{
    m_place->setText(place);
}

void StatusStrip::showMessage(const QString &text)
{
    m_message = text;
    if (!text.isEmpty()) {
        m_messageEnd->start();
    }
    showDetail();
}

void StatusStrip::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), tokens().surface);
    painter.fillRect(QRect(0, 0, width(), 1), tokens().line);
}

} // namespace comptoir::ui
