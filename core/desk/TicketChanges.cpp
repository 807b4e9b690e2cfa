// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketChanges.h"

#include "Attaching.h"
#include "AnswerTexts.h"
#include "DirectoryTables.h"
#include "DraftTable.h"
#include "FieldText.h"
#include "NoticeTable.h"
#include "Scopes.h"
#include "SettingTable.h"
#include "Successors.h"
#include "TicketReading.h"
#include "TicketTable.h"

namespace comptoir::desk {

using base::Error;
using base::Result;
using domain::Ticket;

namespace {

/// The entities an operation names that another operation may have to bring first.
std::vector<base::Uuid> namedBy(const domain::Payload &payload)
{
    std::vector<base::Uuid> out;
    if (const auto *open = std::get_if<domain::TicketOpen>(&payload)) {
        out = {open->ticket.requester.value, open->ticket.beneficiary.value, open->ticket.parent.value};
    } else if (const auto *edit = std::get_if<domain::TicketEdit>(&payload)) {
        if (edit->field == u"requester" || edit->field == u"beneficiary") {
            out = {base::Uuid::fromString(edit->value).value_or(base::Uuid{})};
        }
    } else if (const auto *link = std::get_if<domain::TicketLink>(&payload)) {
        out = {link->parent.value};
    }
    std::erase(out, base::Uuid{});
    return out;
}

std::optional<domain::GuardedField> guarded(const QString &field)
{
    if (field == u"support_group") {
        return domain::GuardedField::Group;
    }
    return domain::fromCode<domain::GuardedField>(field);
}

/// The operator's first group; where the copy is not filled, as the sign-in told, or else that of the last ticket opened here.
Result<domain::GroupId> ownGroup(store::Db &db, const Acting &who)
{
    const QString key = QStringLiteral("own_group");
    const auto found = store::EntityTable<domain::Operator>::find(db, who.id.value);
    const auto setting = store::SettingTable::find(db, key);
    if (!found || !setting) {
        return tl::unexpected(found ? setting.error() : found.error());
    }
    const domain::GroupId kept{base::Uuid::fromString(*setting).value_or(base::Uuid{})};
    if (!*found) {
        return who.group.isNull() ? kept : who.group;
    }
    const auto &groups = (*found)->entity.groups.list;
    const domain::GroupId now = groups.empty() ? domain::GroupId{} : groups.front();
    return now == kept ? Result<domain::GroupId>(now) : store::SettingTable::put(db, key, now.toString()).map([now] { return now; });
}

/// Who takes a new ticket first: the group of its category or of the nearest category above, else the operator's own first group.
Result<domain::GroupId> firstGroupOf(store::Db &db, const Ticket &ticket, const Acting &who)
{
    domain::CategoryId at = ticket.category;
    for (int depth = 0; !at.isNull() && depth < domain::kDeepestCategory; ++depth) {
        const auto category = store::EntityTable<domain::Category>::find(db, at.value);
        if (!category) {
            return tl::unexpected(category.error());
        }
        if (*category && !(*category)->entity.group.isNull()) {
            return (*category)->entity.group;
        }
        at = *category ? (*category)->entity.parent : domain::CategoryId{};
    }
    return ownGroup(db, who);
}

/// Does to a new ticket what had been done to the one its draft was made from.
class Repeating
{
public:
    Repeating(store::Db &db, const Acting &acting, const LaterIds &ids) : m_db(db), m_acting(acting), m_ids(ids) {}

    Result<> repeat(domain::TicketId id, const Ticket &done)
    {
        m_id = id;
        return takeOrHandOver(done).and_then([&] { return move(done); });
    }

    /// The same, and before that sets the fields that were set since; its words are not among them.
    Result<> writeAndRepeat(domain::TicketId id, const Ticket &done)
    {
        m_id = id;
        return write(done).and_then([&] { return repeat(id, done); });
    }

private:
    Result<> write(const Ticket &done)
    {
        for (const char *name :
             {"kind", "channel", "impact", "urgency", "requester", "beneficiary", "site", "asset", "category", "support_group"}) {
            if (auto written = write(done, QString::fromLatin1(name)); !written) {
                return written;
            }
        }
        return readTicket(m_db, m_id).and_then([&](const Ticket &now) {
            const auto without = [](QStringList tags, const QStringList &others) {
                tags.removeIf([&](const QString &tag) { return others.contains(tag); });
                return tags;
            };
            const domain::TicketTag tag{without(done.tags.list, now.tags.list), without(now.tags.list, done.tags.list)};
            return tag.add.isEmpty() && tag.remove.isEmpty() ? Result<>() : perform([&](const Ticket &) { return tag; });
        });
    }

    Result<> write(const Ticket &done, const QString &field)
    {
        const auto now = readTicket(m_db, m_id);
        const QString value = domain::fieldText(done, field).value_or(QString());
        if (!now || now->organisation != done.organisation || value == domain::fieldText(*now, field).value_or(QString())
            || (field == u"support_group" && value.isEmpty())) {
            return now.map([](const Ticket &) {});
        }
        const QString display = field == u"requester" ? done.requesterName : field == u"beneficiary" ? done.beneficiaryName : QString();
        auto written = perform([&](const Ticket &ticket) { return editing(ticket, field, value, display); });
        // What was chosen may be gone since: the ticket stands all the same.
        return !written && written.error().kind == Error::Kind::Refused ? Result<>() : written;
    }

    Result<> takeOrHandOver(const Ticket &done)
    {
        if (done.assignee.isNull()) {
            return {};
        }
        if (done.assignee == m_acting.id && done.state != domain::TicketState::New) {
            return perform([](const Ticket &now) { return domain::TicketClaim{now.versions.of(domain::GuardedField::Assignee)}; });
        }
        return perform([&](const Ticket &now) { return assigning(now, now.group, done.assignee, {}); });
    }

    Result<> move(const Ticket &done)
    {
        switch (done.state) {
        case domain::TicketState::Waiting:
            return perform([&](const Ticket &now) { return domain::TicketWait{done.waitReason, done.waitUntilMs, {}, stateVersion(now)}; });
        case domain::TicketState::Resolved:
        case domain::TicketState::Closed:
            return perform([&](const Ticket &now) { return resolving(now, done.resolutionCode, done.resolution); }).and_then([&] {
                return done.state == domain::TicketState::Resolved
                    ? Result<>()
                    : perform([](const Ticket &now) { return domain::TicketClose{stateVersion(now)}; });
            });
        case domain::TicketState::Cancelled: return perform([](const Ticket &now) { return domain::TicketCancel{{}, stateVersion(now)}; });
        case domain::TicketState::New:
        case domain::TicketState::InProgress: break;
        }
        return {};
    }

    template <class Make>
    Result<> perform(Make make)
    {
        const domain::OperationId op = m_ids.at(m_used++);
        return readTicket(m_db, m_id).and_then([&](const Ticket &now) { return performOn(m_db, m_acting, op, now, make(now)); });
    }

    store::Db &m_db;
    const Acting &m_acting;
    const LaterIds &m_ids;
    std::size_t m_used = 0;
    domain::TicketId m_id;
};

/// What the draft says more than the ticket.
QString moreThan(const Ticket &standing, const Ticket &draft)
{
    QStringList more;
    if (draft.summary != standing.summary) {
        more << draft.summary;
    }
    const bool longer = draft.description.startsWith(standing.description);
    const QString text = longer ? draft.description.mid(standing.description.size()) : draft.description;
    more << text.trimmed();
    more.removeAll(QString());
    return more.join(QStringLiteral("\n\n"));
}

/// The draft goes into the ticket it was once made from.
Result<> join(store::Db &db, const Acting &acting, const Draft &draft, domain::TicketId id, const LaterIds &later)
{
    const auto standing = readTicket(db, id);
    const auto kept = store::KeptTextTable::find(db, id);
    const auto answers = takeAnswers(db, domain::TicketId{draft.id}, acting.when.wallMs);
    if (!standing || !kept || !answers) {
        return tl::unexpected(!standing ? standing.error() : !kept ? kept.error() : answers.error());
    }
    QStringList texts{*kept, moreThan(*standing, draft.ticket)};
    texts += answers->values();
    texts.removeAll(QString());
    const bool untouchedSince = standing->state == domain::TicketState::New && standing->assignee.isNull();
    return store::KeptTextTable::put(db, id, texts.join(QStringLiteral("\n\n")), acting.when.wallMs)
        .and_then([&] { return untouchedSince ? Repeating(db, acting, later).writeAndRepeat(id, draft.ticket) : Result<>(); })
        .and_then([&] { return noteSuccessor(db, draft.id, id.value); })
        .and_then([&] { return moveKept(db, domain::TicketId{draft.id}, id); })
        .and_then([&] { return attachKept(db, acting, id); })
        .and_then([&] { return store::DraftTable::remove(db, draft.id); });
}

Result<> openNew(store::Db &db, const Acting &acting, const Draft &draft, const LaterIds &later)
{
    const domain::TicketId id{draft.id};
    Ticket ticket = untouched(draft).ticket;
    ticket.id = id;
    ticket.scope = domain::scopeIn(ticket.organisation, domain::isRestricted(ticket.scope, ticket.organisation));
    if (ticket.group.isNull()) {
        const auto group = firstGroupOf(db, ticket, acting);
        if (!group) {
            return tl::unexpected(group.error());
        }
        ticket.group = *group;
    }
    const auto named = withNamedAgain(db, acting, SpareIds(later).subspan(kRepeatedIds), ticket);
    if (!named) {
        return tl::unexpected(named.error());
    }
    return performOn(db, acting, domain::OperationId{draft.id}, *named, domain::TicketOpen{*named})
        .and_then([&] { return attachKept(db, acting, id); })
        .and_then([&] { return Repeating(db, acting, later).repeat(id, draft.ticket); })
        .and_then([&] { return store::DraftTable::remove(db, draft.id); });
}

} // namespace

Draft untouched(Draft draft)
{
    Ticket &ticket = draft.ticket;
    ticket.state = domain::TicketState::New;
    ticket.assignee = {};
    ticket.waitReason = domain::WaitReason::None;
    ticket.waitUntilMs = 0;
    ticket.resolutionCode.clear();
    ticket.resolution.clear();
    return draft;
}

Result<Draft> numbered(store::Db &db, Draft draft)
{
    if (!draft.ticket.number.isEmpty()) {
        return draft;
    }
    const auto kept = store::DraftTable::find(db, draft.id);
    if (!kept || (*kept && !(*kept)->ticket.number.isEmpty())) {
        return kept.map([&](const auto &found) {
            draft.ticket.number = found->ticket.number;
            return draft;
        });
    }
    return store::DeviceTable::reserve(db).map([&](const domain::TicketNumber &number) {
        draft.ticket.number = number.toString();
        return draft;
    });
}

Result<> performOn(store::Db &db, const Acting &acting, domain::OperationId op, const Ticket &ticket, domain::Payload payload)
{
    auto deps = openersOf(db, namedBy(payload));
    if (!deps) {
        return tl::unexpected(deps.error());
    }
    domain::Operation operation;
    operation.id = op;
    operation.scope = ticket.scope;
    operation.entity = domain::EntityId{ticket.id.value};
    operation.deps = std::move(*deps);
    operation.payload = std::move(payload);
    return acting.perform(db, operation).and_then([&] { return answerGiven(db, operation, acting.when.wallMs); });
}

Result<domain::TicketId> openDraft(store::Db &db, const Acting &acting, const Draft &written, const LaterIds &later)
{
    const domain::TicketId id{written.id};
    const auto before = store::TicketTable::find(db, written.id);
    if (!before) {
        return tl::unexpected(before.error());
    }
    if (*before) {
        return id;
    }
    if (written.id.isNull()) {
        return base::fail(Error::Kind::Invalid, QStringLiteral("a ticket is opened from a draft that was begun"));
    }
    const auto draft = numbered(db, written);
    // Its refusal for want of a grant was not the last word: what it was made from stands.
    const auto standing = draft ? store::NoticeTable::standingAfterAll(db, draft->ticket.number)
                                : Result<domain::TicketId>(tl::unexpected(draft.error()));
    if (!standing) {
        return tl::unexpected(standing.error());
    }
    return *standing ? join(db, acting, *draft, *standing, later).map([&] { return *standing; })
                     : openNew(db, acting, *draft, later).map([id] { return id; });
}

domain::TicketEdit editing(const Ticket &ticket, const QString &field, const QString &value, const QString &display)
{
    domain::TicketEdit edit{field, value, display, {}};
    if (const auto guard = guarded(field)) {
        edit.expected = ticket.versions.of(*guard);
    }
    return edit;
}

domain::TicketAssign assigning(const Ticket &ticket, domain::GroupId group, domain::OperatorId assignee, const QString &note)
{
    const auto &versions = ticket.versions;
    return {group, assignee, versions.of(domain::GuardedField::Group), versions.of(domain::GuardedField::Assignee), note};
}

domain::TicketResolve resolving(const Ticket &ticket, const QString &code, const QString &text)
{
    return {code, text, stateVersion(ticket)};
}

domain::Expected stateVersion(const Ticket &ticket)
{
    return ticket.versions.of(domain::GuardedField::State);
}

} // namespace comptoir::desk
