// SPDX-License-Identifier: GPL-3.0-or-later
// How the simulated service goes back to an earlier state: by the command, or by somebody who puts an older file in the database's place.
#include "CentralMachine.h"
#include "Holds.h"

#include <QFile>

namespace comptoir::sim {

void CentralMachine::backUp(base::Random &draw)
{
    const QString fresh = m_folder.filePath(QStringLiteral("backup-%1.db").arg(++m_backups));
    if (m_service->backups().make(fresh).result() && !m_disk.isStopped()) {
        const qsizetype most = draw.below(2) == 0 ? 0 : 1;
        while (m_kept.size() > most) {
            QFile::remove(m_kept.takeFirst());
        }
        m_kept << fresh;
        keepFence();
    }
}

void CentralMachine::restore(base::Random &draw)
{
    if (m_kept.isEmpty()) {
        return;
    }
    m_restored = true;
    const QString chosen = m_kept[qsizetype(draw.below(quint64(m_kept.size())))];
    if (draw.below(3) == 0) {
        return putInPlace(chosen, draw);
    }
    close();
    const central::Backups::Places places{chosen, database(), QStringLiteral(":/sql/central")};
    auto kept = central::Backups::restore(places, m_time, m_random);
    while (!kept && m_disk.isStopped()) { // the machine stopped in the middle: the administrator does it again
        m_disk.start(draw.below(2) == 0, draw);
        kept = central::Backups::restore(places, m_time, m_random);
    }
    HOLDS(kept, "a backup does not come back: " + kept.error().message.toStdString());
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QFile::remove(*kept + suffix);
    }
    open();
    for (auto &[device, seated] : m_seats) {
        seated.accessToken.clear();
    }
}

void CentralMachine::putInPlace(const QString &copy, base::Random &draw)
{
    keepFence(); // what it went back by is more than the seconds the fence is behind
    m_disk.stop();
    close();
    m_disk.start(false, draw);
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm"), QString()}) {
        QFile::remove(database() + suffix);
    }
    HOLDS(QFile::rename(copy, database()));
    m_kept.removeOne(copy);
    m_putInPlace = true;
    open();
    m_putInPlace = false;
    for (auto &[device, seated] : m_seats) {
        seated.accessToken.clear();
    }
}

void CentralMachine::keepFence()
{
    m_fenceMs = m_time.nowMs();
    const central::Fence fence(central::Fence::beside(database()));
    (void)m_store->read([&](store::Db &db) { return fence.keep(db, m_fence); }).result();
    QFile file(fence.path());
    if (file.open(QIODevice::ReadOnly)) {
        m_fenceFile = file.readAll();
    }
}

void CentralMachine::putFence()
{
    if (!m_fenceFile.isEmpty()) {
        QFile file(central::Fence::beside(database()));
        HOLDS(file.open(QIODevice::WriteOnly) && file.write(m_fenceFile) == m_fenceFile.size());
    }
}

void CentralMachine::settleFence()
{
    const central::Fence fence(central::Fence::beside(database()));
    const auto settle = [&] { return fence.settle(database(), QStringLiteral(":/sql/central"), m_time.nowMs(), m_random); };
    auto begun = settle();
    if (!begun) { // a full disk: the administrator makes room
        m_disk.setRoomy();
        begun = settle();
    }
    HOLDS(begun, "the fence cannot be settled: " + begun.error().message.toStdString());
    HOLDS(!*begun || m_putInPlace, "the database lacks what it had when the service stopped");
}

} // namespace comptoir::sim
