// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryFile.h"

#include "FaultDisk.h"

#include <QFile>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace comptoir::sim {

namespace {

/// One connection's handle.
struct Open
{
    sqlite3_file base;
    FaultDisk *disk;
    std::shared_ptr<MemoryContent> content;
    int level;
    bool mapped;
    std::array<bool, MemoryContent::kSlots> slots;
};

Open &of(sqlite3_file *file)
{
    return *reinterpret_cast<Open *>(file);
}

int unlock(sqlite3_file *file, int level)
{
    Open &one = of(file);
    MemoryContent &content = *one.content;
    if (level <= SQLITE_LOCK_SHARED && one.level > SQLITE_LOCK_SHARED) {
        content.reserved = content.reserved == file ? nullptr : content.reserved;
        content.exclusive = content.exclusive == file ? nullptr : content.exclusive;
    }
    if (level == SQLITE_LOCK_NONE && one.level > SQLITE_LOCK_NONE) {
        --content.shared;
    }
    one.level = std::min(one.level, level);
    return SQLITE_OK;
}

int lock(sqlite3_file *file, int level)
{
    Open &one = of(file);
    MemoryContent &content = *one.content;
    if (one.level >= level) {
        return SQLITE_OK;
    }
    const auto others = [file](const void *holder) { return holder && holder != file; };
    if (others(content.exclusive) || (level >= SQLITE_LOCK_RESERVED && others(content.reserved))) {
        return SQLITE_BUSY;
    }
    if (one.level == SQLITE_LOCK_NONE) {
        ++content.shared;
        one.level = SQLITE_LOCK_SHARED;
    }
    if (level >= SQLITE_LOCK_RESERVED) {
        content.reserved = file;
        one.level = SQLITE_LOCK_RESERVED;
    }
    if (level == SQLITE_LOCK_EXCLUSIVE) {
        if (content.shared > 1) {
            return SQLITE_BUSY;
        }
        content.exclusive = file;
    }
    one.level = level;
    return SQLITE_OK;
}

int lockSlots(sqlite3_file *file, int offset, int many, int flags)
{
    Open &one = of(file);
    MemoryContent &content = *one.content;
    for (int at = offset; at < offset + many && (flags & SQLITE_SHM_LOCK); ++at) {
        const std::size_t slot = std::size_t(at);
        const bool taken = content.slotExclusive[slot] && content.slotExclusive[slot] != file;
        if (taken || ((flags & SQLITE_SHM_EXCLUSIVE) && content.slotShared[slot] > (one.slots[slot] ? 1 : 0))) {
            return SQLITE_BUSY;
        }
    }
    for (int at = offset; at < offset + many; ++at) {
        const std::size_t slot = std::size_t(at);
        if (flags & SQLITE_SHM_EXCLUSIVE) {
            content.slotExclusive[slot] = (flags & SQLITE_SHM_LOCK) ? file : nullptr;
        } else {
            const bool locks = (flags & SQLITE_SHM_LOCK) != 0;
            content.slotShared[slot] += int(locks) - int(one.slots[slot]);
            one.slots[slot] = locks;
        }
    }
    return SQLITE_OK;
}

int map(sqlite3_file *file, int page, int bytes, int extend, volatile void **at)
{
    Open &one = of(file);
    MemoryContent &content = *one.content;
    content.mapped += one.mapped ? 0 : 1;
    one.mapped = true;
    while (extend && content.regions.size() <= std::size_t(page)) {
        content.regions.push_back(std::make_unique<char[]>(std::size_t(bytes)));
    }
    *at = content.regions.size() > std::size_t(page) ? content.regions[std::size_t(page)].get() : nullptr;
    return SQLITE_OK;
}

int unmap(sqlite3_file *file, int /*remove*/)
{
    Open &one = of(file);
    if (one.mapped && --one.content->mapped == 0) {
        one.content->regions.clear(); // the next one to come recovers it
    }
    one.mapped = false;
    return SQLITE_OK;
}

int close(sqlite3_file *file)
{
    Open &one = of(file);
    const std::shared_ptr<MemoryContent> content = one.content;
    (void)unlock(file, SQLITE_LOCK_NONE);
    for (std::size_t slot = 0; slot < one.slots.size(); ++slot) {
        content->slotShared[slot] -= int(one.slots[slot]);
        content->slotExclusive[slot] = content->slotExclusive[slot] == file ? nullptr : content->slotExclusive[slot];
    }
    (void)unmap(file, 0);
    if (--content->users == 0 && !content->gone) {
        QFile real(QString::fromStdString(content->path));
        if (real.open(QIODevice::WriteOnly)) {
            real.write(content->bytes.data(), qsizetype(content->bytes.size()));
        }
        one.disk->files.erase(content->path);
    }
    one.~Open();
    return SQLITE_OK;
}

int read(sqlite3_file *file, void *into, int bytes, sqlite3_int64 offset)
{
    const std::vector<char> &held = of(file).content->bytes;
    const auto here = std::size_t(std::clamp<qint64>(qint64(held.size()) - offset, 0, bytes));
    if (here > 0) { // an empty file has no bytes to point at
        std::memcpy(into, held.data() + offset, here);
    }
    std::memset(static_cast<char *>(into) + here, 0, std::size_t(bytes) - here);
    return here == std::size_t(bytes) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 offset)
{
    if (bytes <= 0) {
        return SQLITE_OK; // of a write that a full disk has cut to nothing
    }
    std::vector<char> &held = of(file).content->bytes;
    held.resize(std::max(held.size(), std::size_t(offset + bytes)));
    std::memcpy(held.data() + offset, from, std::size_t(bytes));
    return SQLITE_OK;
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    std::vector<char> &held = of(file).content->bytes;
    held.resize(std::min(held.size(), std::size_t(size)));
    return SQLITE_OK;
}

int sizeOf(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = sqlite3_int64(of(file).content->bytes.size());
    return SQLITE_OK;
}

int sync(sqlite3_file * /*file*/, int /*flags*/)
{
    return SQLITE_OK;
}

int checkLock(sqlite3_file *file, int *held)
{
    *held = of(file).content->reserved != nullptr;
    return SQLITE_OK;
}

int control(sqlite3_file * /*file*/, int /*what*/, void * /*with*/)
{
    return SQLITE_NOTFOUND;
}

int none(sqlite3_file * /*file*/)
{
    return 0;
}

void barrier(sqlite3_file * /*file*/) {}

const sqlite3_io_methods kMethods{2,       close, read, write, truncate,  sync,    sizeOf, lock,    unlock, checkLock,
                                  control, none,  none, map,   lockSlots, barrier, unmap,  nullptr, nullptr};

} // namespace

int memoryFileSize()
{
    return int(sizeof(Open));
}

int openMemoryFile(FaultDisk &disk, const char *path, sqlite3_file *file, int flags)
{
    std::shared_ptr<MemoryContent> &content = disk.files[path];
    if (!content) {
        QFile real(QString::fromUtf8(path));
        const bool there = real.open(QIODevice::ReadOnly);
        if (!there && !(flags & SQLITE_OPEN_CREATE)) {
            disk.files.erase(path);
            return SQLITE_CANTOPEN;
        }
        const QByteArray bytes = there ? real.readAll() : QByteArray();
        content = std::make_shared<MemoryContent>();
        content->path = path;
        content->bytes.assign(bytes.begin(), bytes.end());
    }
    ++content->users;
    auto *one = new (file) Open{};
    one->base.pMethods = &kMethods;
    one->disk = &disk;
    one->content = content;
    return SQLITE_OK;
}

void removeMemoryFile(FaultDisk &disk, const char *path)
{
    const auto open = disk.files.find(path);
    if (open != disk.files.end()) {
        open->second->gone = true;
        disk.files.erase(open);
    }
    QFile::remove(QString::fromUtf8(path));
}

} // namespace comptoir::sim
