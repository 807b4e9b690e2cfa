// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoSentences.h"

namespace comptoir::central {

namespace {

const QString &oneOf(const QStringList &list, Dice &dice)
{
    static const QString none;
    return list.isEmpty() ? none : list[static_cast<qsizetype>(dice.below(static_cast<std::size_t>(list.size())))];
}

} // namespace

QString DemoSentences::filled(const QString &pattern, const Known &known, Dice &dice) const
{
    QString out;
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = pattern.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'}', open);
        if (close < 0) {
            return out + pattern.mid(at);
        }
        out += pattern.mid(at, open - at);
        const QString name = pattern.mid(open + 1, close - open - 1);
        const auto own = known.constFind(name);
        out += own != known.constEnd() ? *own : oneOf(m_choices.value(name), dice);
        at = close + 1;
    }
}

QString DemoSentences::say(const QStringList &patterns, const Known &known, Dice &dice) const
{
    QString out = filled(oneOf(patterns, dice), known, dice);
    if (!out.isEmpty()) {
        out[0] = out[0].toUpper();
    }
    return out;
}

QString DemoSentences::describe(const Known &known, bool request, Dice &dice) const
{
    QStringList parts{filled(oneOf(m_choices.value(QStringLiteral("intro")), dice), known, dice)};
    if (!request && dice.chance(0.7)) {
        parts += oneOf(m_choices.value(QStringLiteral("essai")), dice);
    }
    if (dice.chance(0.6)) {
        parts += oneOf(m_choices.value(QStringLiteral("gene")), dice);
    }
    parts += oneOf(m_choices.value(QStringLiteral("joindre")), dice);
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace comptoir::central
