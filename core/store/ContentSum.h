// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Statement.h"

namespace comptoir::store {

/// The sum of a row that holds what an operator wrote and that nothing can restore: the first eight bytes of the SHA-256 of its values, each
/// behind its length. It covers what is written once; what becomes of the row (its state, whether it was dismissed) stands outside.
class ContentSum
{
public:
    ContentSum &add(QByteArrayView bytes);
    /// As a text column gives it back: without a byte order mark at its beginning.
    ContentSum &add(const QString &text);
    ContentSum &add(qint64 number);
    ContentSum &add(const base::Uuid &id) { return add(QByteArrayView(id.toBytes())); }

    [[nodiscard]] QByteArray value() const;
    /// What stands in the place of the sum of a row that is known to be damaged and is written again (a person is erased from it).
    [[nodiscard]] static QByteArray ofDamaged() { return QByteArray(1, '\0'); }
    /// Whether the sum kept in `column` is another; never where none is kept.
    [[nodiscard]] bool differs(const Statement &row, int column) const { return !row.isNull(column) && row.blob(column) != value(); }

private:
    QByteArray m_bytes;
};

} // namespace comptoir::store
