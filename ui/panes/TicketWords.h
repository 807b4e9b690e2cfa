// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Choice.h"
#include "Id.h"

#include <QCoreApplication>

#include <functional>

namespace comptoir::ui {

/// A ticket's fields and values in words: what Words does for codes, for text forms.
class TicketWords
{
    Q_DECLARE_TR_FUNCTIONS(comptoir::ui::TicketWords)

public:
    /// The name behind an id that stands in a field; empty = unknown here.
    using NameOf = std::function<QString(const QString &field, const base::Uuid &id)>;

    /// The label of a field or of a part of a remote-help entry, by its column name.
    [[nodiscard]] static QString field(const QString &column);
    /// A field's value from its text form, as people read it; "—" where there is none.
    [[nodiscard]] static QString value(const QString &column, const QString &text, const NameOf &nameOf);

    [[nodiscard]] static Choices kinds();
    [[nodiscard]] static Choices channels();
    [[nodiscard]] static Choices impacts();
    [[nodiscard]] static Choices urgencies();
    [[nodiscard]] static Choices waitReasons();
    [[nodiscard]] static Choices resolutionCodes();
    /// The label of a value in a list; the value itself where it is not in it.
    [[nodiscard]] static QString labelIn(const Choices &choices, const QString &value);
};

} // namespace comptoir::ui
