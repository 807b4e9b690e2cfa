// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Asset.h"
#include "AssistTemplate.h"

#include <vector>

namespace comptoir::net {

/// One tool of the administrator's policy: a program with an argument template, or a URI template.
struct AssistTool
{
    QString name; ///< `vnc`
    QString serves; ///< the kind of access it serves, as inventories report it (`remote_mgmt` type); by default its name
    QString program; ///< absolute path; empty where `uri` is set
    QStringList arguments;
    QString uri;
    bool tigerVncLog = false; ///< start and end are read from its standard error as TigerVNC writes it
};

/// What to run for one machine; every text checked.
struct AssistCommand
{
    QString program; ///< empty for a URI
    QStringList arguments;
    QString uri;
    bool tigerVncLog = false;

    /// As it is shown: program and arguments, or the URI.
    [[nodiscard]] QString shown() const;
};

/// Which tools may be started, and how: an administrator's file, or the built-in one (TigerVNC, RustDesk, AnyDesk, TeamViewer).
class AssistPolicy
{
public:
    [[nodiscard]] static AssistPolicy builtIn();
    /// The policy of a file: a regular file of root that nobody else may write, at most 64 KiB.
    /// NotFound, Forbidden (owner or mode), Invalid (with what is wrong).
    [[nodiscard]] static base::Result<AssistPolicy> fromFile(const QString &path);
    [[nodiscard]] static base::Result<AssistPolicy> fromJson(const QByteArray &json);

    [[nodiscard]] const std::vector<AssistTool> &tools() const { return m_tools; }
    /// The command for one way in; NotFound where no tool serves it, Invalid where the target breaks the grammar.
    [[nodiscard]] base::Result<std::pair<const AssistTool *, AssistCommand>> command(const domain::RemoteAccess &access) const;

private:
    std::vector<AssistTool> m_tools;
};

} // namespace comptoir::net
