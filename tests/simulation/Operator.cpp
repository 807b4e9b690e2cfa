// SPDX-License-Identifier: GPL-3.0-or-later
#include "Operator.h"

#include "PersonTable.h"

namespace comptoir::sim {

using domain::GuardedField;

void Operator::act(base::Random &draw)
{
    m_draw = &draw;
    const std::vector<domain::Ticket> tickets = m_console.tickets();
    const quint64 drawn = m_draw->below(100);
    if (drawn < 20 || tickets.empty()) {
        openTicket();
    } else if (drawn < 28) {
        addPerson();
    } else if (drawn < 36) {
        changePerson();
    } else if (drawn < 46) {
        takeCall();
    } else {
        changeTicket(tickets);
    }
}

void Operator::note(const domain::Ticket &ticket, base::Random &draw)
{
    m_draw = &draw;
    (void)perform(ticket.scope, domain::EntityId{ticket.id.value}, domain::TicketNote{text("note"), false});
}

bool Operator::perform(domain::ScopeId scope, domain::EntityId entity, domain::Payload payload)
{
    domain::Operation op;
    op.id = m_console.ids().make<domain::OperationId>();
    op.scope = scope;
    op.entity = entity.isNull() ? domain::EntityId{op.id.value} : entity;
    op.payload = std::move(payload);
    return m_console.perform(op);
}

void Operator::openTicket()
{
    const domain::Person requester = happens(30) ? somebody() : domain::Person{};
    const QString said = requester.id.isNull() ? text("panne") : text("panne") + QStringLiteral(" chez ") + requester.displayName();
    (void)m_console.open(town(), said, requester);
}

domain::Person Operator::somebody()
{
    const auto people = m_console.read([](store::Db &db) {
        static const std::string sql = store::EntityTable<domain::Person>::select("ORDER BY id");
        store::Statement query = db.prepare(sql);
        return store::EntityTable<domain::Person>::all(query);
    });
    return people && !people->empty() ? (*people)[m_draw->below(people->size())].entity : domain::Person{};
}

void Operator::changeTicket(const std::vector<domain::Ticket> &tickets)
{
    const domain::Ticket &ticket = tickets[m_draw->below(tickets.size())];
    (void)perform(ticket.scope, domain::EntityId{ticket.id.value}, happens(50) ? moved(ticket) : written(ticket, tickets));
}

domain::Payload Operator::moved(const domain::Ticket &ticket)
{
    const auto state = ticket.versions.of(GuardedField::State);
    switch (m_draw->below(8)) {
    case 0: return domain::TicketWait{domain::WaitReason::Supplier, 0, text("attente"), state};
    case 1: return domain::TicketResume{state};
    case 2: return domain::TicketResolve{QStringLiteral("fixed"), text("fait"), state};
    case 3: return domain::TicketReopen{text("encore"), state};
    case 4: return domain::TicketClose{state};
    case 5: return domain::TicketCancel{text("erreur"), state};
    default: return domain::TicketClaim{ticket.versions.of(GuardedField::Assignee)};
    }
}

domain::Payload Operator::written(const domain::Ticket &ticket, const std::vector<domain::Ticket> &tickets)
{
    switch (m_draw->below(8)) {
    case 0: return domain::TicketEdit{QStringLiteral("summary"), text("objet"), {}, {}};
    case 1:
        return domain::TicketEdit{QStringLiteral("urgency"),
                                  happens(50) ? QStringLiteral("high") : QStringLiteral("low"),
                                  {},
                                  ticket.versions.of(GuardedField::Urgency)};
    case 2: return domain::TicketTag{{text("mot")}, {}};
    case 3: {
        const domain::Ticket &parent = tickets[m_draw->below(tickets.size())];
        return domain::TicketLink{parent.id, parent.number, ticket.versions.of(GuardedField::Parent)};
    }
    case 4: {
        domain::TicketAssist assist;
        assist.assetName = text("poste");
        assist.tool = QStringLiteral("vnc");
        assist.agreed = assist.started = true;
        assist.durationMs = qint64(m_draw->below(100000));
        assist.outcome = QStringLiteral("closed");
        return assist;
    }
    case 5: {
        domain::TicketAttach attach;
        attach.name = text("capture");
        const QString nobodyElses = attach.name + ticket.id.toString() + QString::number(m_console.made.size());
        attach.attachment = domain::AttachmentId::fromName(nobodyElses.toUtf8());
        attach.size = happens(50) ? 1 : domain::kMostAttachmentBytes;
        attach.sha256 = QString(64, u'0');
        attach.mediaType = QStringLiteral("image/png");
        return attach;
    }
    case 6:
        if (const domain::Person person = somebody(); !person.id.isNull()) {
            return domain::TicketEdit{QStringLiteral("requester"), person.id.toString(), person.displayName(),
                                      ticket.versions.of(GuardedField::Requester)};
        }
        [[fallthrough]];
    default: return domain::TicketNote{text("note"), happens(50)};
    }
}

/// One word that nothing else is called: what tells of one person never tells of another.
QString Operator::name(const char *begin)
{
    QString out = QLatin1String(begin);
    for (int at = 0; at < 8; ++at) {
        out += QChar(u'a' + char16_t(m_draw->below(26)));
    }
    return out;
}

void Operator::addPerson()
{
    domain::PersonAdd add;
    add.person.organisation = town();
    add.person.givenName = name("Alix");
    add.person.familyName = name("Martin");
    (void)perform(domain::scopeOf(add.person.organisation), {}, add);
}

void Operator::changePerson()
{
    const domain::Person person = somebody();
    if (person.id.isNull()) {
        return;
    }
    const domain::EntityId entity{person.id.value};
    if (happens(40)) {
        (void)perform(person.scope, entity, domain::PersonEdit{QStringLiteral("note"), text("remarque")});
    } else if (person.numbers.list.empty() || happens(60)) {
        const QString digits = QString::number(100000000 + m_draw->below(800000000));
        (void)perform(person.scope, entity,
                      domain::PersonLearnNumber{{domain::NumberKind::Learned, u'0' + digits, QStringLiteral("+33") + digits}});
    } else {
        (void)perform(person.scope, entity, domain::PersonUnlearnNumber{person.numbers.list.front().key});
    }
}

void Operator::takeCall()
{
    if (m_call) {
        m_call->outcome = domain::CallOutcome::Answered;
        m_call->endedMs = m_call->startedMs + 1000;
        const domain::EntityId entity{m_call->id.value};
        if (happens(50)) {
            (void)perform(m_call->scope, entity, domain::ContactLog{*m_call});
        }
        (void)perform(m_call->scope, entity, domain::ContactWrapUp{m_call->startedMs + 2000, {}, text("appel")});
        m_call.reset();
        return;
    }
    domain::Operation op;
    op.id = m_console.ids().make<domain::OperationId>();
    op.scope = happens(50) ? domain::ScopeId{} : domain::scopeOf(town());
    op.entity = domain::EntityId{op.id.value};
    domain::Contact contact;
    contact.id = domain::ContactId{op.id.value};
    contact.scope = op.scope;
    contact.number = QStringLiteral("0556102030");
    contact.key = QStringLiteral("+33556102030");
    contact.startedMs = 1'700'000'000'000;
    op.payload = domain::ContactLog{contact};
    if (m_console.perform(op)) {
        m_call = contact;
    }
}

} // namespace comptoir::sim
