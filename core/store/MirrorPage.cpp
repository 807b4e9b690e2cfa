// SPDX-License-Identifier: GPL-3.0-or-later
#include "CursorTable.h"
#include "Log.h"
#include "Mirror.h"
#include "OwnRows.h"
#include "PersonErasing.h"
#include "Planted.h"
#include "RawRow.h"
#include "Replay.h"
#include "ScopeRows.h"

#include <QSet>

namespace comptoir::store::mirror {

namespace {

using base::isPlanted;
using base::Plant;
using domain::EntityId;

template <class T>
constexpr auto kindOf = std::is_same_v<T, domain::Person> ? domain::EntityKind::Person
    : std::is_same_v<T, domain::Contact>                  ? domain::EntityKind::Contact
                                                          : domain::EntityKind::Ticket;

/// One page on its way into the mirror.
class PageTaking
{
public:
    PageTaking(Db &db, const wire::ScopePage &page, CursorRow &cursor) : m_db(db), m_page(page), m_cursor(cursor) {}

    base::Result<> take()
    {
        return takeErasures()
            .and_then([&] { return m_own.read(m_db, m_page.scope); })
            .and_then([&] { return takeErasedRows(); })
            .and_then([&] { return takeTables(); })
            .and_then([&] { return takeGone(); })
            .and_then([&] { return takeResults(); })
            .and_then([&] { return m_page.complete && m_cursor.anew ? sweep() : base::Result<>(); })
            .and_then([&] { return settle(); });
    }

    [[nodiscard]] PageFate fate() const
    {
        const bool differs = m_page.complete && !m_page.digest.isEmpty() && m_page.digest != wire::digestText(m_cursor.digest);
        return m_setBack ? PageFate::SetBack : differs ? PageFate::Disagrees : PageFate::Taken;
    }

private:
    /// Before any row: those that go tell what there is to look for.
    base::Result<> takeErasures()
    {
        for (const wire::RowTable &table : m_page.tables) {
            if (table.name != domain::FieldsOf<domain::Erasure>::kind) {
                continue;
            }
            for (std::size_t at = 0; at < table.rowCount; ++at) {
                const auto erasure = wire::readRow<domain::Erasure>(table, at);
                const auto moved = erasure ? erasePerson(m_db, erasure->person) : tl::unexpected(erasure.error());
                if (!moved) {
                    return tl::unexpected(moved.error());
                }
                m_moved += QSet<EntityId>(moved->begin(), moved->end());
                m_erased.push_back({domain::FieldsOf<domain::Person>::kind, erasure->person.value, table.seq(at)});
                m_db.touchAll();
            }
        }
        return {};
    }

    /// Their tombstones may stand in a later page: nobody is to choose them until it comes.
    base::Result<> takeErasedRows()
    {
        base::Result<> done;
        for (const wire::Gone &person : m_erased) {
            if (done && !m_own.contains(EntityId{person.id})) {
                done = takeGoneRow<domain::Person>(person);
            }
        }
        return done;
    }

    base::Result<> takeTables()
    {
        for (const wire::RowTable &table : m_page.tables) {
            auto done = forEachRowKind(
                [&]<class T>() { return table.name == domain::FieldsOf<T>::kind ? takeTable<T>(table) : base::Result<>(); });
            if (!done) {
                return done;
            }
        }
        return {};
    }

    template <class T>
    base::Result<> takeTable(const wire::RowTable &table)
    {
        std::array<int, domain::fieldCount<T>> columns{};
        std::size_t at = 0;
        domain::forEachField<T>([&](const auto &field) { columns[at++] = table.column(field.name); });
        typename WriterOf<T>::Type writer(m_db);
        RowCells<T> cells;
        for (std::size_t i = 0; i < table.rowCount; ++i) {
            const wire::RawCell *row = table.row(i);
            for (std::size_t column = 0; column < cells.size(); ++column) {
                cells[column] = columns[column] < 0 ? wire::RawCell() : row[columns[column]];
            }
            auto done = takeRow<T>(writer, cells, table, i);
            if (!done) {
                return done;
            }
        }
        m_cursor.digest += writer.digest();
        return {};
    }

    template <class T>
    base::Result<> takeRow(typename WriterOf<T>::Type &writer, const RowCells<T> &cells, const wire::RowTable &table, std::size_t at)
    {
        const wire::RawCell &id = cells[fieldAt<T>("id")];
        if constexpr (requires { typename TableOf<T>::Type; }) {
            const bool replays = !isPlanted(Plant::PendingNotReplayed);
            if (replays && id.type == wire::RawCell::Id && m_own.contains(EntityId{id.id})) {
                if (!m_own.isSettled(EntityId{id.id}, table.seq(at))) {
                    return replaceBase({EntityId{id.id}, m_page.scope, kindOf<T>, table.seq(at), snapshotText(columnsOf<T>(cells))});
                }
                if (auto settled = m_own.settle(m_db, EntityId{id.id}); !settled) {
                    return settled;
                }
            }
        }
        if constexpr (std::is_same_v<T, domain::TimelineEntry>) {
            const wire::RawCell &ticket = cells[fieldAt<T>("ticket")];
            m_db.touch(Entity::Timeline, ticket.type == wire::RawCell::Id ? ticket.id : base::Uuid{});
        } else if (id.type == wire::RawCell::Id) {
            m_db.touch(entityOf<T>, id.id);
        }
        return writer.put(cells, table.seq(at));
    }

    base::Result<> replaceBase(const BaseRow &now)
    {
        const auto before = BaseTable::find(m_db, now.entity);
        if (!before) {
            return tl::unexpected(before.error());
        }
        if (*before && (*before)->seq > 0 && (*before)->body) {
            m_cursor.digest -= wire::rowHash(now.entity.value, (*before)->seq);
        }
        if (now.body && now.seq > 0) {
            m_cursor.digest += wire::rowHash(now.entity.value, now.seq);
        }
        m_moved.insert(now.entity);
        return BaseTable::put(m_db, now);
    }

    base::Result<> takeGone()
    {
        for (const wire::Gone &gone : m_page.gone) {
            auto done = forEachRowKind(
                [&]<class T>() { return gone.table == domain::FieldsOf<T>::kind ? takeGoneOf<T>(gone) : base::Result<>(); });
            if (!done) {
                return done;
            }
        }
        return {};
    }

    /// A ticket goes with what hangs on it: its history and its files are told of no more, whether or not the ticket itself had come.
    template <class T>
    base::Result<> takeGoneOf(const wire::Gone &gone)
    {
        if constexpr (std::is_same_v<T, domain::Ticket>) {
            if (isPlanted(Plant::GoneAlone)) {
                return takeGoneRow<T>(gone);
            }
            for (const auto &hanging : {scoperows::removeOf<domain::TimelineEntry>(m_db, m_page.scope, gone.id, gone.seq),
                                        scoperows::removeOf<domain::Attachment>(m_db, m_page.scope, gone.id, gone.seq)}) {
                if (!hanging) {
                    return tl::unexpected(hanging.error());
                }
                m_cursor.digest += *hanging;
            }
        }
        return m_own.contains(EntityId{gone.id}) ? takeGoneBase(gone, kindOf<T>) : takeGoneRow<T>(gone);
    }

    base::Result<> takeGoneBase(const wire::Gone &gone, domain::EntityKind kind)
    {
        const auto before = BaseTable::find(m_db, EntityId{gone.id});
        if (!before || !*before || (*before)->seq > gone.seq) { // told again since
            return before.map([](const auto &) {});
        }
        BaseRow now = **before;
        now.kind = kind;
        now.seq = gone.seq;
        now.body.reset();
        return replaceBase(now);
    }

    template <class T>
    base::Result<> takeGoneRow(const wire::Gone &gone)
    {
        const auto here = scoperows::seqOf<T>(m_db, m_page.scope, gone.id);
        if (!here || !*here || **here > gone.seq) { // told again since
            return here.map([](const auto &) {});
        }
        m_db.touch(entityOf<T>, gone.id);
        typename WriterOf<T>::Type writer(m_db);
        auto removed = writer.remove(gone.id);
        m_cursor.digest += writer.digest();
        return removed;
    }

    base::Result<> takeResults()
    {
        std::vector<wire::Verdict> news;
        std::copy_if(m_page.results.begin(), m_page.results.end(), std::back_inserter(news),
                     [&](const wire::Verdict &verdict) { return !m_own.hasSettled(verdict.id); });
        return m_own.retire(m_db)
            .and_then([&] { return storeVerdicts(m_db, news); })
            .and_then([&](const std::vector<EntityId> &moved) {
                m_moved += QSet<EntityId>(moved.begin(), moved.end());
                return retireSettled(m_db, m_page.scope, m_page.complete || isPlanted(Plant::RetireByCursor) ? m_page.to : -1);
            })
            .map([&](const std::vector<EntityId> &moved) { m_moved += QSet<EntityId>(moved.begin(), moved.end()); });
    }

    /// The scope has come whole again: what has not come is no more.
    base::Result<> sweep()
    {
        m_cursor.anew = false;
        const auto outstanding = BaseTable::in(m_db, m_page.scope);
        if (!outstanding) {
            return tl::unexpected(outstanding.error());
        }
        for (BaseRow row : *outstanding) {
            m_moved.insert(row.entity); // its own entries in the history may go below: they are written again
            if (row.seq < 0 && !row.damaged) {
                row.seq = 0;
                row.body.reset();
                if (auto done = BaseTable::put(m_db, row); !done) {
                    return done;
                }
            }
        }
        return forEachRowKind([&]<class T>() { return scoperows::remove<T>(m_db, m_page.scope, "seq<0"); });
    }

    base::Result<> settle()
    {
        m_cursor.at.seq = m_page.to;
        m_cursor.complete = m_page.complete;
        m_cursor.backupSeq = m_page.backupSeq;
        m_db.touch(Entity::Cursor, m_page.scope.value);
        const qint64 safe = isPlanted(Plant::NotRetained) ? m_page.to : m_page.backupSeq;
        auto done = CursorTable::put(m_db, m_cursor); // first: a base row that turns out damaged sets it back
        for (auto entity = m_moved.begin(); done && entity != m_moved.end(); ++entity) {
            done = rebuild(m_db, *entity);
        }
        return done.and_then([&] { return OutboxTable::forget(m_db, m_page.scope, safe); })
            .and_then([&] { return CursorTable::find(m_db, m_page.scope); })
            .map([&](const auto &now) { m_setBack = !now || now->at != m_cursor.at; });
    }

    Db &m_db;
    const wire::ScopePage &m_page;
    CursorRow &m_cursor;
    OwnRows m_own;
    std::vector<wire::Gone> m_erased; ///< people whose erasure this page tells of
    QSet<EntityId> m_moved;
    bool m_setBack = false;
};

} // namespace

base::Result<PageFate> applyPage(Db &db, const wire::ScopePage &page)
{
    auto known = CursorTable::find(db, page.scope);
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (*known && (*known)->at.generation != page.generation && page.from == 0) {
        // Granted anew: what is here stays in view until the new copy is complete, then goes.
        (*known)->at = {page.generation, 0};
        auto over = CursorTable::put(db, **known).and_then([&] { return startOver(db, page.scope); }).and_then([&] {
            return CursorTable::find(db, page.scope);
        });
        if (!over) {
            return tl::unexpected(over.error());
        }
        known = std::move(over);
    }
    CursorRow cursor = known->value_or(CursorRow{page.scope, {page.generation, 0}});
    const bool follows = cursor.at.seq == page.from || isPlanted(Plant::StalePage) || isPlanted(Plant::CursorBeforeRows);
    if (cursor.at.generation != page.generation || !follows) {
        qCInfo(base::lcStore) << "a page that does not follow is left aside";
        return PageFate::LeftAside;
    }
    PageTaking taking(db, page, cursor);
    return taking.take().map([&] { return taking.fate(); });
}

std::vector<QByteArray> keptTables()
{
    std::vector<QByteArray> out;
    const auto all = forEachRowKind([&]<class T>() {
        out.emplace_back(domain::FieldsOf<T>::kind);
        return base::Result<>();
    });
    return all ? out : std::vector<QByteArray>();
}

} // namespace comptoir::store::mirror
