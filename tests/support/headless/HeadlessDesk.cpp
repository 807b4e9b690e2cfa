// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlessDesk.h"

#include "DeskWork.h"
#include "SettingTable.h"
#include "Store.h"
#include "Then.h"

#include <QDir>

namespace comptoir::tests {

using base::Result;

HeadlessDesk::HeadlessDesk() = default;
HeadlessDesk::~HeadlessDesk() = default;

void HeadlessDesk::start(const Who &who)
{
    QDir().mkpath(who.data);
    auto access = console::Access::open(who.data, who.service, who.login, who.authorities, m_system);
    if (!access) {
        Q_EMIT failed(access.error().message);
        return;
    }
    m_access = std::move(*access);
    net::SignIn &signIn = m_access->signIn();
    connect(&signIn, &net::SignIn::done, this, [this](const desk::DeskSession &session, qint64 counter, bool online) {
        if (!m_work) {
            openStore(session, counter, online);
        }
    });
    connect(&signIn, &net::SignIn::failed, this, [this](const base::Error &error) { Q_EMIT failed(error.message); });
    signIn.withPassword(who.login, who.password);
}

void HeadlessDesk::openStore(const desk::DeskSession &session, qint64 highestCounter, bool online)
{
    store::Store::Config config;
    config.path = m_access->profile().databasePath();
    config.migrations = QStringLiteral(":/sql/console");
    config.onDamage = store::Store::OnDamage::Rebuild;
    config.finish = store::Store::Finish::AtHome;
    base::then(store::Store::openLater(config), this, [=, this](const Result<std::shared_ptr<store::Store>> &opened) {
        if (!opened) {
            Q_EMIT failed(opened.error().message);
            return;
        }
        const std::shared_ptr<store::Store> store = *opened;
        const auto future = store->write([session, highestCounter](store::Db &db) {
            return store::DeviceTable::learn(db, session.device, session.deviceCode, highestCounter);
        });
        base::then(future, this, [=, this](const Result<> &) { setUp(store, session, online); });
    });
}

void HeadlessDesk::setUp(const std::shared_ptr<store::Store> &store, const desk::DeskSession &session, bool online)
{
    m_work = std::make_unique<DeskWork>(m_system, *m_access, store, session);
    m_work->begin([this, online] { Q_EMIT ready(online); });
}

} // namespace comptoir::tests
