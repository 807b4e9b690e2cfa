// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchivedView.h"
#include "AttachmentStrip.h"
#include "Catch.h"
#include "KeyButton.h"
#include "Notice.h"
#include "Says.h"
#include "SearchPanel.h"
#include "TicketTable.h"
#include "TicketView.h"
#include "TimelineView.h"
#include "WindowRig.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

domain::Ticket older(const WindowRig &rig)
{
    domain::Ticket ticket = rig.written(QStringLiteral("Fax en panne"));
    ticket.id = domain::TicketId::fromName("older");
    ticket.scope = domain::scopeOf(ticket.organisation);
    ticket.number = QStringLiteral("3M-12");
    ticket.state = domain::TicketState::Cancelled; // as good as closed, and put away likewise
    ticket.closedMs = 1'500'000'000'000; // 14 July 2017
    return ticket;
}

desk::ArchivedTicket toldOf(const domain::Ticket &ticket)
{
    desk::ArchivedTicket out{ticket, {}, {}};
    domain::TimelineEntry entry;
    entry.id = domain::OperationId::fromName("closed");
    entry.ticket = ticket.id;
    entry.kind = domain::EntryKind::Closed;
    entry.actorName = QStringLiteral("Bruno");
    entry.atMs = ticket.closedMs;
    out.timeline.push_back({entry, 5});
    domain::Attachment file;
    file.name = QStringLiteral("photo.png");
    file.id = domain::AttachmentId::fromName("photo");
    file.size = 2048;
    file.sha256 = QString::fromLatin1(QCryptographicHash::hash(QByteArray(2048, 'x'), QCryptographicHash::Sha256).toHex());
    file.state = domain::AttachmentState::Stored;
    out.files.push_back(file);
    return out;
}

/// The first file of the view, as it is heard.
QString fileIn(const ui::ArchivedView &view)
{
    return view.files()->list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
}

/// The window with its search open and that text answered.
struct Searching
{
    explicit Searching(const QString &text)
    {
        rig.open();
        rig.key(Qt::Key_K, Qt::ControlModifier);
        panel = rig.one<ui::SearchPanel>();
        REQUIRE(panel);
        QTest::keyClicks(QApplication::focusWidget(), text);
        REQUIRE(rig.until(
            [&] { return rowWith(QStringLiteral("Look in the older tickets")) >= 0 && !says(*panel, QStringLiteral("Beginnings")); }));
        QTest::qWait(100); // what stands here has been answered too
    }

    int rowWith(const QString &words)
    {
        const auto *list = panel->findChild<QListView *>();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().contains(words)) {
                return row;
            }
        }
        return -1;
    }
    QString current() { return panel->findChild<QListView *>()->currentIndex().data(Qt::AccessibleTextRole).toString(); }

    WindowRig rig;
    ui::SearchPanel *panel = nullptr;
};

} // namespace

TEST_CASE("older tickets are asked for only when told to, marked as such, and opened to read, all by keys", "[ui][window][archive]")
{
    Searching at(QStringLiteral("fax"));
    const domain::Ticket ticket = older(at.rig);
    at.rig.oldTickets.found = std::vector{ticket};
    at.rig.oldTickets.told = toldOf(ticket);
    at.rig.key(Qt::Key_Return); // nothing here was found: Enter alone asks nobody
    CHECK(at.rig.oldTickets.searched.empty());
    at.rig.key(Qt::Key_Down);
    CHECK(at.current().startsWith(QStringLiteral("Look in the older tickets")));
    CHECK(at.rig.oldTickets.searched.empty());
    at.rig.key(Qt::Key_Return);
    REQUIRE(at.rig.until([&] { return at.rowWith(QStringLiteral("3M-12  Fax en panne, Older · closed 14 Jul 2017")) >= 0; }));
    CHECK(at.rig.oldTickets.searched == std::vector{QStringLiteral("fax")});
    CHECK(at.current().startsWith(QStringLiteral("3M-12")));
    CHECK(at.rig.oldTickets.wanted.empty());
    at.rig.key(Qt::Key_Return);
    REQUIRE(at.rig.until([&] { return at.rig.one<ui::ArchivedView>() && !at.rig.oldTickets.wanted.empty(); }));
    const auto *view = at.rig.one<ui::ArchivedView>();
    REQUIRE(
        at.rig.until([&] { return says(*view, QStringLiteral("This ticket is no longer kept on this desk: read from the service at")); }));
    CHECK(says(*view, QStringLiteral("3M-12")));
    CHECK(says(*view, QStringLiteral("Fax en panne")));
    CHECK(fileIn(*view) == QStringLiteral("photo.png, 2 kB, stored"));
    CHECK(at.rig.until([&] { return qobject_cast<ui::TimelineView *>(QApplication::focusWidget()) != nullptr; }));
    CHECK(view->findChild<QLineEdit *>() == nullptr); // nothing to write in
    CHECK(view->findChild<QTextEdit *>() == nullptr);
    const auto kept = settled(at.rig.store->read([&](store::Db &db) { return store::TicketTable::find(db, ticket.id.value); }));
    REQUIRE(kept);
    CHECK_FALSE(kept->has_value());
    at.rig.key(Qt::Key_W, Qt::ControlModifier);
    CHECK(at.rig.until([&] { return at.rig.one<ui::ArchivedView>() == nullptr; }));
}

TEST_CASE("a service that is not reached is said in a sentence, and Enter asks again", "[ui][window][archive]")
{
    Searching at(QStringLiteral("fax"));
    at.rig.oldTickets.found = base::fail(base::Error::Kind::Network, QStringLiteral("no way"));
    at.rig.key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(at.rig.until([&] { return says(*at.panel, QStringLiteral("which is not reached just now")); }));
    CHECK(at.rowWith(QStringLiteral("Try the older tickets again")) >= 0);
    CHECK(at.panel->isVisible());
    at.rig.oldTickets.found = std::vector<domain::Ticket>();
    GENERATE(true, false) ? at.rig.key(Qt::Key_Return) : at.rig.key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(at.rig.until([&] { return says(*at.panel, QStringLiteral("Nothing found in the older tickets either")); }));
    CHECK(at.rig.oldTickets.searched.size() == 2);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("e"));
    REQUIRE(at.rig.until([&] { return at.rowWith(QStringLiteral("Look in the older tickets")) >= 0; }));
    CHECK_FALSE(says(*at.panel, QStringLiteral("Nothing found in the older tickets either")));
    CHECK(at.rig.oldTickets.searched.size() == 2);
}

TEST_CASE("a ticket that leaves while its tab is open stays to be read, and a button reads it from the service", "[ui][window][archive]")
{
    WindowRig rig;
    domain::Ticket ticket = older(rig);
    ticket.state = domain::TicketState::Resolved;
    const auto put = [&] {
        return settled(rig.store->write([&](store::Db &db) {
            db.touch(store::Entity::Ticket, ticket.id.value);
            return store::TicketTable::put(db, ticket, 1);
        }));
    };
    REQUIRE(put());
    rig.open();
    rig.window().openTicket(ticket.id);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && says(*rig.one<ui::TicketView>(), QStringLiteral("3M-12")); }));
    const auto leave = [&] {
        return settled(rig.store->write([&](store::Db &db) {
            db.touch(store::Entity::Ticket, ticket.id.value);
            return store::TicketTable::remove(db, ticket.id.value);
        }));
    };
    REQUIRE(leave());
    auto *view = rig.one<ui::TicketView>();
    const QString sentence = QStringLiteral("This ticket has just left this desk");
    REQUIRE(rig.until([&] { return says(*view, sentence); }));
    CHECK_FALSE(view->form()->isEnabled());
    CHECK(rig.oldTickets.wanted.empty());
    SECTION("it comes back by itself when the service sends it again")
    {
        REQUIRE(put());
        REQUIRE(rig.until([&] { return !says(*view, sentence); }));
        CHECK(view->form()->isEnabled());
    }
    SECTION("it is read from the service, in vain first")
    {
        rig.oldTickets.told = base::fail(base::Error::Kind::Timeout, {});
        const auto press = [&](const QString &text) {
            for (auto *button : rig.window().findChildren<ui::KeyButton *>()) {
                if (button->isVisible() && button->text() == text) {
                    button->setFocus();
                    rig.key(Qt::Key_Space);
                    return true;
                }
            }
            return false;
        };
        REQUIRE(press(QStringLiteral("Read from the service")));
        REQUIRE(rig.until([&] { return rig.one<ui::ArchivedView>() != nullptr; }));
        CHECK(rig.one<ui::TicketView>() == nullptr); // in the same place
        REQUIRE(rig.until([&] { return says(*rig.one<ui::ArchivedView>(), QStringLiteral("took too long to show this ticket")); }));
        rig.oldTickets.told = toldOf(older(rig));
        REQUIRE(press(QStringLiteral("Try again")));
        REQUIRE(rig.until([&] { return fileIn(*rig.one<ui::ArchivedView>()).startsWith(QStringLiteral("photo.png")); }));
        CHECK(rig.oldTickets.wanted.size() == 2);
    }
}

namespace {

/// An older ticket open to read, the keyboard on its file.
struct Reading : Searching
{
    Reading() : Searching(QStringLiteral("fax"))
    {
        const domain::Ticket ticket = older(rig);
        rig.oldTickets.found = std::vector{ticket};
        rig.oldTickets.told = toldOf(ticket);
        rig.key(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(rig.until([&] { return rowWith(QStringLiteral("3M-12")) >= 0; }));
        rig.key(Qt::Key_Return);
        REQUIRE(rig.until([&] { return rig.one<ui::ArchivedView>() && !fileIn(*rig.one<ui::ArchivedView>()).isEmpty(); }));
        view = rig.one<ui::ArchivedView>();
        REQUIRE(rig.until([&] { return qobject_cast<ui::TimelineView *>(QApplication::focusWidget()) != nullptr; }));
        for (int turn = 0; turn < 10 && QApplication::focusWidget() != view->files()->list(); ++turn) {
            rig.key(Qt::Key_Tab);
        }
        REQUIRE(QApplication::focusWidget() == view->files()->list());
    }

    /// The path typed where the file is to go.
    void saveAs(const QString &to)
    {
        REQUIRE(rig.until([&] { return view->findChild<QFileDialog *>() != nullptr; }));
        auto *dialog = view->findChild<QFileDialog *>();
        auto *name = dialog->findChild<QLineEdit *>();
        REQUIRE(name);
        CHECK(name->text() == QStringLiteral("photo.png"));
        name->selectAll();
        QTest::keyClicks(name, to);
        QTest::keyClick(name, Qt::Key_Return);
        REQUIRE(rig.until([&] { return !rig.oldTickets.pieces.empty(); }));
        REQUIRE(rig.until([&] { return view->findChild<QFileDialog *>() == nullptr; }));
        view->window()->activateWindow(); // as a desktop does where a dialog goes
        REQUIRE(QTest::qWaitForWindowActive(view->window(), 5000));
    }

    ui::ArchivedView *view = nullptr;
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("saved.png"));
};

QByteArray savedAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST_CASE("a file of an older ticket is saved by keys, its row says how far it is", "[ui][window][archive]")
{
    Reading at;
    SECTION("Enter on its row")
    {
        at.rig.key(Qt::Key_Return);
    }
    SECTION("the button beside")
    {
        at.rig.key(Qt::Key_Tab);
        auto *button = qobject_cast<ui::KeyButton *>(QApplication::focusWidget());
        REQUIRE(button);
        CHECK(button->text() == QStringLiteral("Save as…"));
        CHECK(button->accessibleName() == QStringLiteral("Save as… photo.png"));
        at.rig.key(Qt::Key_Space);
    }
    at.saveAs(at.path);
    CHECK(fileIn(*at.view) == QStringLiteral("photo.png, 2 kB, coming, 0 %"));
    at.rig.oldTickets.give(QByteArray(1024, 'x'));
    CHECK(fileIn(*at.view) == QStringLiteral("photo.png, 2 kB, coming, 50 %"));
    CHECK(at.rig.oldTickets.pieces.back().second == 1024);
    at.rig.oldTickets.give(QByteArray(1024, 'x'));
    REQUIRE(at.rig.until([&] { return fileIn(*at.view) == QStringLiteral("photo.png, 2 kB, stored"); }));
    CHECK(savedAt(at.path) == QByteArray(2048, 'x'));
}

TEST_CASE("a file of an older ticket that does not come, or not as it was, is said in a sentence", "[ui][window][archive]")
{
    Reading at;
    at.rig.key(Qt::Key_Return);
    at.saveAs(at.path);
    QString sentence;
    SECTION("not reached")
    {
        at.rig.oldTickets.give(base::fail(base::Error::Kind::Network, {}));
        sentence = QStringLiteral("photo.png was not saved: the service is not reached just now");
    }
    SECTION("not there")
    {
        at.rig.oldTickets.give(base::fail(base::Error::Kind::NotFound, {}));
        sentence = QStringLiteral("photo.png was not saved: the service does not have it");
    }
    SECTION("another file")
    {
        at.rig.oldTickets.give(QByteArray(2048, 'y'));
        sentence = QStringLiteral("photo.png was not saved: what came is not the file that was attached");
    }
    REQUIRE(at.rig.until([&] { return says(*at.view, sentence); }));
    CHECK(fileIn(*at.view) == QStringLiteral("photo.png, 2 kB, stored"));
    CHECK_FALSE(QFile::exists(at.path));
}

TEST_CASE("closing an older ticket ends what is being saved of it", "[ui][window][archive]")
{
    Reading at;
    at.rig.key(Qt::Key_Return);
    at.saveAs(at.path);
    at.rig.key(Qt::Key_W, Qt::ControlModifier);
    REQUIRE(at.rig.until([&] { return at.rig.one<ui::ArchivedView>() == nullptr; }));
    at.rig.oldTickets.give(QByteArray(1024, 'x'));
    QTest::qWait(50);
    CHECK(at.rig.oldTickets.pieces.size() == 1);
    CHECK_FALSE(QFile::exists(at.path));
}
