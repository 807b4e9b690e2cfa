// SPDX-License-Identifier: GPL-3.0-or-later
#include "UnkeptQuestion.h"

#include "KeyButton.h"
#include "PlainLabel.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace comptoir::ui {

namespace {

constexpr int kUnkeptPx = 440;

} // namespace

UnkeptQuestion::UnkeptQuestion(QWidget *parent) : QDialog(parent), m_stay(new KeyButton(tr("Stay"), {}, KeyButton::Look::Primary, this))
{
    setWindowTitle(tr("Leave without keeping it?"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->setSizeConstraint(QLayout::SetFixedSize);
    const auto add = [&](const QString &text, FontRole role) {
        auto *label = new PlainLabel(text, role, Tone::Text, this);
        label->setWordWrap(true);
        label->setFixedWidth(kUnkeptPx);
        column->addWidget(label);
        return label;
    };
    add(windowTitle(), FontRole::PaneTitle);
    const auto *why = add(tr("What is written in an open ticket is not kept on this machine, or not saved yet: it would be lost. Where the "
                             "disk is full, free some space; it is then kept by itself."),
                          FontRole::Body);
    setAccessibleName(windowTitle());
    setAccessibleDescription(why->text());
    auto *leave = new KeyButton(tr("Leave and lose it"), QStringLiteral("log-out"), KeyButton::Look::Normal, this);
    leave->setObjectName(QStringLiteral("leave"));
    leave->setAccessibleName(leave->text());
    m_stay->setObjectName(QStringLiteral("stay"));
    m_stay->setKeyHint(tr("Esc"));
    m_stay->setAccessibleName(m_stay->text());
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(leave);
    foot->addWidget(m_stay);
    column->addSpacing(8);
    column->addLayout(foot);
    connect(m_stay, &KeyButton::clicked, this, &QDialog::reject);
    connect(leave, &KeyButton::clicked, this, [this] {
        accept();
        Q_EMIT confirmed();
    });
    m_stay->setFocus();
}

void UnkeptQuestion::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        auto *button = qobject_cast<KeyButton *>(focusWidget());
        (button ? button : m_stay)->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace comptoir::ui

#include "moc_UnkeptQuestion.cpp"
