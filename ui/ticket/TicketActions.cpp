// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketActions.h"

#include "Apply.h"
#include "Icons.h"
#include "KeyButton.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>

namespace comptoir::ui {

using domain::OpKind;
using domain::TicketState;

namespace {

constexpr qsizetype kButtons = 3;

OpKind kindOf(TicketAct act)
{
    switch (act) {
    case TicketAct::Claim: return OpKind::TicketClaim;
    case TicketAct::Assign: return OpKind::TicketAssign;
    case TicketAct::Wait: return OpKind::TicketWait;
    case TicketAct::Resume: return OpKind::TicketResume;
    case TicketAct::Resolve: return OpKind::TicketResolve;
    case TicketAct::Reopen: return OpKind::TicketReopen;
    case TicketAct::Close: return OpKind::TicketClose;
    case TicketAct::Cancel: return OpKind::TicketCancel;
    case TicketAct::Link:
    case TicketAct::Unlink: return OpKind::TicketLink;
    }
    return OpKind::TicketEdit;
}

/// What one does next, by state; the rest follows in its natural order.
QList<TicketAct> likely(TicketState state, bool mine)
{
    using enum TicketAct;
    switch (state) {
    case TicketState::New:
    case TicketState::InProgress:
        return mine ? QList{Resolve, Assign, Wait, Link, Unlink, Cancel} : QList{Claim, Resolve, Assign, Wait, Link, Unlink, Cancel};
    case TicketState::Waiting: return {Resume, Resolve, Assign, Claim, Link, Unlink, Cancel};
    case TicketState::Resolved: return {Close, Reopen, Link, Unlink};
    default: return {Reopen};
    }
}

} // namespace

TicketActions::TicketActions(QWidget *parent)
    : QWidget(parent)
    , m_more(new KeyButton({}, u"ellipsis"_qs, KeyButton::Look::Normal, this))
    , m_menu(new QMenu(this))
{
    make(TicketAct::Claim, tr("Take"), u"user-check"_qs, Qt::CTRL | Qt::Key_P);
    make(TicketAct::Assign, tr("Hand over…"), u"forward"_qs, Qt::CTRL | Qt::Key_T);
    make(TicketAct::Wait, tr("On hold…"), u"pause"_qs, Qt::CTRL | Qt::Key_H);
    make(TicketAct::Resume, tr("Resume"), u"play"_qs, Qt::CTRL | Qt::Key_H);
    make(TicketAct::Resolve, tr("Resolve…"), u"check"_qs, Qt::CTRL | Qt::Key_Return);
    make(TicketAct::Reopen, tr("Reopen…"), u"rotate-ccw"_qs, Qt::CTRL | Qt::Key_R);
    make(TicketAct::Close, tr("Close"), u"lock"_qs, Qt::CTRL | Qt::Key_Return);
    make(TicketAct::Cancel, tr("Cancel the ticket…"), u"circle-x"_qs, Qt::CTRL | Qt::SHIFT | Qt::Key_X);
    make(TicketAct::Link, tr("Attach…"), u"link"_qs, Qt::CTRL | Qt::Key_L);
    make(TicketAct::Unlink, tr("Detach"), u"unlink"_qs, {});

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (qsizetype i = 0; i < kButtons; ++i) {
        auto *button = new KeyButton({}, {}, i == 0 ? KeyButton::Look::Primary : KeyButton::Look::Normal, this);
        connect(button, &KeyButton::clicked, this, [this, i] { m_actions[m_offered[i]]->trigger(); });
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // narrow: the key goes first
        row->addWidget(button);
        m_buttons << button;
    }
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    row->addWidget(m_more);
    setTabOrder(m_buttons.last(), m_more);
    row->addStretch(1);
    connect(m_more, &KeyButton::clicked, this, [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2))); });
}

void TicketActions::make(TicketAct act, const QString &text, const QString &icon, const QKeySequence &key)
{
    auto *action = new QAction(ui::icon(icon), text, this);
    action->setShortcut(key);
    action->setData(icon);
    connect(action, &QAction::triggered, this, [this, act] { Q_EMIT wanted(act); });
    addAction(action);
    m_actions.insert(act, action);
}

void TicketActions::show(TicketState state, bool mine, bool attached)
{
    m_offered = likely(state, mine);
    m_offered.removeIf([&](TicketAct act) {
        return !domain::stateAfter(state, kindOf(act)) || (act == TicketAct::Unlink && !attached) || (act == TicketAct::Link && attached)
            || (act == TicketAct::Claim && mine);
    });
    place();
}

void TicketActions::suspend(bool suspended)
{
    m_suspended = suspended;
    place();
}

bool TicketActions::offers(TicketAct act) const
{
    return m_offered.contains(act);
}

void TicketActions::place()
{
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        it.value()->setEnabled(!m_suspended && m_offered.contains(it.key()));
    }
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        KeyButton *button = m_buttons[i];
        button->setVisible(i < m_offered.size());
        if (i < m_offered.size()) {
            const QAction *action = m_actions[m_offered[i]];
            button->setText(action->text());
            button->setIconName(i == 0 ? action->data().toString() : QString());
            button->setKeyHint(shownKey(action->shortcut()));
            button->setEnabled(!m_suspended);
        }
    }
    m_menu->clear();
    for (qsizetype i = m_buttons.size(); i < m_offered.size(); ++i) {
        m_menu->addAction(m_actions[m_offered[i]]);
    }
    m_more->setVisible(!m_menu->isEmpty());
    m_more->setEnabled(!m_suspended);
}

} // namespace comptoir::ui
