// SPDX-License-Identifier: GPL-3.0-or-later
#include "Problem.h"

#include "JsonReader.h"
#include "JsonWriter.h"
#include "Limits.h"

namespace comptoir::wire {

namespace {

constexpr qsizetype kMostText = 4096;
constexpr std::size_t kMostExtensions = 32;

bool isOwn(std::string_view name)
{
    return name == "type" || name == "title" || name == "status" || name == "detail";
}

/// The text where it is one, cut to what anybody reads.
QString lenient(const simdjson::dom::element &value)
{
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? QString::fromUtf8(text.data(), qsizetype(text.size())).left(kMostText) : QString();
}

void readMember(const simdjson::dom::key_value_pair &member, Problem &out)
{
    int64_t number = 0;
    const bool isNumber = member.value.get(number) == simdjson::SUCCESS;
    if (member.key == "type") {
        out.type = lenient(member.value);
    } else if (member.key == "title") {
        out.title = lenient(member.value);
    } else if (member.key == "detail") {
        out.detail = lenient(member.value);
    } else if (member.key == "status") {
        out.status = isNumber && number >= 100 && number <= 599 ? static_cast<int>(number) : 0;
    } else if (isNumber || member.value.is_string()) {
        const QString key = QString::fromUtf8(member.key.data(), qsizetype(member.key.size())).left(kMostText);
        if (out.extensions.size() >= kMostExtensions && !out.extensions.contains(key)) {
            return; // the type, title, status and detail are read however many others stand before them
        }
        out.extensions[key] = isNumber ? Problem::Extension(qint64{number}) : Problem::Extension(lenient(member.value));
    }
}

} // namespace

QByteArray Problem::encode() const
{
    JsonWriter out;
    out.beginObject();
    out.key("type").text(type.isEmpty() ? QStringLiteral("about:blank") : type);
    out.key("title").text(title);
    out.key("status").integer(status);
    if (!detail.isEmpty()) {
        out.key("detail").text(detail);
    }
    for (const auto &[name, value] : extensions) {
        if (isOwn(name.toStdString())) {
            continue;
        }
        out.keyText(name);
        if (const auto *number = std::get_if<qint64>(&value)) {
            out.integer(*number);
        } else {
            out.text(std::get<QString>(value));
        }
    }
    out.endObject();
    return out.take();
}

base::Result<Problem> Problem::decode(QByteArrayView json)
{
    Problem out;
    const auto read = readObject(json, kMostRequestBytes, base::Error::Kind::Protocol, [&](const ObjectReader &object) {
        for (const auto &member : object.members()) {
            readMember(member, out);
        }
    });
    return read.map([&] { return std::move(out); });
}

QString Problem::extension(const QString &name) const
{
    const auto found = extensions.find(name);
    const auto *text = found == extensions.end() ? nullptr : std::get_if<QString>(&found->second);
    return text ? *text : QString();
}

} // namespace comptoir::wire
