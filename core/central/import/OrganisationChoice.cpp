// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrganisationChoice.h"

#include "DirectoryTables.h"
#include "OrganisationRows.h"

namespace comptoir::central {

namespace {

using base::Result;
using domain::Organisation;

constexpr std::size_t kMostNamed = 12;

QString folded(const QString &text)
{
    QString out;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (letter.category() != QChar::Mark_NonSpacing) {
            out += letter;
        }
    }
    return out.simplified();
}

Result<Organisation> choose(const std::vector<Organisation> &known, const QString &wanted)
{
    if (wanted.isEmpty() && known.size() == 1) {
        return known.front();
    }
    QStringList names;
    for (const Organisation &one : known) {
        if (isNamed(one, wanted)) {
            return one;
        }
        if (static_cast<std::size_t>(names.size()) < kMostNamed) {
            names += one.name;
        }
    }
    const QString there = names.join(QStringLiteral(", ")) + (known.size() > kMostNamed ? QStringLiteral(" …") : QString());
    if (wanted.isEmpty()) {
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("say for which organisation, with --organisation; there are: %1").arg(there));
    }
    return base::fail(base::Error::Kind::NotFound, QStringLiteral("there is no organisation \"%1\"; there are: %2").arg(wanted, there));
}

} // namespace

bool isNamed(const Organisation &organisation, const QString &text)
{
    const QString asked = folded(text);
    return !asked.isEmpty()
        && (folded(organisation.name) == asked || folded(organisation.shortName) == asked || folded(organisation.code) == asked);
}

Result<Organisation> organisationFor(store::Store &store, const QString &wanted, const QString &fallback, bool dryRun, qint64 nowMs)
{
    const auto known = inSnapshot(store, [](store::Db &db) {
        return store::everyRow<Organisation>(db).map([](std::vector<Organisation> all) {
            std::sort(all.begin(), all.end(), [](const Organisation &a, const Organisation &b) { return a.name < b.name; });
            return all;
        });
    });
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (!known->empty()) {
        return choose(*known, wanted.simplified());
    }
    Organisation named;
    named.name = wanted.simplified().isEmpty() ? fallback : wanted;
    auto made = tidied(named);
    if (!made) {
        return made;
    }
    made->id = domain::OrganisationId::fromName(QByteArray("organisation:").append(folded(made->name).toUtf8()));
    if (dryRun) {
        return made;
    }
    return store.write([made = *made, nowMs](store::Db &db) { return addOrganisation(db, made, {}, nowMs); }).result();
}

} // namespace comptoir::central
