// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SyncStatus.h"

#include <QCoreApplication>

namespace comptoir::ui {

/// Why the copy on this computer cannot tell yet that something does not exist, in words for where nothing stands; false where it can.
class CopyGap
{
    Q_DECLARE_TR_FUNCTIONS(comptoir::ui::CopyGap)

public:
    /// No gap.
    CopyGap() = default;
    explicit CopyGap(const sync::SyncStatus &status);

    explicit operator bool() const { return m_copy == sync::SyncStatus::Copy::Partial; }
    /// False until the copy was looked at: nothing is to be said then.
    [[nodiscard]] bool known() const { return m_copy != sync::SyncStatus::Copy::Unknown; }
    [[nodiscard]] QString iconName() const;
    [[nodiscard]] QString title() const;
    /// What is missing, and when it comes.
    [[nodiscard]] QString next() const;
    bool operator==(const CopyGap &) const = default;

private:
    sync::SyncStatus::Copy m_copy = sync::SyncStatus::Copy::Whole;
    sync::SyncStatus::State m_state = sync::SyncStatus::State::Agreed;
    qint64 m_rows = 0; ///< so far
};

} // namespace comptoir::ui
