// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallState.h"
#include "Contact.h"
#include "Error.h"
#include "QueueFilter.h"
#include "TimelineEntry.h"
#include "Apply.h"

#include <QCoreApplication>

namespace comptoir::ui {

/// The desk's words for codes and enumerations, in the language in use. Pure; every function answers plain text.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(comptoir::ui::Words)

public:
    [[nodiscard]] static QString of(domain::TicketState state);
    [[nodiscard]] static QString of(domain::TicketKind kind);
    /// "P1"
    [[nodiscard]] static QString of(domain::Priority priority);
    [[nodiscard]] static QString of(domain::WaitReason reason);
    [[nodiscard]] static QString of(domain::Channel channel);
    [[nodiscard]] static QString of(domain::Role role);
    [[nodiscard]] static QString of(domain::AssetKind kind);
    [[nodiscard]] static QString of(domain::NumberKind kind);
    [[nodiscard]] static QString of(domain::CallOutcome outcome, domain::Direction direction);
    [[nodiscard]] static QString of(domain::OperatorState state);
    [[nodiscard]] static QString of(domain::EntryKind kind);
    /// Impact says how many, urgency how soon.
    [[nodiscard]] static QString impact(domain::Level level);
    [[nodiscard]] static QString urgency(domain::Level level);
    /// Codes `lunch`, `break`, `training`, `back_office`; others as they are.
    [[nodiscard]] static QString pauseReason(const QString &code);
    /// State and, while waiting, what for: "En attente · fournisseur".
    [[nodiscard]] static QString stateOf(domain::TicketState state, domain::WaitReason reason);
    /// A column name of a ticket or person as its label; unknown ones as they are.
    [[nodiscard]] static QString field(const QString &name);
    /// An operation code as what one does: "Note", "Prise en charge".
    [[nodiscard]] static QString operation(const QString &code);
    /// Codes of TicketAssist::outcome as a short sentence.
    [[nodiscard]] static QString assistOutcome(const QString &code);
    /// A remote-help tool by the name its maker gives it; one that is not known stays as it is written.
    [[nodiscard]] static QString assistTool(const QString &code);
    /// Age codes of the board.
    [[nodiscard]] static QString age(const QString &code);
    /// What happened, what is kept, what to do.
    [[nodiscard]] static QString of(const base::Error &error);
    [[nodiscard]] static QString of(const domain::Refusal &refusal);
    /// Whether the disk of this machine is at fault, not what was written.
    [[nodiscard]] static bool isOfDisk(const base::Error &error);
    /// Why something is not kept on this machine, to end a sentence: "the disk is full".
    [[nodiscard]] static QString whyNotKept(const base::Error &error);
    /// Why a text of that length is not taken.
    [[nodiscard]] static QString tooLong(qsizetype length, qsizetype most);

    // Icons that stand beside the words, so that colour never speaks alone.
    [[nodiscard]] static QString iconOf(domain::Priority priority);
    [[nodiscard]] static QString iconOf(domain::OperatorState state);
    [[nodiscard]] static QString iconOf(domain::AssetKind kind);
    [[nodiscard]] static QString iconOf(domain::CallOutcome outcome, domain::Direction direction);
    [[nodiscard]] static QString iconOf(domain::EntryKind kind);
};

/// The desk's way of saying times; wall clock milliseconds in, local time out.
class Times
{
    Q_DECLARE_TR_FUNCTIONS(comptoir::ui::Times)

public:
    /// "18 min", "1 h 10", "demain", "lun. 24", "3 déc.", "−12 min"; "—" for 0.
    [[nodiscard]] static QString due(qint64 dueMs, qint64 nowMs);
    /// "à l'instant", "il y a 22 min", "il y a 3 h", "hier", "il y a 3 j", then the date.
    [[nodiscard]] static QString ago(qint64 atMs, qint64 nowMs);
    /// "22 min", "3 h", "3 j"
    [[nodiscard]] static QString span(qint64 ms);
    /// "14:06"
    [[nodiscard]] static QString clock(qint64 atMs);
    /// "14:06:21"
    [[nodiscard]] static QString clockSeconds(qint64 atMs);
    /// "14:06" today, "hier 14:06", else "mar. 25 nov. 14:06"
    [[nodiscard]] static QString moment(qint64 atMs, qint64 nowMs);
    /// "mardi 25 novembre 2026, 14:06"
    [[nodiscard]] static QString full(qint64 atMs);
    /// "02:41", from an hour on "1:02:41"
    [[nodiscard]] static QString timer(qint64 ms);
};

} // namespace comptoir::ui
