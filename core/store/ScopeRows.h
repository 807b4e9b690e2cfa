// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AssetTable.h"
#include "AttachmentTable.h"
#include "ContactTable.h"
#include "DirectoryTables.h"
#include "Erasure.h"
#include "PersonTable.h"
#include "Rows.h"
#include "TicketTable.h"
#include "TimelineTable.h"

namespace comptoir::store {

/// Which writer keeps T's table.
template <class T>
struct WriterOf
{
    using Type = TableWriter<T, NoUpkeep<T>>;
};
template <>
struct WriterOf<domain::Person>
{
    using Type = PersonWriter;
};
template <>
struct WriterOf<domain::Asset>
{
    using Type = AssetWriter;
};
template <>
struct WriterOf<domain::Ticket>
{
    using Type = TicketWriter;
};

/// What listeners are told when a row of T changes.
template <class T>
inline constexpr Entity entityOf = Entity::Ticket;
template <>
inline constexpr Entity entityOf<domain::Organisation> = Entity::Organisation;
template <>
inline constexpr Entity entityOf<domain::Site> = Entity::Site;
template <>
inline constexpr Entity entityOf<domain::Group> = Entity::Group;
template <>
inline constexpr Entity entityOf<domain::Operator> = Entity::Operator;
template <>
inline constexpr Entity entityOf<domain::Category> = Entity::Category;
template <>
inline constexpr Entity entityOf<domain::Person> = Entity::Person;
template <>
inline constexpr Entity entityOf<domain::Asset> = Entity::Asset;
template <>
inline constexpr Entity entityOf<domain::Contact> = Entity::Contact;
template <>
inline constexpr Entity entityOf<domain::TimelineEntry> = Entity::Timeline;
template <>
inline constexpr Entity entityOf<domain::Attachment> = Entity::Attachment;

/// Calls `visit.template operator()<T>()` for every kind of row a scope has, until one fails.
template <class Visitor>
[[nodiscard]] base::Result<> forEachRowKind(Visitor &&visit)
{
    base::Result<> done;
    const auto one = [&]<class T>() {
        if (done) {
            done = visit.template operator()<T>();
        }
    };
    one.template operator()<domain::Organisation>();
    one.template operator()<domain::Site>();
    one.template operator()<domain::Group>();
    one.template operator()<domain::Operator>();
    one.template operator()<domain::Category>();
    one.template operator()<domain::Person>();
    one.template operator()<domain::Asset>();
    one.template operator()<domain::Contact>();
    one.template operator()<domain::Ticket>();
    one.template operator()<domain::TimelineEntry>();
    one.template operator()<domain::Attachment>();
    one.template operator()<domain::Erasure>();
    return done;
}

/// All rows of a scope at once; the statements that are the same for every table of the mirror.
namespace scoperows {

/// Marks what the service has sent as not come again (negative seq).
template <class T>
[[nodiscard]] base::Result<> markStale(Db &db, domain::ScopeId scope)
{
    static const std::string sql = std::string("UPDATE ") + domain::FieldsOf<T>::kind + " SET seq=-seq WHERE scope IS ? AND seq>0";
    return db.prepare(sql).bind(0, scope).run();
}

/// Removes the rows of the scope that `which` (a constant condition) tells, with what hangs on them.
template <class T>
[[nodiscard]] base::Result<> remove(Db &db, domain::ScopeId scope, std::string_view which)
{
    const std::string sql = std::string("SELECT id FROM ") + domain::FieldsOf<T>::kind + " WHERE scope IS ? AND " + std::string(which);
    Statement query = db.prepare(sql);
    query.bind(0, scope);
    const auto ids = allRows(query, [](const Statement &row) { return row.uuid(0); });
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    typename WriterOf<T>::Type writer(db);
    for (const base::Uuid &id : *ids) {
        db.touch(entityOf<T>, id);
        if (auto gone = writer.remove(id); !gone) {
            return gone;
        }
    }
    return {};
}

/// Removes what hangs on a ticket in this scope and was told before `seq`; what was made here and has not come back stays.
/// What that adds to the scope's digest.
template <class T>
[[nodiscard]] base::Result<quint64> removeOf(Db &db, domain::ScopeId scope, const base::Uuid &ticket, qint64 seq)
{
    static const std::string sql = std::string("SELECT id FROM ") + domain::FieldsOf<T>::kind
        + " WHERE ticket=? AND scope IS ? AND seq<>0 AND seq<?";
    Statement query = db.prepare(sql);
    query.bindAll(ticket, scope, seq);
    const auto ids = allRows(query, [](const Statement &row) { return row.uuid(0); });
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    typename WriterOf<T>::Type writer(db);
    for (const base::Uuid &id : *ids) {
        db.touch(entityOf<T>, std::is_same_v<T, domain::TimelineEntry> ? ticket : id);
        if (auto gone = writer.remove(id); !gone) {
            return tl::unexpected(gone.error());
        }
    }
    return writer.digest();
}

/// Where the row stands in the scope: its seq, or nothing where it is not here or of another scope.
template <class T>
[[nodiscard]] base::Result<std::optional<qint64>> seqOf(Db &db, domain::ScopeId scope, const base::Uuid &id)
{
    static const std::string sql = std::string("SELECT seq FROM ") + domain::FieldsOf<T>::kind + " WHERE id=? AND scope IS ?";
    Statement query = db.prepare(sql);
    query.bindAll(id, scope);
    return firstRow(query, [](const Statement &row) { return row.integer(0); });
}

} // namespace scoperows

} // namespace comptoir::store
