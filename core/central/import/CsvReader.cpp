// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvReader.h"

#include <cstring>
#include <algorithm>
#include <array>

namespace comptoir::central {

namespace {

using base::Result;

constexpr int kEnd = -1;

/// The separator that stands most often in the header line, outside quotes.
char separatorOf(QByteArrayView line)
{
    constexpr std::string_view candidates = ";,\t";
    std::array<int, candidates.size()> counts{};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (const auto found = candidates.find(c); !quoted && found != std::string_view::npos) {
            ++counts[found];
        }
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

} // namespace

std::string_view CsvRecord::view(std::size_t at) const
{
    const std::size_t begin = at == 0 ? 0 : m_ends[at - 1];
    return std::string_view(m_bytes).substr(begin, m_ends[at] - begin);
}

QString CsvRecord::text(std::size_t at) const
{
    const std::string_view bytes = view(at);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

CsvReader::CsvReader(SourceFile source) : m_source(std::move(source)), m_file(std::make_unique<QFile>(m_source.path)) {}

Result<CsvReader> CsvReader::open(const QString &path)
{
    auto source = SourceFile::inspect(path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    CsvReader reader(std::move(*source));
    if (!reader.m_file->open(QIODevice::ReadOnly) || !reader.m_file->seek(reader.m_source.markBytes)) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, reader.m_file->errorString()));
    }
    if (auto read = reader.readHeader(); !read) {
        return tl::unexpected(read.error());
    }
    return reader;
}

Result<> CsvReader::readHeader()
{
    m_separator = separatorOf(m_file->peek(std::min<qint64>(64 * 1024, m_source.bytes)).split('\n').first());
    CsvRecord record;
    const auto found = readRecord(record);
    if (!found) {
        return tl::unexpected(found.error());
    }
    for (std::size_t i = 0; i < record.size(); ++i) {
        m_header += record.text(i).trimmed();
    }
    if (m_header.size() < 2) {
        return tl::unexpected(
            lineError(1, QStringLiteral("is not the header of a table: it names one column only (columns are separated by ';' or ',')")));
    }
    return {};
}

bool CsvReader::fill()
{
    if (m_at < m_chunk.size()) {
        return true;
    }
    m_chunk = m_file->read(kReadAtOnce);
    m_consumed += m_chunk.size();
    m_at = 0;
    return !m_chunk.isEmpty();
}

int CsvReader::peek()
{
    return fill() ? static_cast<unsigned char>(m_chunk[m_at]) : kEnd;
}

void CsvReader::skip()
{
    if (m_chunk[m_at++] == '\n') {
        ++m_line;
    }
}

void CsvReader::endField(CsvRecord &record, std::size_t begin) const
{
    if (m_source.encoding != SourceFile::Encoding::Utf8) {
        const QByteArray utf8 = m_source.toUtf8(QByteArrayView(record.m_bytes).sliced(static_cast<qsizetype>(begin)));
        record.m_bytes.replace(begin, std::string::npos, utf8.toStdString());
    }
    record.m_ends.push_back(record.m_bytes.size());
}

Result<> CsvReader::quotedField(CsvRecord &record)
{
    const qint64 opened = m_line;
    skip();
    for (;;) {
        const int c = peek();
        if (c == kEnd) {
            return tl::unexpected(
                lineError(opened, QStringLiteral("a quote is opened here and never closed: the file is truncated or damaged")));
        }
        if (record.m_bytes.size() > static_cast<std::size_t>(kMostLineBytes)) {
            return tl::unexpected(
                lineError(opened, QStringLiteral("the record that begins here is longer than 1 MiB: a closing quote is missing")));
        }
        skip();
        if (c != '"') {
            record.m_bytes += static_cast<char>(c);
            continue;
        }
        if (peek() != '"') {
            return {};
        }
        record.m_bytes += '"';
        skip();
    }
}

Result<bool> CsvReader::readRecord(CsvRecord &record)
{
    record.m_bytes.clear();
    record.m_ends.clear();
    record.m_line = m_line;
    if (peek() == kEnd) {
        return false;
    }
    for (;;) {
        const std::size_t begin = record.m_bytes.size();
        if (peek() == '"') {
            if (auto read = quotedField(record); !read) {
                return tl::unexpected(read.error());
            }
            if (const int after = peek(); after != m_separator && after != '\n' && after != '\r' && after != kEnd) {
                return tl::unexpected(
                    lineError(m_line, QStringLiteral("text stands behind a closing quote: a quote inside a field is written twice")));
            }
        }
        int c = peek();
        while (c != m_separator && c != '\n' && c != '\r' && c != kEnd) {
            record.m_bytes += static_cast<char>(c);
            skip();
            c = peek();
        }
        endField(record, begin);
        if (c == m_separator) {
            skip();
            continue;
        }
        if (c == '\r') {
            skip();
            c = peek();
            m_line += c == '\n' ? 0 : 1; // an old Mac's line end
        }
        m_lineEnded = c == '\n' || (c != kEnd);
        if (c == '\n') {
            skip();
        } else if (c == kEnd) {
            m_lineEnded = false;
        }
        return true;
    }
}

Result<bool> CsvReader::next(CsvRecord &record)
{
    for (;;) {
        const auto found = readRecord(record);
        if (!found || !*found) {
            return found;
        }
        if (record.size() == 1 && record.view(0).empty()) {
            continue;
        }
        if (!m_lineEnded && record.size() < static_cast<std::size_t>(m_header.size())) {
            return tl::unexpected(lineError(record.line(),
                                            QStringLiteral("the last line is cut off (%1 of %2 columns): the file is truncated")
                                                .arg(record.size())
                                                .arg(m_header.size())));
        }
        return true;
    }
}

} // namespace comptoir::central
