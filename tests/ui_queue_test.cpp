// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "ElidedTexts.h"
#include "Fonts.h"
#include "QueueDelegate.h"
#include "QueueLook.h"
#include "QueueModel.h"
#include "QueueTable.h"
#include "QueueView.h"
#include "Theme.h"

#include <QApplication>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace comptoir;

namespace {

desk::QueueRow rowOf(int n)
{
    desk::QueueRow row;
    row.id = domain::TicketId::fromName(QByteArray::number(n));
    row.number = QStringLiteral("7K-%1").arg(n);
    row.summary = QStringLiteral("Résumé %1").arg(n);
    row.dueMs = 1'000'000 + n;
    return row;
}

std::vector<desk::QueueRow> rowsOf(std::initializer_list<int> numbers)
{
    std::vector<desk::QueueRow> rows;
    for (const int n : numbers) {
        rows.push_back(rowOf(n));
    }
    return rows;
}

QStringList numbersOf(const ui::QueueModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        list.append(model.row(row).number);
    }
    return list;
}

void theme()
{
    static ui::Theme one(*static_cast<QApplication *>(QCoreApplication::instance()));
    one.setAnimations(false);
    one.apply(ui::Scheme::Light);
}

/// What a widget is asked to paint from now on.
class PaintedRegion : public QObject
{
public:
    explicit PaintedRegion(QWidget &widget) { widget.installEventFilter(this); }
    [[nodiscard]] bool contains(const QRect &place) const { return m_region.intersected(place) == QRegion(place); }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            m_region += static_cast<QPaintEvent *>(event)->region();
        }
        return false;
    }

    QRegion m_region;
};

} // namespace

TEST_CASE("a new reading of a queue is shown by difference, without a reset", "[ui][queue]")
{
    ui::QueueModel model;
    model.show(rowsOf({1, 2, 3, 4, 5}), false);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.show(rowsOf({7, 2, 4, 1, 8, 9}), false);
    CHECK(numbersOf(model) == QStringList{u"7K-7"_qs, u"7K-2"_qs, u"7K-4"_qs, u"7K-1"_qs, u"7K-8"_qs, u"7K-9"_qs});
    CHECK(resets.isEmpty());
    CHECK(changes.isEmpty());
    auto rows = rowsOf({7, 2, 4, 1, 8, 9});
    rows[2].summary = u"autre"_qs;
    model.show(rows, false);
    CHECK(changes.size() == 1);
    CHECK(changes.front().front().toModelIndex().row() == 2);
}

TEST_CASE("any reading after any other leaves exactly its rows in its order", "[ui][queue]")
{
    ui::QueueModel model;
    unsigned state = 7;
    for (int round = 0; round < 300; ++round) {
        std::vector<int> numbers;
        for (int n = 0; n < 24; ++n) {
            state = state * 1664525U + 1013904223U;
            if ((state >> 16) % 3 != 0) {
                numbers.insert(numbers.begin() + int((state >> 20) % (numbers.size() + 1)), n);
            }
        }
        std::vector<desk::QueueRow> rows;
        QStringList expected;
        for (const int n : numbers) {
            rows.push_back(rowOf(n));
            expected.append(rows.back().number);
        }
        model.show(rows, false);
        REQUIRE(numbersOf(model) == expected);
    }
}

TEST_CASE("selection and the first visible row stay while others come and go", "[ui][queue]")
{
    theme();
    ui::QueueModel model;
    ui::QueueTable table(model);
    table.resize(700, 300);
    table.show();
    std::vector<desk::QueueRow> rows;
    for (int n = 100; n < 300; ++n) {
        rows.push_back(rowOf(n));
    }
    table.show(rows, false);
    QApplication::processEvents();
    table.selectRow(60);
    table.verticalScrollBar()->setValue(50 * 30 + 11);
    const domain::TicketId chosen = model.row(60).id;
    const domain::TicketId first = model.row(table.rowAt(0)).id;
    const int before = table.rowViewportPosition(table.rowAt(0));

    rows.insert(rows.begin(), rowOf(1));
    rows.insert(rows.begin(), rowOf(2));
    rows.erase(rows.begin() + 30);
    table.show(rows, false);
    QApplication::processEvents();
    CHECK(table.chosen() == std::vector{chosen});
    CHECK(model.row(table.rowAt(0)).id == first);
    CHECK(table.rowViewportPosition(table.rowAt(0)) == before);
}

TEST_CASE("more rows are asked for once until they came", "[ui][queue]")
{
    ui::QueueModel model;
    QSignalSpy wanted(&model, &ui::QueueModel::moreWanted);
    model.show(rowsOf({1, 2}), true);
    REQUIRE(model.canFetchMore({}));
    model.fetchMore({});
    CHECK_FALSE(model.canFetchMore({}));
    CHECK(wanted.size() == 1);
    model.show(rowsOf({1, 2, 3}), false);
    CHECK_FALSE(model.canFetchMore({}));
}

TEST_CASE("typing letters jumps to number, requester or summary", "[ui][queue]")
{
    theme();
    ui::QueueModel model;
    ui::QueueTable table(model);
    auto rows = rowsOf({1, 2, 3, 4});
    rows[2].requesterName = u"Élodie Fabre"_qs;
    rows[3].summary = u"VPN coupé"_qs;
    table.show(rows, false);
    table.keyboardSearch(u"vp"_qs);
    CHECK(table.currentIndex().row() == 3);
}

TEST_CASE("a hostile summary is painted as the text it is", "[ui][queue]")
{
    theme();
    const auto painted = [](const QString &summary) {
        ui::QueueView view;
        view.resize(900, 200);
        view.QWidget::show();
        view.choose(u"File"_qs, {}, {});
        auto rows = rowsOf({1});
        rows.front().summary = summary;
        view.show(rows, false);
        QApplication::processEvents();
        return view.table().viewport()->grab().toImage();
    };
    // Were the markup read, both would look the same.
    CHECK(painted(u"<b>gras</b>"_qs) != painted(u"gras"_qs));
    for (const QString &naughty : {u"<img src=http://127.0.0.1:9/x>"_qs, u"\u202Eevil"_qs, QString(QChar(0)),
                                   u"Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L"_qs, u"👩‍👩‍👧‍👦"_qs,
                                   QString(100'000, u'x'), u"a\nb\tc"_qs}) {
        CHECK_FALSE(painted(naughty).isNull());
    }
    const QVariant tip = [] {
        ui::QueueModel model;
        auto rows = rowsOf({1});
        rows.front().summary = u"<img src=x>"_qs;
        model.show(rows, false);
        return model.index(0, ui::QueueModel::Summary).data(Qt::ToolTipRole);
    }();
    CHECK_FALSE(tip.toString().contains(u"<img"));
}

TEST_CASE("columns and row height are chosen from the rows' own menu, fill the width, and are kept as text", "[ui][queue]")
{
    theme();
    ui::QueueModel model;
    ui::QueueTable table(model);
    table.resize(700, 300);
    table.QWidget::show();
    table.show(rowsOf({1, 2, 3}), false);
    const QString usual = table.look().text();
    CHECK(usual == u"prio,number,summary,requester,organisation,due,state;30");
    QSignalSpy chosen(&table, &ui::QueueTable::lookChosen);
    QMenu menu;
    table.look().addTo(menu);
    const QList<QAction *> sections = menu.actions();
    REQUIRE(sections.size() == 2);
    for (QAction *one : sections[0]->menu()->actions()) {
        if (one->text() == model.headerData(ui::QueueModel::Organisation, Qt::Horizontal, Qt::AccessibleTextRole).toString()) {
            CHECK(one->isChecked());
            one->trigger();
        }
    }
    CHECK(table.isColumnHidden(ui::QueueModel::Organisation));
    sections[1]->menu()->actions().first()->trigger();
    CHECK(table.rowHeight(0) == 24);
    CHECK(chosen.size() == 2);
    int wide = 0;
    for (int column = 0; column < ui::QueueModel::Columns; ++column) {
        wide += table.columnWidth(column);
    }
    CHECK(wide == table.viewport()->width());
    const QString text = table.look().text();
    CHECK(text == u"prio,number,summary,requester,due,state;24");
    table.look().use(u"nonsense"_qs);
    CHECK_FALSE(table.isColumnHidden(ui::QueueModel::Number));
    CHECK_FALSE(table.isColumnHidden(ui::QueueModel::Summary));
    table.look().use(text);
    CHECK(table.look().text() == text);
    table.look().use({});
    CHECK(table.look().text() == usual);
}

TEST_CASE("the next frame after a reading shows its rows", "[ui][queue]")
{
    theme();
    ui::QueueModel model;
    ui::QueueTable table(model);
    table.resize(900, 400);
    table.show(rowsOf({2, 3}), false);
    table.QWidget::show();
    REQUIRE(QTest::qWaitForWindowExposed(&table));
    QTest::qWait(50);
    PaintedRegion painted(*table.viewport());
    table.show(rowsOf({1, 2, 3}), false);
    QCoreApplication::sendPostedEvents(&table, QEvent::UpdateRequest); // the frame, and no timer before it
    CHECK(painted.contains(table.visualRect(model.index(0, ui::QueueModel::Summary))));
}

TEST_CASE("a text whose layout is kept is drawn as one laid out anew", "[ui][queue]")
{
    theme();
    ui::ElidedTexts texts;
    const auto drawn = [](const auto &draw) {
        QImage image(220, 30, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(ui::fontOf(ui::FontRole::Body));
        painter.setPen(Qt::black);
        draw(painter, QRect(4, 0, 200, 29));
        painter.end();
        return image;
    };
    for (const QString &text :
         {u"Imprimante hors ligne"_qs, u"Élève à l’hôpital : œdème, naïveté, Œuvre – 100 % « perdu » dans le couloir"_qs,
          u"deux\nlignes\tet une"_qs, u"<b>pas gras</b> &amp; &accent"_qs, u"שלום"_qs, QString()}) {
        const auto kept = [&](QPainter &painter, const QRect &place) { texts.draw(painter, place, text); };
        const QImage anew = drawn([&](QPainter &painter, const QRect &place) {
            painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
        });
        CHECK(drawn(kept) == anew);
        CHECK(drawn(kept) == anew); // from what was kept
    }
}

TEST_CASE("a step in the queue paints the whole rows that it leaves and enters", "[ui][queue]")
{
    theme();
    ui::QueueModel model;
    ui::QueueTable table(model);
    table.resize(900, 400);
    table.show(rowsOf({1, 2, 3}), false);
    table.QWidget::show();
    REQUIRE(QTest::qWaitForWindowExposed(&table));
    table.setFocus();
    CHECK(table.currentIndex().row() == 0);
    table.show(rowsOf({4, 1, 2, 3}), false);
    CHECK(table.currentIndex().row() == 0); // nobody has chosen a row yet
    table.selectionModel()->clearSelection(); // the ring stands without a selection, too
    QTest::qWait(50);
    PaintedRegion painted(*table.viewport());
    table.selectionModel()->setCurrentIndex(model.index(1, 0), QItemSelectionModel::NoUpdate);
    CHECK(QTest::qWaitFor(
        [&] {
            return painted.contains(table.visualRect(model.index(0, ui::QueueModel::Summary)))
                && painted.contains(table.visualRect(model.index(1, ui::QueueModel::Summary)));
        },
        1000));
    table.show(rowsOf({5, 4, 1, 2, 3}), false);
    CHECK(table.currentIndex().row() == 2); // the row that was chosen
}

TEST_CASE("the ticket that is open beside the queue is marked in it, and said", "[ui][queue]")
{
    theme();
    ui::QueueModel model;
    const std::vector<desk::QueueRow> rows = rowsOf({1, 2});
    model.show(rows, false);
    const auto said = [&](int row) { return model.index(row, ui::QueueModel::Number).data(Qt::AccessibleTextRole).toString(); };
    const ui::QueueDelegate delegate(model);
    const auto painted = [&](int row) {
        QImage picture(60, 30, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        QStyleOptionViewItem option;
        option.rect = picture.rect();
        delegate.paint(&painter, option, model.index(row, ui::QueueModel::Prio));
        return picture;
    };
    const QImage before = painted(1);
    model.setInFront(rows[1].id);
    CHECK(said(0) == rows[0].number);
    CHECK(said(1) == rows[1].number + u", "_qs + ui::QueueModel::tr("open beside"));
    CHECK(painted(1) != before);
    model.setInFront({});
    CHECK(said(1) == rows[1].number);
    CHECK(painted(1) == before);
}

TEST_CASE("a restricted ticket is marked in the queue, by a lock that is said", "[ui][queue][restricted]")
{
    theme();
    ui::QueueModel model;
    std::vector<desk::QueueRow> rows = rowsOf({1, 2});
    rows[0].summary = rows[1].summary = QStringLiteral("Conflit avec un collègue");
    rows[1].restricted = true;
    model.show(rows, false);
    const auto said = [&](int row, int role) { return model.index(row, ui::QueueModel::Summary).data(role).toString(); };
    CHECK(said(0, Qt::AccessibleTextRole) == said(0, Qt::DisplayRole));
    CHECK(said(1, Qt::AccessibleTextRole) != said(1, Qt::DisplayRole));
    CHECK(said(1, Qt::AccessibleTextRole).startsWith(said(1, Qt::DisplayRole)));
    CHECK(said(1, Qt::ToolTipRole) != said(0, Qt::ToolTipRole));
    const ui::QueueDelegate delegate(model);
    const auto painted = [&](int row) {
        QImage picture(300, 30, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        QStyleOptionViewItem option;
        option.rect = picture.rect();
        delegate.paint(&painter, option, model.index(row, ui::QueueModel::Summary));
        return picture;
    };
    CHECK(painted(0) != painted(1)); // the same words, and the lock
}
