// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Traces.h"

#include <set>

namespace comptoir::base {
class Random;
}

namespace comptoir::central {

/// Who was erased. The rows themselves are written as all rows are (RowWriter).
class ErasureTable
{
public:
    /// When the person was erased; nothing where they were not.
    [[nodiscard]] static base::Result<std::optional<qint64>> find(store::Db &db, domain::PersonId person);
    /// When somebody was erased last; 0: nobody ever was.
    [[nodiscard]] static base::Result<qint64> newest(store::Db &db);
    [[nodiscard]] static base::Result<std::set<domain::PersonId>> people(store::Db &db);
};

/// What told of the erased, as digests under a key of this database's own: whether a text tells of one of them can be asked, whom they were
/// cannot be read.
class ErasedTraceTable
{
public:
    /// Keeps the traces of a person, with the tickets that were theirs.
    [[nodiscard]] static base::Result<> put(store::Db &db, domain::PersonId person, qint64 atMs, const domain::PlainTraces &traces,
                                            const std::set<domain::TicketId> &tickets, base::Random &random);
    /// Adds what an operation that came late told of somebody erased: a database restored from before they were known has no traces of them.
    [[nodiscard]] static base::Result<> learn(store::Db &db, domain::PersonId person, qint64 atMs, const domain::PlainTraces &traces,
                                              const std::set<domain::TicketId> &tickets);
};

/// The traces of all who were erased after a moment. Lives inside one read or write. A failed statement tells nothing; the transaction it fails
/// does not commit.
class HashedTraces final : public domain::Traces
{
public:
    HashedTraces(store::Db &db, qint64 afterMs);

    [[nodiscard]] bool tells(const QString &token, bool own) const override;
    /// Whether the ticket was one of theirs.
    [[nodiscard]] bool wasTheirs(domain::TicketId ticket) const;

private:
    store::Db &m_db;
    qint64 m_afterMs;
    QByteArray m_secret; ///< empty: nobody was erased
};

/// Whom an import must not bring back: read once, asked for each line.
class ErasedPeople
{
public:
    [[nodiscard]] static base::Result<ErasedPeople> load(store::Db &db);
    /// By id, e-mail or account, or by name with a number in common.
    [[nodiscard]] bool holds(const domain::Person &person) const;

private:
    std::set<domain::PersonId> m_people;
    std::set<QByteArray> m_traces;
    QByteArray m_secret;
};

} // namespace comptoir::central
