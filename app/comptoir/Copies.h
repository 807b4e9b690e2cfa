// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Leases.h"
#include "SignInWindow.h"
#include "Store.h"
#include "SystemParts.h"

#include <QObject>

#include <functional>

namespace comptoir::console {

/// The operators' copies on this machine, as long as none is open: emptied at a sign-out and where the service was away for too long. While
/// that is under way no store is opened.
class Copies : public QObject
{
    Q_OBJECT

public:
    using Wipe = ui::SignInWindow::Wipe;

    Copies(QString root, SystemParts &system);

    /// What the store of that copy is opened with.
    [[nodiscard]] static store::Store::Config storeOf(const net::Profile &profile);

    /// Empties the last operator's copy; `wipeMoved` tells how it goes.
    void empty(const net::Profile &profile);
    /// The same while its store is still to be closed: whatever ends the program then, the next start makes up for it.
    void emptyOnceClosed(const net::Profile &profile);
    /// Empties every copy whose lease is over, and those whose wipe did not come to its end.
    void emptyExpired();
    /// How the last operator's copy was emptied; nothing since somebody is in.
    [[nodiscard]] const std::optional<Wipe> &lastWipe() const { return m_last; }
    void forgetLastWipe() { m_last.reset(); }
    /// `work` follows on the event loop's thread once nothing is being emptied or looked at; now, where nothing is.
    void whenFree(std::function<void()> work);
    /// Whether something of the service stands in that operator's copy here.
    void lookInto(const QString &service, const QString &login, std::function<void(ui::SignInWindow::Copy)> then);
    /// `leaseOver` where the lease that began then (nothing = nobody is in) is over; looked at from hour to hour.
    void watchLease(std::function<std::optional<qint64>()> beganMs);

Q_SIGNALS:
    void wipeMoved(comptoir::ui::SignInWindow::Wipe how);
    void leaseOver();

private:
    void wipe(const net::Profile &profile, bool last);
    void tell(Wipe how);
    void begin() { ++m_busy; }
    void end();

    QString m_root;
    SystemParts &m_system;
    net::Leases m_leases;
    std::optional<Wipe> m_last;
    int m_busy = 0;
    std::vector<std::function<void()>> m_later;
};

} // namespace comptoir::console
