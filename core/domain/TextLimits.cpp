// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextLimits.h"

#include <algorithm>
#include <array>

namespace comptoir::domain {

qsizetype textLimit(QStringView column)
{
    constexpr std::array longTexts{QStringView(u"description"), QStringView(u"resolution"), QStringView(u"note"), QStringView(u"text")};
    constexpr std::array codes{QStringView(u"number"), QStringView(u"resolution_code"), QStringView(u"language")};
    if (column == u"summary") {
        return kMostSummary;
    }
    if (std::find(longTexts.begin(), longTexts.end(), column) != longTexts.end()) {
        return kMostLongText;
    }
    return std::find(codes.begin(), codes.end(), column) != codes.end() ? kMostCode : kMostLine;
}

} // namespace comptoir::domain
