// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceFile.h"

#include <QFile>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace comptoir::central {

/// One entry of an LDIF file: its attributes in order, names in lower case without options (`cn;lang-fr` → `cn`).
struct LdifEntry
{
    qint64 line = 0; ///< of its `dn:`
    std::vector<std::pair<QByteArray, QByteArray>> attributes;

    /// The first value of the attribute as text; nothing where it is absent, empty or not UTF-8.
    [[nodiscard]] std::optional<QString> text(QByteArrayView name) const;
    [[nodiscard]] bool has(QByteArrayView name, QByteArrayView value) const;
};

/// Reads an LDIF file (RFC 2849) entry by entry, in bounded memory: folded lines, comments, base64. Refuses change records other than
/// additions, values to be fetched from elsewhere (`:<`), lines that are none, base64 that is none.
class LdifReader
{
public:
    /// Of a value no more is kept.
    static constexpr qsizetype kMostValueBytes = 64 * 1024;
    /// Of an entry no more values are kept: a group may have hundreds of thousands of members.
    static constexpr std::size_t kMostValues = 1000;

    /// Inspects the whole file. Of an entry only the attributes named (in lower case) are kept; of the others, photographs for one, no more
    /// than the beginning is looked at. No name = all.
    [[nodiscard]] static base::Result<LdifReader> open(const QString &path, std::vector<QByteArray> names = {});

    /// False at the end.
    [[nodiscard]] base::Result<bool> next(LdifEntry &entry);

private:
    /// A line with the continuations folded into it.
    struct Logical
    {
        qint64 line = 0;
        QByteArray text;
        bool isCut = false; ///< it goes on beyond what is kept
    };

    LdifReader(SourceFile source, std::vector<QByteArray> names);
    [[nodiscard]] base::Result<bool> nextLine();
    [[nodiscard]] bool readPhysical();
    [[nodiscard]] static base::Result<QByteArray> valueOf(const Logical &line, qsizetype colon);
    [[nodiscard]] base::Result<> addLine(const Logical &line, LdifEntry &entry) const;
    [[nodiscard]] bool isKept(const QByteArray &name) const;
    [[nodiscard]] static QByteArray nameOf(QByteArrayView line);

    SourceFile m_source;
    std::unique_ptr<QFile> m_file;
    std::vector<QByteArray> m_names;
    Logical m_line;
    QByteArray m_room; ///< for one line of the file, always the same: what is read and dropped must leave no holes between what is kept
    QByteArrayView m_physical;
    qint64 m_number = 0; ///< of m_physical
    bool m_isAhead = false; ///< m_physical is not used yet
    bool m_isComment = false; ///< what goes on is a comment
};

} // namespace comptoir::central
