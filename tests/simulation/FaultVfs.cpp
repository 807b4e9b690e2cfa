// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultVfs.h"

#include "FaultDisk.h"
#include "MemoryFile.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace comptoir::sim {

namespace {

/// An open file: the system's own, or where it is on a simulated disk, one in memory.
struct File
{
    sqlite3_file base;
    FaultDisk *disk;
    quint64 life;
    char path[512];

    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(this) + sizeof(File)); }
    /// Opened by a machine that has stopped since.
    [[nodiscard]] bool isDead() const { return disk && (disk->isStopped() || disk->life() != life); }
};

File &of(sqlite3_file *file)
{
    return *reinterpret_cast<File *>(file);
}

sqlite3_vfs *systemVfs()
{
    static sqlite3_vfs *found = sqlite3_vfs_find("unix");
    return found;
}

/// Keeps what stood in the sectors a write will cover, and the size before.
void remember(File &file, qint64 offset, qint64 bytes)
{
    FaultDisk::Unsynced &kept = file.disk->unsynced[file.path];
    sqlite3_file *real = file.real();
    sqlite3_int64 size = 0;
    real->pMethods->xFileSize(real, &size);
    if (!kept.any) {
        kept.any = true;
        kept.size = size;
    }
    for (qint64 sector = offset / FaultDisk::kSector; sector * FaultDisk::kSector < offset + bytes; ++sector) {
        if (kept.before.contains(sector)) {
            continue;
        }
        const qint64 from = sector * FaultDisk::kSector;
        QByteArray before(std::clamp<qint64>(size - from, 0, FaultDisk::kSector), '\0');
        if (!before.isEmpty()) {
            real->pMethods->xRead(real, before.data(), int(before.size()), from);
        }
        kept.before.emplace(sector, before);
    }
}

int closeFile(sqlite3_file *file)
{
    return of(file).real()->pMethods->xClose(of(file).real());
}

int readFile(sqlite3_file *file, void *into, int bytes, sqlite3_int64 offset)
{
    return of(file).isDead() ? SQLITE_IOERR_READ : of(file).real()->pMethods->xRead(of(file).real(), into, bytes, offset);
}

int writeFile(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 offset)
{
    File &one = of(file);
    if (one.disk) {
        bool torn = false;
        if (one.isDead() || (one.disk->dies(torn) && !torn)) {
            return SQLITE_IOERR_WRITE;
        }
        if (one.disk->isFull()) {
            return SQLITE_FULL;
        }
        remember(one, offset, bytes);
        if (torn) {
            const int half = bytes / 2 / int(FaultDisk::kSector) * int(FaultDisk::kSector);
            one.real()->pMethods->xWrite(one.real(), from, half, offset);
            return SQLITE_IOERR_WRITE;
        }
    }
    return one.real()->pMethods->xWrite(one.real(), from, bytes, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    File &one = of(file);
    if (one.isDead()) {
        return SQLITE_IOERR_TRUNCATE;
    }
    if (one.disk) {
        sqlite3_int64 old = 0;
        one.real()->pMethods->xFileSize(one.real(), &old);
        if (old > size) {
            remember(one, size, old - size);
        }
    }
    return one.real()->pMethods->xTruncate(one.real(), size);
}

int syncFile(sqlite3_file *file, int /*flags*/)
{
    File &one = of(file);
    bool torn = false;
    if (one.disk && (one.isDead() || one.disk->dies(torn))) {
        return SQLITE_IOERR_FSYNC;
    }
    if (one.disk) {
        one.disk->unsynced.erase(one.path);
        if (one.disk->synced) {
            one.disk->synced();
        }
    }
    return SQLITE_OK; // nothing here outlives the process: the kernel need not be asked
}

int sizeOf(sqlite3_file *file, sqlite3_int64 *size)
{
    return of(file).isDead() ? SQLITE_IOERR_FSTAT : of(file).real()->pMethods->xFileSize(of(file).real(), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return of(file).isDead() ? SQLITE_IOERR_LOCK : of(file).real()->pMethods->xLock(of(file).real(), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return of(file).real()->pMethods->xUnlock(of(file).real(), level);
}

int checkLock(sqlite3_file *file, int *held)
{
    return of(file).real()->pMethods->xCheckReservedLock(of(file).real(), held);
}

int control(sqlite3_file *file, int what, void *with)
{
    return of(file).real()->pMethods->xFileControl(of(file).real(), what, with);
}

int sectorSize(sqlite3_file * /*file*/)
{
    return int(FaultDisk::kSector);
}

int traits(sqlite3_file * /*file*/)
{
    return 0; // nothing is promised: writes may tear, sectors may mix
}

int mapShared(sqlite3_file *file, int page, int bytes, int extend, volatile void **at)
{
    return of(file).isDead() ? SQLITE_IOERR_SHMMAP : of(file).real()->pMethods->xShmMap(of(file).real(), page, bytes, extend, at);
}

int lockShared(sqlite3_file *file, int offset, int many, int flags)
{
    return of(file).real()->pMethods->xShmLock(of(file).real(), offset, many, flags);
}

void barrier(sqlite3_file *file)
{
    of(file).real()->pMethods->xShmBarrier(of(file).real());
}

int unmapShared(sqlite3_file *file, int remove)
{
    return of(file).real()->pMethods->xShmUnmap(of(file).real(), of(file).isDead() ? 0 : remove);
}

const sqlite3_io_methods kMethods{2,          closeFile,  readFile,    writeFile, truncateFile, syncFile, sizeOf,
                                  lockFile,   unlockFile, checkLock,   control,   sectorSize,   traits,   mapShared,
                                  lockShared, barrier,    unmapShared, nullptr,   nullptr};

int openFile(sqlite3_vfs * /*vfs*/, sqlite3_filename path, sqlite3_file *file, int flags, int *given)
{
    auto *one = new (file) File{};
    one->disk = FaultDisk::of(path);
    if (one->disk) {
        one->life = one->disk->life();
        qstrncpy(one->path, path, sizeof(one->path));
        if (one->disk->isStopped()) {
            return SQLITE_CANTOPEN;
        }
    }
    if (one->disk && given) {
        *given = flags;
    }
    const int rc = one->disk ? openMemoryFile(*one->disk, path, one->real(), flags)
                             : systemVfs()->xOpen(systemVfs(), path, one->real(), flags, given);
    one->base.pMethods = one->real()->pMethods ? &kMethods : nullptr;
    return rc;
}

int removeFile(sqlite3_vfs * /*vfs*/, const char *path, int sync)
{
    FaultDisk *disk = FaultDisk::of(path);
    if (disk && disk->isStopped()) {
        return SQLITE_IOERR_DELETE;
    }
    if (disk) {
        disk->unsynced.erase(path);
        removeMemoryFile(*disk, path);
        return SQLITE_OK;
    }
    return systemVfs()->xDelete(systemVfs(), path, sync);
}

int isThere(sqlite3_vfs * /*vfs*/, const char *path, int flags, int *there)
{
    const FaultDisk *disk = FaultDisk::of(path);
    const auto open = disk ? disk->files.find(path) : decltype(disk->files.find(path)){};
    if (disk && open != disk->files.end()) {
        *there = flags != SQLITE_ACCESS_EXISTS || !open->second->bytes.empty();
        return SQLITE_OK;
    }
    return systemVfs()->xAccess(systemVfs(), path, flags, there);
}

} // namespace

void installFaultVfs()
{
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs made = *systemVfs();
        made.szOsFile = int(sizeof(File)) + std::max(systemVfs()->szOsFile, memoryFileSize());
        made.pNext = nullptr;
        made.zName = "fault";
        made.xOpen = openFile;
        made.xDelete = removeFile;
        made.xAccess = isThere;
        return made;
    }();
    sqlite3_vfs_register(&vfs, 1);
}

void seedSqlite(int seed)
{
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, seed, nullptr);
}

} // namespace comptoir::sim
