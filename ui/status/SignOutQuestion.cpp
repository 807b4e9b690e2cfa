// SPDX-License-Identifier: GPL-3.0-or-later
#include "SignOutQuestion.h"

#include "KeyButton.h"
#include "PlainLabel.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace comptoir::ui {

namespace {

constexpr int kQuestionPx = 440;

bool isAway(const sync::SyncStatus &status)
{
    using State = sync::SyncStatus::State;
    return status.state == State::Offline || status.state == State::Connecting;
}

PlainLabel *addText(QVBoxLayout &column, FontRole role, QWidget *parent)
{
    auto *text = new PlainLabel({}, role, Tone::Text, parent);
    text->setWordWrap(true);
    text->setFixedWidth(kQuestionPx);
    column.addWidget(text);
    return text;
}

} // namespace

SignOutQuestion::SignOutQuestion(QWidget *parent) : QDialog(parent), m_stay(new KeyButton(tr("Stay"), {}, KeyButton::Look::Primary, this))
{
    setWindowTitle(tr("Sign out now?"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->setSizeConstraint(QLayout::SetFixedSize);
    addText(*column, FontRole::PaneTitle, this)->setText(windowTitle());
    m_copy = addText(*column, FontRole::Body, this);
    m_unsent = addText(*column, FontRole::Body, this);
    auto *leave = new KeyButton(tr("Sign out all the same"), QStringLiteral("log-out"), KeyButton::Look::Normal, this);
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
        Q_EMIT confirmed();
        accept();
    });
    m_stay->setFocus();
}

bool SignOutQuestion::needed(const sync::SyncStatus &status)
{
    return isAway(status) || status.waiting > 0;
}

void SignOutQuestion::show(const sync::SyncStatus &status)
{
    if (isAway(status)) {
        m_copy->setText(tr("The service is not reached. Signing out empties the copy on this computer: until the service is back, whoever "
                           "signs in here finds neither tickets nor people."));
    } else if (status.waiting > 0) {
        m_copy->setText(tr("Signing out empties the copy on this computer; it comes back with the next sign-in."));
    } else {
        m_copy->setText(tr("The service has everything now. Signing out empties the copy on this computer; it comes back with the next "
                           "sign-in."));
    }
    m_unsent->setText(
        tr("%n change(s) not sent yet stay here, behind your password, and go out after your next sign-in.", nullptr, status.waiting));
    m_unsent->setVisible(status.waiting > 0);
    setAccessibleName(windowTitle());
    setAccessibleDescription(m_copy->text() + (status.waiting > 0 ? QString(u' ' + m_unsent->text()) : QString()));
    QWidget::show();
}

void SignOutQuestion::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        auto *button = qobject_cast<KeyButton *>(focusWidget());
        (button ? button : m_stay)->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace comptoir::ui

#include "moc_SignOutQuestion.cpp"
