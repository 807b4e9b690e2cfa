// SPDX-License-Identifier: GPL-3.0-or-later
#include "Console.h"

#include "KeptPreferences.h"
#include "Log.h"
#include "SettingTable.h"
#include "Store.h"
#include "Theme.h"
#include "Then.h"

#include <QDir>

namespace comptoir::console {

using base::Error;
using base::Result;

namespace {

constexpr qsizetype kMostHeard = 64; // call events kept for whoever signs in

const Error kLeaseOver{Error::Kind::Forbidden,
                       QStringLiteral("this copy has been without the service for too long; it opens again with the service")};

} // namespace

Console::Console(const Options &options, SystemParts &system) : m_options(options), m_system(system), m_copies(options.data, system)
{
    connect(&m_copies, &Copies::wipeMoved, this, [this](Copies::Wipe how) {
        if (m_signIn) {
            m_signIn->showWipe(how);
        }
    });
    connect(&m_copies, &Copies::leaseOver, this, &Console::lock);
}

Console::~Console()
{
    m_workplace.reset();
}

Result<> Console::start()
{
    if (!QDir().mkpath(m_options.data)) {
        return base::fail(Error::Kind::Io, QStringLiteral("the folder %1 cannot be made").arg(m_options.data));
    }
    if (auto listening = m_local.listen(net::localSocketPath(m_options.data)); !listening) {
        return listening;
    }
    listen();
    m_copies.emptyExpired();
    m_copies.watchLease([this] { return m_workplace ? std::optional(m_access->signIn().leaseFromMs()) : std::nullopt; });
    if (m_options.message) {
        take(*m_options.message);
    }
    presetFromLastTime();
    if (!m_options.passwordFile.isEmpty()) {
        const auto password = passwordIn(m_options.passwordFile);
        if (!password) {
            return tl::unexpected(password.error());
        }
        using Keep = net::SignIn::Keep;
        submit(m_options.service, m_options.login, *password, m_options.keepSignIn ? Keep::Token : Keep::Nothing);
        return {};
    }
    if (!m_options.service.isEmpty() && !m_options.login.isEmpty() && openAccess(m_options.service, m_options.login)) {
        m_byKeyring = true;
        m_access->signIn().withKeyring();
        ui::prepareFonts(this);
        return {};
    }
    askPassword();
    return {};
}

void Console::listen()
{
    connect(&m_local, &net::LocalCalls::ticketWanted, this, [this](domain::TicketId id) { take(net::ShowTicket{id}); });
    connect(&m_local, &net::LocalCalls::callWanted, this, [this](domain::ContactId id) { take(net::ShowCall{id}); });
    connect(&m_local, &net::LocalCalls::numberGiven, this, [this](const QString &number) { take(net::ShowNumber{number}); });
    connect(&m_local, &net::LocalCalls::windowWanted, this, [this] { take(net::ShowWindow{}); });
    connect(&m_local, &net::LocalCalls::happened, this, [this](const desk::CallEvent &event) {
        if (!m_workplace) {
            take(event);
        }
    });
}

void Console::take(const net::LocalMessage &message)
{
    if (m_workplace) {
        m_workplace->show(message);
        return;
    }
    if (const auto *event = std::get_if<desk::CallEvent>(&message)) {
        m_heard.append(*event);
        m_heard.remove(0, std::max<qsizetype>(0, m_heard.size() - kMostHeard));
    } else if (!m_later || !std::holds_alternative<net::ShowWindow>(message)) {
        m_later = message; // that the window is wanted takes no place from where it is to go
    }
    if (m_signIn) {
        m_signIn->comeForward();
    }
}

void Console::catchUp()
{
    for (const desk::CallEvent &event : std::exchange(m_heard, {})) {
        Q_EMIT m_local.happened(event);
    }
    if (m_later) {
        m_workplace->show(*std::exchange(m_later, std::nullopt));
    }
}

void Console::presetFromLastTime()
{
    const LastSignIn last = lastSignIn(m_options.data);
    if (m_options.service.isEmpty()) {
        m_options.service = last.service;
    }
    if (m_options.login.isEmpty()) {
        m_options.login = last.login;
    }
}

void Console::askPassword(const Error *why)
{
    if (!m_signIn) {
        m_signIn = std::make_unique<ui::SignInWindow>();
        connect(m_signIn.get(), &ui::SignInWindow::submitted, this,
                [this](const QString &service, const QString &login, const QString &password) { submit(service, login, password); });
    }
    m_signIn->showBusy(false);
    if (!m_signIn->isVisible()) {
        presetSignIn();
    }
    if (why) {
        m_signIn->showError(*why);
    }
}

void Console::presetSignIn()
{
    using Copy = ui::SignInWindow::Copy;
    const bool beside = m_workplace != nullptr;
    const auto &wipe = m_copies.lastWipe();
    m_signIn->show({m_options.service, m_options.login, beside ? Copy::Filled : Copy::Unknown, beside, wipe});
    if (beside || wipe) {
        return;
    }
    m_copies.lookInto(m_options.service, m_options.login, [this](Copy copy) {
        if (!m_copies.lastWipe()) {
            m_signIn->showCopy(copy);
        }
    });
}

bool Console::openAccess(const QString &service, const QString &login)
{
    m_options.service = service;
    m_options.login = login;
    auto access = Access::open(m_options.data, service, login, m_options.authorities, m_system);
    if (!access) {
        askPassword(&access.error());
        return false;
    }
    m_access = std::move(*access);
    connect(&m_access->signIn(), &net::SignIn::done, this, &Console::onSignedIn);
    connect(&m_access->signIn(), &net::SignIn::failed, this, [this](const Error &error) {
        qCInfo(base::lcApp, "sign-in: %s", qUtf8Printable(error.message));
        if (error.kind == Error::Kind::Forbidden && !m_workplace) {
            m_copies.empty(m_access->profile());
        }
        // That the keyring could not serve is no error: the password is asked, as ever.
        std::exchange(m_byKeyring, false) ? askPassword() : askPassword(&error);
    });
    connect(&m_access->signIn(), &net::SignIn::withdrawn, this, &Console::endWithdrawn);
    connect(&m_access->signIn(), &net::SignIn::mustWait, this, [this](qint64 ms) {
        askPassword();
        m_signIn->showWait(ms);
    });
    connect(&m_access->transport(), &sync::Transport::signInNeeded, this, [this] {
        if (m_workplace) {
            askPassword(); // work goes on behind it
        }
    });
    return true;
}

void Console::submit(const QString &service, const QString &login, const QString &password, net::SignIn::Keep keep)
{
    if (m_signIn) {
        m_signIn->showBusy(true);
    }
    m_byKeyring = false;
    // Beside a workplace it is the same operator again: another one signs in at another start.
    if (m_workplace || openAccess(service, login)) {
        m_access->signIn().withPassword(m_options.login, password, keep);
    }
}

void Console::onSignedIn(const desk::DeskSession &session, qint64 highestCounter, bool online)
{
    qCInfo(base::lcApp, "signed in, %s", online ? "by the service" : "by the copy on this machine");
    m_files.add([root = m_options.data, last = LastSignIn{m_options.service, m_options.login}] { return keepLastSignIn(root, last); });
    if (m_workplace) {
        m_signIn->showBusy(false);
        m_signIn->hide();
        return;
    }
    m_copies.forgetLastWipe();
    m_copies.whenFree([this, session, highestCounter] { openStore(session, highestCounter); });
}

void Console::openStore(const desk::DeskSession &session, qint64 highestCounter)
{
    base::then(store::Store::openLater(Copies::storeOf(m_access->profile())), this,
               [this, session, highestCounter](const Result<std::shared_ptr<store::Store>> &opened) {
                   if (!opened) {
                       qCCritical(base::lcApp, "the store could not be opened: %s", qUtf8Printable(opened.error().message));
                       askPassword(&opened.error());
                       return;
                   }
                   const auto store = *opened;
                   if (store->wasRepaired()) {
                       qCWarning(base::lcApp, "the copy on this machine was damaged; it is fetched anew, changes not yet sent are kept");
                   }
                   const auto future = store->write([session, highestCounter](store::Db &db) {
                       return store::DeviceTable::learn(db, session.device, session.deviceCode, highestCounter);
                   });
                   base::then(future, this, [this, store, session](const Result<> &learned) {
                       if (!learned) {
                           qCWarning(base::lcApp, "the device's number could not be kept: %s", qUtf8Printable(learned.error().message));
                       }
                       setUp(store, session);
                   });
               });
}

void Console::setUp(std::shared_ptr<store::Store> store, const desk::DeskSession &session)
{
    m_workplace = std::make_unique<Workplace>(m_options, m_system, *m_access, std::move(store), session, m_local);
    connect(m_workplace.get(), &Workplace::signOutRequested, this, &Console::signOut, Qt::QueuedConnection);
    connect(m_workplace.get(), &Workplace::signInRequested, this, [this] {
        askPassword();
        m_signIn->comeForward();
    });
    m_local.setOperator(session.login);
    m_workplace->usePreferences(m_chosen ? *m_chosen : keptPreferences(m_options.data));
    connect(m_workplace.get(), &Workplace::preferencesChosen, this, [this](const ui::Preferences &chosen) {
        m_chosen = chosen;
        m_files.add([root = m_options.data, chosen] { return keepPreferences(root, chosen); });
        Q_EMIT themeChosen(chosen.theme);
    });
    if (m_signIn) {
        m_signIn->hide();
    }
    catchUp();
}

void Console::signOut()
{
    if (!m_workplace) {
        return;
    }
    // The keyring forgets the token, the service ends it; the copy goes. What was not sent stays, behind the password.
    m_access->signIn().signOut();
    Access &access = leave(nullptr);
    // The tokens stay until that is answered: one that has run out is renewed for it.
    base::then(access.transport().send({QByteArrayLiteral("DELETE"), QStringLiteral("/v1/session"), {}, true}), this,
               [this, &access](const Result<sync::Response> &) { letGo(access); });
}

void Console::lock()
{
    qCInfo(base::lcApp, "the lease of the copy on this machine is over");
    letGo(leave(&kLeaseOver));
}

void Console::endWithdrawn()
{
    qCInfo(base::lcApp, "the service has withdrawn this account");
    m_byKeyring = false;
    if (m_workplace) {
        letGo(leave(nullptr));
    } else {
        m_copies.empty(m_access->profile());
        askPassword();
    }
    m_signIn->showWithdrawn();
}

Access &Console::leave(const Error *why)
{
    Access &access = *m_leaving.emplace_back(std::move(m_access));
    access.transport().disconnect(this);
    access.signIn().disconnect(this);
    m_copies.emptyOnceClosed(access.profile());
    m_local.setOperator({});
    auto ending = std::move(m_workplace);
    askPassword(why); // before the other window goes: without any the program would end
    ending.reset();
    return access;
}

void Console::letGo(Access &access)
{
    access.session().close();
    const auto go = [this, &access] { std::erase_if(m_leaving, [&](const auto &one) { return one.get() == &access; }); };
    QMetaObject::invokeMethod(this, go, Qt::QueuedConnection);
}

} // namespace comptoir::console
