// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <memory>
#include <string>
#include <vector>

struct sqlite3_file;

namespace comptoir::sim {

class FaultDisk;

/// What a file of a simulated disk holds while any connection has it open: its bytes, its locks, its shared memory. The real file is read
/// when it is opened first, and written when it is closed last, so that whatever else is done with files finds them there.
struct MemoryContent
{
    static constexpr int kSlots = 8; ///< locks of a write-ahead log

    std::string path;
    std::vector<char> bytes;
    bool gone = false; ///< deleted while it was open
    int users = 0;
    int shared = 0; ///< who hold SHARED or more
    const void *reserved = nullptr;
    const void *exclusive = nullptr;
    std::vector<std::unique_ptr<char[]>> regions;
    int mapped = 0;
    std::array<int, kSlots> slotShared{};
    std::array<const void *, kSlots> slotExclusive{};
};

/// Opens the file of a disk into `file`, as much as memoryFileSize() long; an SQLite code.
[[nodiscard]] int openMemoryFile(FaultDisk &disk, const char *path, sqlite3_file *file, int flags);
[[nodiscard]] int memoryFileSize();
/// Takes a file of a disk away, open or not.
void removeMemoryFile(FaultDisk &disk, const char *path);

} // namespace comptoir::sim
