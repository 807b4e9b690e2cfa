// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CentralMachine.h"
#include "PowerCut.h"
#include "SimConsole.h"

#include <QTemporaryDir>

namespace comptoir::sim {

/// A console and its service in the middle of their work, kept as files, and the sessions that go on from there.
class CutStage
{
public:
    CutStage();
    ~CutStage();

    [[nodiscard]] std::vector<CutScript> consoleScripts();
    [[nodiscard]] std::vector<CutScript> serviceScripts();
    /// Migrations of both databases, a wipe, a repair.
    [[nodiscard]] std::vector<CutScript> fileScripts();
    /// A ticket put away by a round of the window, and one that late work brings back.
    [[nodiscard]] std::vector<CutScript> windowScripts();

private:
    using ConsoleWork = std::function<base::Result<>(store::Db &)>;
    using ServiceWork = std::function<base::Result<>(central::CentralService &, store::Store &, const QString &database)>;

    void work();
    void attach(domain::TicketId ticket);
    void speak();
    void keep(const QString &name);
    [[nodiscard]] QString folder(const QString &name);
    [[nodiscard]] CutScript console(const char *name, const char *prepared, ConsoleWork work) const;
    [[nodiscard]] CutScript service(const char *name, ServiceWork work) const;
    /// Makes a database of an earlier version; none for 0.
    static void migrateTo(const QString &folder, const QString &migrations, int version);
    [[nodiscard]] CutScript migration(const char *name, const QString &migrations, int from, int newest);
    [[nodiscard]] CutScript repair();
    [[nodiscard]] std::vector<CutScript> deskScripts() const;
    [[nodiscard]] std::vector<CutScript> syncScripts() const;

    tests::SimTime m_time;
    base::SeededRandom m_random{7};
    tests::Faults m_faults;
    std::vector<domain::OrganisationId> m_towns;
    QTemporaryDir m_root;
    std::unique_ptr<CentralMachine> m_service;
    std::unique_ptr<tests::SimConsole> m_console;
    domain::Ticket m_ticket; ///< one the service has
    std::vector<domain::OperationId> m_waiting; ///< made here and not sent
    central::blobs::Address m_file; ///< one attached to it, whose bytes the service does not have
    QByteArray m_content{8192, 'x'}; ///< its bytes
    QByteArray m_ops; ///< the request that sends them
    QByteArray m_verdicts; ///< its answer
    QByteArray m_pages; ///< the pull after it
    QByteArray m_firstPage; ///< the same, cut after one row
};

} // namespace comptoir::sim
