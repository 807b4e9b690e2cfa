// SPDX-License-Identifier: GPL-3.0-or-later
#include "CopyGap.h"

#include <QLocale>

namespace comptoir::ui {

using SyncState = sync::SyncStatus::State;

CopyGap::CopyGap(const sync::SyncStatus &status)
    : m_copy(status.copy)
    , m_state(status.state)
    , m_rows(status.copy == sync::SyncStatus::Copy::Partial ? status.rowsPulled : 0)
{}

QString CopyGap::iconName() const
{
    switch (m_state) {
    case SyncState::Connecting: return QStringLiteral("refresh-cw");
    case SyncState::Offline: return QStringLiteral("cloud-off");
    case SyncState::Unwritable: return QStringLiteral("hard-drive");
    case SyncState::TooOld: return QStringLiteral("triangle-alert");
    case SyncState::SignInNeeded: return QStringLiteral("lock");
    default: return QStringLiteral("cloud");
    }
}

QString CopyGap::title() const
{
    switch (m_state) {
    case SyncState::Connecting:
    case SyncState::Offline:
    case SyncState::Unwritable:
    case SyncState::TooOld:
    case SyncState::SignInNeeded: return tr("The copy on this computer is not filled yet");
    default: return tr("The copy is being fetched");
    }
}

QString CopyGap::next() const
{
    switch (m_state) {
    case SyncState::Connecting: return tr("What stands at the service comes once it answers. You can work meanwhile.");
    case SyncState::Offline: return tr("What stands at the service comes by itself once it is back. You can work meanwhile.");
    case SyncState::Unwritable: return tr("What stands at the service comes once this computer can save again: its disk is full or fails.");
    case SyncState::TooOld:
        return tr("What stands at the service comes once a newer version of this console is installed. You can work meanwhile.");
    case SyncState::SignInNeeded: return tr("What stands at the service comes once you have signed in again. You can work meanwhile.");
    default: break;
    }
    return m_rows > 0 ? tr("%1 rows so far; what is missing appears by itself. You can work meanwhile.").arg(QLocale().toString(m_rows))
                      : tr("What is missing appears by itself. You can work meanwhile.");
}

} // namespace comptoir::ui
