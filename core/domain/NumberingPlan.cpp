// SPDX-License-Identifier: GPL-3.0-or-later
#include "NumberingPlan.h"

#include "JsonText.h"

#include <algorithm>

namespace comptoir::domain {

namespace {

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool holds(const NumberingPlan::Range &range, QStringView digits)
{
    return digits.size() == range.first.size() && allDigits(digits) && QStringView(range.first) <= digits
        && digits <= QStringView(range.last);
}

bool isSound(const NumberingPlan::Range &range)
{
    const qsizetype size = range.first.size();
    const bool prefixSound = range.prefix.isEmpty()
        || (range.prefix.startsWith(u'+') && range.prefix.size() > 1 && allDigits(QStringView(range.prefix).sliced(1)));
    return size >= 3 && size <= 6 && range.last.size() == size && allDigits(range.first) && allDigits(range.last)
        && range.first <= range.last && prefixSound && range.keep >= 0 && range.keep <= size;
}

std::optional<NumberingPlan::Range> readRange(const QJsonArray &parts)
{
    if (parts.size() != 4 || !parts[0].isString() || !parts[1].isString() || !parts[2].isString() || !parts[3].isDouble()) {
        return std::nullopt;
    }
    NumberingPlan::Range range{parts[0].toString(), parts[1].toString(), parts[2].toString(), parts[3].toInt(-1)};
    return isSound(range) ? std::optional(range) : std::nullopt;
}

/// The one extension of `range` that ends in `tail`; nothing where several do.
std::optional<QString> extensionEnding(const NumberingPlan::Range &range, QStringView tail)
{
    const qsizetype leadSize = range.first.size() - tail.size();
    const int lastLead = leadSize > 0 ? QStringView(range.last).first(leadSize).toInt() : 0;
    std::optional<QString> found;
    for (int lead = leadSize > 0 ? QStringView(range.first).first(leadSize).toInt() : 0; lead <= lastLead; ++lead) {
        const QString start = leadSize > 0 ? QString::number(lead).rightJustified(leadSize, u'0') : QString();
        const QString candidate = start + tail.toString();
        if (holds(range, candidate)) {
            if (found) {
                return std::nullopt;
            }
            found = candidate;
        }
    }
    return found;
}

} // namespace

bool NumberingPlan::isExtension(const QString &digits) const
{
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range &range) { return holds(range, digits); });
}

std::optional<QString> NumberingPlan::outsideOf(const QString &extension) const
{
    for (const Range &range : ranges) {
        if (!range.prefix.isEmpty() && holds(range, extension)) {
            return range.prefix + extension.right(range.keep);
        }
    }
    return std::nullopt;
}

std::optional<QString> NumberingPlan::extensionBehind(const QString &e164) const
{
    for (const Range &range : ranges) {
        if (range.prefix.isEmpty() || !e164.startsWith(range.prefix) || e164.size() != range.prefix.size() + range.keep) {
            continue;
        }
        if (auto found = extensionEnding(range, QStringView(e164).sliced(range.prefix.size()))) {
            return found;
        }
    }
    return std::nullopt;
}

QString NumberingPlan::toText() const
{
    if (*this == NumberingPlan{}) {
        return {};
    }
    QString rangeTexts;
    for (const Range &range : ranges) {
        rangeTexts += (rangeTexts.isEmpty() ? QLatin1String("[") : QLatin1String(",[")) + quoted(range.first) + u',' + quoted(range.last)
            + u',' + quoted(range.prefix) + u',' + QString::number(range.keep) + u']';
    }
    QString trunkTexts;
    for (const QString &trunk : trunks) {
        trunkTexts += (trunkTexts.isEmpty() ? QLatin1String("") : QLatin1String(",")) + quoted(trunk);
    }
    return QLatin1String("{\"ranges\":[") + rangeTexts + QLatin1String("],\"trunks\":[") + trunkTexts + QLatin1String("],\"region\":")
        + quoted(region) + u'}';
}

std::optional<NumberingPlan> NumberingPlan::fromText(QStringView text)
{
    NumberingPlan out;
    if (text.isEmpty()) {
        return out;
    }
    const auto object = objectOf(text);
    if (!object) {
        return std::nullopt;
    }
    for (const QJsonValue &parts : object->value(u"ranges").toArray()) {
        auto range = readRange(parts.toArray());
        if (!range) {
            return std::nullopt;
        }
        out.ranges.push_back(std::move(*range));
    }
    for (const QJsonValue &trunk : object->value(u"trunks").toArray()) {
        if (!trunk.isString()) {
            return std::nullopt;
        }
        out.trunks.push_back(trunk.toString());
    }
    out.region = object->value(u"region").toString(QStringLiteral("FR"));
    return out;
}

} // namespace comptoir::domain
