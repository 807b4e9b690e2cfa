// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryFile.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>

namespace comptoir::base {
class Random;
}

namespace comptoir::sim {

/// The disk of one simulated machine: every file under its folder. What SQLite wrote and did not sync may be lost, sector by sector,
/// when the machine's power is cut. Files written otherwise than through SQLite are kept as they are.
class FaultDisk
{
public:
    static constexpr qint64 kSector = 512;

    explicit FaultDisk(const QString &folder);
    ~FaultDisk();
    FaultDisk(const FaultDisk &) = delete;
    FaultDisk &operator=(const FaultDisk &) = delete;

    /// The machine stops in the middle of the `calls`-th write or sync from now (1 = the next).
    void stopAfter(int calls) { m_untilStop = calls; }
    /// Writes fail with "disk full" while set.
    void setFull(bool full) { m_full = full; }
    /// Every `nth` write fails so: somebody else takes room and gives it back; 0 = none.
    void setTight(quint64 nth) { m_tight = nth; }
    /// There is room for everything again.
    void setRoomy() { m_full = false, m_tight = 0; }
    [[nodiscard]] bool isStopped() const { return m_stopped; }

    /// Stops the machine now, if it runs: nothing it has open reads or writes any more.
    void stop() { m_stopped = true; }
    /// The machine runs again. `powerCut`: of what was not synced, each sector is kept or lost at random; otherwise (kill -9) all is kept.
    void start(bool powerCut, base::Random &random);

    [[nodiscard]] quint64 writes() const { return m_calls; }

    // For the VFS.
    /// The disk that holds a file, or none.
    [[nodiscard]] static FaultDisk *of(const char *path);
    [[nodiscard]] quint64 life() const { return m_life; }
    [[nodiscard]] bool isFull() const { return m_full || (m_tight > 0 && m_calls % m_tight == 0); }
    /// True where the call must not happen any more; `torn` is then true once: this call is the one that is cut in half.
    [[nodiscard]] bool dies(bool &torn);

    /// What unsynced writes have covered.
    struct Unsynced
    {
        bool any = false;
        qint64 size = 0; ///< of the file, before the first of them
        std::map<qint64, QByteArray> before; ///< sector → its bytes then (short or empty: beyond the end)
    };
    std::map<std::string, Unsynced> unsynced;
    std::function<void()> synced; ///< told after each sync
    std::map<std::string, std::shared_ptr<MemoryContent>> files; ///< those that are open

private:
    std::string m_folder;
    quint64 m_life = 1;
    quint64 m_calls = 0;
    int m_untilStop = 0;
    bool m_full = false;
    quint64 m_tight = 0;
    bool m_stopped = false;
};

} // namespace comptoir::sim
