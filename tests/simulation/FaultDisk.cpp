// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultDisk.h"
#include "Random.h"

#include <QDir>
#include <QFile>

#include <vector>

namespace comptoir::sim {

namespace {

std::vector<FaultDisk *> &disks()
{
    static std::vector<FaultDisk *> all;
    return all;
}

/// Puts back what the power cut took: each unsynced sector at random, and now and then the length.
void lose(const std::string &path, const FaultDisk::Unsynced &unsynced, base::Random &random)
{
    QFile file(QString::fromStdString(path));
    if (!unsynced.any || !file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        return;
    }
    for (const auto &[sector, before] : unsynced.before) {
        if (random.below(2) == 0) {
            file.seek(sector * FaultDisk::kSector);
            file.write(before.leftJustified(FaultDisk::kSector, '\0'));
        }
    }
    if (random.below(3) == 0 && file.size() > unsynced.size) {
        file.resize(unsynced.size);
    }
}

} // namespace

FaultDisk::FaultDisk(const QString &folder) : m_folder(QFile::encodeName(folder + u'/').toStdString())
{
    disks().push_back(this);
}

FaultDisk::~FaultDisk()
{
    std::erase(disks(), this);
}

FaultDisk *FaultDisk::of(const char *path)
{
    for (FaultDisk *disk : disks()) {
        if (path && std::string_view(path).starts_with(disk->m_folder)) {
            return disk;
        }
    }
    return nullptr;
}

bool FaultDisk::dies(bool &torn)
{
    ++m_calls;
    torn = !m_stopped && m_untilStop > 0 && --m_untilStop == 0;
    m_stopped = m_stopped || torn;
    return m_stopped;
}

void FaultDisk::start(bool powerCut, base::Random &random)
{
    if (powerCut) {
        for (const auto &[path, lost] : unsynced) {
            lose(path, lost, random);
        }
        const QDir folder(QString::fromStdString(m_folder));
        for (const QString &shared : folder.entryList({QStringLiteral("*-shm")}, QDir::Files)) {
            QFile::remove(folder.filePath(shared));
        }
    }
    unsynced.clear();
    m_untilStop = 0;
    setRoomy();
    m_stopped = false;
    ++m_life;
}

} // namespace comptoir::sim
