// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Error.h"
#include "Ticket.h"

#include <QCoreApplication>

namespace comptoir::ui {

/// The desk's words for tickets that stand at the service alone. Plain text.
class ArchiveWords
{
    Q_DECLARE_TR_FUNCTIONS(comptoir::ui::ArchiveWords)

public:
    /// "Older · closed 12 Mar 2021"
    [[nodiscard]] static QString older(qint64 closedMs);
    /// Where the ticket on show comes from, and when it was read.
    [[nodiscard]] static QString readAt(qint64 readMs, domain::TicketState state);
    /// Why the service gave no answer, and what to do.
    [[nodiscard]] static QString notFound(const base::Error &error);
    /// Why one ticket could not be read.
    [[nodiscard]] static QString notRead(const base::Error &error);
    /// That a file, told with its state, is not at the service to be saved.
    [[nodiscard]] static QString notToSave(const QString &file);
    /// Why a file was not saved.
    [[nodiscard]] static QString notSaved(const QString &name, const base::Error &error);
    /// "12 March 2021", empty for 0.
    [[nodiscard]] static QString day(qint64 atMs);
};

} // namespace comptoir::ui
