// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

namespace comptoir::store {

/// Creates the file (0600) where it is missing, and its folder (0700). A file that is there keeps its content and becomes 0600.
[[nodiscard]] base::Result<> makePrivateFile(const QString &path);

/// A lock on a file that one process holds at a time, until it ends, however it ends.
class FileLock
{
public:
    FileLock() = default;
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    ~FileLock();

    /// Locked where another process holds it.
    [[nodiscard]] static base::Result<FileLock> take(const QString &path);

private:
    int m_descriptor = -1;
};

} // namespace comptoir::store
