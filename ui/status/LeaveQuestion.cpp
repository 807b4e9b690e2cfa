// SPDX-License-Identifier: GPL-3.0-or-later
#include "LeaveQuestion.h"

#include "KeyButton.h"
#include "PlainLabel.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace comptoir::ui {

namespace {

constexpr int kQuestionPx = 440;

} // namespace

LeaveQuestion::LeaveQuestion(const QString &title, const QString &leave, QWidget *parent)
    : QDialog(parent)
    , m_texts(new QVBoxLayout)
    , m_stay(new KeyButton(tr("Stay"), {}, KeyButton::Look::Primary, this))
{
    setWindowTitle(title);
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->setSizeConstraint(QLayout::SetFixedSize);
    m_texts->setSpacing(8);
    column->addLayout(m_texts);
    addText(FontRole::PaneTitle)->setText(title);
    auto *go = new KeyButton(leave, QStringLiteral("log-out"), KeyButton::Look::Normal, this);
    go->setObjectName(QStringLiteral("leave"));
    go->setAccessibleName(leave);
    m_stay->setObjectName(QStringLiteral("stay"));
    m_stay->setKeyHint(tr("Esc"));
    m_stay->setAccessibleName(m_stay->text());
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(go);
    foot->addWidget(m_stay);
    column->addSpacing(8);
    column->addLayout(foot);
    connect(m_stay, &KeyButton::clicked, this, &QDialog::reject);
    connect(go, &KeyButton::clicked, this, [this] {
        accept();
        Q_EMIT confirmed();
    });
    m_stay->setFocus();
}

PlainLabel *LeaveQuestion::addText(FontRole role)
{
    auto *text = new PlainLabel({}, role, Tone::Text, this);
    text->setWordWrap(true);
    text->setFixedWidth(kQuestionPx);
    m_texts->addWidget(text);
    return text;
}

void LeaveQuestion::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        auto *button = qobject_cast<KeyButton *>(focusWidget());
        (button ? button : m_stay)->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace comptoir::ui

#include "moc_LeaveQuestion.cpp"
