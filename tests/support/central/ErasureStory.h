// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catch.h"
#include "CentralRig.h"
#include "CursorTable.h"
#include "EntityTable.h"
#include "Mirror.h"
#include "OutboxTable.h"
#include "PersonErasing.h"

#include <QDir>

namespace comptoir::tests {

inline const QString kAnne = QStringLiteral("anne");
inline const QString kFull = QStringLiteral("Zéphirine Quillacq");

/// A console's copy, filled through the feed as the programs fill it.
struct Copy
{
    explicit Copy(CentralRig &service, const Desk &who) : rig(service), desk(who)
    {
        auto opened = store::Store::open(
            {folder.filePath(QStringLiteral("mirror.sqlite")), QStringLiteral(":/sql/console"), store::Db::Durability::Normal, false});
        REQUIRE(opened);
        store = std::move(*opened);
    }

    void pull(int limit = 0)
    {
        for (int round = 0; round < 300; ++round) {
            std::map<domain::ScopeId, wire::Cursor> cursors;
            const auto known = store->read([](store::Db &db) { return store::CursorTable::all(db); }).result();
            REQUIRE(known);
            for (const auto &cursor : *known) {
                cursors.emplace(cursor.scope, cursor.at);
            }
            const auto reply = rig.pull(desk, cursors, limit);
            REQUIRE(reply);
            bool complete = true;
            REQUIRE(store
                        ->write([&](store::Db &db) -> base::Result<> {
                            for (const wire::ScopePage &page : reply->pages) {
                                complete = complete && page.complete;
                                if (const auto done = store::mirror::applyPage(db, page); !done) {
                                    return tl::unexpected(done.error());
                                }
                            }
                            return {};
                        })
                        .result());
            if (complete) {
                break;
            }
        }
    }

    void scrub()
    {
        REQUIRE(store->write([&](store::Db &db) { return store::scrub::run(db, store->path()); }).result());
    }

    domain::OperationId perform(domain::ScopeId scope, domain::EntityId entity, domain::Payload payload)
    {
        domain::Operation op;
        op.id = rig.ids.make<domain::OperationId>();
        op.scope = scope;
        op.entity = entity.isNull() ? domain::EntityId{op.id.value} : entity;
        op.payload = std::move(payload);
        domain::ApplyContext context;
        context.actor = desk.session.operatorId;
        context.actorName = kAnne;
        context.atMs = rig.clock.now;
        REQUIRE(store->write([&](store::Db &db) { return store::mirror::perform(db, op, context, {"boot", 1, rig.clock.now}); }).result());
        return op.id;
    }

    std::vector<store::OutboxRow> outbox()
    {
        return store->read([](store::Db &db) { return store::OutboxTable::all(db); }).result().value();
    }

    /// What waits goes to the service; its verdicts are taken.
    std::vector<wire::Verdict> push()
    {
        std::vector<wire::OpMessage> ops;
        for (const auto &row : outbox()) {
            if (row.state == store::OutboxRow::State::Pending) {
                ops.push_back(row.message);
            }
        }
        const auto reply = rig.push(desk, ops);
        REQUIRE(reply);
        REQUIRE(store->write([&](store::Db &db) { return store::mirror::takeVerdicts(db, reply->verdicts); }).result());
        return reply->verdicts;
    }

    CentralRig &rig;
    Desk desk;
    QTemporaryDir folder;
    std::unique_ptr<store::Store> store;
};

/// Somebody who called, with tickets, a call and a mention in somebody else's ticket.
struct Story
{
    explicit Story(CentralRig &rig) : Story(rig, anne(rig)) {}
    Story(CentralRig &rig, const Desk &who) : desk(who)
    {
        scope = domain::scopeOf(rig.a);
        domain::PersonAdd add;
        add.person.organisation = rig.a;
        add.person.givenName = QStringLiteral("Zéphirine");
        add.person.familyName = QStringLiteral("Quillacq");
        add.person.email = QStringLiteral("zephirine.quillacq@mairie.example");
        add.person.login = QStringLiteral("zquillacq");
        add.person.numbers.list = {{domain::NumberKind::Direct, QStringLiteral("05 56 10 20 30"), QStringLiteral("+33556102030")}};
        personAdd = rig.message(scope, {}, add);
        person = domain::PersonId{personAdd.id.value};
        all.push_back(personAdd);
        domain::TicketOpen open;
        open.ticket.organisation = rig.a;
        open.ticket.number = desk.nextNumber();
        open.ticket.requester = person;
        open.ticket.requesterName = kFull;
        open.ticket.summary = QStringLiteral("PC de Mme Quillacq lent");
        open.ticket.description = QStringLiteral("joignable au 05.56.10.20.30 ou zephirine.quillacq@mairie.example");
        ticketOpen = rig.message(scope, {}, open);
        ticketOpen.deps = {personAdd.id};
        all.push_back(ticketOpen);
        all.push_back(rig.message(scope, ticketOpen.entity, domain::TicketNote{QStringLiteral("Quillacq rappelée"), false}));
        other = rig.ticketOpen(desk, rig.b, QStringLiteral("Badge demandé par zéphirine QUILLACQ"));
        all.push_back(other);
        domain::ContactLog call;
        call.contact.handledBy = desk.session.operatorId;
        call.contact.person = person;
        call.contact.personName = kFull;
        call.contact.number = QStringLiteral("05 56 10 20 30");
        call.contact.key = QStringLiteral("+33556102030");
        call.contact.organisation = rig.a;
        all.push_back(rig.message(scope, {}, call));
        const auto reply = rig.push(desk, all);
        REQUIRE(reply);
        for (const auto &verdict : reply->verdicts) {
            INFO(verdict.data.toStdString());
            REQUIRE(wire::isAccepted(verdict.code));
        }
    }

    static Desk anne(CentralRig &rig)
    {
        rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A"), QStringLiteral("B")});
        return rig.signIn(kAnne);
    }

    Desk desk;
    domain::ScopeId scope;
    domain::PersonId person;
    wire::OpMessage personAdd;
    wire::OpMessage ticketOpen;
    wire::OpMessage other;
    std::vector<wire::OpMessage> all;
};

/// The files of a folder that hold any of what tells of her, whatever the case.
inline QStringList tellingFiles(const QString &folder)
{
    QStringList out;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(QDir(folder).filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll().toLower();
        for (const char *trace :
             {"quillacq", "zéphirine", "zephirine", "ZÉPHIRINE", "+33556102030", "05 56 10 20 30", "05.56.10.20.30", "0556102030"}) {
            if (bytes.contains(QByteArray(trace).toLower())) {
                out.append(name + u": " + QString::fromUtf8(trace));
            }
        }
    }
    return out;
}

} // namespace comptoir::tests
