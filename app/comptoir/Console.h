// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Access.h"
#include "Copies.h"
#include "LocalCalls.h"
#include "Options.h"
#include "SignInWindow.h"
#include "SystemParts.h"
#include "Workplace.h"
#include "WritesAside.h"

#include <QObject>

namespace comptoir::console {

/// The console from the start of the program: signs somebody in, opens their store, sets their workplace up.
class Console : public QObject
{
    Q_OBJECT

public:
    Console(const Options &options, SystemParts &system);
    ~Console() override;

    /// Locked where another console runs on the same data; else the sign-in, or the workplace, follows on the event loop.
    [[nodiscard]] base::Result<> start();

Q_SIGNALS:
    /// The operator chose another look, now; a word of the command line.
    void themeChosen(const QString &theme);

private:
    void listen();
    /// Goes where a message points; before somebody is signed in it is kept, and the sign-in comes to the front.
    void take(const net::LocalMessage &message);
    /// To the new workplace: what was said while nobody was in.
    void catchUp();
    void presetFromLastTime();
    void askPassword(const base::Error *why = nullptr);
    void presetSignIn();
    void submit(const QString &service, const QString &login, const QString &password, net::SignIn::Keep keep = net::SignIn::Keep::Token);
    [[nodiscard]] bool openAccess(const QString &service, const QString &login);
    void onSignedIn(const desk::DeskSession &session, qint64 highestCounter, bool online);
    void openStore(const desk::DeskSession &session, qint64 highestCounter);
    void setUp(std::shared_ptr<store::Store> store, const desk::DeskSession &session);
    void signOut();
    /// The lease is over while somebody works.
    void lock();
    /// The service has withdrawn the account of whoever is in, or was to come in.
    void endWithdrawn();
    /// Nobody is in any more; the copy is wiped, the password asked.
    [[nodiscard]] Access &leave(const base::Error *why);
    /// Ends that session; it goes at the next turn of the event loop, for its own transport may be calling.
    void letGo(Access &access);

    Options m_options;
    SystemParts &m_system;
    Copies m_copies;
    net::LocalCalls m_local;
    std::unique_ptr<Access> m_access; ///< nothing between a sign-out and the next sign-in
    std::vector<std::unique_ptr<Access>> m_leaving; ///< the service has still to end their sessions
    std::unique_ptr<ui::SignInWindow> m_signIn;
    std::unique_ptr<Workplace> m_workplace;
    std::optional<net::LocalMessage> m_later; ///< where to go once signed in
    QList<desk::CallEvent> m_heard; ///< calls reported before somebody was in, oldest first
    bool m_byKeyring = false;
    std::optional<ui::Preferences> m_chosen; ///< since the start; the file may be behind
    net::WritesAside m_files; ///< choices and the last sign-in
};

} // namespace comptoir::console
