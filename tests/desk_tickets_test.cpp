// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CursorTable.h"
#include "DeskRig.h"
#include "DirectoryTables.h"
#include "Pending.h"
#include "Queues.h"
#include "Tickets.h"

#include <QElapsedTimer>
#include <QThread>

using namespace comptoir;
using namespace comptoir::tests;
using domain::TicketState;

namespace {

struct Desk : DeskRig
{
    desk::Tickets tickets{parts()};
    desk::Queues queues{parts()};

    desk::Draft draftOf(const domain::Ticket &ticket)
    {
        auto draft = settled(tickets.startDraft(ticket));
        REQUIRE(draft);
        return *draft;
    }

    domain::TicketId opened(const QString &summary)
    {
        auto id = settled(tickets.open(draftOf(written(summary))));
        REQUIRE(id);
        return *id;
    }

    desk::TicketPage page(domain::TicketId id)
    {
        auto page = settled(tickets.page(id));
        REQUIRE(page);
        return *page;
    }

    std::vector<desk::QueueRow> rows(const desk::QueueFilter &filter, desk::QueueOrder order = desk::QueueOrder::Due)
    {
        auto found = settled(queues.rows(filter, order, false, 50));
        REQUIRE(found);
        return found->rows;
    }
};

/// Lets timers and posted work run for that long.
void settleFor(int ms)
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < ms) {
        runPosted();
        QThread::msleep(5);
    }
}

} // namespace

TEST_CASE("queues that move once are said to move once", "[desk][queue]")
{
    Desk desk;
    settleFor(400); // what the beginning wrote
    int moved = 0;
    QObject::connect(&desk.queues, &desk::Queues::moved, &desk.queues, [&] { ++moved; });
    (void)desk.opened(QStringLiteral("Imprimante"));
    settleFor(400);
    const int many = moved;
    CHECK(many >= 1);
    REQUIRE(settled(desk.tickets.claim(desk.rows({}).front().id)));
    settleFor(400);
    CHECK(moved == many + 1);
}

TEST_CASE("what is opened right after its last key was kept is told to the queues at once", "[desk][queue]")
{
    Desk desk;
    const desk::Draft draft = desk.draftOf(desk.written(QStringLiteral("Badge")));
    settleFor(400);
    int moved = 0;
    QObject::connect(&desk.queues, &desk::Queues::moved, &desk.queues, [&] { ++moved; });
    REQUIRE(settled(desk.tickets.saveDraft(draft)));
    runPosted();
    CHECK(moved == 0); // no queue shows a draft
    REQUIRE(settled(desk.tickets.open(draft)));
    runPosted();
    CHECK(moved == 1);
}

TEST_CASE("a draft has its number from the start and becomes a ticket of that number, once", "[desk][ticket]")
{
    Desk desk;
    auto draft = desk.draftOf(desk.written(QStringLiteral("Imprimante en panne")));
    CHECK(draft.ticket.number == u"7K-142");
    draft.ticket.description = QStringLiteral("deuxième étage");
    REQUIRE(settled(desk.tickets.saveDraft(draft)));
    REQUIRE(settled(desk.tickets.drafts())->size() == 1);
    CHECK(settled(desk.tickets.drafts())->front() == draft);

    const auto first = settled(desk.tickets.open(draft));
    const auto again = settled(desk.tickets.open(draft));
    REQUIRE(first);
    REQUIRE(again);
    CHECK(*first == *again);
    CHECK(settled(desk.tickets.drafts())->empty());
    REQUIRE(settled(desk.tickets.saveDraft(draft)));
    CHECK(settled(desk.tickets.drafts())->empty());
    CHECK(desk.rows({}).size() == 1);

    const auto page = desk.page(*first);
    CHECK(page.ticket.number == u"7K-142");
    CHECK(page.ticket.description == u"deuxième étage");
    CHECK(page.pending);
    REQUIRE(page.timeline.size() == 1);
    CHECK(page.timeline.front().pending);
    CHECK(desk.draftOf({}).ticket.number == u"7K-143");
}

TEST_CASE("a draft that cannot be opened stays, with every word", "[desk][ticket]")
{
    Desk desk;
    const auto draft = desk.draftOf(desk.written(QStringLiteral("   ")));
    const auto opened = settled(desk.tickets.open(draft));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == base::Error::Kind::Refused);
    CHECK(settled(desk.tickets.drafts())->size() == 1);
}

TEST_CASE("a new ticket goes to the group of its category, to the nearest above, or to the operator's own", "[desk][ticket]")
{
    Desk desk;
    domain::Group network;
    network.id = desk.ids.make<domain::GroupId>();
    domain::Category mail;
    mail.id = desk.ids.make<domain::CategoryId>();
    mail.group = network.id;
    domain::Category outlook;
    outlook.id = desk.ids.make<domain::CategoryId>();
    outlook.parent = mail.id;
    domain::Category orphan;
    orphan.id = desk.ids.make<domain::CategoryId>();
    orphan.parent = orphan.id;
    REQUIRE(settled(desk.store->write([&](store::Db &db) {
        return store::CategoryTable::put(db, mail, 10).and_then([&] { return store::CategoryTable::put(db, outlook, 11); }).and_then([&] {
            return store::CategoryTable::put(db, orphan, 12);
        });
    })));
    const auto groupFor = [&](domain::CategoryId category, domain::GroupId chosen = {}) {
        auto ticket = desk.written(QStringLiteral("Outlook se ferme"));
        ticket.category = category;
        ticket.group = chosen;
        return desk.page(*settled(desk.tickets.open(desk.draftOf(ticket)))).ticket.group;
    };
    CHECK(groupFor(mail.id) == network.id);
    CHECK(groupFor(outlook.id) == network.id);
    CHECK(groupFor({}) == desk.group);
    CHECK(groupFor(orphan.id) == desk.group);
    CHECK(groupFor(desk.ids.make<domain::CategoryId>()) == desk.group);
    CHECK(groupFor(mail.id, desk.group) == desk.group);
}

TEST_CASE("every step of a ticket's life is one operation that builds on the last", "[desk][ticket]")
{
    Desk desk;
    const auto id = desk.opened(QStringLiteral("Messagerie bloquée"));
    REQUIRE(settled(desk.tickets.claim(id)));
    REQUIRE(settled(desk.tickets.edit(id, QStringLiteral("urgency"), QStringLiteral("high"))));
    REQUIRE(settled(desk.tickets.edit(id, QStringLiteral("urgency"), QStringLiteral("low"))));
    REQUIRE(settled(desk.tickets.note(id, QStringLiteral("rappelé"), false)));
    REQUIRE(settled(desk.tickets.tag(id, {QStringLiteral("outlook")}, {})));
    REQUIRE(settled(desk.tickets.wait(id, domain::WaitReason::Requester, 0, QStringLiteral("attend un essai"))));
    CHECK(desk.page(id).ticket.state == TicketState::Waiting);
    REQUIRE(settled(desk.tickets.resume(id)));
    REQUIRE(settled(desk.tickets.assign(id, desk.group, {}, {})));
    REQUIRE(settled(desk.tickets.resolve(id, QStringLiteral("solved"), QStringLiteral("compte débloqué"))));
    CHECK(desk.page(id).ticket.state == TicketState::Resolved);
    REQUIRE(settled(desk.tickets.reopen(id, QStringLiteral("encore"))));
    REQUIRE(settled(desk.tickets.cancel(id, QStringLiteral("doublon"))));
    const auto page = desk.page(id);
    CHECK(page.ticket.state == TicketState::Cancelled);
    CHECK(page.ticket.urgency == domain::Level::Low);
    CHECK(page.ticket.group == desk.group);
    CHECK(page.timeline.size() == 12);

    desk::Pending pending(desk.parts());
    const auto items = settled(pending.items());
    REQUIRE(items);
    REQUIRE(items->size() == 12);
    CHECK(items->front().kind == u"ticket.open");
    CHECK(items->front().label == u"7K-142 Messagerie bloquée");
}

TEST_CASE("first-contact resolution is one transaction: both or nothing", "[desk][ticket]")
{
    Desk desk;
    const auto draft = desk.draftOf(desk.written(QStringLiteral("Mot de passe oublié")));
    const auto id = settled(desk.tickets.openResolved(draft, QStringLiteral("solved"), QStringLiteral("réinitialisé")));
    REQUIRE(id);
    CHECK(desk.page(*id).ticket.state == TicketState::Resolved);
    CHECK(desk.rows({}).empty());
    CHECK(settled(desk.tickets.withNumber(QStringLiteral(" 7k-142 "))).value() == *id);
    CHECK(settled(desk.tickets.withNumber(QStringLiteral("7K-999"))).value().isNull());
}

TEST_CASE("a child hangs on its parent and a text half written is kept", "[desk][ticket]")
{
    Desk desk;
    const auto parent = desk.opened(QStringLiteral("Panne du réseau"));
    const auto child = desk.opened(QStringLiteral("Plus d'internet"));
    REQUIRE(settled(desk.tickets.link(child, parent)));
    CHECK(desk.page(child).parent->number == u"7K-142");
    CHECK(desk.page(parent).children.size() == 1);
    REQUIRE(settled(desk.tickets.keepText(child, QStringLiteral("à moitié"))));
    CHECK(settled(desk.tickets.keptText(child)).value() == u"à moitié");
    REQUIRE(settled(desk.tickets.keepText(child, {})));
    CHECK(settled(desk.tickets.keptText(child)).value().isEmpty());
}

TEST_CASE("what is half written in a question is kept until the deed is done with it", "[desk][ticket]")
{
    using domain::OpKind;
    Desk desk;
    const auto one = desk.opened(QStringLiteral("Plus d'internet"));
    const auto other = desk.opened(QStringLiteral("Panne du réseau"));
    const auto kept = [&](domain::TicketId id) { return settled(desk.tickets.keptAnswers(id)).value(); };
    REQUIRE(settled(desk.tickets.keepText(one, QStringLiteral("une note"))));
    REQUIRE(settled(desk.tickets.keepAnswer(one, OpKind::TicketResolve, QStringLiteral("rebranché "))));
    REQUIRE(settled(desk.tickets.keepAnswer(one, OpKind::TicketAssign, QStringLiteral("à voir"))));
    CHECK(kept(one)
          == desk::AnswerTexts{{OpKind::TicketResolve, QStringLiteral("rebranché ")}, {OpKind::TicketAssign, QStringLiteral("à voir")}});
    CHECK(kept(other).isEmpty());
    REQUIRE(settled(desk.tickets.keepAnswer(other, OpKind::TicketResolve, QStringLiteral("autre chose"))));
    REQUIRE(settled(desk.tickets.resolve(one, QStringLiteral("fixed"), QStringLiteral("rebranché"))));
    REQUIRE(settled(desk.tickets.resolve(other, QStringLiteral("fixed"), QStringLiteral("rebranché")))); // with other words
    CHECK(kept(one) == desk::AnswerTexts{{OpKind::TicketAssign, QStringLiteral("à voir")}});
    CHECK(kept(other) == desk::AnswerTexts{{OpKind::TicketResolve, QStringLiteral("autre chose")}});
    CHECK(settled(desk.tickets.keptText(one)) == QStringLiteral("une note"));
    REQUIRE(settled(desk.tickets.keepAnswer(one, OpKind::TicketAssign, {})));
    CHECK(kept(one).isEmpty());
}

TEST_CASE("what is half written in a draft's questions stays beside its ticket, and goes with a dropped draft", "[desk][ticket]")
{
    using domain::OpKind;
    Desk desk;
    const auto draft = desk.draftOf(desk.written(QStringLiteral("Badge")));
    const domain::TicketId beside{draft.id};
    const auto kept = [&] { return settled(desk.tickets.keptAnswers(beside)).value(); };
    REQUIRE(settled(desk.tickets.keepAnswer(beside, OpKind::TicketResolve, QStringLiteral("refait"))));
    REQUIRE(settled(desk.tickets.keepAnswer(beside, OpKind::TicketAssign, QStringLiteral("à voir"))));
    if (GENERATE(false, true)) {
        REQUIRE(settled(desk.tickets.dropDraft(draft.id)));
        CHECK(kept().isEmpty());
        return;
    }
    REQUIRE(settled(desk.tickets.openResolved(draft, QStringLiteral("fixed"), QStringLiteral("refait"))) == beside);
    CHECK(kept() == desk::AnswerTexts{{OpKind::TicketAssign, QStringLiteral("à voir")}});
}

TEST_CASE("a ticket hangs on one of its own organisation that does not hang on it", "[desk][ticket]")
{
    Desk desk;
    const domain::TicketId above = desk.opened(QStringLiteral("Panne du réseau"));
    const domain::TicketId middle = desk.opened(QStringLiteral("Pas de réseau au 1er"));
    const domain::TicketId below = desk.opened(QStringLiteral("Pas de réseau au bureau 12"));
    const auto elsewhere = settled(desk.tickets.open(desk.draftOf(desk.written(QStringLiteral("Ailleurs"), desk.pessac))));
    REQUIRE(elsewhere);
    REQUIRE(settled(desk.tickets.link(middle, above)));
    REQUIRE(settled(desk.tickets.link(below, middle)));

    const auto circle = settled(desk.tickets.link(above, below));
    REQUIRE_FALSE(circle);
    CHECK(circle.error().kind == base::Error::Kind::Refused);
    CHECK_FALSE(settled(desk.tickets.link(above, above)));
    CHECK_FALSE(settled(desk.tickets.link(above, *elsewhere)));
    CHECK(desk.page(above).ticket.parent.isNull());
}

TEST_CASE("the queues show what their filters say and the counts agree", "[desk][queue]")
{
    Desk desk;
    const auto mine = desk.opened(QStringLiteral("Écran noir"));
    const auto nobodys = desk.opened(QStringLiteral("Clavier"));
    CHECK(settled(desk.queues.counts())->myGroups == 2);
    REQUIRE(settled(desk.tickets.assign(nobodys, {}, {}, {})));
    REQUIRE(settled(desk.tickets.claim(mine)));
    REQUIRE(settled(desk.tickets.assign(mine, desk.group, desk.session.operatorId, {})));
    desk::QueueFilter filter;
    filter.mine = true;
    REQUIRE(desk.rows(filter).size() == 1);
    CHECK(desk.rows(filter).front().groupName == u"Poste de travail");
    CHECK(desk.rows(filter).front().organisationName == u"Mérignac");
    CHECK(desk.rows(filter).front().pending);
    CHECK_FALSE(desk.rows(filter).front().unread);
    filter = {};
    filter.text = QStringLiteral("ecran");
    CHECK(desk.rows(filter).size() == 1);
    filter = {};
    filter.unassigned = true;
    CHECK(desk.rows(filter).size() == 1);

    auto counts = settled(desk.queues.counts());
    REQUIRE(counts);
    CHECK(counts->mine == 1);
    CHECK(counts->myGroups == 1);
    CHECK(counts->unassigned == 1);
    CHECK(counts->allOpen == 2);
    REQUIRE(counts->organisations.size() == 1);
    CHECK(counts->organisations.front().name == u"Mérignac");
    CHECK(counts->breached == 0);
    desk.clock.ms += qint64(10) * 24 * 3600 * 1000;
    CHECK(settled(desk.queues.counts())->breached == 2);
    for (const auto order : {desk::QueueOrder::Due, desk::QueueOrder::Priority, desk::QueueOrder::Number, desk::QueueOrder::Summary,
                             desk::QueueOrder::Requester, desk::QueueOrder::Organisation, desk::QueueOrder::State, desk::QueueOrder::Opened,
                             desk::QueueOrder::Updated}) {
        CHECK(desk.rows({}, order).size() == 2);
    }
}

TEST_CASE("naughty strings pass from the field to the page as plain text", "[desk][ticket]")
{
    Desk desk;
    const QStringList naughty{
        QStringLiteral("<img src=http://127.0.0.1:1/x>"),
        QStringLiteral("Robert'); DROP TABLE ticket;--"),
        QStringLiteral("%s%n%1 {host}"),
        QStringLiteral("œuvre ﬁn Straße ‮gnp‬"),
        QString::fromUtf8("👩‍👩‍👧‍👦 🇫🇷 \u0000x", -1),
        QStringLiteral("田中さん العربية עברית"),
        QStringLiteral("\"*^\\ NEAR( AND OR NOT"),
        QStringLiteral("Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́O̵̹̻̝̳")};
    for (const QString &text : naughty) {
        const auto id = desk.opened(text);
        REQUIRE(settled(desk.tickets.note(id, text, false)));
        REQUIRE(settled(desk.tickets.edit(id, QStringLiteral("description"), text)));
        const auto page = desk.page(id);
        CHECK(page.ticket.summary == text);
        CHECK(page.ticket.description == text);
        CHECK(page.timeline[1].entry.text == text);
        desk::QueueFilter filter;
        filter.text = text;
        CHECK(settled(desk.queues.rows(filter, desk::QueueOrder::Due, false, 10)));
    }
}

TEST_CASE("opening and handing over hold together: where the hand-over is refused, the draft stays as it was", "[desk][ticket]")
{
    Desk desk;
    const auto draft = desk.draftOf(desk.written(QStringLiteral("Imprimante en panne")));
    const auto refused = settled(desk.tickets.openAssigned(draft, desk.group, {}, QString(2'000'000, u'x')));
    CHECK_FALSE(refused);
    CHECK(settled(desk.tickets.drafts())->size() == 1);
    CHECK(desk.rows({}).empty());

    const auto id = settled(desk.tickets.openAssigned(draft, desk.group, {}, QStringLiteral("à voir sur place")));
    REQUIRE(id);
    CHECK(desk.page(*id).ticket.group == desk.group);
    CHECK(desk.page(*id).timeline.size() == 2);
    CHECK(settled(desk.tickets.drafts())->empty());
    // The key struck twice hands over once.
    REQUIRE(settled(desk.tickets.openAssigned(draft, desk.group, {}, QStringLiteral("à voir sur place"))));
    CHECK(desk.page(*id).timeline.size() == 2);
}

TEST_CASE("tickets are offered the organisations whose scope is fetched, all of them before anything was", "[desk][catalogue]")
{
    DeskRig rig;
    REQUIRE(rig.catalogue->organisations().size() == 2);
    CHECK(rig.catalogue->servedOrganisations().size() == 2);
    const auto granted = rig.catalogue->organisations().back().id;
    const auto written = rig.store
                             ->write([&](store::Db &db) {
                                 store::CursorRow cursor;
                                 cursor.scope = domain::scopeOf(granted);
                                 db.touch(store::Entity::Cursor, cursor.scope.value);
                                 return store::CursorTable::put(db, cursor);
                             })
                             .result();
    REQUIRE(written);
    const auto served = rig.catalogue->servedOrganisations();
    REQUIRE(served.size() == 1);
    CHECK(served.front().id == granted);
    CHECK(rig.catalogue->organisations().size() == 2);
}
