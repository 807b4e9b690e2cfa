// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Operation.h"

#include <QCryptographicHash>
#include <QList>

#include <map>

namespace comptoir::sim {

/// One number for all that a state of the model is made of. Two states with the same number go on in the same way: what differs between them are the
/// times at which things happened, and operations' ids, which carry their time. For these stands whose they are and the how manieth.
class StatePrint
{
public:
    /// The operations tried at one console, in their order.
    void name(char desk, const std::map<domain::OperationId, domain::Operation> &tried);
    void add(const QByteArray &text);
    /// Every table but those of sessions, of the audit and of sums over the others; no column of times or sums.
    [[nodiscard]] base::Result<> add(store::Db &db);
    [[nodiscard]] quint64 value() const;

private:
    [[nodiscard]] base::Result<> addTable(store::Db &db, const QString &table);
    /// Without times, and with names for the ids that are known.
    [[nodiscard]] QByteArray plain(QByteArray text) const;

    QList<std::pair<QByteArray, QByteArray>> m_names; ///< id as text or as hexadecimal digits → name
    QCryptographicHash m_sum{QCryptographicHash::Sha256};
};

} // namespace comptoir::sim
