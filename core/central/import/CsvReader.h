// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceFile.h"

#include <QFile>
#include <QStringList>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace comptoir::central {

/// One record of a table: where it begins and its fields as UTF-8. Valid until the next one is read.
class CsvRecord
{
public:
    /// Number of the line the record begins on, from 1.
    [[nodiscard]] qint64 line() const { return m_line; }
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::string_view view(std::size_t at) const;
    [[nodiscard]] QString text(std::size_t at) const;

private:
    friend class CsvReader;
    std::string m_bytes;
    std::vector<std::size_t> m_ends;
    qint64 m_line = 0;
};

/// Reads a table with a header (RFC 4180; `;`, `,` or tab, told from the header; LF or CRLF; SourceFile says which encodings)
/// record by record, in bounded memory.
class CsvReader
{
public:
    /// Inspects the whole file, then reads the header.
    [[nodiscard]] static base::Result<CsvReader> open(const QString &path);

    [[nodiscard]] const QStringList &header() const { return m_header; }
    [[nodiscard]] const SourceFile &source() const { return m_source; }
    /// Bytes read so far, of source().bytes.
    [[nodiscard]] qint64 position() const { return m_consumed; }

    /// False at the end. Empty lines are passed over. A record may have another number of fields than the header: that is the caller's
    /// to judge, but for the last one: fewer fields and no line end mean a truncated file, which is an error.
    [[nodiscard]] base::Result<bool> next(CsvRecord &record);

private:
    explicit CsvReader(SourceFile source);
    [[nodiscard]] base::Result<> readHeader();
    [[nodiscard]] base::Result<bool> readRecord(CsvRecord &record);
    [[nodiscard]] base::Result<> quotedField(CsvRecord &record);
    [[nodiscard]] bool fill();
    [[nodiscard]] int peek();
    void skip();
    void endField(CsvRecord &record, std::size_t begin) const;

    SourceFile m_source;
    std::unique_ptr<QFile> m_file;
    QStringList m_header;
    QByteArray m_chunk;
    qsizetype m_at = 0;
    qint64 m_consumed = 0;
    qint64 m_line = 1;
    char m_separator = ',';
    bool m_lineEnded = true; ///< the last record ended with a line end
};

} // namespace comptoir::central
