// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

#include <map>

namespace comptoir::central {

/// The ends of all chains of the audit, kept outside the database, so that an end that was cut off shows: a file (0600), written anew by the
/// running service every hour and when it stops. A copy of it elsewhere shows what somebody changes who may write here.
class AuditHeads
{
public:
    struct End
    {
        qint64 no = 0;
        QByteArray digest;

        bool operator==(const End &) const = default;
    };

    struct Content
    {
        QByteArray epoch; ///< which life of the database these are of
        qint64 atMs = 0;
        std::map<domain::ScopeId, End> ends;
    };

    explicit AuditHeads(const QString &path) : m_path(path) {}

    /// Nothing where there is no such file; Corrupt where it is not one.
    [[nodiscard]] base::Result<std::optional<Content>> read() const;
    /// What a database has to be compared with: nothing where the file is of an earlier life, whose end the audit tells. Corrupt where it does not.
    [[nodiscard]] base::Result<std::optional<Content>> binding(store::Db &db) const;
    /// Writes how far the chains reach now. Corrupt where they lack what the file says: it then stays as it is. One of an earlier life is kept
    /// beside, as `.before-…`.
    [[nodiscard]] base::Result<> save(store::Db &db, qint64 nowMs) const;
    [[nodiscard]] QString path() const { return m_path; }

private:
    QString m_path;
};

} // namespace comptoir::central
