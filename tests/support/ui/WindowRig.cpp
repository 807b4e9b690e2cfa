// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowRig.h"

#include "Catch.h"
#include "Theme.h"

#include <QApplication>
#include <QTest>

namespace comptoir::tests {

QFuture<base::Result<sync::Response>> NoService::send(const sync::Request &)
{
    ++asked;
    return QtFuture::makeReadyFuture(
        base::Result<sync::Response>(base::fail(base::Error::Kind::Network, QStringLiteral("no service here"))));
}

base::Result<desk::AssistLauncher::Plan> HandLauncher::plan(const domain::RemoteAccess &access)
{
    return Plan{access.tool, access.id, QString(u"viewer " + access.id), true, 1};
}

void HandLauncher::launch(const Plan &plan)
{
    launched << plan.target;
    Q_EMIT started();
}

WindowRig::WindowRig(domain::Role role, store::Store::Post answers) : SeatedDesk(role, std::move(answers))
{
    static ui::Theme theme(*qApp);
    theme.setAnimations(false);
    theme.apply(ui::Scheme::Light);
    calls.add(&telephone);
}

WindowRig::~WindowRig()
{
    m_window.reset();
}

ui::MainWindow &WindowRig::open()
{
    settings.load();
    runPosted();
    m_window = std::make_unique<ui::MainWindow>(windowParts);
    m_window->resize(1440, 900);
    m_window->show();
    m_window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(m_window.get(), 5000));
    runPosted();
    return *m_window;
}

void WindowRig::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *at = QApplication::focusWidget();
    QTest::keyClick(at ? at : m_window.get(), key, modifiers);
    runPosted();
}

bool WindowRig::until(const std::function<bool()> &held)
{
    return QTest::qWaitFor(held, 5000);
}

domain::TicketId WindowRig::opened(const domain::Ticket &ticket)
{
    const auto draft = settled(tickets.startDraft(ticket));
    REQUIRE(draft);
    const auto id = settled(tickets.open(*draft));
    REQUIRE(id);
    return *id;
}

domain::Ticket WindowRig::page(domain::TicketId id)
{
    const auto found = settled(tickets.page(id));
    REQUIRE(found);
    return found->ticket;
}

} // namespace comptoir::tests
