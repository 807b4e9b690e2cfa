// SPDX-License-Identifier: GPL-3.0-or-later
#include "SignOutQuestion.h"

#include "PlainLabel.h"

namespace comptoir::ui {

namespace {

bool isAway(const sync::SyncStatus &status)
{
    using State = sync::SyncStatus::State;
    return status.state == State::Offline || status.state == State::Connecting;
}

} // namespace

SignOutQuestion::SignOutQuestion(QWidget *parent)
    : LeaveQuestion(tr("Sign out now?"), tr("Sign out all the same"), parent)
    , m_copy(addText())
    , m_unsent(addText())
{}

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
    setAccessibleDescription(m_copy->text() + (status.waiting > 0 ? QString(u' ' + m_unsent->text()) : QString()));
    QWidget::show();
}

} // namespace comptoir::ui

#include "moc_SignOutQuestion.cpp"
