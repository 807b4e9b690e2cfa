// SPDX-License-Identifier: GPL-3.0-or-later
#include "PersonErasure.h"

#include "ArchiveTable.h"
#include "AuditTable.h"
#include "BlobTable.h"
#include "ErasureTable.h"
#include "ImportItemTable.h"
#include "OpTable.h"
#include "Planted.h"
#include "RowWriter.h"

namespace comptoir::central {

namespace {

using base::Result;

/// Whether a row names the person or may tell of them: looked at in its bytes, before it is made an entity.
template <class T>
bool mayConcern(const store::Statement &row, const domain::PersonId &person, const std::string &idText, const domain::PlainTraces &traces)
{
    int at = 0;
    bool concerns = false;
    domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &) {
        if constexpr (domain::isId<M>) {
            concerns = concerns || (!row.isNull(at) && row.uuid(at) == person.value);
        } else if constexpr (!std::is_integral_v<M> && !std::is_enum_v<M>) {
            const std::string_view text = row.view(at);
            concerns = concerns || text.find(idText) != std::string_view::npos || traces.mayStandIn(text);
        }
        ++at;
    });
    return concerns;
}

std::string textOf(domain::PersonId person)
{
    return person.value.toText().toStdString();
}

template <class T>
Result<> putAll(RowWriter &rows, const std::vector<T> &entities)
{
    for (const T &entity : entities) {
        if (auto put = rows.put(entity); !put) {
            return tl::unexpected(put.error());
        }
    }
    return {};
}

} // namespace

Result<ErasureCounts> PersonErasure::read()
{
    auto done = readTraces();
    const auto scopes = ScopeTable::all(m_db);
    if (!done || !scopes) {
        return tl::unexpected(done ? scopes.error() : done.error());
    }
    for (const ScopeTable::Row &scope : *scopes) {
        done = done.and_then([&] { return readNames(scope.scope); });
    }
    for (const ScopeTable::Row &scope : *scopes) {
        done = done.and_then([&] { return readScope(scope.scope); });
    }
    return done.and_then([&] { return readVerdicts(); }).and_then([&] { return readAuditValues(); }).map([&] {
        ErasureCounts out;
        out.people = m_person ? 1 : 0;
        out.verdicts = qint64(m_verdicts.size());
        out.scopes = qint64(reached().size());
        for (const auto &[chain, entries] : m_auditValues) {
            out.values += qint64(entries.size());
        }
        for (const auto &[scope, rows] : m_rows) {
            out.tickets += qint64(rows.tickets.size());
            out.entries += qint64(rows.entries.size());
            out.contacts += qint64(rows.contacts.size());
            out.assets += qint64(rows.assets.size());
            out.notes += qint64(rows.people.size());
            out.attachments += qint64(rows.attachments.size());
        }
        return out;
    });
}

std::set<domain::ScopeId> PersonErasure::reached() const
{
    std::set<domain::ScopeId> out;
    for (const auto &[scope, rows] : m_rows) {
        out.insert(scope);
    }
    // Where nobody of that id stands, the shared scope tells that they were erased.
    if (m_person || out.empty()) {
        out.insert(m_person ? m_person->scope : domain::ScopeId{});
    }
    return out;
}

Result<> PersonErasure::readTraces()
{
    auto row = store::EntityTable<domain::Person>::find(m_db, m_who.id.value);
    if (!row || !*row) {
        return row.map([](const auto &) {});
    }
    m_person = std::move((*row)->entity);
    m_traces.add(*m_person);
    for (const domain::PhoneNumber &number : m_person->numbers.list) {
        store::Statement others = m_db.prepare(
            "SELECT 1 FROM person WHERE scope IS NOT DISTINCT FROM ? AND id <> ? AND numbers LIKE ? LIMIT 1");
        others.bindAll(m_person->scope, m_who.id, QString(u"%\"" + number.key + u"\"%"));
        const auto shared = others.step();
        if (!shared) {
            return tl::unexpected(shared.error());
        }
        if (*shared) {
            m_traces.share(number);
        }
    }
    return {};
}

Result<> PersonErasure::readNames(domain::ScopeId scope)
{
    for (const char *sql : {"SELECT requester_name FROM ticket WHERE scope IS NOT DISTINCT FROM ? AND requester = ?",
                            "SELECT beneficiary_name FROM ticket WHERE scope IS NOT DISTINCT FROM ? AND beneficiary = ?",
                            "SELECT person_name FROM contact WHERE scope IS NOT DISTINCT FROM ? AND person = ?"}) {
        store::Statement query = m_db.prepare(sql);
        query.bindAll(scope, m_who.id);
        if (auto done = eachRow(query, [&](const store::Statement &row) { m_traces.addName(row.text(0)); }); !done) {
            return done;
        }
    }
    return {};
}

template <class T, class Take>
Result<> PersonErasure::readTable(domain::ScopeId scope, Take &&take)
{
    static const std::string sql = store::EntityTable<T>::select("WHERE scope IS NOT DISTINCT FROM ?");
    store::Statement query = m_db.prepare(sql);
    query.bindAll(scope);
    const std::string idText = textOf(m_who.id);
    return eachRow(query, [&](const store::Statement &row) -> Result<> {
        if (!mayConcern<T>(row, m_who.id, idText, m_traces)) {
            return {};
        }
        return store::EntityTable<T>::readRow(row).map([&](auto stored) { take(std::move(stored.entity)); });
    });
}

Result<> PersonErasure::readScope(domain::ScopeId scope)
{
    Rows found;
    const auto taker = [&](auto &into) {
        return [&](auto entity) {
            if (domain::erase(m_who, entity)) {
                into.push_back(std::move(entity));
            }
        };
    };
    auto done = readTable<domain::Ticket>(scope, [&](domain::Ticket ticket) {
        if (domain::isTheirs(ticket, m_who.id)) {
            m_own.insert(ticket.id);
        }
        taker(found.tickets)(std::move(ticket));
    });
    done = done.and_then([&] {
        return readTable<domain::TimelineEntry>(scope, [&](domain::TimelineEntry entry) {
            if (domain::erase(m_who, entry, m_own.contains(entry.ticket))) {
                found.entries.push_back(std::move(entry));
            }
        });
    });
    done = done.and_then([&] { return readAttachments(scope, found); });
    done = done.and_then([&] { return readTable<domain::Contact>(scope, taker(found.contacts)); })
               .and_then([&] { return readTable<domain::Asset>(scope, taker(found.assets)); })
               .and_then([&] {
                   return readTable<domain::Person>(scope, [&](domain::Person person) {
                       if (person.id != m_who.id) {
                           taker(found.people)(std::move(person));
                       }
                   });
               });
    if (!found.isEmpty()) {
        m_rows.emplace(scope, std::move(found));
    }
    return done;
}

/// A file tells of its ticket's person without naming them: each row is looked at, and the line of history that names it goes with it.
Result<> PersonErasure::readAttachments(domain::ScopeId scope, Rows &found)
{
    static const std::string sql = store::EntityTable<domain::Attachment>::select("WHERE scope IS NOT DISTINCT FROM ?");
    store::Statement query = m_db.prepare(sql);
    query.bindAll(scope);
    std::map<domain::OperationId, bool> named;
    const auto read = eachRow(query, [&](const store::Statement &row) {
        return store::EntityTable<domain::Attachment>::readRow(row).map([&](auto stored) {
            const QString content = stored.entity.sha256;
            const bool own = m_own.contains(stored.entity.ticket);
            if (domain::erase(m_who, stored.entity, own)) {
                named.emplace(stored.entity.entry, own);
                found.contents.push_back(content);
                found.attachments.push_back(std::move(stored.entity));
            }
        });
    });
    for (const domain::TimelineEntry &entry : found.entries) {
        named.erase(entry.id);
    }
    for (auto one = named.begin(); read && one != named.end(); ++one) {
        auto entry = store::EntityTable<domain::TimelineEntry>::find(m_db, one->first.value);
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        if (*entry && domain::erase(m_who, (*entry)->entity, one->second)) {
            found.entries.push_back(std::move((*entry)->entity));
        }
    }
    return read;
}

Result<> PersonErasure::readVerdicts()
{
    store::Statement query = m_db.prepare("SELECT id, result FROM op WHERE result <> ''");
    const std::string idText = textOf(m_who.id);
    return eachRow(query, [&](const store::Statement &row) {
        const std::string_view text = row.view(1);
        if (text.find(idText) == std::string_view::npos && !m_traces.mayStandIn(text)) {
            return;
        }
        // What a verdict was about is not kept beside it: it counts as the person's own.
        QString result = row.text(1);
        if (domain::eraseJson(m_who, result, true)) {
            m_verdicts.emplace_back(row.uuid(0), result);
        }
    });
}

Result<> PersonErasure::readAuditValues()
{
    store::Statement query = m_db.prepare("SELECT scope, no, value FROM audit_value ORDER BY scope, no");
    return eachRow(query, [&](const store::Statement &row) {
        QString value = row.text(2);
        if (m_traces.mayStandIn(row.view(2)) && domain::erase(m_who, value, true)) {
            m_auditValues[row.id<domain::ScopeId>(0)].push_back(row.integer(1));
        }
    });
}

Result<> PersonErasure::eraseAuditValues(qint64 atMs)
{
    for (const auto &[chain, entries] : m_auditValues) {
        if (auto done = AuditTable::eraseValues(m_db, chain, entries, m_who.id.toString(), atMs); !done) {
            return done;
        }
    }
    return {};
}

Result<> PersonErasure::write(qint64 atMs, base::Random &random)
{
    Result<> done;
    for (const domain::ScopeId &scope : reached()) {
        const auto rows = m_rows.find(scope);
        done = done.and_then([&] { return writeScope(scope, rows == m_rows.end() ? Rows{} : rows->second, atMs); });
    }
    return done.and_then([&] { return writeVerdicts(); })
        .and_then([&] { return eraseAuditValues(atMs); })
        .and_then([&] { return ImportItemTable::remove(m_db, m_who.id.value); })
        .and_then([&] { return ErasedTraceTable::put(m_db, m_who.id, atMs, m_traces, m_own, random); });
}

Result<> PersonErasure::writeScope(domain::ScopeId scope, const Rows &rows, qint64 atMs)
{
    RowWriter writer(m_db, scope);
    // The lowest seq: a console hears of the erasure while it still has the rows that tell what to look for.
    auto done = writer.put(domain::Erasure{domain::erasureId(scope, m_who.id), scope, m_who.id, atMs}).map([](qint64) {});
    if (!base::isPlanted(base::Plant::EraseNotCascading)) {
        done = done.and_then([&] { return bringBack(writer, rows); })
                   .and_then([&] { return putAll(writer, rows.entries); })
                   .and_then([&] { return putAll(writer, rows.tickets); })
                   .and_then([&] { return putAll(writer, rows.contacts); })
                   .and_then([&] { return putAll(writer, rows.assets); })
                   .and_then([&] { return putAll(writer, rows.people); })
                   .and_then([&] { return putAll(writer, rows.attachments); })
                   .and_then([&] { return dropBlobs(scope, rows); });
    }
    if (m_person && m_person->scope == scope) {
        done = done.and_then([&] { return writer.remove<domain::Person>(m_who.id.value).map([](qint64) {}); });
    }
    return done;
}

/// Tickets that were put away are written with all their history or not at all; a later round puts them away again.
Result<> PersonErasure::bringBack(RowWriter &writer, const Rows &rows)
{
    std::set<domain::TicketId> reached;
    for (const domain::Ticket &ticket : rows.tickets) {
        reached.insert(ticket.id);
    }
    for (const domain::TimelineEntry &entry : rows.entries) {
        reached.insert(entry.ticket);
    }
    for (const domain::Attachment &attachment : rows.attachments) {
        reached.insert(attachment.ticket);
    }
    for (const domain::TicketId &ticket : reached) {
        if (const auto back = ArchiveTable::bringBack(writer, ticket); !back) {
            return tl::unexpected(back.error());
        }
    }
    return {};
}

Result<> PersonErasure::dropBlobs(domain::ScopeId scope, const Rows &rows)
{
    Result<> done;
    for (const domain::Attachment &attachment : rows.attachments) {
        done = done.and_then([&] { return BlobTable::drop(m_db, scope, attachment.id); });
    }
    for (const QString &content : rows.contents) {
        done = done.and_then([&] { return BlobTable::dropUnused(m_db, scope, content); });
    }
    return done;
}

Result<> PersonErasure::writeVerdicts()
{
    for (const auto &[op, result] : m_verdicts) {
        if (auto done = OpTable::blank(m_db, domain::OperationId{op}, result); !done) {
            return done;
        }
    }
    return {};
}

} // namespace comptoir::central
