// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

namespace comptoir::store {

/// Creates the file (0600) where it is missing, and its folder (0700). A file that is there keeps its content and becomes 0600.
[[nodiscard]] base::Result<> makePrivateFile(const QString &path);

/// Renames a closed file over what stands there, if anything, in such a way that a loss of power does not undo it. Full where there is no room.
/// After an error the file stands under either name.
[[nodiscard]] base::Result<> renameForGood(const QString &from, const QString &to);

/// What was made, renamed or removed in the folder of `file` stays so after a loss of power.
[[nodiscard]] base::Result<> syncFolderOf(const QString &file);

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
