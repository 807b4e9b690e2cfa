// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServiceNowImport.h"

#include "ArchiveTable.h"
#include "Erasure.h"
#include "ErasureTable.h"
#include "ImportItemTable.h"
#include "NumberRule.h"
#include "ServiceNumbers.h"
#include "SnMapping.h"
#include "Tuning.h"

#include <algorithm>
#include <functional>

namespace comptoir::central {

namespace {

using base::Result;

/// Takes one incident after the other in, inside one transaction. Counts what it did.
class BatchImport
{
public:
    BatchImport(store::Db &db, const ServiceNowLog &log, const SnMapping &mapping, domain::ScopeId scope, bool dryRun)
        : m_db(db)
        , m_log(log)
        , m_mapping(mapping)
        , m_writer(db, scope, 128)
        , m_numbers(db)
        , m_dryRun(dryRun)
    {}

    ServiceNowTotals totals;

    Result<> take(const SnIncident &incident)
    {
        const domain::TicketId id = m_mapping.ticketId(incident);
        const auto item = ImportItemTable::find(m_db, id.value);
        if (!item) {
            return tl::unexpected(item.error());
        }
        const QByteArray digest = m_log.digest(incident);
        if (*item && (*item)->digest == digest) {
            totals.known += static_cast<qint64>(incident.events.size());
            ++totals.incidents.unchanged;
            return {};
        }
        SnMapping::History history = m_mapping.history(incident);
        totals.merged += history.merged;
        if (auto done = takeErasedOut(history.ticket); !done) {
            return done;
        }
        auto stored = store::EntityTable<domain::Ticket>::find(m_db, id.value);
        qint64 importedSeq = *item ? (*item)->seq : 0;
        if (stored && *stored && (*stored)->seq < 0 && !m_dryRun) {
            const bool untouched = (*stored)->seq == -importedSeq;
            stored = ArchiveTable::bringBack(m_writer, id).and_then([&](bool) {
                return store::EntityTable<domain::Ticket>::find(m_db, id.value);
            });
            importedSeq = untouched && stored && *stored ? (*stored)->seq : importedSeq;
        }
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        if (auto done = putEntries(history.entries, stored->has_value()); !done) {
            return done;
        }
        const auto seq = *stored ? update(history.ticket, **stored, importedSeq) : insert(history.ticket);
        if (!seq) {
            return tl::unexpected(seq.error());
        }
        return m_dryRun ? Result<>() : ImportItemTable::put(m_db, {id.value, digest, *seq});
    }

    Result<> finish() { return m_dryRun ? Result<>() : m_numbers.save(); }

private:
    /// A log that tells of somebody erased does not bring them back.
    Result<> takeErasedOut(domain::Ticket &ticket)
    {
        const domain::PlainTraces nothing;
        for (const domain::PersonId &person : {ticket.requester, ticket.beneficiary}) {
            const auto erased = person.isNull() ? Result<std::optional<qint64>>(std::nullopt) : ErasureTable::find(m_db, person);
            if (!erased) {
                return tl::unexpected(erased.error());
            }
            if (*erased) {
                (void)domain::erase({person, nothing}, ticket);
            }
        }
        return {};
    }

    Result<> putEntries(const std::vector<domain::TimelineEntry> &entries, bool maybeThere)
    {
        for (const domain::TimelineEntry &entry : entries) {
            if (maybeThere) {
                const auto there = store::EntityTable<domain::TimelineEntry>::find(m_db, entry.id.value);
                if (!there) {
                    return tl::unexpected(there.error());
                }
                if (*there) {
                    ++totals.known;
                    continue;
                }
            }
            ++totals.imported;
            if (m_dryRun) {
                continue;
            }
            if (auto put = m_writer.put(entry); !put) {
                return tl::unexpected(put.error());
            }
        }
        return {};
    }

    Result<qint64> insert(domain::Ticket &ticket)
    {
        ++totals.incidents.added;
        if (m_dryRun) {
            return 0;
        }
        const auto number = m_numbers.next();
        if (!number) {
            return tl::unexpected(number.error());
        }
        ticket.number = *number;
        NumberRule numbers(m_db, {});
        numbers.take(ticket.number, ticket.aliases.list);
        return numbers.write().and_then([&] { return m_writer.put(ticket); });
    }

    /// The ticket as the log has it now, unless the desk has changed it since.
    Result<qint64> update(domain::Ticket &ticket, const store::EntityTable<domain::Ticket>::Stored &stored, qint64 importedSeq)
    {
        ticket.number = stored.entity.number;
        if (std::abs(stored.seq) != importedSeq) {
            ++totals.keptByDesk;
            ++totals.incidents.unchanged;
            return importedSeq;
        }
        if (ticket == stored.entity) {
            ++totals.incidents.unchanged;
            return importedSeq;
        }
        ++totals.incidents.changed;
        return m_dryRun ? Result<qint64>(stored.seq) : m_writer.put(ticket);
    }

    store::Db &m_db;
    const ServiceNowLog &m_log;
    const SnMapping &m_mapping;
    RowWriter m_writer;
    ServiceNumbers m_numbers;
    bool m_dryRun;
};

/// Adds the rows that are not there yet; those that are stay as the desk has them.
template <class T>
Result<> addMissing(store::Db &db, const std::vector<T> &rows, bool dryRun, ScopeWriters &writers, ImportCount &count)
{
    const auto erased = ErasureTable::people(db);
    if (!erased) {
        return tl::unexpected(erased.error());
    }
    for (const T &row : rows) {
        if (erased->contains(domain::PersonId{row.id.value})) {
            continue;
        }
        const auto there = store::EntityTable<T>::find(db, row.id.value);
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (*there) {
            ++count.unchanged;
            continue;
        }
        ++count.added;
        if (!dryRun) {
            if (auto put = writers.put(row); !put) {
                return put;
            }
        }
    }
    return {};
}

Result<> addDirectory(store::Db &db, const SnMapping::Directory &directory, bool dryRun, ServiceNowTotals &totals)
{
    ScopeWriters writers(db, 256);
    return addMissing(db, directory.people, dryRun, writers, totals.people)
        .and_then([&] { return addMissing(db, directory.sites, dryRun, writers, totals.sites); })
        .and_then([&] { return addMissing(db, directory.groups, dryRun, writers, totals.groups); })
        .and_then([&] { return addMissing(db, directory.operators, dryRun, writers, totals.operators); })
        .and_then([&] { return addMissing(db, directory.categories, dryRun, writers, totals.categories); });
}

void add(const ServiceNowTotals &batch, ServiceNowTotals &all)
{
    all.imported += batch.imported;
    all.merged += batch.merged;
    all.known += batch.known;
    all.keptByDesk += batch.keptByDesk;
    all.incidents.added += batch.incidents.added;
    all.incidents.changed += batch.incidents.changed;
    all.incidents.unchanged += batch.incidents.unchanged;
}

/// Runs `work` in a transaction, or in a snapshot where nothing may be written.
Result<> run(store::Store &store, bool dryRun, const std::function<Result<>(store::Db &)> &work)
{
    return dryRun ? inSnapshot(store, work) : inTransaction(store, work);
}

} // namespace

Result<ServiceNowTotals> importServiceNow(store::Store &store, const ServiceNowLog &log, const domain::Organisation &organisation,
                                          bool dryRun, qint64 refused, const Progress &progress)
{
    ServiceNowTotals totals;
    totals.read = log.eventsRead();
    totals.refused = refused;
    totals.merged = log.repeated();
    const SnMapping mapping(log, organisation);
    const SnMapping::Directory directory = mapping.directory();
    if (auto done = run(store, dryRun, [&](store::Db &db) { return addDirectory(db, directory, dryRun, totals); }); !done) {
        return tl::unexpected(done.error());
    }
    const auto &incidents = log.incidents();
    for (std::size_t begin = 0; begin < incidents.size(); begin += kImportBatch) {
        const std::size_t end = std::min(begin + kImportBatch, incidents.size());
        ServiceNowTotals counted;
        const auto done = run(store, dryRun, [&](store::Db &db) -> Result<> {
            const domain::ScopeId scope = domain::scopeOf(organisation.id);
            if (auto held = dryRun ? Result<>() : ScopeTable::lock(db, scope); !held) {
                return held;
            }
            BatchImport batch(db, log, mapping, scope, dryRun);
            for (std::size_t at = begin; at < end; ++at) {
                if (auto taken = batch.take(incidents[at]); !taken) {
                    return taken;
                }
            }
            counted = batch.totals;
            return batch.finish();
        });
        if (!done) {
            return tl::unexpected(done.error());
        }
        add(counted, totals);
        if (!progress(static_cast<qint64>(end), static_cast<qint64>(incidents.size())) && end < incidents.size()) {
            return interrupted();
        }
    }
    return totals;
}

} // namespace comptoir::central
