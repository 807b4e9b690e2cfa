// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Access.h"
#include "LocalCalls.h"
#include "Options.h"
#include "Store.h"
#include "SystemParts.h"
#include "Workplace.h"

#include <QObject>

namespace comptoir::ui {
class MainWindow;
}

namespace comptoir::bench {

/// A console as the program composes it (sign-in, store, Workplace, real window), of which a benchmark holds the telephone.
class BenchDesk : public QObject
{
    Q_OBJECT

public:
    explicit BenchDesk(const console::Options &options);

    /// Signs in by the password file; `ready` follows once every scope is in agreement and nothing waits to be sent.
    void start();
    /// The same CallSource that `--call-event` reports through.
    [[nodiscard]] desk::CallSource &telephone() { return m_local; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] ui::MainWindow &window() const;
    /// The widget of this kind inside the window.
    template <class Widget>
    [[nodiscard]] Widget &part() const
    {
        auto *found = findPart(&Widget::staticMetaObject);
        return *static_cast<Widget *>(found);
    }
    /// Opens the queue of all open tickets, newest first, as a click on the sidebar and on the order does.
    void showNewestTickets();

Q_SIGNALS:
    void ready();

private:
    [[nodiscard]] QObject *findPart(const QMetaObject *kind) const;
    void onSignedIn(const desk::DeskSession &session, qint64 highestCounter);
    void setUp(const desk::DeskSession &session);
    void waitForAgreement();

    console::Options m_options;
    console::SystemParts m_system;
    net::LocalCalls m_local;
    std::unique_ptr<console::Access> m_access;
    std::shared_ptr<store::Store> m_store;
    std::unique_ptr<console::Workplace> m_workplace;
    int m_agreed = 0; ///< looks in a row that found agreement
};

/// Ends the program with one line on standard error.
[[noreturn]] void giveUp(const QString &why);

/// The program of a benchmark: reads the console's options, sets the look and the language as main() does, runs `begin` once the desk is ready.
int runDesk(int argc, char **argv, const std::function<void(BenchDesk &)> &begin);

} // namespace comptoir::bench
