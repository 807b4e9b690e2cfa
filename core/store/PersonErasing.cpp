// SPDX-License-Identifier: GPL-3.0-or-later
#include "PersonErasing.h"

#include "BaseTable.h"
#include "ContactTable.h"
#include "DraftTable.h"
#include "Erasure.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "OwnAttachmentTable.h"
#include "PersonTable.h"
#include "Planted.h"
#include "SettingTable.h"
#include "Snapshot.h"
#include "TicketTable.h"

#include <QSet>

namespace comptoir::store::mirror {

namespace {

using base::Result;
using domain::EntityId;

/// Rows of one person that are read for the names and numbers that stand beside their id.
constexpr qint64 kMostTelling = 500;

/// One erasure on this console.
class Erasing
{
public:
    Erasing(Db &db, domain::PersonId person) : m_db(db), m_who{person, m_traces} {}

    Result<std::vector<EntityId>> run()
    {
        return readTraces()
            .and_then([&] { return gatherOutbox(); })
            .and_then([&] { return gatherNotices(); })
            .and_then([&] { return eraseOutbox(); })
            .and_then([&] { return eraseBases(); })
            .and_then([&] { return eraseNotices(); })
            .and_then([&] { return eraseUnreadDrafts(); })
            .and_then([&] { return eraseDrafts(); })
            .and_then([&] { return eraseKept(); })
            .map([&] { return std::move(m_moved); });
    }

private:
    Result<> readTraces()
    {
        return PersonTable::findLegible(m_db, m_who.id.value)
            .and_then([&](const auto &row) { return row ? take(row->entity) : Result<>(); })
            .and_then([&] { return BaseTable::find(m_db, EntityId{m_who.id.value}); })
            .and_then([&](const auto &base) {
                domain::Person known;
                const auto body = base ? base->body.value_or(QString()) : QString();
                (void)readColumns(QJsonDocument::fromJson(body.toUtf8()).object(), known);
                return take(known);
            })
            .and_then([&] { return readContacts(); })
            .and_then([&] { return readTickets(); });
    }

    Result<> take(const domain::Person &person)
    {
        m_traces.add(person);
        for (const domain::PhoneNumber &number : person.numbers.list) {
            const auto shared = PersonTable::isSharedNumber(m_db, number.key, m_who.id);
            if (!shared) {
                return tl::unexpected(shared.error());
            }
            if (*shared) {
                m_traces.share(number);
            }
        }
        return {};
    }

    Result<> readContacts()
    {
        return ContactTable::namesOf(m_db, m_who.id, kMostTelling).map([&](const QStringList &names) { addNames(names); });
    }

    Result<> readTickets()
    {
        return TicketTable::requesterNamesOf(m_db, m_who.id, kMostTelling).map([&](const QStringList &names) { addNames(names); });
    }

    void addNames(const QStringList &names)
    {
        for (const QString &name : names) {
            m_traces.addName(name);
        }
    }

    /// The rows that name the person may be gone with a scope that was taken away: what is on its way still tells the name.
    void learn(const wire::OpMessage &message)
    {
        if (!message.payload.contains(m_who.id.value.toText()) && message.entity.value != m_who.id.value) {
            return;
        }
        if (const auto op = message.toOperation()) {
            domain::learn(*op, m_who.id, m_traces);
        }
    }

    /// Which tickets an own operation gives to the person.
    Result<> gatherOutbox()
    {
        auto rows = OutboxTable::all(m_db);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        m_outbox = std::move(*rows);
        for (const OutboxRow &row : m_outbox) {
            if (row.message.payload.contains(m_who.id.value.toText())) {
                m_own.insert(row.message.entity);
            }
            learn(row.message);
        }
        return {};
    }

    Result<> gatherNotices()
    {
        return NoticeTable::all(m_db).map([&](std::vector<Notice> rows) {
            m_notices = std::move(rows);
            for (const Notice &notice : m_notices) {
                learn(messageOf(notice));
            }
        });
    }

    static wire::OpMessage messageOf(const Notice &notice)
    {
        return {notice.op, notice.scope, notice.entity, notice.kind, notice.version, {}, 0, notice.payload};
    }

    Result<bool> isOwn(EntityId entity)
    {
        if (m_own.contains(entity)) {
            return true;
        }
        return TicketTable::findLegible(m_db, entity.value).map([&](const auto &row) {
            return row && domain::isTheirs(row->entity, m_who.id);
        });
    }

    /// What is left of a payload; nothing where it stays. One that cannot be read is emptied where it might tell of them.
    Result<std::optional<QByteArray>> left(const wire::OpMessage &message)
    {
        auto op = message.toOperation();
        if (!op) {
            const bool tells = message.payload.contains(m_who.id.value.toText())
                || m_traces.mayStandIn({message.payload.constData(), std::size_t(message.payload.size())});
            return tells ? std::optional(QByteArrayLiteral("{}")) : std::nullopt;
        }
        return isOwn(message.entity).map([&](bool own) {
            const bool changed = domain::erase(m_who, *op, own);
            return changed ? std::optional(wire::OpMessage::from(*op, 0).payload) : std::nullopt;
        });
    }

    Result<> eraseOutbox()
    {
        for (const OutboxRow &row : m_outbox) {
            const auto payload = left(row.message);
            if (!payload) {
                return tl::unexpected(payload.error());
            }
            if (!*payload) {
                continue;
            }
            if (auto done = OutboxTable::blank(m_db, row, **payload); !done) {
                return done;
            }
            if (row.shown) {
                m_moved.push_back(row.message.entity);
            }
        }
        return {};
    }

    template <class T>
    bool eraseRow(T &entity)
    {
        if constexpr (std::is_same_v<T, domain::Person>) {
            if (entity.id == m_who.id) {
                domain::Person nobody;
                nobody.id = entity.id;
                nobody.scope = entity.scope;
                nobody.organisation = entity.organisation;
                entity = nobody;
                return true;
            }
        }
        return domain::erase(m_who, entity);
    }

    template <class T>
    Result<> eraseBase(BaseRow row)
    {
        if (auto entity = fromSnapshot<T>(*row.body); entity && !row.damaged) {
            if (!eraseRow(*entity)) {
                return {};
            }
            row.body = toSnapshot(*entity);
        } else if (row.entity.value == m_who.id.value) {
            row.body = snapshotText({{QStringLiteral("id"), row.entity.toString()}, {QStringLiteral("scope"), row.scope.toString()}});
        } else if (!domain::eraseJson(m_who, *row.body, true)) {
            return {}; // of a newer version, or damaged, and it tells nothing of them
        }
        m_moved.push_back(row.entity);
        return BaseTable::put(m_db, row);
    }

    Result<> eraseBases()
    {
        const auto rows = BaseTable::all(m_db);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        for (const BaseRow &row : *rows) {
            Result<> done;
            if (row.body && row.kind == domain::EntityKind::Person) {
                done = eraseBase<domain::Person>(row);
            } else if (row.body && row.kind == domain::EntityKind::Contact) {
                done = eraseBase<domain::Contact>(row);
            } else if (row.body) {
                done = eraseBase<domain::Ticket>(row);
            }
            if (!done) {
                return done;
            }
        }
        return {};
    }

    Result<> eraseNotices()
    {
        for (Notice &notice : m_notices) {
            const auto payload = left(messageOf(notice));
            if (!payload) {
                return tl::unexpected(payload.error());
            }
            notice.payload = payload->value_or(notice.payload);
            const auto own = isOwn(notice.entity);
            if (!own) {
                return tl::unexpected(own.error());
            }
            const bool theirs = *own || notice.entity.value == m_who.id.value;
            QString refusal = QString::fromUtf8(notice.refusal);
            const bool told = domain::eraseJson(m_who, refusal, theirs);
            const bool labelled = domain::erase(m_who, notice.label, theirs);
            notice.refusal = refusal.toUtf8();
            const bool changed = payload->has_value() || told || labelled;
            if (auto done = changed ? NoticeTable::blank(m_db, notice) : Result<>(); !done) {
                return done;
            }
        }
        return {};
    }

    /// Of another version, or damaged: whose they are cannot be told, so each counts as the person's own, as half-written texts do.
    Result<> eraseUnreadDrafts()
    {
        auto drafts = DraftTable::unread(m_db);
        if (!drafts) {
            return tl::unexpected(drafts.error());
        }
        for (UnreadDraft &draft : *drafts) {
            const bool names = draft.body.contains(m_who.id.toString(), Qt::CaseInsensitive);
            const bool changed = domain::eraseJson(m_who, draft.body, true);
            const auto files = names ? OwnAttachmentTable::removeOf(m_db, domain::TicketId{draft.id}) : Result<>();
            if (auto done = changed && files ? DraftTable::blank(m_db, draft) : files; !done) {
                return done;
            }
        }
        return {};
    }

    Result<> eraseDrafts()
    {
        auto drafts = DraftTable::all(m_db);
        if (!drafts) {
            return tl::unexpected(drafts.error());
        }
        for (DraftRow &draft : *drafts) {
            // What a file shows cannot be told: those of a ticket for them go.
            const auto files = domain::isTheirs(draft.ticket, m_who.id) ? OwnAttachmentTable::removeOf(m_db, domain::TicketId{draft.id})
                                                                        : Result<>();
            if (!files) {
                return files;
            }
            if (domain::erase(m_who, draft.ticket)) {
                if (auto done = DraftTable::put(m_db, draft); !done) {
                    return done;
                }
            }
        }
        return {};
    }

    /// A half-written text stands by a ticket that cannot always be told: each counts as the person's own.
    Result<> eraseKept()
    {
        auto texts = KeptTextTable::all(m_db);
        auto settings = SettingTable::all(m_db);
        if (!texts || !settings) {
            return tl::unexpected(texts ? settings.error() : texts.error());
        }
        for (KeptTextTable::Row &row : *texts) {
            const bool changed = domain::erase(m_who, row.text, true);
            if (auto done = changed ? KeptTextTable::put(m_db, row.ticket, row.text, row.savedMs) : Result<>(); !done) {
                return done;
            }
        }
        for (auto setting = settings->begin(); setting != settings->end(); ++setting) {
            QString value = setting.value();
            const bool changed = domain::eraseJson(m_who, value, false);
            if (auto done = changed ? SettingTable::put(m_db, setting.key(), value) : Result<>(); !done) {
                return done;
            }
        }
        return {};
    }

    Db &m_db;
    domain::PlainTraces m_traces;
    domain::ErasedPerson m_who;
    std::vector<OutboxRow> m_outbox;
    std::vector<Notice> m_notices;
    QSet<EntityId> m_own; ///< tickets and contacts of theirs, by what is on its way
    std::vector<EntityId> m_moved;
};

} // namespace

Result<std::vector<EntityId>> erasePerson(Db &db, domain::PersonId person)
{
    if (base::isPlanted(base::Plant::EraseNotCascading)) {
        return std::vector<EntityId>{};
    }
    return Erasing(db, person).run().and_then([&](std::vector<EntityId> moved) {
        return scrub::note(db).map([&] { return std::move(moved); });
    });
}

} // namespace comptoir::store::mirror
