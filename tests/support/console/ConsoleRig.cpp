// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConsoleRig.h"

#include "Catch.h"
#include "CursorTable.h"
#include "DraftTable.h"
#include "DraftView.h"
#include "Mirror.h"
#include "Outstanding.h"
#include "Theme.h"
#include "TicketTable.h"

#include <QDirIterator>
#include <QLineEdit>
#include <QTest>

#include <thread>

namespace comptoir::tests {

namespace {

const QString kRowText = QStringLiteral("Onlytheservicehasit");

}

ConsoleRig::ConsoleRig()
{
    static ui::Theme theme(*qApp);
    theme.setAnimations(false);
    theme.apply(ui::Scheme::Light);
    options.data = folder.filePath(QStringLiteral("data"));
}

void ConsoleRig::start()
{
    console = std::make_unique<console::Console>(options, system);
    REQUIRE(console->start());
}

void ConsoleRig::enter(const QString &address)
{
    auto *signIn = visibleWindow<ui::SignInWindow>();
    REQUIRE(signIn);
    signIn->findChild<QLineEdit *>(QStringLiteral("password"))->setText(kPassword);
    Q_EMIT signIn->submitted(address, QStringLiteral("amelie"), kPassword);
}

ui::MainWindow *ConsoleRig::signIn()
{
    enter(service.address());
    return mainWindow();
}

ui::MainWindow *ConsoleRig::mainWindow()
{
    REQUIRE(waitUntil([] { return visibleWindow<ui::MainWindow>() != nullptr; }, 20'000));
    return visibleWindow<ui::MainWindow>();
}

bool ConsoleRig::tell(const net::LocalMessage &message) const
{
    std::atomic<bool> over = false;
    bool taken = false;
    std::thread second([&, path = net::localSocketPath(options.data)] {
        taken = net::tellRunning(path, message).has_value();
        over = true;
    });
    (void)waitUntil([&] { return over.load(); });
    second.join();
    return taken;
}

std::unique_ptr<store::Store> ConsoleRig::copy() const
{
    store::Store::Config config;
    config.path = net::Profile::folderOf(options.data, QUrl(service.address()), QStringLiteral("amelie"))
        + QStringLiteral("/mirror.sqlite");
    config.migrations = QStringLiteral(":/sql/console");
    config.threads = false;
    auto opened = store::Store::open(config);
    for (int i = 0; !opened && opened.error().kind == base::Error::Kind::Locked && i < 500; ++i) {
        QTest::qWait(10); // the last console's wipe is under way
        opened = store::Store::open(config);
    }
    REQUIRE(opened);
    return std::move(*opened);
}

void ConsoleRig::fetchOne() const
{
    domain::Ticket ticket;
    ticket.id = domain::TicketId::fromName("one");
    ticket.summary = kRowText;
    REQUIRE(copy()
                ->write([ticket](store::Db &db) {
                    return store::TicketTable::put(db, ticket, 1).and_then([&] {
                        return store::CursorTable::put(db, {ticket.scope, {1, 1}, true});
                    });
                })
                .result());
}

void ConsoleRig::leaveUnsent() const
{
    domain::Operation op;
    op.id = domain::OperationId::fromName("unsent");
    op.entity = domain::EntityId{op.id.value};
    op.scope = domain::scopeOf(domain::OrganisationId::fromName("town"));
    domain::TicketOpen payload;
    payload.ticket.organisation = domain::OrganisationId::fromName("town");
    payload.ticket.number = QStringLiteral("7K-1");
    payload.ticket.summary = QStringLiteral("Written here");
    op.payload = payload;
    const domain::ApplyContext me{domain::OperatorId::fromName("amelie"), QStringLiteral("Amélie Roche"), clock.ms, {}, false};
    REQUIRE(copy()->write([&](store::Db &db) { return store::mirror::perform(db, op, me, {"b", 1, clock.ms}); }).result());
}

int ConsoleRig::unsent() const
{
    const auto all = copy()->read([](store::Db &db) { return store::Outstanding::all(db, 10); }).result();
    REQUIRE(all);
    return static_cast<int>(all->size());
}

bool ConsoleRig::opensOffline() const
{
    const auto kept = net::Profile::all(options.data).front().read();
    return kept && *kept && !(*kept)->verifier.isEmpty();
}

bool ConsoleRig::holdsTheRow() const
{
    const auto
        found = copy()->read([](store::Db &db) { return store::TicketTable::find(db, domain::TicketId::fromName("one").value); }).result();
    return found && *found;
}

bool ConsoleRig::bytesHoldTheRow() const
{
    QDirIterator files(options.data, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(kRowText.toUtf8())) {
            return true;
        }
    }
    return false;
}

QStringList ConsoleRig::drafts() const
{
    QStringList out;
    const auto found = copy()->read([](store::Db &db) { return store::DraftTable::all(db); }).result();
    REQUIRE(found);
    for (const auto &draft : *found) {
        out << draft.ticket.summary;
    }
    return out;
}

void typeDraft(ui::MainWindow *window, const QString &summary)
{
    window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(window, 5'000));
    const auto at = [window] { return QApplication::focusWidget() ? QApplication::focusWidget() : window; };
    QTest::keyClick(at(), Qt::Key_N, Qt::ControlModifier);
    REQUIRE(waitUntil([&] { return window->findChild<ui::DraftView *>() && qobject_cast<QLineEdit *>(QApplication::focusWidget()); }));
    QTest::keyClicks(QApplication::focusWidget(), summary);
}

} // namespace comptoir::tests
