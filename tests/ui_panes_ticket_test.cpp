// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActionPanel.h"
#include "Catch.h"
#include "Chip.h"
#include "ChoiceBox.h"
#include "FieldRow.h"
#include "KeyButton.h"
#include "Keys.h"
#include "NoteBox.h"
#include "Notice.h"
#include "PaneSamples.h"
#include "TicketHeader.h"
#include "TicketView.h"
#include "TicketWords.h"
#include "TimelineView.h"
#include "Words.h"

#include <QAction>
#include <QElapsedTimer>
#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;
using namespace comptoir::ui;

namespace {

const TicketWords::NameOf kNames = [](const QString &, const base::Uuid &) { return u"Bruno Tessier"_qs; };

std::unique_ptr<TicketView> viewOf(const desk::TicketPage &page, bool mine = true)
{
    auto view = std::make_unique<TicketView>();
    view->resize(540, 700);
    view->showLists(listsOf(), operatorsOf());
    view->show(page, tests::namesOf(mine), kNames);
    view->show();
    return view;
}

QAction *actionOf(TicketView &view, const QKeySequence &key)
{
    for (QAction *action : view.findChildren<QAction *>()) {
        if (action->shortcut() == key && action->isEnabled()) {
            return action;
        }
    }
    return nullptr;
}

QString textOfLabels(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget)) {
            texts << label->text();
        }
    }
    return texts.join(u'|');
}

} // namespace

TEST_CASE("a ticket's fields show its values", "[ui][panes][ticket]")
{
    const auto view = viewOf(pageOf(domain::TicketState::InProgress, 3));
    CHECK(view->findChild<QLineEdit *>(u"summary"_qs)->text() == view->ticket().summary);
    CHECK(view->findChild<ChoiceBox *>(u"urgency"_qs)->value() == u"high"_qs);
    CHECK(view->findChild<ChoiceBox *>(u"category"_qs)->label() == u"Messagerie › Outlook"_qs);
    CHECK(textOfLabels(*view).contains(u"7K-139"_qs));
}

TEST_CASE("a field says itself when it is left, once, and only if it differs", "[ui][panes][ticket]")
{
    const auto view = viewOf(pageOf(domain::TicketState::InProgress, 1));
    QStringList edits;
    QObject::connect(view.get(), &TicketView::edited, view.get(),
                     [&](const QString &column, const QString &value) { edits << column + u'=' + value; });
    auto *summary = view->findChild<QLineEdit *>(u"summary"_qs);
    Q_EMIT summary->editingFinished();
    CHECK(edits.isEmpty());
    summary->setText(u"Toner vide"_qs);
    Q_EMIT summary->editingFinished();
    CHECK(edits == QStringList{u"summary=Toner vide"_qs});
    auto *urgency = view->findChild<ChoiceBox *>(u"urgency"_qs);
    urgency->setCurrentIndex(urgency->findData(u"low"_qs));
    Q_EMIT urgency->activated(urgency->currentIndex());
    CHECK(edits.last() == u"urgency=low"_qs);
}

TEST_CASE("tags are said as what was added and what was taken away", "[ui][panes][ticket]")
{
    desk::TicketPage page = pageOf(domain::TicketState::InProgress, 1);
    page.ticket.tags.list = {u"ccas"_qs, u"toner"_qs};
    const auto view = viewOf(page);
    QStringList added;
    QStringList removed;
    QObject::connect(view.get(), &TicketView::tagged, view.get(), [&](const QStringList &in, const QStringList &out) {
        added = in;
        removed = out;
    });
    auto *tags = view->findChild<QLineEdit *>(u"tags"_qs);
    tags->setText(u"toner,  bac 2 , toner"_qs);
    Q_EMIT tags->editingFinished();
    CHECK(added == QStringList{u"bac 2"_qs});
    CHECK(removed == QStringList{u"ccas"_qs});
}

TEST_CASE("a state of a newer service is said to be unknown, not taken for another", "[ui][panes][ticket]")
{
    const auto chip = [](const TicketView &view, const QString &text) {
        const auto chips = view.findChildren<Chip *>();
        return std::any_of(chips.begin(), chips.end(), [&](const Chip *one) { return one->isVisibleTo(&view) && one->text() == text; });
    };
    desk::TicketPage page = pageOf(domain::TicketState::New, 1);
    CHECK_FALSE(chip(*viewOf(page), TicketHeader::tr("Newer version")));
    page.unknown = {u"state"_qs};
    page.timeline.back().entry.kind = domain::EntryKind::Unknown;
    const auto view = viewOf(page);
    CHECK(chip(*view, TicketHeader::tr("Newer version")));
    CHECK(chip(*view, TicketHeader::tr("unknown state")));
    CHECK_FALSE(chip(*view, Words::stateOf(domain::TicketState::New, domain::WaitReason::None)));
}

TEST_CASE("each state offers its own actions by their keys", "[ui][panes][ticket]")
{
    const auto fresh = viewOf(pageOf(domain::TicketState::New, 1), false);
    CHECK(actionOf(*fresh, Qt::CTRL | Qt::Key_P) != nullptr);
    CHECK(actionOf(*fresh, Qt::CTRL | Qt::Key_R) == nullptr);
    const auto done = viewOf(pageOf(domain::TicketState::Resolved, 1), true);
    CHECK(actionOf(*done, Qt::CTRL | Qt::Key_R) != nullptr);
    CHECK(actionOf(*done, Qt::CTRL | Qt::Key_P) == nullptr);
}

TEST_CASE("resolving asks inside the pane, and Esc leaves what was written", "[ui][panes][ticket]")
{
    const auto view = viewOf(pageOf(domain::TicketState::InProgress, 1));
    std::vector<TicketDeed> deeds;
    QObject::connect(view.get(), &TicketView::wanted, view.get(), [&](const TicketDeed &deed) { deeds.push_back(deed); });
    actionOf(*view, Qt::CTRL | Qt::Key_Return)->trigger();
    ActionPanel *open = nullptr;
    for (auto *panel : view->findChildren<ActionPanel *>()) {
        open = panel->isVisibleTo(view.get()) ? panel : open;
    }
    REQUIRE(open != nullptr);
    CHECK(deeds.empty());
    CHECK(actionOf(*view, Qt::CTRL | Qt::Key_T) == nullptr);
    auto *text = open->findChild<QPlainTextEdit *>();
    text->setPlainText(u"Toner changé"_qs);
    pressKey(open, Qt::Key_Escape);
    CHECK(!open->isVisibleTo(view.get()));
    CHECK(text->toPlainText() == u"Toner changé"_qs);
    actionOf(*view, Qt::CTRL | Qt::Key_Return)->trigger();
    pressKey(open, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(deeds.size() == 1);
    CHECK(deeds[0].act == TicketAct::Resolve);
    CHECK(deeds[0].text == u"Toner changé"_qs);
    CHECK(deeds[0].code == u"fixed"_qs);
}

TEST_CASE("a refused change is shown at its field with both versions, and can be set again", "[ui][panes][ticket]")
{
    desk::TicketPage page = pageOf(domain::TicketState::InProgress, 1);
    page.refused = refusals();
    const auto view = viewOf(page);
    FieldRow *row = nullptr;
    for (auto *candidate : view->findChildren<FieldRow *>()) {
        row = candidate->showsRefused() ? candidate : row;
    }
    REQUIRE(row != nullptr);
    QStringList said;
    QObject::connect(view.get(), &TicketView::setAgain, view.get(),
                     [&](const QString &column, const QString &value, const QString &, domain::OperationId refused) {
                         said << column + u'=' + value << refused.toString();
                     });
    QObject::connect(view.get(), &TicketView::dismissed, view.get(), [&](domain::OperationId op) { said << op.toString(); });
    Q_EMIT row->insisted();
    CHECK(said == QStringList{u"urgency=high"_qs, page.refused[0].op.toString()});
    CHECK(textOfLabels(*view).contains(u"Bruno Tessier"_qs));
}

TEST_CASE("a note is kept while it is written and sent by its key", "[ui][panes][ticket]")
{
    const auto view = viewOf(pageOf(domain::TicketState::InProgress, 1));
    QString sent;
    QObject::connect(view.get(), &TicketView::noted, view.get(), [&](const QString &text, bool) { sent = text; });
    view->showKeptNote(u"demi-phrase"_qs);
    auto *note = view->findChild<QPlainTextEdit *>(u"note"_qs);
    CHECK(note->toPlainText() == u"demi-phrase"_qs);
    pressKey(note, Qt::Key_Return, Qt::AltModifier);
    CHECK(sent == u"demi-phrase"_qs);
    CHECK(note->toPlainText() == u"demi-phrase"_qs);
    view->noteTaken(sent);
    CHECK(note->toPlainText().isEmpty());
}

TEST_CASE("markup and odd signs are shown as they are typed", "[ui][panes][ticket]")
{
    const QString odd = u"<img src=http://127.0.0.1:9/x> <b>gras</b> & \u202E 𝄞 'quote\" %1 \\n"_qs;
    desk::TicketPage page = pageOf(domain::TicketState::InProgress, 2);
    page.ticket.summary = odd;
    page.ticket.description = odd;
    page.timeline[1].entry.text = odd;
    page.timeline[1].entry.actorName = odd;
    page.parent = desk::CardTicket{idOf<domain::TicketId>("p"), u"7K-1"_qs, odd, domain::TicketState::New, 0};
    page.refused = refusals();
    page.refused[0].mine = odd;
    const auto view = viewOf(page);
    CHECK(view->findChild<QLineEdit *>(u"summary"_qs)->text() == odd);
    CHECK(view->findChild<QPlainTextEdit *>(u"description"_qs)->toPlainText() == odd);
    auto *timeline = view->findChild<TimelineView *>();
    CHECK(timeline->model()->index(timeline->model()->rowCount() - 1, 0).data().toString().contains(odd));
    for (const QLabel *label : view->findChildren<QLabel *>()) {
        CHECK(label->textFormat() == Qt::PlainText);
    }
}

TEST_CASE("a long history is laid out quickly, and a new entry leaves the others alone", "[ui][panes][timeline]")
{
    TimelineView timeline;
    timeline.resize(500, 400);
    timeline.show();
    desk::TicketPage page = pageOf(domain::TicketState::InProgress, 1000);
    QElapsedTimer took;
    took.start();
    timeline.show(page.timeline, kNames);
    timeline.grab();
    CHECK(took.elapsed() < 1500);
    int inserted = 0;
    int removed = 0;
    QObject::connect(timeline.model(), &QAbstractItemModel::rowsInserted, &timeline,
                     [&](const QModelIndex &, int first, int last) { inserted += last - first + 1; });
    QObject::connect(timeline.model(), &QAbstractItemModel::rowsRemoved, &timeline,
                     [&](const QModelIndex &, int first, int last) { removed += last - first + 1; });
    desk::TicketPage::Line line = page.timeline.back();
    line.entry.id = idOf<domain::OperationId>("new");
    page.timeline.push_back(line);
    timeline.show(page.timeline, kNames);
    CHECK(inserted == 1);
    CHECK(removed == 0);
    timeline.setCurrentIndex(timeline.model()->index(timeline.model()->rowCount() - 1, 0));
    CHECK(timeline.chosenText().contains(line.entry.actorName));
}

TEST_CASE("who wrote a value that an earlier one replaced is told at the field, and may set it again", "[ui][panes][ticket]")
{
    desk::TicketPage page = pageOf(domain::TicketState::InProgress, 2);
    desk::TicketPage::Lost lost;
    lost.op = idOf<domain::OperationId>("mine");
    lost.field = u"summary"_qs;
    lost.mine = u"Bac 2 coincé"_qs;
    lost.stands = page.ticket.summary;
    lost.who = u"Bruno Tessier"_qs;
    lost.atMs = tests::kNowMs - 3'600'000;
    page.lost = {lost};
    const auto view = viewOf(page);
    CHECK(textOfLabels(*view).contains(u"Bac 2 coincé"_qs));
    CHECK(textOfLabels(*view).contains(u"Bruno Tessier"_qs));
    QString again;
    domain::OperationId seen;
    QObject::connect(view.get(), &TicketView::edited, view.get(), [&](const QString &, const QString &value) { again = value; });
    QObject::connect(view.get(), &TicketView::lossSeen, view.get(), [&](domain::OperationId op) { seen = op; });
    for (auto *button : view->findChildren<KeyButton *>(u"insist"_qs)) {
        if (button->isVisibleTo(view.get())) {
            button->click();
        }
    }
    CHECK(again == u"Bac 2 coincé"_qs);
    CHECK(seen == lost.op);
}

TEST_CASE("in a low pane the history keeps its share of the height, the fields scroll", "[ui][panes][ticket]")
{
    const auto view = viewOf(pageOf(domain::TicketState::InProgress, 8));
    view->resize(516, 480);
    for (int turn = 0; turn < 5; ++turn) {
        QApplication::processEvents();
    }
    const auto *timeline = view->findChild<TimelineView *>();
    const auto *fields = view->form()->parentWidget()->parentWidget();
    INFO(timeline->height() << " of history, " << fields->height() << " of fields");
    CHECK(timeline->height() > fields->height());
    view->resize(516, 900); // where there is room nothing scrolls
    for (int turn = 0; turn < 5; ++turn) {
        QApplication::processEvents();
    }
    CHECK(fields->height() >= view->form()->sizeHint().height());
}

TEST_CASE("a note is kept while somebody goes on typing without a pause", "[ui][ticket][note]")
{
    NoteBox box;
    box.show();
    QSignalSpy kept(&box, &NoteBox::kept);
    auto *text = box.findChild<QPlainTextEdit *>();
    REQUIRE(text);
    for (int key = 0; key < 12; ++key) {
        QTest::keyClicks(text, u"ab"_qs);
        QTest::qWait(100); // never a pause of 400 ms
    }
    CHECK(kept.count() >= 1);
}

TEST_CASE("the history names a remote-help tool as people know it, and one it does not know as it is written", "[ui][panes]")
{
    CHECK(TicketWords::value(u"tool"_qs, u"vnc"_qs, {}) == u"VNC"_qs);
    CHECK(TicketWords::value(u"tool"_qs, u"rustdesk"_qs, {}) == u"RustDesk"_qs);
    CHECK(TicketWords::value(u"tool"_qs, u"teamviewer"_qs, {}) == u"TeamViewer"_qs);
    CHECK(TicketWords::value(u"tool"_qs, u"home-made"_qs, {}) == u"home-made"_qs);
}
