// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Statement.h"

#include <array>
#include <optional>

namespace comptoir::central {

/// An entry of the audit as it stands in its row.
struct AuditRow
{
    /// How its digest was made: what was written before stays as it was written.
    enum class Form {
        Untyped, ///< neither number nor types, and nobody as a nil id
        Typed, ///< each value with its type and length, the number with them
        Chained, ///< the same, with the chain it belongs to and the seal of its personal value
    };

    qint64 no = 0;
    qint64 atMs = 0;
    std::optional<QByteArray> actor; ///< nothing where nobody
    std::array<QByteArray, 3> texts; ///< action, subject, detail
    QByteArray sealed; ///< sealOf() its personal value; empty where it has none

    /// Reads the columns kColumns.
    [[nodiscard]] static AuditRow of(const store::Statement &row);
    static constexpr const char *kColumns = "e.no, e.at_ms, e.actor, e.action, e.subject, e.detail, e.sealed";

    /// SHA-256 of the digest before it and of the entry: nothing in the row can be another and have the same.
    [[nodiscard]] QByteArray digestAfter(const QByteArray &before, domain::ScopeId chain, Form form) const;
    /// Nobody, or somebody's id.
    [[nodiscard]] bool hasActorOrNone() const;
    [[nodiscard]] const QByteArray &action() const { return texts[0]; }
    /// A value of `detail`, which is `name=value` separated by blanks; empty where it is not there.
    [[nodiscard]] QByteArray told(QByteArrayView name) const;
};

/// What stands in an entry for a personal value that is kept apart: without the salt nobody can try what it was.
[[nodiscard]] QByteArray sealOf(const QByteArray &salt, const QByteArray &value);

/// Which digests of a chain are of which form.
struct AuditForms
{
    qint64 untyped = 0; ///< the last entry of that form, 0 = none
    qint64 typed = 0; ///< the same

    [[nodiscard]] AuditRow::Form of(qint64 no) const
    {
        return no <= untyped ? AuditRow::Form::Untyped : no <= typed ? AuditRow::Form::Typed : AuditRow::Form::Chained;
    }
};

} // namespace comptoir::central
