// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dice.h"
#include "Result.h"

#include <QHash>
#include <QStringList>

namespace comptoir::central {

/// The words the demonstration is made of, read from the program's resources (`:/demo`).
struct DemoWords
{
    struct Commune
    {
        QString code; ///< INSEE
        QString name;
        int population = 0;
    };
    /// One leaf of the tree of categories and what is said about it.
    struct Theme
    {
        QString name;
        int weight = 1;
        bool request = false;
        bool severe = false;
        QStringList summaries;
        QStringList resolutions;
    };
    struct Branch
    {
        QString name;
        int group = 0;
        std::vector<Theme> themes;
    };

    QString rootName;
    QString rootCode;
    std::vector<Commune> communes;
    WeightedWords women, men, families, titles, sites;
    QStringList services, siteNames, streets, printers, servers, applicationDomains, applicationModules, groups, operators;
    WeightedWords workstations;
    QHash<QString, QStringList> choices; ///< what may stand for `{name}` in a sentence
    QStringList notes, publicNotes;
    std::vector<Branch> branches;
    QString majorSummary, majorDescription, majorTheme;
    QStringList majorChildren;

    [[nodiscard]] static base::Result<DemoWords> read();
};

} // namespace comptoir::central
