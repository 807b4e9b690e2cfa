// SPDX-License-Identifier: GPL-3.0-or-later
#include "InventoryFile.h"

#include "JsonReading.h"
#include "LocalTime.h"
#include "SourceFile.h"
#include "TextLimits.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace comptoir::central {

namespace {

using base::Result;

constexpr qint64 kMostBytes = 64 * 1024 * 1024;

bool isPlaceholder(const QString &serial)
{
    static const QStringList words{QStringLiteral("0"),
                                   QStringLiteral("none"),
                                   QStringLiteral("default string"),
                                   QStringLiteral("to be filled by o.e.m."),
                                   QStringLiteral("system serial number"),
                                   QStringLiteral("not specified"),
                                   QStringLiteral("unknown"),
                                   QStringLiteral("n/a")};
    return words.contains(serial.trimmed().toLower());
}

domain::AssetKind kindOf(const QString &itemType, const QString &chassis)
{
    if (itemType == u"Phone") {
        return domain::AssetKind::Phone;
    }
    if (itemType == u"Printer") {
        return domain::AssetKind::Printer;
    }
    if (!itemType.isEmpty() && itemType != u"Computer") {
        return domain::AssetKind::Other;
    }
    return chassis.contains(QStringLiteral("Rack"), Qt::CaseInsensitive) || chassis.contains(QStringLiteral("Server"), Qt::CaseInsensitive)
            || chassis.contains(QStringLiteral("Blade"), Qt::CaseInsensitive)
        ? domain::AssetKind::Server
        : domain::AssetKind::Workstation;
}

QString modelOf(const QString &maker, const QString &model)
{
    return model.startsWith(maker, Qt::CaseInsensitive) ? model : QString(maker + u' ' + model).simplified();
}

/// Reads `2020-06-12 14:19:54`, or `Fri Jun 12 14:15` in the year of `taken` (or the year before, so that it is not later).
qint64 loginTime(const QString &text, const QString &taken)
{
    static const QRegularExpression iso(QStringLiteral("^(\\d{4})-(\\d\\d)-(\\d\\d)[ T](\\d\\d):(\\d\\d)"));
    static const QRegularExpression last(QStringLiteral("^\\w{3} (\\w{3}) +(\\d{1,2}) (\\d\\d):(\\d\\d)"));
    const auto moment = [](int year, int month, int day, int hour, int minute) {
        return parisToUtcMs(dayNumber(year, month, day), (hour * 60 + minute) * qint64{60'000});
    };
    if (const auto match = iso.match(text); match.hasMatch()) {
        return moment(match.captured(1).toInt(), std::clamp(match.captured(2).toInt(), 1, 12), match.captured(3).toInt(),
                      match.captured(4).toInt(), match.captured(5).toInt());
    }
    const auto match = last.match(text);
    const auto when = iso.match(taken);
    static const QStringList months{QStringLiteral("Jan"), QStringLiteral("Feb"), QStringLiteral("Mar"), QStringLiteral("Apr"),
                                    QStringLiteral("May"), QStringLiteral("Jun"), QStringLiteral("Jul"), QStringLiteral("Aug"),
                                    QStringLiteral("Sep"), QStringLiteral("Oct"), QStringLiteral("Nov"), QStringLiteral("Dec")};
    const auto month = static_cast<int>(months.indexOf(match.captured(1))) + 1;
    if (!match.hasMatch() || !when.hasMatch() || month < 1) {
        return 0;
    }
    const int year = when.captured(1).toInt();
    const qint64 thisYear = moment(year, month, match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    return thisYear <= loginTime(taken, {})
        ? thisYear
        : moment(year - 1, month, match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
}

void readUsers(JsonReading &in, const QJsonObject &content, InventoryFile &out)
{
    const auto users = in.list(content, "content", "users");
    if (users) {
        out.logins = QStringList();
        for (const QJsonObject &user : *users) {
            if (const QString login = in.text(user, "content.users[]", "login"); !login.isEmpty()) {
                out.logins->append(login);
            }
        }
    }
    const QJsonObject hardware = in.object(content, "content", "hardware");
    out.lastLogin = in.text(hardware, "content.hardware", "lastloggeduser");
    const QString taken = in.text(in.object(content, "content", "accesslog"), "content.accesslog", "logdate");
    out.lastLoginMs = loginTime(in.text(hardware, "content.hardware", "datelastloggeduser"), taken);
    if (!out.lastLogin.isEmpty() && out.logins) {
        out.logins->removeAll(out.lastLogin);
        out.logins->prepend(out.lastLogin);
    }
}

void readRemote(JsonReading &in, const QJsonObject &content, InventoryFile &out)
{
    const auto entries = in.list(content, "content", "remote_mgmt");
    if (!entries) {
        return;
    }
    out.remote = domain::RemoteAccesses();
    for (const QJsonObject &entry : *entries) {
        const QString tool = in.text(entry, "content.remote_mgmt[]", "type").toLower();
        const QString id = in.text(entry, "content.remote_mgmt[]", "id");
        if (!tool.isEmpty() && !id.isEmpty()) {
            out.remote->list.push_back({tool, id});
        }
    }
}

void readMachine(JsonReading &in, const QJsonObject &root, const QJsonObject &content, InventoryFile &out)
{
    const QJsonObject hardware = in.object(content, "content", "hardware");
    const QJsonObject bios = in.object(content, "content", "bios");
    const QJsonObject device = in.object(content, "content", "network_device");
    out.name = in.text(hardware, "content.hardware", "name");
    out.uuid = in.text(hardware, "content.hardware", "uuid");
    out.serial = in.text(bios, "content.bios", "ssn");
    out.model = modelOf(in.text(bios, "content.bios", "smanufacturer"), in.text(bios, "content.bios", "smodel"));
    if (!device.isEmpty()) {
        out.name = in.text(device, "content.network_device", "name");
        out.serial = in.text(device, "content.network_device", "serial");
        out.model = modelOf(in.text(device, "content.network_device", "manufacturer"), in.text(device, "content.network_device", "model"));
        const QStringList addresses = in.texts(device, "content.network_device", "ips");
        out.address = addresses.isEmpty() ? QString() : addresses.first();
    }
    if (isPlaceholder(out.serial)) {
        out.serial.clear();
    }
    if (const QString full = in.text(in.object(content, "content", "operatingsystem"), "content.operatingsystem", "fqdn");
        !full.isEmpty()) {
        out.address = full;
    }
    const QString itemType = in.text(root, "", "itemtype");
    const QString chassis = in.text(hardware, "content.hardware", "chassis_type");
    if (!out.partial || !itemType.isEmpty() || !chassis.isEmpty()) {
        out.kind = kindOf(itemType, chassis);
    }
}

} // namespace

Result<InventoryFile> InventoryFile::parse(const QByteArray &json)
{
    if (const QString foreign = foreignFormat(json); !foreign.isEmpty()) {
        return base::fail(base::Error::Kind::Invalid, foreign);
    }
    const auto root = jsonObject(json);
    if (!root) {
        return tl::unexpected(root.error());
    }
    JsonReading in;
    InventoryFile out;
    out.deviceId = in.text(*root, "", "deviceid");
    out.partial = root->value(QStringLiteral("partial")).toBool();
    const QString action = in.text(*root, "", "action");
    const QJsonObject content = in.object(*root, "", "content");
    if (out.deviceId.isEmpty() || out.deviceId.size() > domain::kMostLine) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("this is not an inventory: it has no \"deviceid\""));
    }
    if (content.isEmpty()) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("this is not an inventory: it has no \"content\""));
    }
    if (!action.isEmpty() && action != u"inventory" && action != u"netinventory") {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("the action \"%1\" is not an inventory").arg(action.left(60)));
    }
    readMachine(in, *root, content, out);
    readUsers(in, content, out);
    readRemote(in, content, out);
    if (!in.fault().isEmpty()) {
        return base::fail(base::Error::Kind::Invalid, in.fault());
    }
    return out;
}

Result<InventoryFile> InventoryFile::read(const QString &path)
{
    if (!QFileInfo(path).isFile()) { // a device has no end
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("is no file"));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("cannot be read: %1").arg(file.errorString()));
    }
    if (file.size() > kMostBytes) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("is larger than 64 MiB: no inventory of one machine is"));
    }
    return parse(file.read(kMostBytes));
}

} // namespace comptoir::central
