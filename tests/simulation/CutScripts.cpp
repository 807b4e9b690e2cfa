// SPDX-License-Identifier: GPL-3.0-or-later
// The transactions whose power is cut: what an operator does, what synchronisation does, and what the service does.
#include "ChangesMessages.h"
#include "CursorTable.h"
#include "CutStage.h"
#include "DraftTable.h"
#include "Holds.h"
#include "Mirror.h"
#include "NoticeTable.h"
#include "OpsMessages.h"
#include "SettingTable.h"

#include <QFile>

namespace comptoir::sim {

namespace {

using base::Result;
using central::CentralService;
using domain::GuardedField;

template <class T>
Result<> ended(const Result<T> &done)
{
    return done ? Result<>() : tl::unexpected(done.error());
}

template <class T>
Result<> ended(const central::Answer<T> &done)
{
    return done ? Result<>() : base::fail(base::Error::Kind::Network, done.error().problem.detail);
}

Result<> takePages(store::Db &db, const QByteArray &body)
{
    const auto reply = wire::ChangesReply::decode(body);
    HOLDS(reply && !reply->pages.empty());
    for (const wire::ScopePage &page : reply->pages) {
        if (const auto taken = store::mirror::applyPage(db, page); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    return {};
}

/// A page that takes a ticket away.
Result<> takeAway(store::Db &db, const domain::Ticket &ticket)
{
    const auto cursor = store::CursorTable::find(db, ticket.scope);
    if (!cursor || !*cursor) {
        return ended(cursor);
    }
    wire::ScopePage page;
    page.scope = ticket.scope;
    page.generation = (*cursor)->at.generation;
    page.from = (*cursor)->at.seq;
    page.to = page.from + 1;
    page.complete = true;
    page.gone = {{"ticket", ticket.id.value, page.to}};
    return ended(store::mirror::applyPage(db, page));
}

} // namespace

std::vector<CutScript> CutStage::deskScripts() const
{
    const auto op = [this](const char *name, const domain::Payload &payload, bool opens = false) {
        domain::Operation made;
        made.id = domain::OperationId::fromName(QByteArray(name));
        made.scope = m_ticket.scope;
        made.entity = domain::EntityId{opens ? made.id.value : m_ticket.id.value};
        made.payload = payload;
        return console(name, "mirror", [this, made](store::Db &db) {
            const domain::ApplyContext context{m_console->seat().who, m_console->seat().name, m_time.nowMs(), {}, true};
            return store::mirror::perform(db, made, context, store::AgeAnchor::now(m_time));
        });
    };
    domain::TicketOpen opened;
    opened.ticket.organisation = m_towns[0];
    opened.ticket.number = QStringLiteral("02-99");
    opened.ticket.summary = QStringLiteral("screen");
    domain::PersonAdd person;
    person.person.organisation = m_towns[0];
    person.person.familyName = QStringLiteral("Martin");
    return {
        op("open a ticket", opened, true),
        op("write a note", domain::TicketNote{QStringLiteral("seen"), false}),
        op("tag", domain::TicketTag{{QStringLiteral("ink")}, {}}),
        op("edit the summary", domain::TicketEdit{QStringLiteral("summary"), QStringLiteral("two printers"), {}, {}}),
        op("edit the urgency",
           domain::TicketEdit{QStringLiteral("urgency"), QStringLiteral("high"), {}, m_ticket.versions.of(GuardedField::Urgency)}),
        op("resolve", domain::TicketResolve{QStringLiteral("fixed"), QStringLiteral("done"), m_ticket.versions.of(GuardedField::State)}),
        op("add a person", person, true),
        console("reserve a number", "mirror", [](store::Db &db) { return ended(store::DeviceTable::reserve(db)); }),
        console("keep a draft", "mirror",
                [this](store::Db &db) {
                    return store::DraftTable::put(db, {domain::OperationId::fromName("draft").value, m_ticket, 9});
                }),
        console("throw a draft away", "mirror", [this](store::Db &db) { return store::DraftTable::remove(db, m_ticket.id.value); }),
        console("keep half a note", "mirror",
                [this](store::Db &db) { return store::KeptTextTable::put(db, m_ticket.id, QStringLiteral("half a"), 9); }),
        console("change a setting", "mirror",
                [](store::Db &db) { return store::SettingTable::put(db, QStringLiteral("theme"), QStringLiteral("light")); }),
        console("dismiss a notice", "mirror", [this](store::Db &db) { return store::NoticeTable::dismiss(db, m_waiting[0]); }),
    };
}

std::vector<CutScript> CutStage::syncScripts() const
{
    return {
        console("take verdicts", "mirror",
                [this](store::Db &db) { return store::mirror::takeVerdicts(db, wire::OpsReply::decode(m_verdicts)->verdicts); }),
        console("take a refusal, park what hangs on it", "mirror",
                [this](store::Db &db) {
                    const wire::Verdict refused{m_waiting[0], m_ticket.scope, wire::VerdictCode::Stale, 99, "{}"};
                    return store::mirror::takeVerdicts(db, {refused});
                }),
        console("park an operation", "mirror", [this](store::Db &db) { return store::mirror::park(db, m_waiting[0], "{}"); }),
        console("take a page in the middle", "judged", [this](store::Db &db) { return takePages(db, m_firstPage); }),
        console("take pages to the end", "judged", [this](store::Db &db) { return takePages(db, m_pages); }),
        console("take a tombstone", "judged", [this](store::Db &db) { return takeAway(db, m_ticket); }),
        console("enter another epoch", "judged", [](store::Db &db) { return store::mirror::enterEpoch(db, "another"); }),
        console("begin a resync", "judged", [this](store::Db &db) { return store::mirror::startOver(db, m_ticket.scope); }),
        console("purge a scope", "mirror", [this](store::Db &db) { return store::mirror::drop(db, m_ticket.scope); }),
        console("learn another device code", "mirror",
                [this](store::Db &db) { return store::DeviceTable::learn(db, m_console->device(), QStringLiteral("9K"), 40); }),
    };
}

std::vector<CutScript> CutStage::consoleScripts()
{
    std::vector<CutScript> out = deskScripts();
    for (CutScript &script : syncScripts()) {
        out.push_back(std::move(script));
    }
    return out;
}

std::vector<CutScript> CutStage::serviceScripts()
{
    const QByteArray token = m_service->tokenOf(m_console->device());
    const QString login = m_console->seat().name;
    const QString town = m_towns[0].toString();
    wire::SignInRequest signIn{login, QStringLiteral("correct horse battery"), m_console->device(), login};
    central::Accounts::Wanted wanted{{}, {}, {QStringLiteral("all")}};
    wanted.who.login = QStringLiteral("operator2");
    wanted.who.name = QStringLiteral("Operator two");
    domain::Organisation third;
    third.name = third.shortName = QStringLiteral("Commune 3");
    std::vector<CutScript> out{
        service(
            "accept operations",
            [this, token](CentralService &one, store::Store &, const QString &) { return ended(one.acceptOps(token, m_ops).result()); }),
        service("sign in",
                [body = signIn.encode()](CentralService &one, store::Store &, const QString &) {
                    return ended(one.signIn(body, QStringLiteral("192.0.2.1")).result());
                }),
        service("sign out", [token](CentralService &one, store::Store &, const QString &) { return ended(one.signOut(token).result()); }),
        service("take a right away",
                [=](CentralService &one, store::Store &, const QString &) { return ended(one.accounts().revoke(login, {town}).result()); }),
        service("add an account",
                [=](CentralService &one, store::Store &, const QString &) {
                    return ended(one.accounts().add(wanted, QStringLiteral("correct horse battery")).result());
                }),
        service("change a password",
                [=](CentralService &one, store::Store &, const QString &) {
                    return ended(one.accounts().changePassword(login, QStringLiteral("battery horse correct")).result());
                }),
        service("withdraw an account",
                [=](CentralService &one, store::Store &, const QString &) { return ended(one.accounts().withdraw(login).result()); }),
        service("add an organisation",
                [=](CentralService &one, store::Store &, const QString &) { return ended(one.organisations().add(third, {}).result()); }),
        service("add a group",
                [](CentralService &one, store::Store &, const QString &) {
                    return ended(one.organisations().addGroup(QStringLiteral("Network")).result());
                }),
        service("take a piece of a file",
                [this, token](CentralService &one, store::Store &, const QString &) {
                    return ended(one.blobs().put(token, m_file, 0, m_content.left(4096)).result());
                }),
        service("take a file whole",
                [this, token](CentralService &one, store::Store &, const QString &) {
                    return ended(one.blobs().put(token, m_file, 0, m_content).result());
                }),
        service("back up", [](CentralService &one, store::Store &, const QString &database) {
            return ended(one.backups().make(database + QStringLiteral(".backup")).result());
        })};
    out[1].transactions = 2; // the throttle, then the session
    out[10].transactions = 2; // the bytes, then what they come to
    CutScript restore = out.front();
    restore.name = "restore a backup";
    restore.prepared = folder(QStringLiteral("restore"));
    for (const QString &end : {QString(), QStringLiteral(".copy")}) {
        QFile::copy(folder(QStringLiteral("central")) + u'/' + cutDatabase(), restore.prepared + u'/' + cutDatabase() + end);
    }
    restore.session = [this](const QString &database) {
        base::SeededRandom random(13);
        const central::Backups::Places places{database + QStringLiteral(".copy"), database, QStringLiteral(":/sql/central")};
        return ended(central::Backups::restore(places, m_time, random));
    };
    out.push_back(restore);
    return out;
}

} // namespace comptoir::sim
