// SPDX-License-Identifier: GPL-3.0-or-later
#include "Copies.h"

#include "Log.h"
#include "ServiceAddress.h"
#include "Then.h"

namespace comptoir::console {

using base::Result;

Copies::Copies(QString root, SystemParts &system) : m_root(std::move(root)), m_system(system) {}

store::Store::Config Copies::storeOf(const net::Profile &profile)
{
    store::Store::Config config;
    config.path = profile.databasePath();
    config.migrations = QStringLiteral(":/sql/console");
    config.onDamage = store::Store::OnDamage::Rebuild;
    config.finish = store::Store::Finish::AtHome;
    return config;
}

void Copies::empty(const net::Profile &profile)
{
    tell(Wipe::UnderWay);
    wipe(profile, true);
}

void Copies::emptyOnceClosed(const net::Profile &profile)
{
    tell(Wipe::UnderWay);
    begin();
    base::then(store::Store::markForWipe(storeOf(profile)), this, [this, profile](const Result<> &marked) {
        if (!marked) {
            qCWarning(base::lcApp, "the wipe could not be noted: %s", qUtf8Printable(marked.error().message));
        }
        wipe(profile, true);
        end();
    });
}

void Copies::wipe(const net::Profile &profile, bool last)
{
    begin();
    base::then(store::Store::wipeLater(storeOf(profile)), this, [this, profile, last](const Result<> &done) {
        if (done) {
            m_leases.end(profile, m_system.clock.nowMs());
        } else {
            qCWarning(base::lcApp, "the copy will be emptied when it is opened next: %s", qUtf8Printable(done.error().message));
        }
        if (last && m_last) {
            tell(done ? Wipe::Done : Wipe::Failed);
        }
        end();
    });
}

void Copies::emptyExpired()
{
    begin();
    const auto marked = [](const net::Profile &profile) { return store::Store::isMarkedForWipe(profile.databasePath()); };
    base::then(m_leases.expired(m_root, m_system.clock.nowMs(), marked), this, [this](const std::vector<net::Profile> &expired) {
        for (const net::Profile &profile : expired) {
            wipe(profile, false);
        }
        end();
    });
}

void Copies::tell(Wipe how)
{
    m_last = how;
    Q_EMIT wipeMoved(how);
}

void Copies::whenFree(std::function<void()> work)
{
    m_later.push_back(std::move(work));
    begin(); // nothing may be under way
    end();
}

void Copies::end()
{
    while (m_busy == 1 && !m_later.empty()) {
        const auto work = std::move(m_later.front());
        m_later.erase(m_later.begin());
        work(); // may begin something anew
    }
    --m_busy;
}

void Copies::lookInto(const QString &service, const QString &login, std::function<void(ui::SignInWindow::Copy)> then)
{
    using Copy = ui::SignInWindow::Copy;
    const auto url = net::serviceUrl(service);
    const auto profile = url ? net::Profile::find(m_root, *url, login) : std::nullopt;
    if (!profile) {
        then(Copy::None);
        return;
    }
    // In line with the wipes: a file that is read cannot be replaced.
    whenFree([this, path = profile->databasePath(), then = std::move(then)] {
        begin();
        base::then(store::Store::holdsCopyLater(path), this, [this, then](bool holds) {
            then(holds ? Copy::Filled : Copy::Emptied);
            end();
        });
    });
}

void Copies::watchLease(std::function<std::optional<qint64>()> beganMs)
{
    m_system.scheduler.after(net::kLeaseLookMs, this, [this, beganMs = std::move(beganMs)] {
        if (const auto began = beganMs(); began && net::leaseIsOver(*began, m_system.clock.nowMs())) {
            Q_EMIT leaseOver();
        }
        watchLease(beganMs);
    });
}

} // namespace comptoir::console
