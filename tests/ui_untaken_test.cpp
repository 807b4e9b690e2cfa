// SPDX-License-Identifier: GPL-3.0-or-later
// Values that could not be saved.
#include "ActionPanel.h"
#include "Catch.h"
#include "PaneSamples.h"
#include "Says.h"
#include "TicketActions.h"
#include "TicketView.h"
#include "Words.h"

#include <QCoreApplication>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

const ui::TicketWords::NameOf kNobody = [](const QString &, const base::Uuid &) { return QString(); };

} // namespace

TEST_CASE("a field whose value could not be saved keeps it, whatever arrives, until it is saved or given up", "[ui][failures][ticket]")
{
    ui::TicketView view;
    view.resize(900, 700);
    desk::TicketPage page = pageOf(domain::TicketState::InProgress, 1);
    const auto show = [&] { view.show(page, tests::namesOf(true), kNobody); };
    show();
    view.show();
    const base::Error full{base::Error::Kind::Io, u"no space"_qs};
    QSignalSpy edited(&view, &ui::TicketView::edited);
    auto *summary = view.findChild<QLineEdit *>(u"summary"_qs);
    auto *description = view.findChild<QPlainTextEdit *>(u"description"_qs);
    summary->setText(u"Écran noir au CCAS"_qs);
    Q_EMIT summary->editingFinished();
    description->setPlainText(u"depuis midi"_qs);
    QFocusEvent left(QEvent::FocusOut);
    QCoreApplication::sendEvent(description, &left);
    REQUIRE(edited.size() == 2);
    page.ticket.updatedMs += 1; // something else arrives before the answer
    show();
    CHECK(summary->text() == u"Écran noir au CCAS");
    view.showFailure(u"summary"_qs, full);
    view.showFailure(u"description"_qs, full);
    page.ticket.updatedMs += 1; // something else moved meanwhile
    show();
    CHECK(summary->text() == u"Écran noir au CCAS");
    CHECK(description->toPlainText() == u"depuis midi");
    CHECK(says(view, ui::Words::of(full)));

    CHECK_FALSE(view.mayClose()); // it is tried once more, and said
    REQUIRE(edited.size() == 4);
    view.showFailure(u"summary"_qs, full);
    view.showFailure(u"description"_qs, full);
    CHECK(view.mayClose());
    edited.clear();

    Q_EMIT view.form()->insisted(u"summary"_qs);
    REQUIRE(edited.size() == 1);
    CHECK(edited[0][0].toString() == u"summary");
    CHECK(edited[0][1].toString() == u"Écran noir au CCAS");
    show(); // not answered yet
    CHECK(summary->text() == u"Écran noir au CCAS");
    page.ticket.summary = u"Écran noir au CCAS"_qs;
    show();
    view.taken(u"summary"_qs);
    page.ticket.summary = u"Écran remplacé"_qs; // somebody else's
    show();
    CHECK(summary->text() == u"Écran remplacé");
    Q_EMIT view.form()->yielded(u"description"_qs);
    CHECK(description->toPlainText() == page.ticket.description);
    CHECK_FALSE(says(view, ui::Words::of(full)));
}

TEST_CASE("a field that fails while a question is open keeps its value until it is given up", "[ui][failures][ticket]")
{
    ui::TicketView view;
    view.resize(900, 700);
    desk::TicketPage page = pageOf(domain::TicketState::InProgress, 1);
    const auto show = [&] { view.show(page, tests::namesOf(true), kNobody); };
    show();
    view.show();
    auto *summary = view.findChild<QLineEdit *>(u"summary"_qs);
    summary->setText(u"Écran noir"_qs);
    Q_EMIT summary->editingFinished();
    Q_EMIT view.findChild<ui::TicketActions *>()->wanted(ui::TicketAct::Resolve); // a question opens before the answer comes
    const auto panels = view.findChildren<ui::ActionPanel *>();
    REQUIRE(std::any_of(panels.begin(), panels.end(), [](const ui::ActionPanel *panel) { return panel->isVisible(); }));
    view.showFailure(u"summary"_qs, {base::Error::Kind::Io, u"no space"_qs});
    show();
    CHECK(summary->text() == u"Écran noir");
    Q_EMIT view.form()->yielded(u"summary"_qs);
    page.ticket.summary = u"Écran remplacé"_qs; // somebody else's
    show();
    CHECK(summary->text() == u"Écran remplacé");
}
