// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dice.h"

#include <QHash>
#include <QStringList>

namespace comptoir::central {

/// Fills sentences such as `Outlook ne s'ouvre plus {depuis}`: what a ticket knows of itself first, then one of the choices of that name.
class DemoSentences
{
public:
    using Known = QHash<QString, QString>;

    explicit DemoSentences(const QHash<QString, QStringList> &choices) : m_choices(choices) {}
    /// One of `patterns`, filled, with a capital letter.
    [[nodiscard]] QString say(const QStringList &patterns, const Known &known, Dice &dice) const;
    /// What stands under the summary: where it came from, what was tried, what it costs. May be empty.
    [[nodiscard]] QString describe(const Known &known, bool request, Dice &dice) const;

private:
    [[nodiscard]] QString filled(const QString &pattern, const Known &known, Dice &dice) const;

    const QHash<QString, QStringList> &m_choices;
};

} // namespace comptoir::central
