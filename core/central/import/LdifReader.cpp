// SPDX-License-Identifier: GPL-3.0-or-later
#include "LdifReader.h"

#include <QFile>
#include <QStringDecoder>

#include <algorithm>

namespace comptoir::central {

namespace {

using base::Result;

/// A line with the continuations folded into it.
struct Logical
{
    qint64 line = 0;
    QByteArray text;
};

Result<std::vector<Logical>> unfolded(const QByteArray &bytes)
{
    std::vector<Logical> out;
    qint64 number = 0;
    bool comment = false;
    for (QByteArray line : bytes.split('\n')) {
        ++number;
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        if (line.startsWith(' ')) {
            if (comment) {
                continue;
            }
            if (out.empty() || out.back().text.isEmpty()) {
                return tl::unexpected(lineError(number, QStringLiteral("continues a line that is not there")));
            }
            out.back().text += line.sliced(1);
            continue;
        }
        comment = line.startsWith('#');
        if (!comment) {
            out.push_back({number, line});
        }
    }
    return out;
}

Result<QByteArray> valueOf(const Logical &line, qsizetype colon)
{
    QByteArray rest = line.text.sliced(colon + 1);
    if (rest.startsWith('<')) {
        return tl::unexpected(lineError(line.line, QStringLiteral("refers to a file or an address: values must stand in the file itself")));
    }
    if (!rest.startsWith(':')) {
        return rest.trimmed();
    }
    const auto decoded = QByteArray::fromBase64Encoding(rest.sliced(1).trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return tl::unexpected(lineError(line.line, QStringLiteral("is not valid base64")));
    }
    return *decoded;
}

Result<> addLine(const Logical &line, LdifEntry &entry)
{
    const qsizetype colon = line.text.indexOf(':');
    if (colon <= 0) {
        return tl::unexpected(lineError(line.line, QStringLiteral("is not an LDIF line (\"attribute: value\")")));
    }
    const QByteArray name = line.text.first(colon).split(';').first().trimmed().toLower();
    auto value = valueOf(line, colon);
    if (!value) {
        return tl::unexpected(value.error());
    }
    if (entry.attributes.empty()) {
        if (name == "version") {
            return *value == "1" ? Result<>()
                                 : tl::unexpected(lineError(line.line, QStringLiteral("this version of LDIF is not known; 1 is")));
        }
        if (name != "dn") {
            return tl::unexpected(lineError(line.line, QStringLiteral("an entry begins with \"dn:\"")));
        }
        entry.line = line.line;
    } else if (name == "changetype" && *value != "add") {
        return tl::unexpected(
            lineError(line.line, QStringLiteral("is a change (%1); only entries are read").arg(QString::fromUtf8(*value))));
    }
    entry.attributes.emplace_back(name, *value);
    return {};
}

} // namespace

std::optional<QString> LdifEntry::text(QByteArrayView name) const
{
    for (const auto &[attribute, value] : attributes) {
        if (attribute == name && !value.isEmpty()) {
            QStringDecoder decoder(QStringDecoder::Utf8);
            const QString out = decoder(value);
            return decoder.hasError() ? std::nullopt : std::optional(out.trimmed());
        }
    }
    return std::nullopt;
}

bool LdifEntry::has(QByteArrayView name, QByteArrayView value) const
{
    return std::any_of(attributes.begin(), attributes.end(), [&](const auto &attribute) {
        return attribute.first == name && attribute.second.compare(value, Qt::CaseInsensitive) == 0;
    });
}

Result<std::vector<LdifEntry>> readLdif(const QString &path)
{
    const auto source = SourceFile::inspect(path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(source->markBytes)) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    const auto lines = unfolded(source->toUtf8(file.readAll()));
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    std::vector<LdifEntry> out;
    LdifEntry entry;
    for (const Logical &line : *lines) {
        if (!line.text.isEmpty()) {
            if (auto added = addLine(line, entry); !added) {
                return tl::unexpected(added.error());
            }
        } else if (!entry.attributes.empty()) {
            out.push_back(std::exchange(entry, {}));
        }
    }
    if (!entry.attributes.empty()) {
        out.push_back(std::move(entry));
    }
    return out;
}

} // namespace comptoir::central
