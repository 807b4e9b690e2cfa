// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace comptoir::tests {

/// The list of naughty strings (blns); nothing where the shared data is not beside the sources (the reason is printed).
[[nodiscard]] std::vector<QString> naughtyStrings();

struct JsonCase
{
    enum class Verdict { Accept, Reject, Either };

    QString name;
    QByteArray input;
    Verdict verdict = Verdict::Either;
};

/// The cases of JSONTestSuite; nothing where the shared data is not beside the sources (the reason is printed).
[[nodiscard]] std::vector<JsonCase> jsonCases();

} // namespace comptoir::tests
