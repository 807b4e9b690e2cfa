// SPDX-License-Identifier: GPL-3.0-or-later
#include "Suites.h"

#include "Catch.h"
#include "Paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace comptoir::tests {

namespace {

QJsonArray suite(const char *name)
{
    QFile file(sharedDataDir() + QStringLiteral("/suites/") + QLatin1String(name));
    if (sharedDataDir().isEmpty() || !file.open(QIODevice::ReadOnly)) {
        WARN("skipped: ../shared/data/suites/" << name << " is not beside the sources");
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).array();
}

} // namespace

std::vector<QString> naughtyStrings()
{
    std::vector<QString> out;
    for (const QJsonValue &value : suite("blns.json")) {
        out.push_back(value.toString());
    }
    return out;
}

std::vector<JsonCase> jsonCases()
{
    std::vector<JsonCase> out;
    for (const QJsonValue &value : suite("json-parsing.json")) {
        const QString name = value[u"name"].toString();
        const auto verdict = name.startsWith(u"y_") ? JsonCase::Verdict::Accept
            : name.startsWith(u"n_")                ? JsonCase::Verdict::Reject
                                                    : JsonCase::Verdict::Either;
        out.push_back({name, value[u"input"].toString().toUtf8(), verdict});
    }
    return out;
}

} // namespace comptoir::tests
