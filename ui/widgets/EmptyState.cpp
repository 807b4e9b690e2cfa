// SPDX-License-Identifier: GPL-3.0-or-later
#include "EmptyState.h"

#include "Icons.h"
#include "KeyButton.h"
#include "PlainLabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace comptoir::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_mark(new QWidget(this))
    , m_title(new PlainLabel({}, FontRole::Strong, Tone::Text, this))
    , m_next(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
    , m_action(new KeyButton({}, {}, KeyButton::Look::Normal, this))
{
    m_mark->setFixedHeight(32);
    m_title->setAlignment(Qt::AlignCenter);
    m_next->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_next->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(4);
    column->addStretch(2);
    column->addWidget(m_mark);
    column->addSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_next);
    column->addSpacing(8);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    offer({});
    connect(m_action, &KeyButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::show(const QString &iconName, const QString &title, const QString &next, const QString &action)
{
    m_icon = iconName;
    m_title->setText(title);
    m_next->setText(next);
    offer(action);
    setAccessibleName(title);
    setAccessibleDescription(next);
    update();
}

void EmptyState::offer(const QString &action)
{
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    // Without words it is no stop for the keyboard either: nothing unnamed takes the focus.
    m_action->setFocusPolicy(action.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    if (!m_icon.isEmpty()) {
        QPainter painter(this);
        paintIcon(painter, m_mark->geometry(), m_icon, tokens().muted, 24);
    }
}

} // namespace comptoir::ui
