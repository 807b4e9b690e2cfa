// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWords.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace comptoir::central {

namespace {

using base::Result;

Result<QJsonObject> resource(const QString &name)
{
    QFile file(QStringLiteral(":/demo/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(base::Error::Kind::Corrupt, QStringLiteral("the program lacks its resource %1").arg(name));
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

QStringList listOf(const QJsonValue &value)
{
    QStringList out;
    for (const QJsonValue &one : value.toArray()) {
        out += one.toString();
    }
    return out;
}

WeightedWords weighted(const QJsonValue &value)
{
    return WeightedWords::fromText(listOf(value).join(QStringLiteral(", ")));
}

void readCommunes(const QJsonObject &json, DemoWords &out)
{
    out.rootName = json.value(QStringLiteral("nom")).toString();
    out.rootCode = json.value(QStringLiteral("code")).toString();
    for (const QJsonValue &one : json.value(QStringLiteral("membres")).toArray()) {
        const QJsonObject commune = one.toObject();
        out.communes.push_back({commune.value(QStringLiteral("code")).toString(), commune.value(QStringLiteral("nom")).toString(),
                                commune.value(QStringLiteral("populationMunicipale")).toInt()});
    }
}

void readDirectory(const QJsonObject &json, DemoWords &out)
{
    out.services = listOf(json.value(QStringLiteral("services")));
    out.titles = weighted(json.value(QStringLiteral("titles")));
    out.sites = weighted(json.value(QStringLiteral("sites")));
    out.siteNames = listOf(json.value(QStringLiteral("sitenames")));
    out.streets = listOf(json.value(QStringLiteral("streets")));
    out.workstations = weighted(json.value(QStringLiteral("workstations")));
    out.printers = listOf(json.value(QStringLiteral("printers")));
    out.servers = listOf(json.value(QStringLiteral("servers")));
    out.applicationDomains = listOf(json.value(QStringLiteral("applicationDomains")));
    out.applicationModules = listOf(json.value(QStringLiteral("applicationModules")));
    out.groups = listOf(json.value(QStringLiteral("groups")));
    out.operators = listOf(json.value(QStringLiteral("operators")));
}

DemoWords::Branch branchOf(const QJsonObject &json)
{
    DemoWords::Branch out{json.value(QStringLiteral("name")).toString(), json.value(QStringLiteral("group")).toInt(), {}};
    for (const QJsonValue &one : json.value(QStringLiteral("children")).toArray()) {
        const QJsonObject theme = one.toObject();
        out.themes.push_back({theme.value(QStringLiteral("name")).toString(), theme.value(QStringLiteral("weight")).toInt(1),
                              theme.value(QStringLiteral("request")).toBool(), theme.value(QStringLiteral("severe")).toBool(),
                              listOf(theme.value(QStringLiteral("summaries"))), listOf(theme.value(QStringLiteral("resolutions")))});
    }
    return out;
}

void readSentences(const QJsonObject &json, DemoWords &out)
{
    const QJsonObject choices = json.value(QStringLiteral("slots")).toObject();
    for (auto it = choices.begin(); it != choices.end(); ++it) {
        out.choices.insert(it.key(), listOf(it.value()));
    }
    out.notes = listOf(json.value(QStringLiteral("notes")));
    out.publicNotes = listOf(json.value(QStringLiteral("publicNotes")));
    for (const QJsonValue &one : json.value(QStringLiteral("categories")).toArray()) {
        out.branches.push_back(branchOf(one.toObject()));
    }
    const QJsonObject major = json.value(QStringLiteral("major")).toObject();
    out.majorSummary = major.value(QStringLiteral("summary")).toString();
    out.majorDescription = major.value(QStringLiteral("description")).toString();
    out.majorTheme = major.value(QStringLiteral("category")).toString();
    out.majorChildren = listOf(major.value(QStringLiteral("children")));
}

} // namespace

Result<DemoWords> DemoWords::read()
{
    DemoWords out;
    const auto communes = resource(QStringLiteral("bordeaux-metropole.json"));
    const auto names = resource(QStringLiteral("names.json"));
    const auto directory = resource(QStringLiteral("directory.json"));
    const auto sentences = resource(QStringLiteral("tickets.json"));
    for (const auto *part : {&communes, &names, &directory, &sentences}) {
        if (!*part) {
            return tl::unexpected(part->error());
        }
    }
    readCommunes(*communes, out);
    out.women = WeightedWords::fromText(names->value(QStringLiteral("women")).toString());
    out.men = WeightedWords::fromText(names->value(QStringLiteral("men")).toString());
    out.families = WeightedWords::fromText(names->value(QStringLiteral("family")).toString());
    readDirectory(*directory, out);
    readSentences(*sentences, out);
    if (out.communes.empty() || out.branches.empty() || out.operators.isEmpty()) {
        return base::fail(base::Error::Kind::Corrupt, QStringLiteral("the program's demonstration resources are damaged"));
    }
    return out;
}

} // namespace comptoir::central
