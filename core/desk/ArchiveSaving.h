// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ArchivedFile.h"
#include "Result.h"

#include <QFuture>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>

namespace comptoir::store {
class Store;
}

namespace comptoir::desk {

class ArchiveSource;

/// Brings files from the service to where somebody wants them, one after the other: at most one of them is in memory, and nothing of it stands
/// on the disk before it was whole. Summed and written on the store's threads; the store keeps nothing.
class ArchiveSaving
{
public:
    /// Both outlive it.
    ArchiveSaving(ArchiveSource &source, store::Store &store);
    ~ArchiveSaving();

    [[nodiscard]] QFuture<base::Result<>> add(const ArchivedFile &file, const QString &path, std::function<void(qint64)> moved);

private:
    struct Job;
    void next();
    void ask(const std::shared_ptr<Job> &job);
    void take(const std::shared_ptr<Job> &job, const base::Result<QByteArray> &piece);
    void write(const std::shared_ptr<Job> &job);
    void end(const std::shared_ptr<Job> &job, const base::Result<> &done);

    ArchiveSource &m_source;
    store::Store &m_store;
    std::deque<std::shared_ptr<Job>> m_waiting;
    bool m_busy = false;
    QObject m_context; ///< what comes after its end goes nowhere
};

} // namespace comptoir::desk
