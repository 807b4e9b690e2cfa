// SPDX-License-Identifier: GPL-3.0-or-later
#include "Targets.h"

#include "Catch.h"
#include "Paths.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace comptoir;

namespace {

QList<QByteArray> filesOf(const QString &folder)
{
    QList<QByteArray> out;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        out += file.readAll();
    }
    return out;
}

QString folderOf(const char *what, std::string_view target)
{
    return tests::sourceDir() + QStringLiteral("/tests/fuzz/") + QLatin1String(what) + u'/'
        + QLatin1String(target.data(), qsizetype(target.size()));
}

/// The texts of the public suites beside the sources, where they are.
QList<QByteArray> suites()
{
    QList<QByteArray> out;
    for (const char *name : {"blns.json", "json-parsing.json"}) {
        QFile file(tests::sharedDataDir() + QStringLiteral("/suites/") + QLatin1String(name));
        if (tests::sharedDataDir().isEmpty() || !file.open(QIODevice::ReadOnly)) {
            WARN("skipped: ../shared/data/suites/" << name << " is not beside the sources");
            continue;
        }
        for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
            out += (value.isObject() ? value[u"input"].toString() : value.toString()).toUtf8();
        }
    }
    return out;
}

} // namespace

// A check that fails within a target ends the program: the line it writes before names it.
TEST_CASE("every input that once broke a parser, every seed and every hostile text is read", "[fuzz][replay]")
{
    const QList<QByteArray> hostile = suites();
    for (const auto &[name, target] : fuzz::kTargets) {
        INFO("target " << name);
        const QList<QByteArray> seeds = filesOf(folderOf("seeds", name));
        CHECK_FALSE(seeds.isEmpty());
        for (const QByteArray &input : seeds + filesOf(folderOf("regressions", name)) + hostile) {
            target(input);
            target(input.left(input.size() / 2));
        }
        target({});
    }
}
