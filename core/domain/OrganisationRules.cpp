// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrganisationRules.h"

#include "JsonText.h"

namespace comptoir::domain {

namespace {

/// Targets beyond ten years are a slip of the keyboard.
constexpr int kMostMinutes = 10 * 366 * 24 * 60;

QString matrixText(const OrganisationRules &rules)
{
    QString out;
    for (const auto &row : rules.matrix) {
        for (const Priority priority : row) {
            out += (out.isEmpty() ? QLatin1String("\"") : QLatin1String(",\"")) + codeOf(priority) + u'"';
        }
    }
    return out;
}

QString targetsText(const OrganisationRules &rules)
{
    QString out;
    for (const auto &target : rules.targets) {
        out += (out.isEmpty() ? QLatin1String("[") : QLatin1String(",[")) + QString::number(target.respondMinutes) + u','
            + QString::number(target.resolveMinutes) + u']';
    }
    return out;
}

bool readMatrix(const QJsonArray &codes, OrganisationRules &rules)
{
    if (codes.size() != 9) {
        return false;
    }
    for (qsizetype at = 0; at < 9; ++at) {
        const auto priority = fromCode<Priority>(codes[at].toString());
        if (!priority) {
            return false;
        }
        rules.matrix[size_t(at / 3)][size_t(at % 3)] = *priority;
    }
    return true;
}

bool readTargets(const QJsonArray &pairs, OrganisationRules &rules)
{
    if (pairs.size() != 5) {
        return false;
    }
    for (qsizetype at = 0; at < 5; ++at) {
        const QJsonArray pair = pairs[at].toArray();
        const int respond = pair.size() == 2 ? pair[0].toInt(-1) : -1;
        const int resolve = pair.size() == 2 ? pair[1].toInt(-1) : -1;
        if (respond < 0 || resolve < 0 || respond > kMostMinutes || resolve > kMostMinutes) {
            return false;
        }
        rules.targets[size_t(at)] = {respond, resolve};
    }
    return true;
}

} // namespace

Priority OrganisationRules::priority(Level impact, Level urgency, bool major) const
{
    return major ? Priority::P1 : matrix[size_t(impact)][size_t(urgency)];
}

const OrganisationRules::Target &OrganisationRules::target(Priority priority) const
{
    return targets[size_t(priority)];
}

QString OrganisationRules::toText() const
{
    if (*this == OrganisationRules{}) {
        return {};
    }
    return QLatin1String("{\"matrix\":[") + matrixText(*this) + QLatin1String("],\"targets\":[") + targetsText(*this) + QLatin1String("]}");
}

std::optional<OrganisationRules> OrganisationRules::fromText(QStringView text)
{
    OrganisationRules out;
    if (text.isEmpty()) {
        return out;
    }
    const auto object = objectOf(text);
    if (!object) {
        return std::nullopt;
    }
    const QJsonValue codes = object->value(u"matrix");
    const QJsonValue pairs = object->value(u"targets");
    const bool matrixRead = codes.isUndefined() || readMatrix(codes.toArray(), out);
    const bool targetsRead = pairs.isUndefined() || readTargets(pairs.toArray(), out);
    return matrixRead && targetsRead ? std::optional(out) : std::nullopt;
}

} // namespace comptoir::domain
