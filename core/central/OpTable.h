// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "OpsMessages.h"

namespace comptoir::central {

/// Every operation received and what became of it: one effect per id.
class OpTable
{
public:
    struct Row
    {
        domain::DeviceId device;
        domain::OperatorId operatorId;
        QByteArray hash;
        qint64 receivedMs = 0;
        qint64 ageMs = 0;
        wire::Verdict verdict;
    };

    [[nodiscard]] static base::Result<std::optional<Row>> find(store::Db &db, domain::OperationId id);
    /// Those of `ids` that were received, in few statements.
    [[nodiscard]] static base::Result<std::vector<Row>> findAll(store::Db &db, const std::vector<domain::OperationId> &ids);
    [[nodiscard]] static base::Result<> putAll(store::Db &db, const std::vector<const Row *> &rows);
    /// The verdicts on this operator's operations from this device with `from` < seq ≤ `to`, by seq.
    [[nodiscard]] static base::Result<std::vector<wire::Verdict>>
    results(store::Db &db, domain::DeviceId device, domain::OperatorId operatorId, domain::ScopeId scope, qint64 from, qint64 to);
    /// Puts what an erasure left of a verdict's data in its place.
    [[nodiscard]] static base::Result<> blank(store::Db &db, domain::OperationId id, const QString &data);
    /// For planted bugs: one operation, and the seq of the newest one of that device in that scope that is not older than `id`.
    [[nodiscard]] static base::Result<> forget(store::Db &db, domain::OperationId id);
    [[nodiscard]] static base::Result<std::optional<qint64>> newerOf(store::Db &db, domain::DeviceId device, domain::ScopeId scope,
                                                                     domain::OperationId id);
    /// Forgets the operations whose id says that they were made before `horizonMs`.
    [[nodiscard]] static base::Result<qint64> forgetBefore(store::Db &db, qint64 horizonMs);
};

} // namespace comptoir::central
