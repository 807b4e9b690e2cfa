// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Db.h"
#include "DraftController.h"
#include "DraftTable.h"
#include "DraftView.h"
#include "KeyButton.h"
#include "Language.h"
#include "LineButton.h"
#include "Notice.h"
#include "PersonField.h"
#include "RightPane.h"
#include "WindowRig.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

ui::DraftView &begun(WindowRig &rig)
{
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    return *rig.one<ui::DraftView>();
}

template <class T>
T *shown(QWidget &within)
{
    for (T *each : within.findChildren<T *>()) {
        if (each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("a draft takes the only organisation there is by itself, and none of several", "[ui][draft]")
{
    WindowRig rig;
    const bool only = GENERATE(true, false);
    if (only) {
        REQUIRE(settled(
            rig.store->write([&](store::Db &db) { return db.prepare("DELETE FROM organisation WHERE id=?").bind(0, rig.pessac).run(); })));
        REQUIRE(settled(rig.catalogue->load()));
    }
    rig.open();
    CHECK(begun(rig).draft().ticket.organisation == (only ? rig.merignac : domain::OrganisationId{}));
}

TEST_CASE("somebody looked up beside a draft without a requester becomes it, and one button takes that back", "[ui][draft]")
{
    WindowRig rig;
    rig.open();
    ui::DraftView &draft = begun(rig);
    rig.one<ui::RightPane>()->openPerson(rig.claire);
    REQUIRE(rig.until([&] { return draft.draft().ticket.requester == rig.claire; }));
    CHECK(draft.draft().ticket.requesterName == u"Claire Martin");
    CHECK(draft.draft().ticket.organisation == rig.merignac);
    auto *notice = shown<ui::Notice>(draft);
    REQUIRE(notice);
    CHECK(notice->accessibleName().contains(QStringLiteral("Claire Martin")));
    // Another one looked up is only looked at.
    rig.one<ui::RightPane>()->openPerson(rig.paul);
    QTest::qWait(100);
    CHECK(draft.draft().ticket.requester == rig.claire);
    for (auto *button : notice->findChildren<ui::KeyButton *>()) {
        if (!button->text().isEmpty()) {
            button->click();
        }
    }
    CHECK(draft.draft().ticket.requester.isNull());
    CHECK(draft.draft().ticket.organisation.isNull());
}

TEST_CASE("taking the offered requester back leaves what was chosen since", "[ui][draft]")
{
    WindowRig rig;
    rig.open();
    ui::DraftView &draft = begun(rig);
    rig.one<ui::RightPane>()->openPerson(rig.claire);
    REQUIRE(rig.until([&] { return draft.draft().ticket.requester == rig.claire; }));
    auto *notice = shown<ui::Notice>(draft);
    REQUIRE(notice);
    domain::Ticket now = draft.draft().ticket;
    if (GENERATE(true, false)) {
        now.requester = rig.paul;
        draft.take(now);
        Q_EMIT draft.typed();
        CHECK_FALSE(notice->isVisible()); // another requester: there is nothing to take back
        return;
    }
    now.organisation = rig.pessac;
    draft.take(now);
    Q_EMIT draft.typed();
    CHECK(notice->isVisible());
    Q_EMIT draft.offerUndone();
    CHECK(draft.draft().ticket.requester.isNull());
    CHECK(draft.draft().ticket.organisation == rig.pessac);
}

TEST_CASE("a draft lets go of a parent of another organisation, says so and can be opened", "[ui][draft]")
{
    WindowRig rig;
    rig.open();
    const auto major = rig.opened(rig.written(QStringLiteral("Messagerie en panne"), rig.merignac));
    domain::Ticket under = rig.written(QStringLiteral("Plus de courrier"), rig.merignac);
    under.parent = major;
    const auto kept = settled(rig.tickets.startDraft(under));
    REQUIRE(kept);
    ui::DraftView view;
    ui::DraftController control(rig.windowParts, *kept, &view);
    const auto parentKept = [&] { return settled(rig.tickets.drafts()).value().front().ticket.parent; };
    QTest::qWait(50);
    REQUIRE(parentKept() == major);
    domain::Ticket moved = view.draft().ticket;
    moved.organisation = rig.pessac;
    view.take(moved);
    Q_EMIT view.organisationChanged(rig.pessac.toString());
    REQUIRE(rig.until([&] { return parentKept().isNull(); }));
    bool said = false;
    for (const auto *notice : view.findChildren<ui::Notice *>()) {
        said = said || (notice->isVisibleTo(&view) && notice->accessibleName().contains(rig.page(major).number));
    }
    CHECK(said);
    domain::TicketId opened;
    QObject::connect(&control, &ui::DraftController::opened, &control, [&](domain::TicketId id) { opened = id; });
    control.open();
    CHECK(rig.until([&] { return !opened.isNull(); }));
}

TEST_CASE("a draft names the open tickets it resembles and blocks nothing", "[ui][draft]")
{
    WindowRig rig;
    rig.open();
    domain::Ticket before = rig.written(QStringLiteral("Poste lent"));
    before.requester = rig.claire;
    const auto id = rig.opened(before);
    ui::DraftView &draft = begun(rig);
    CHECK_FALSE(shown<ui::LineButton>(draft));
    rig.one<ui::RightPane>()->openPerson(rig.claire);
    REQUIRE(rig.until([&] { return shown<ui::LineButton>(draft) != nullptr; }));
    CHECK(shown<ui::LineButton>(draft)->accessibleName().contains(rig.page(id).number));
    for (const auto *button : draft.findChildren<ui::KeyButton *>()) {
        CHECK(button->isEnabled());
    }
}

TEST_CASE("the French buttons of a draft have room for their keys", "[ui][draft]")
{
    ui::useLanguage(*qApp, QStringLiteral("fr"));
    ui::DraftView view;
    view.resize(514, 600); // what the pane of 540 pixels leaves
    view.show();
    QApplication::processEvents();
    for (const QKeySequence &key :
         {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_T), QKeySequence(Qt::CTRL | Qt::Key_S)}) {
        for (const auto *button : view.findChildren<ui::KeyButton *>()) {
            if (button->shortcut() == key && button->isVisible()) {
                INFO(button->text().toStdString() << ' ' << button->width() << " of " << button->sizeHint().width());
                CHECK(button->showsKey());
            }
        }
    }
    ui::useLanguage(*qApp, QStringLiteral("en"));
}

TEST_CASE("a draft in which nothing was written goes with its tab, any other is kept", "[ui][draft]")
{
    WindowRig rig;
    rig.open();
    const bool written = GENERATE(false, true);
    (void)begun(rig);
    if (written) {
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Badge"));
    }
    rig.key(Qt::Key_W, Qt::ControlModifier);
    CHECK(rig.until([&] { return rig.one<ui::DraftView>() == nullptr; }));
    CHECK(rig.until([&] { return settled(rig.tickets.drafts())->size() == (written ? 1 : 0); }));
}

TEST_CASE("a draft that was damaged on the disk says so above its fields, and one that was not does not", "[ui][draft]")
{
    WindowRig rig;
    const bool damaged = GENERATE(true, false);
    domain::Ticket written;
    written.organisation = rig.merignac;
    written.number = QStringLiteral("7K-99");
    written.summary = QStringLiteral("Badge refusé à la porte nord");
    const auto id = domain::TicketId::fromName("damaged").value;
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return store::DraftTable::put(db, {id, written, 9, damaged}); })));
    rig.open();
    rig.one<ui::RightPane>()->resumeDraft(id);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() && rig.one<ui::DraftView>()->draft().ticket.summary == written.summary; }));
    QTest::qWait(50);
    auto *notice = shown<ui::Notice>(*rig.one<ui::DraftView>());
    CHECK((notice != nullptr) == damaged);
    if (notice) {
        CHECK(notice->accessibleName().contains(QStringLiteral("damaged")));
    }
    if (const QString folder = qEnvironmentVariable("COMPTOIR_SCREENSHOTS"); damaged && !folder.isEmpty()) {
        REQUIRE(QDir().mkpath(folder));
        CHECK(rig.one<ui::DraftView>()->window()->grab().save(folder + QStringLiteral("/draft-damaged.png")));
    }
}
