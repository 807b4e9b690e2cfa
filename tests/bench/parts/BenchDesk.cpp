// SPDX-License-Identifier: GPL-3.0-or-later
#include "BenchDesk.h"

#include "CursorTable.h"
#include "Language.h"
#include "Log.h"
#include "MainWindow.h"
#include "OutboxTable.h"
#include "QueueTable.h"
#include "SettingTable.h"
#include "Sidebar.h"
#include "Theme.h"
#include "Then.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

namespace comptoir::bench {

using base::Result;

namespace {

constexpr int kLookEveryMs = 500;
constexpr int kLooks = 4; // quiet for so many looks in a row: nothing is on its way any more

Result<bool> agrees(store::Db &db)
{
    const auto cursors = store::CursorTable::all(db);
    const auto waiting = store::OutboxTable::pendingCount(db);
    if (!cursors || !waiting) {
        return tl::unexpected(!cursors ? cursors.error() : waiting.error());
    }
    return !cursors->empty() && *waiting == 0
        && std::all_of(cursors->begin(), cursors->end(), [](const store::CursorRow &one) { return one.complete; });
}

} // namespace

void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(why));
    std::fflush(nullptr);
    std::_Exit(1);
}

BenchDesk::BenchDesk(const console::Options &options) : m_options(options) {}

void BenchDesk::start()
{
    auto access = console::Access::open(m_options.data, m_options.service, m_options.login, m_options.authorities, m_system);
    const auto password = console::passwordIn(m_options.passwordFile);
    if (!access || !password) {
        giveUp(!access ? access.error().message : password.error().message);
    }
    m_access = std::move(*access);
    connect(&m_access->signIn(), &net::SignIn::done, this,
            [this](const desk::DeskSession &session, qint64 highest) { onSignedIn(session, highest); });
    connect(&m_access->signIn(), &net::SignIn::failed, this, [](const base::Error &error) { giveUp(error.message); });
    m_access->signIn().withPassword(m_options.login, *password);
}

void BenchDesk::onSignedIn(const desk::DeskSession &session, qint64 highestCounter)
{
    if (m_store) {
        return;
    }
    store::Store::Config config;
    config.path = m_access->profile().databasePath();
    config.migrations = QStringLiteral(":/sql/console");
    config.finish = store::Store::Finish::AtHome;
    base::then(store::Store::openLater(config), this, [this, session, highestCounter](const Result<std::shared_ptr<store::Store>> &opened) {
        if (!opened) {
            giveUp(opened.error().message);
        }
        m_store = *opened;
        const auto future = m_store->write([session, highestCounter](store::Db &db) {
            return store::DeviceTable::learn(db, session.device, session.deviceCode, highestCounter);
        });
        base::then(future, this, [this, session](const Result<> &) { setUp(session); });
    });
}

void BenchDesk::setUp(const desk::DeskSession &session)
{
    m_workplace = std::make_unique<console::Workplace>(m_options, m_system, *m_access, m_store, session, m_local);
    waitForAgreement();
}

void BenchDesk::waitForAgreement()
{
    base::then(m_store->read(agrees), this, [this](const Result<bool> &agreed) {
        m_agreed = agreed.value_or(false) ? m_agreed + 1 : 0;
        if (m_agreed == kLooks) {
            Q_EMIT ready();
        } else {
            QTimer::singleShot(kLookEveryMs, this, &BenchDesk::waitForAgreement);
        }
    });
}

ui::MainWindow &BenchDesk::window() const
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<ui::MainWindow *>(top)) {
            return *window;
        }
    }
    giveUp(QStringLiteral("there is no window"));
}

QObject *BenchDesk::findPart(const QMetaObject *kind) const
{
    for (QObject *child : window().findChildren<QObject *>()) {
        if (kind->cast(child)) {
            return child;
        }
    }
    giveUp(QStringLiteral("the window has no %1").arg(QLatin1String(kind->className())));
}

void BenchDesk::showNewestTickets()
{
    if (!part<ui::Sidebar>().open(QStringLiteral("all"))) {
        giveUp(QStringLiteral("the sidebar has no queue of all open tickets"));
    }
    Q_EMIT part<ui::QueueTable>().orderChosen(desk::QueueOrder::Opened, true);
}

int runDesk(int argc, char **argv, const std::function<void(BenchDesk &)> &begin)
{
    QStringList words;
    for (int i = 0; i < argc; ++i) {
        words += QString::fromLocal8Bit(argv[i]);
    }
    const auto options = console::Options::read(words);
    if (!options) {
        giveUp(options.error().message);
    }
    if (auto logging = base::startLog(QStringLiteral("comptoir"), options->logFolder, options->logLevel); !logging) {
        giveUp(logging.error().message);
    }
    QApplication application(argc, argv);
    ui::useLanguage(application, options->language);
    ui::Theme theme(application);
    theme.setAnimations(options->animations);
    theme.apply(ui::Theme::schemeFrom(options->theme).value_or(ui::Scheme::Light));
    BenchDesk desk(*options);
    QObject::connect(&desk, &BenchDesk::ready, &desk, [&] { begin(desk); });
    desk.start();
    return QApplication::exec();
}

} // namespace comptoir::bench
