// SPDX-License-Identifier: GPL-3.0-or-later
#include "LdifReader.h"

#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace comptoir::central {

namespace {

using base::Result;

/// So much is looked at of a line whose value is not kept.
constexpr qsizetype kGlimpse = 256;

} // namespace

Result<QByteArray> LdifReader::valueOf(const Logical &line, qsizetype colon)
{
    QByteArray rest = line.text.sliced(colon + 1);
    if (rest.startsWith('<')) {
        return tl::unexpected(lineError(line.line, QStringLiteral("refers to a file or an address: values must stand in the file itself")));
    }
    if (!rest.startsWith(':')) {
        return rest.trimmed();
    }
    rest = rest.sliced(1).trimmed();
    if (line.isCut) {
        rest.chop(rest.size() % 4);
    }
    const auto decoded = QByteArray::fromBase64Encoding(rest, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return tl::unexpected(lineError(line.line, QStringLiteral("is not valid base64")));
    }
    return *decoded;
}

Result<> LdifReader::addLine(const Logical &line, LdifEntry &entry) const
{
    const qsizetype colon = line.text.indexOf(':');
    if (colon <= 0) {
        return tl::unexpected(lineError(line.line, QStringLiteral("is not an LDIF line (\"attribute: value\")")));
    }
    const QByteArray name = nameOf(line.text);
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
    if (isKept(name) && entry.attributes.size() < kMostValues) {
        entry.attributes.emplace_back(name, *value);
    }
    return {};
}

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

LdifReader::LdifReader(SourceFile source, std::vector<QByteArray> names)
    : m_source(std::move(source))
    , m_file(std::make_unique<QFile>(m_source.path))
    , m_names(std::move(names))
    , m_room(kMostLineBytes + 8, Qt::Uninitialized)
{}

Result<LdifReader> LdifReader::open(const QString &path, std::vector<QByteArray> names)
{
    auto source = SourceFile::inspect(path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    LdifReader reader(std::move(*source), std::move(names));
    if (!reader.m_file->open(QIODevice::ReadOnly) || !reader.m_file->seek(reader.m_source.markBytes)) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, reader.m_file->errorString()));
    }
    return reader;
}

bool LdifReader::isKept(const QByteArray &name) const
{
    return m_names.empty() || name == "dn" || std::find(m_names.begin(), m_names.end(), name) != m_names.end();
}

QByteArray LdifReader::nameOf(QByteArrayView line)
{
    const QByteArrayView name = line.first(std::max<qsizetype>(0, line.first(std::min(line.size(), kGlimpse)).indexOf(':')));
    const qsizetype option = name.indexOf(';');
    return (option < 0 ? name : name.first(option)).toByteArray().trimmed().toLower();
}

bool LdifReader::readPhysical()
{
    const qint64 size = m_file->readLine(m_room.data(), m_room.size());
    if (size <= 0) {
        return false;
    }
    m_physical = QByteArrayView(m_room).first(size);
    ++m_number;
    if (m_physical.endsWith('\n')) {
        m_physical.chop(1);
    }
    if (m_physical.endsWith('\r')) {
        m_physical.chop(1);
    }
    return true;
}

Result<bool> LdifReader::nextLine()
{
    bool begun = false;
    while (std::exchange(m_isAhead, false) || readPhysical()) {
        const bool goesOn = m_physical.startsWith(' ');
        if (begun && !goesOn) {
            m_isAhead = true;
            break;
        }
        if (!goesOn) {
            m_isComment = m_physical.startsWith('#');
            begun = !m_isComment;
            const bool kept = m_isComment || isKept(nameOf(m_physical));
            const qsizetype most = kept ? kMostValueBytes : kGlimpse;
            m_line = {m_number, m_source.toUtf8(m_physical.first(std::min(m_physical.size(), most))), !kept || m_physical.size() > most};
        } else if (!m_isComment && (!begun || m_line.text.isEmpty())) {
            return tl::unexpected(lineError(m_number, QStringLiteral("continues a line that is not there")));
        } else if (!m_isComment && !m_line.isCut) {
            m_line.text += m_source.toUtf8(m_physical.sliced(1));
        }
        if (m_line.text.size() > kMostValueBytes) {
            m_line.text.truncate(kMostValueBytes);
            m_line.isCut = true;
        }
    }
    if (m_file->error() != QFileDevice::NoError) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be read: %2").arg(m_source.path, m_file->errorString()));
    }
    return begun;
}

Result<bool> LdifReader::next(LdifEntry &entry)
{
    entry = {};
    for (;;) {
        const auto more = nextLine();
        if (!more) {
            return more;
        }
        if (!*more || (m_line.text.isEmpty() && !entry.attributes.empty())) {
            return !entry.attributes.empty();
        }
        if (!m_line.text.isEmpty()) {
            if (auto added = addLine(m_line, entry); !added) {
                return tl::unexpected(added.error());
            }
        }
    }
}

} // namespace comptoir::central
