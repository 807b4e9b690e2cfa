// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Asset.h"
#include "Result.h"

#include <QObject>

namespace comptoir::desk {

/// Starts remote-help programs as the administrator's policy says (TELEPHONY.md §5); a program and a list, never a shell.
class AssistLauncher : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct Plan
    {
        QString tool;
        QString target;
        QString shown; ///< the exact command or URI
        bool tracksEnd = false;
        int handle = 0; ///< names the plan in launch()
    };

    /// What the policy offers for this way in; an Error where its target breaks the grammar (`-x`, spaces, too long) or no tool serves it.
    [[nodiscard]] virtual base::Result<Plan> plan(const domain::RemoteAccess &access) = 0;
    virtual void launch(const Plan &plan) = 0;
    virtual void terminate() = 0;

Q_SIGNALS:
    /// Control has begun (read from the tool's log; at once for tools that tell nothing).
    void started();
    /// `closed`, `refused`, `unreachable`, `auth_failed`, `lost`, `not_installed`.
    void ended(const QString &outcome);
};

} // namespace comptoir::desk
