// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace comptoir::domain {

/// How an organisation's telephones are numbered: which short numbers are internal and which outside numbers they answer to.
struct NumberingPlan
{
    /// Extensions `first` … `last` (same number of digits, 3–6) answer outside as `prefix` + extension's last `keep` digits.
    struct Range
    {
        QString first;
        QString last;
        QString prefix; ///< E.164 beginning, `+33556102`; empty = not reachable from outside
        int keep = 0; ///< digits of the extension that end the outside number

        bool operator==(const Range &) const = default;
    };

    std::vector<Range> ranges;
    std::vector<QString> trunks; ///< names of the lines whose calls come from this organisation
    QString region = QStringLiteral("FR"); ///< ISO 3166-1, for numbers written without a country

    [[nodiscard]] bool isExtension(const QString &digits) const;
    /// The outside number (E.164) an extension answers to, if it has one.
    [[nodiscard]] std::optional<QString> outsideOf(const QString &extension) const;
    /// The extension behind an outside number of this plan, if there is one.
    [[nodiscard]] std::optional<QString> extensionBehind(const QString &e164) const;

    /// JSON: `{"ranges":[["4000","4999","+33556102",3]],"trunks":[…],"region":"FR"}`; the default is the empty text.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<NumberingPlan> fromText(QStringView text);
    bool operator==(const NumberingPlan &) const = default;
};

} // namespace comptoir::domain
