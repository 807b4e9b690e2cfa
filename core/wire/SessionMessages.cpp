// SPDX-License-Identifier: GPL-3.0-or-later
#include "SessionMessages.h"

#include "JsonReader.h"
#include "JsonWriter.h"
#include "TextLimits.h"

namespace comptoir::wire {

namespace {

/// Long enough for any pass phrase, short enough for argon2id.
constexpr qsizetype kMostPassword = 1024;
/// More than anybody is in.
constexpr std::size_t kMostGroups = 256;

domain::IdList<domain::GroupId> readGroups(const ObjectReader &object)
{
    domain::IdList<domain::GroupId> out;
    for (const auto &element : object.array("groups", kMostGroups)) {
        std::string_view text;
        domain::GroupId id;
        if (element.get_string().get(text) != simdjson::SUCCESS || !readUuid(text, id.value)) {
            object.tell("groups", "holds what is not an id");
            return out;
        }
        out.list.push_back(id);
    }
    return out;
}

} // namespace

QByteArray SignInRequest::encode() const
{
    JsonWriter out;
    out.beginObject();
    out.key("login").text(login);
    out.key("password").text(password);
    out.key("device").id(device);
    out.key("device_name").text(deviceName);
    out.key("protocol").integer(protocol);
    out.endObject();
    return out.take();
}

base::Result<SignInRequest> SignInRequest::decode(QByteArrayView json)
{
    SignInRequest out;
    const auto read = readObject(json, kMostRequestBytes, base::Error::Kind::Invalid, [&](const ObjectReader &object) {
        for (const char *key : {"login", "password", "device", "protocol"}) {
            object.require(key);
        }
        out.login = object.text("login", domain::kMostLine);
        out.password = object.text("password", kMostPassword);
        out.device = object.id<domain::DeviceId>("device");
        out.deviceName = object.text("device_name", domain::kMostLine);
        out.protocol = static_cast<int>(object.integer("protocol", 1, 1'000'000, 1));
    });
    return read.map([&] { return std::move(out); });
}

QByteArray RefreshRequest::encode() const
{
    JsonWriter out;
    out.beginObject();
    out.key("refresh_token").utf8(view(refreshToken));
    out.key("device").id(device);
    out.key("protocol").integer(protocol);
    out.endObject();
    return out.take();
}

base::Result<RefreshRequest> RefreshRequest::decode(QByteArrayView json)
{
    RefreshRequest out;
    const auto read = readObject(json, kMostRequestBytes, base::Error::Kind::Invalid, [&](const ObjectReader &object) {
        object.require("refresh_token");
        object.require("device");
        out.refreshToken = object.token("refresh_token", kMostSecret);
        out.device = object.id<domain::DeviceId>("device");
        out.protocol = static_cast<int>(object.integer("protocol", 1, 1'000'000, 1));
    });
    return read.map([&] { return std::move(out); });
}

QByteArray SessionReply::encode() const
{
    JsonWriter out;
    out.beginObject();
    out.key("access_token").utf8(view(accessToken));
    out.key("access_expires_in_s").integer(accessExpiresInS);
    out.key("refresh_token").utf8(view(refreshToken));
    out.key("operator").id(operatorId);
    out.key("operator_name").text(operatorName);
    out.key("role").text(QString(domain::codeOf(role)));
    out.key("groups").beginArray();
    for (const domain::GroupId &group : groups.list) {
        out.id(group);
    }
    out.endArray();
    out.key("device_code").text(deviceCode);
    out.key("highest_counter").integer(highestCounter);
    out.key("epoch").utf8(view(epoch));
    out.key("service_time_ms").integer(serviceTimeMs);
    out.endObject();
    return out.take();
}

base::Result<SessionReply> SessionReply::decode(QByteArrayView json)
{
    SessionReply out;
    const auto read = readObject(json, kMostRequestBytes, base::Error::Kind::Protocol, [&](const ObjectReader &object) {
        for (const char *key : {"access_token", "refresh_token", "operator", "device_code", "epoch"}) {
            object.require(key);
        }
        out.accessToken = object.token("access_token", kMostSecret);
        out.accessExpiresInS = object.integer("access_expires_in_s");
        out.refreshToken = object.token("refresh_token", kMostSecret);
        out.operatorId = object.id<domain::OperatorId>("operator");
        out.operatorName = object.text("operator_name", domain::kMostLine);
        out.role = object.code("role", domain::Role::Operator);
        out.groups = readGroups(object);
        out.deviceCode = object.text("device_code", 8);
        out.highestCounter = object.integer("highest_counter");
        out.epoch = object.token("epoch", kMostToken);
        out.serviceTimeMs = object.integer("service_time_ms");
    });
    return read.map([&] { return std::move(out); });
}

} // namespace comptoir::wire
