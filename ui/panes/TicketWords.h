// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Choice.h"
#include "Codes.h"
#include "Error.h"
#include "Apply.h"
#include "TimelineEntry.h"

#include <QCoreApplication>

#include <functional>

namespace comptoir::ui {

/// The words of tickets, in the language of the operator: fields, values, deeds, refusals.
class TicketWords
{
    Q_DECLARE_TR_FUNCTIONS(comptoir::ui::TicketWords)

public:
    /// The name behind an id that stands in a field; empty = unknown here.
    using NameOf = std::function<QString(const QString &field, const base::Uuid &id)>;

    /// The label of a field, by its column name: `impact` → "Impact".
    [[nodiscard]] static QString field(const QString &column);
    /// A field's value from its text form, as people read it; "—" where there is none.
    [[nodiscard]] static QString value(const QString &column, const QString &text, const NameOf &nameOf);
    /// What an entry says was done, after the actor's name: "a pris le ticket".
    [[nodiscard]] static QString deed(domain::EntryKind kind);
    /// The icon beside it.
    [[nodiscard]] static QString icon(domain::EntryKind kind);
    /// What an operation was meant to do, by its code: `ticket.claim` → "Prendre".
    [[nodiscard]] static QString operation(const QString &code);
    /// Why it does not hold: "déjà pris par quelqu'un d'autre".
    [[nodiscard]] static QString refusal(domain::Refusal::Code code);
    /// What went wrong, and that the work is kept.
    [[nodiscard]] static QString failure(const base::Error &error);

    [[nodiscard]] static Choices kinds();
    [[nodiscard]] static Choices channels();
    [[nodiscard]] static Choices impacts();
    [[nodiscard]] static Choices urgencies();
    [[nodiscard]] static Choices waitReasons();
    [[nodiscard]] static Choices resolutionCodes();
    [[nodiscard]] static QString state(domain::TicketState state);
    /// The label of a value in a list; the value itself where it is not in it.
    [[nodiscard]] static QString labelIn(const Choices &choices, const QString &value);
};

} // namespace comptoir::ui
