// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActionPanel.h"
#include "Catch.h"
#include "ChoiceBox.h"
#include "DraftView.h"
#include "KeyButton.h"
#include "Keys.h"
#include "PaneSamples.h"
#include "PriorityMark.h"
#include "Scopes.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>

using namespace comptoir;
using namespace comptoir::tests;
using namespace comptoir::ui;

namespace {

std::unique_ptr<DraftView> draftView()
{
    auto view = std::make_unique<DraftView>();
    desk::Draft draft;
    draft.ticket = ticketOf(u"7K-142"_qs, {});
    view->show(draft);
    view->showLists(listsOf(), operatorsOf());
    view->resize(540, 600);
    view->show();
    return view;
}

KeyButton *buttonOf(QWidget &view, const QKeySequence &key)
{
    for (auto *button : view.findChildren<KeyButton *>()) {
        if (button->shortcut() == key) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("every key in a draft says that there is something to keep", "[ui][panes][draft]")
{
    const auto view = draftView();
    int typed = 0;
    QObject::connect(view.get(), &DraftView::typed, view.get(), [&] { ++typed; });
    auto *summary = view->findChild<QLineEdit *>(u"summary"_qs);
    typeText(summary, u"VPN"_qs);
    CHECK(typed == 3);
    auto *description = view->findChild<QPlainTextEdit *>(u"description"_qs);
    typeText(description, u"ok"_qs);
    CHECK(typed == 5);
    const desk::Draft draft = view->draft();
    CHECK(draft.ticket.summary == u"VPN"_qs);
    CHECK(draft.ticket.description == u"ok"_qs);
    CHECK(draft.ticket.number == u"7K-142"_qs);
    CHECK(draft.ticket.requesterName == u"Claire Martin"_qs);
}

TEST_CASE("the priority follows impact and urgency by the organisation's matrix", "[ui][panes][draft]")
{
    const auto view = draftView();
    ui::FormLists lists = listsOf();
    lists.rules.matrix[0][0] = domain::Priority::P4;
    view->showLists(lists, {});
    const auto choose = [&](const QString &field, const QString &value) {
        auto *box = view->findChild<ChoiceBox *>(field);
        box->setCurrentIndex(box->findData(value));
        Q_EMIT box->activated(box->currentIndex());
    };
    choose(u"impact"_qs, u"high"_qs);
    choose(u"urgency"_qs, u"high"_qs);
    CHECK(view->findChild<PriorityMark *>()->priority() == domain::Priority::P4);
    choose(u"urgency"_qs, u"medium"_qs);
    CHECK(view->findChild<PriorityMark *>()->priority() == domain::Priority::P2);
}

TEST_CASE("keep, hand over and resolve have their keys; resolving asks in the pane", "[ui][panes][draft]")
{
    const auto view = draftView();
    bool kept = false;
    std::vector<TicketDeed> deeds;
    QObject::connect(view.get(), &DraftView::keepWanted, view.get(), [&] { kept = true; });
    QObject::connect(view.get(), &DraftView::wanted, view.get(), [&](const TicketDeed &deed) { deeds.push_back(deed); });
    buttonOf(*view, Qt::CTRL | Qt::Key_S)->click();
    CHECK(kept);
    buttonOf(*view, Qt::CTRL | Qt::Key_Return)->click();
    CHECK(deeds.empty());
    for (auto *panel : view->findChildren<ActionPanel *>()) {
        if (panel->isVisibleTo(view.get())) {
            panel->findChild<QPlainTextEdit *>()->setPlainText(u"Profil refait"_qs);
            pressKey(panel, Qt::Key_Return, Qt::ControlModifier);
        }
    }
    REQUIRE(deeds.size() == 1);
    CHECK(deeds[0].act == TicketAct::Resolve);
    CHECK(deeds[0].text == u"Profil refait"_qs);
}

TEST_CASE("Esc never destroys a draft, and a discarded one can be brought back", "[ui][panes][draft]")
{
    const auto view = draftView();
    bool discarded = false;
    bool undone = false;
    QObject::connect(view.get(), &DraftView::discardWanted, view.get(), [&] { discarded = true; });
    QObject::connect(view.get(), &DraftView::undoWanted, view.get(), [&] { undone = true; });
    auto *summary = view->findChild<QLineEdit *>(u"summary"_qs);
    typeText(summary, u"VPN"_qs);
    pressKey(summary, Qt::Key_Escape);
    CHECK(!discarded);
    CHECK(summary->text() == u"VPN"_qs);
    view->showDiscarded(true);
    CHECK(!summary->isEnabled());
    for (auto *button : view->findChildren<KeyButton *>()) {
        if (button->isVisibleTo(view.get()) && button->isEnabled() && button->parentWidget()->inherits("comptoir::ui::Notice")) {
            button->click();
        }
    }
    CHECK(undone);
    view->showDiscarded(false);
    CHECK(summary->isEnabled());
    CHECK(view->draft().ticket.summary == u"VPN"_qs);
}

TEST_CASE("a searched list takes any part of a label and falls back to what stood there", "[ui][panes][draft]")
{
    ChoiceBox box(u"Aucun"_qs);
    box.show(listsOf().categories);
    REQUIRE(box.isEditable());
    box.setValue(listsOf().categories[0].value);
    QString chosen;
    QObject::connect(&box, &ChoiceBox::chosen, &box, [&](const QString &value) { chosen = value; });
    box.lineEdit()->setText(u"copieurs"_qs);
    Q_EMIT box.lineEdit()->returnPressed();
    CHECK(chosen == listsOf().categories[1].value);
    box.lineEdit()->setText(u"nichts dergleichen"_qs);
    Q_EMIT box.lineEdit()->returnPressed();
    CHECK(box.lineEdit()->text() == u"Impression › Copieurs"_qs);
}

TEST_CASE("a draft can be restricted where that part is granted, and no change of the organisation makes it common", "[ui][panes][draft]")
{
    const auto view = draftView();
    auto *box = view->findChild<QCheckBox *>(u"restricted"_qs);
    REQUIRE(box);
    CHECK(box->isHidden());
    ui::FormLists lists = listsOf();
    lists.mayRestrict = true;
    view->showLists(lists, operatorsOf());
    CHECK_FALSE(box->isHidden());
    const domain::OrganisationId organisation = view->draft().ticket.organisation;
    CHECK(view->draft().ticket.scope == domain::scopeOf(organisation));
    int typed = 0;
    QObject::connect(view.get(), &DraftView::typed, view.get(), [&] { ++typed; });
    box->click();
    CHECK(typed == 1);
    CHECK(view->draft().ticket.scope == domain::restrictedScopeOf(organisation));

    lists.mayRestrict = false; // of the organisation chosen next
    view->showLists(lists, operatorsOf());
    CHECK_FALSE(box->isHidden());
    CHECK(domain::isRestricted(view->draft().ticket.scope, view->draft().ticket.organisation));
    desk::Draft kept = view->draft();
    const auto other = draftView();
    other->take(kept.ticket);
    CHECK(other->findChild<QCheckBox *>(u"restricted"_qs)->isChecked());
}
