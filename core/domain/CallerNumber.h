// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Organisation.h"

#include <vector>

namespace comptoir::domain {

/// A number as a telephone reports it, read against the numbering plans first and libphonenumber second.
struct CallerNumber
{
    enum class Sort { Withheld, Extension, Outside, Unreadable };

    Sort sort = Sort::Unreadable;
    QString written; ///< as it is shown: `4201`, `05 56 10 20 30`
    std::vector<QString> keys; ///< what to look for in the phone index, best first
    OrganisationId organisation; ///< whose plan or trunk it matched, if any

    /// Reads `raw`: digits with spaces, dots, slashes, hyphens, brackets, `+33(0)`, `tel:` and `sip:` forms; `anonymous`,
    /// `unknown`, `withheld`, `restricted` and the empty text are Withheld. A number of 3–6 digits is an extension of the organisation of
    /// `trunk`, or of each plan that holds it (several keys then). At most 64 characters are read.
    [[nodiscard]] static CallerNumber read(const QString &raw, const QString &trunk, const std::vector<Organisation> &organisations);
};

/// The key under which a number of a person of `organisation` is indexed: its extension key, or E.164; empty if unreadable.
[[nodiscard]] QString numberKey(const QString &written, const Organisation &organisation);

/// An E.164 key in the way its country writes it: `05 56 10 20 30`. Extension keys give their digits.
[[nodiscard]] QString writtenNumber(const QString &key);

} // namespace comptoir::domain
