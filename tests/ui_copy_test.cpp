// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardView.h"
#include "Catch.h"
#include "CatalogueLists.h"
#include "ContactView.h"
#include "EntityTable.h"
#include "FigureTile.h"
#include "QueueView.h"
#include "Says.h"
#include "SideModel.h"
#include "WindowRig.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

using State = sync::SyncStatus::State;
using Copy = sync::SyncStatus::Copy;

const QString kNothing = QStringLiteral("Nothing in this queue");
const QString kNotFilled = QStringLiteral("not filled yet");
const QString kFetched = QStringLiteral("being fetched");

sync::SyncStatus partly(State state, qint64 rows = 0)
{
    return {.state = state, .copy = Copy::Partial, .rowsPulled = rows};
}

} // namespace

TEST_CASE("an empty queue over a copy that was never filled does not say that there is nothing", "[ui][copy]")
{
    ui::QueueView view;
    view.choose(QStringLiteral("All"), {}, QStringLiteral("No ticket is open."));
    view.showCopy({});
    view.show({}, false);
    CHECK_FALSE(says(view, kNothing)); // the copy was not looked at yet
    view.showCopy(partly(State::Offline));
    CHECK(says(view, kNotFilled));
    CHECK(says(view, QStringLiteral("once it is back")));
    CHECK_FALSE(says(view, kNothing));
    CHECK_FALSE(says(view, QStringLiteral("0 open")));
    view.showCopy(partly(State::FirstPull, 200));
    CHECK(says(view, kFetched));
    CHECK(says(view, QStringLiteral("200 rows so far")));
    CHECK_FALSE(says(view, kNotFilled));
    view.showCopy(partly(State::SignInNeeded));
    CHECK(says(view, QStringLiteral("signed in again")));
    view.showCopy(partly(State::TooOld));
    CHECK(says(view, QStringLiteral("a newer version of this console")));
    view.showCopy({.state = State::Agreed, .copy = Copy::Whole});
    CHECK(says(view, kNothing));
    view.showCopy({.state = State::Offline, .copy = Copy::Whole});
    CHECK(says(view, kNothing)); // it is known, though the service is away now
}

TEST_CASE("a list of calls over a copy that was never filled does not say that nobody rang", "[ui][copy]")
{
    ui::ContactView view;
    view.showCopy(partly(State::Offline));
    view.show({});
    CHECK(says(view, kNotFilled));
    CHECK_FALSE(says(view, QStringLiteral("No missed call")));
    view.showCopy({.state = State::Agreed, .copy = Copy::Whole});
    CHECK(says(view, QStringLiteral("No missed call")));
}

TEST_CASE("the board tells no figure of a copy that was never filled", "[ui][board][copy]")
{
    ui::BoardView view;
    desk::BoardFigures figures;
    figures.madeMs = 1'000'000;
    figures.open = 12;
    view.show(figures, 1'000'000);
    const auto *open = view.findChildren<ui::FigureTile *>().last();
    CHECK(open->figure() == QStringLiteral("12"));
    view.showCopy(partly(State::Offline));
    CHECK(open->figure() == QStringLiteral("—"));
    CHECK(says(view, kNotFilled));
    view.showCopy({.state = State::Agreed, .copy = Copy::Whole});
    CHECK(open->figure() == QStringLiteral("12"));
    CHECK_FALSE(says(view, kNotFilled));
}

TEST_CASE("a window on an empty copy without the service says so", "[ui][window][copy]")
{
    WindowRig rig;
    rig.open();
    rig.sync.start();
    auto *queue = rig.window().findChild<ui::QueueView *>();
    CHECK(rig.until([&] { return says(*queue, kNotFilled); }));
    CHECK_FALSE(says(*queue, kNothing));
}

TEST_CASE("what the copy does not name has no blank line, and what it cannot count has no figure", "[ui][sidebar][copy]")
{
    ui::SideModel model;
    ui::SideModel::Content content;
    content.counts.mine = 2;
    content.counts.organisations = {{domain::OrganisationId::fromName("unknown"), {}, 2, 0}};
    const auto count = [&model](const QString &key) { return model.entry(model.indexOf(key)).count; };
    model.show(content);
    CHECK(model.indexOf(QStringLiteral("organisations")) < 0);
    CHECK(count(QStringLiteral("all")) == 0);
    content.whole = false;
    content.counts.organisations.push_back({domain::OrganisationId::fromName("town"), QStringLiteral("Mérignac"), 1, 0});
    model.show(content);
    REQUIRE(model.indexOf(QStringLiteral("organisations")) >= 0);
    for (int row = 0; row < model.rowCount(); ++row) {
        CHECK_FALSE(model.entry(row).label.isEmpty());
    }
    CHECK(count(QStringLiteral("mine")) == 2);
    CHECK_FALSE(count(QStringLiteral("all")));
}

TEST_CASE("an organisation without a name is not offered", "[ui][copy]")
{
    WindowRig rig;
    domain::Organisation nameless;
    nameless.id = domain::OrganisationId::fromName("nameless");
    nameless.scope = domain::ScopeId{};
    REQUIRE(settled(rig.store->write([&](store::Db &db) { return store::EntityTable<domain::Organisation>::put(db, nameless, 9); })));
    REQUIRE(settled(rig.catalogue->load()));
    REQUIRE(rig.catalogue->organisation(nameless.id));
    const ui::Choices choices = ui::organisationChoices(rig.windowParts);
    CHECK(choices.size() >= 2);
    for (const ui::Choice &one : choices) {
        CHECK_FALSE(one.label.isEmpty());
    }
}
