// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace comptoir::service {

/// A way to a socket file that holds however long its path is: a socket's address has 107 characters at most.
class SocketPath
{
public:
    explicit SocketPath(const QString &path);
    ~SocketPath();
    SocketPath(const SocketPath &) = delete;
    SocketPath &operator=(const SocketPath &) = delete;

    [[nodiscard]] bool isValid() const { return m_folder >= 0; }
    /// Valid while this object lives.
    [[nodiscard]] std::string reachable() const;

private:
    int m_folder = -1;
    std::string m_name;
};

} // namespace comptoir::service
