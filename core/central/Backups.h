// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Store.h"

namespace comptoir::base {
class Clock;
class Random;
} // namespace comptoir::base

namespace comptoir::central {

/// Copies of the whole database in one file, made while the service runs, and the way back.
class Backups
{
public:
    /// `worker` runs the slow copy; its end is told through `post`, where there is one.
    Backups(store::Store &store, store::Executor &worker, const base::Clock &clock, store::Store::Post post = {})
        : m_store(store)
        , m_worker(worker)
        , m_clock(clock)
        , m_post(std::move(post))
    {}

    /// Writes and checks `path` (0600; refused where a file of that name is there), then tells the consoles how far it reaches.
    /// The size of the file in bytes.
    [[nodiscard]] QFuture<base::Result<qint64>> make(const QString &path);

    struct Places
    {
        QString backup;
        QString database; ///< of a service that is not running; kept beside under another name
        QString migrations;
    };
    /// Puts a backup in the place of the database: checked first, under a new epoch, with new device codes, nobody signed in.
    /// Tells where the database that stood there is kept (empty: there was none).
    [[nodiscard]] static base::Result<QString> restore(const Places &places, const base::Clock &clock, base::Random &random);
    /// Takes away what a killed restore left beside a database that is there; Invalid where that restore had taken the database away
    /// already: it has to be done again. Does nothing where another process works on the database.
    [[nodiscard]] static base::Result<> tidyRestore(const QString &database);

private:
    store::Store &m_store;
    store::Executor &m_worker;
    const base::Clock &m_clock;
    store::Store::Post m_post;
};

} // namespace comptoir::central
