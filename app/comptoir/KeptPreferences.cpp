// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeptPreferences.h"

#include "Log.h"
#include "PrivateWrite.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace comptoir::console {

namespace {

constexpr qint64 kMostBytes = 16 * 1024;

QString fileIn(const QString &root)
{
    return QDir(root).filePath(QStringLiteral("settings.json"));
}

QString lastFileIn(const QString &root)
{
    return QDir(root).filePath(QStringLiteral("last.json"));
}

QString oneOf(const QJsonObject &object, const QString &key, const QStringList &words, const QString &otherwise)
{
    const QString word = object.value(key).toString();
    return words.contains(word) ? word : otherwise;
}

} // namespace

ui::Preferences keptPreferences(const QString &root)
{
    ui::Preferences out;
    QFile file(fileIn(root));
    if (!file.open(QIODevice::ReadOnly)) {
        return out;
    }
    const QJsonObject kept = QJsonDocument::fromJson(file.read(kMostBytes)).object();
    const QString system = QStringLiteral("system");
    out.language = oneOf(kept, QStringLiteral("language"), {QStringLiteral("fr"), QStringLiteral("en"), system}, out.language);
    out.theme = oneOf(kept, QStringLiteral("theme"), {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast"), system},
                      out.theme);
    const QString level = kept.value(QLatin1String("log_level")).toString();
    out.logLevel = base::logLevelFrom(level) ? level : out.logLevel;
    out.telephone = kept.value(QLatin1String("telephone")).toString(); // as written: the settings say what is wrong with it
    const int size = kept.value(QLatin1String("size_percent")).toInt();
    out.sizePercent = std::find(std::begin(ui::kSizesPercent), std::end(ui::kSizesPercent), size) == std::end(ui::kSizesPercent)
        ? out.sizePercent
        : size;
    return out;
}

base::Result<> keepPreferences(const QString &root, const ui::Preferences &preferences)
{
    const QJsonObject kept{{QStringLiteral("language"), preferences.language},
                           {QStringLiteral("theme"), preferences.theme},
                           {QStringLiteral("size_percent"), preferences.sizePercent},
                           {QStringLiteral("telephone"), preferences.telephone},
                           {QStringLiteral("log_level"), preferences.logLevel}};
    return net::writePrivately(fileIn(root), QJsonDocument(kept).toJson());
}

LastSignIn lastSignIn(const QString &root)
{
    QFile file(lastFileIn(root));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject last = QJsonDocument::fromJson(file.read(kMostBytes)).object();
    return {last.value(QLatin1String("service")).toString(), last.value(QLatin1String("login")).toString()};
}

base::Result<> keepLastSignIn(const QString &root, const LastSignIn &last)
{
    const QJsonObject kept{{QStringLiteral("service"), last.service}, {QStringLiteral("login"), last.login}};
    return net::writePrivately(lastFileIn(root), QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

} // namespace comptoir::console
