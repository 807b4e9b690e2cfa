// SPDX-License-Identifier: GPL-3.0-or-later
#include "PeerNotice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace comptoir::central {

namespace {

// So many of each fit into 8,000 bytes: an id is 39 with its quotes and comma, a scope with its seq 60, a presence 1,200 where its text is long.
constexpr std::size_t kMostIds = 150;
constexpr std::size_t kMostMoved = 100;
constexpr std::size_t kMostPresences = 5;

const QLatin1String kEvent("event");
const QLatin1String kPresent("present");
const QLatin1String kRights("rights");
const QLatin1String kEnded("ended");
const QLatin1String kAsks("asks");

template <class T>
void add(std::vector<T> &list, const std::vector<T> &more)
{
    for (const T &one : more) {
        if (std::find(list.begin(), list.end(), one) == list.end()) {
            list.push_back(one);
        }
    }
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray textOf(const wire::EventMessage &event)
{
    return textOf(QJsonObject{{kEvent, QString::fromUtf8(event.encode())}});
}

template <class Id>
void writeIds(std::vector<QByteArray> &out, QLatin1String key, const std::vector<Id> &ids)
{
    for (std::size_t at = 0; at < ids.size(); at += kMostIds) {
        QJsonArray list;
        for (std::size_t i = at; i < std::min(at + kMostIds, ids.size()); ++i) {
            list.append(ids[i].toString());
        }
        out.push_back(textOf({{key, list}}));
    }
}

template <class Id>
void readIds(const QJsonObject &object, QLatin1String key, std::vector<Id> &ids)
{
    for (const auto &one : object.value(key).toArray()) {
        if (const auto id = base::Uuid::fromString(one.toString())) {
            ids.push_back(Id{*id});
        }
    }
}

} // namespace

void PeerNotice::merge(const PeerNotice &later)
{
    for (const auto &[scope, seq] : later.moved) {
        moved[scope] = std::max(moved[scope], seq);
    }
    for (const wire::PresenceMessage &one : later.presence) {
        std::erase_if(presence, [&](const wire::PresenceMessage &old) { return old.operatorId == one.operatorId; });
        presence.push_back(one);
    }
    add(present, later.present);
    add(rightsOf, later.rightsOf);
    add(ended, later.ended);
    asks = asks || later.asks;
}

bool PeerNotice::isEmpty() const
{
    return moved.empty() && presence.empty() && present.empty() && rightsOf.empty() && ended.empty() && !asks;
}

std::vector<QByteArray> PeerNotice::encode() const
{
    std::vector<QByteArray> out;
    wire::EventMessage part;
    for (const auto &[scope, seq] : moved) {
        part.moved.emplace(scope, seq);
        if (part.moved.size() == kMostMoved) {
            out.push_back(textOf(std::exchange(part, {})));
        }
    }
    if (!part.moved.empty()) {
        out.push_back(textOf(std::exchange(part, {})));
    }
    for (std::size_t at = 0; at < presence.size(); at += kMostPresences) {
        const auto first = presence.begin() + std::ptrdiff_t(at);
        part.presence.assign(first, first + std::ptrdiff_t(std::min(kMostPresences, presence.size() - at)));
        out.push_back(textOf(part));
    }
    writeIds(out, kPresent, present);
    writeIds(out, kRights, rightsOf);
    writeIds(out, kEnded, ended);
    if (asks) {
        out.push_back(textOf({{kAsks, true}}));
    }
    return out;
}

base::Result<PeerNotice> PeerNotice::decode(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    PeerNotice out;
    if (const QString event = object.value(kEvent).toString(); !event.isEmpty()) {
        auto told = wire::EventMessage::decode(event.toUtf8());
        if (!told) {
            return tl::unexpected(told.error());
        }
        out.moved = std::move(told->moved);
        out.presence = std::move(told->presence);
    }
    readIds(object, kPresent, out.present);
    readIds(object, kRights, out.rightsOf);
    readIds(object, kEnded, out.ended);
    out.asks = object.value(kAsks).toBool();
    return out;
}

} // namespace comptoir::central
