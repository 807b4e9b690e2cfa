// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "Db.h"

#include <optional>
#include <vector>

namespace comptoir::store {

/// An own operation that did not come to hold: refused by the service, or parked because of one that was.
struct Notice
{
    domain::OperationId op;
    domain::ScopeId scope;
    domain::EntityId entity;
    QByteArray kind; ///< operation code
    int version = 1;
    QByteArray payload; ///< what was meant
    QString label; ///< number and summary, or the person's name, as they were
    qint64 madeMs = 0;
    QString code; ///< the verdict's (`taken`, `stale`, …), or `parked`
    QByteArray refusal; ///< what stands: JSON of wire::Verdict::data, or empty
    bool damaged = false; ///< it is not what was written; `code` and `refusal` say so
};

/// Notices stand until somebody dismisses them, and are kept even then.
class NoticeTable
{
public:
    /// `notice` as it is read from a row that keeps `sum` in `column`.
    [[nodiscard]] static Notice verified(Notice notice, const Statement &row, int column);
    /// Tells it, in the place of what was told of that operation before. The very same answer again tells nothing anew: whoever has dismissed
    /// it is not asked twice. After takeBack() it does.
    [[nodiscard]] static base::Result<> put(Db &db, const Notice &notice);
    /// Not dismissed, in the order they were made; at most `limit`.
    [[nodiscard]] static base::Result<std::vector<Notice>> open(Db &db, int limit);
    /// That of this operation, while nobody has dismissed it.
    [[nodiscard]] static base::Result<std::optional<Notice>> find(Db &db, domain::OperationId op);
    /// Dismissed ones too.
    [[nodiscard]] static base::Result<std::vector<Notice>> all(Db &db);
    /// Puts payload, label and refusal in place of what stands: what an erasure left of them.
    [[nodiscard]] static base::Result<> blank(Db &db, const Notice &notice);
    /// What was refused of one call counts once.
    [[nodiscard]] static base::Result<qint64> openCount(Db &db);
    [[nodiscard]] static base::Result<> dismiss(Db &db, domain::OperationId op);
    /// The service has taken the operation after all: nobody need dismiss it.
    [[nodiscard]] static base::Result<> takeBack(Db &db, domain::OperationId op);
    /// The call such an operation is about; nil where it is about something else, or there is none.
    [[nodiscard]] static base::Result<domain::EntityId> callOf(Db &db, domain::OperationId op);
    /// Whether this operation was ever told as refused or parked, dismissed or not.
    [[nodiscard]] static base::Result<bool> isTold(Db &db, domain::OperationId op);
    /// All of one kind of operation, dismissed ones too.
    [[nodiscard]] static base::Result<std::vector<Notice>> ofKind(Db &db, const QByteArray &kind);
    /// A ticket of that number that stands though its opening was once told as refused; nil where there is none.
    [[nodiscard]] static base::Result<domain::TicketId> standingAfterAll(Db &db, const QString &number);
};

} // namespace comptoir::store
