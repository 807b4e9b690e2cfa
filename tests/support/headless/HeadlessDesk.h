// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Access.h"
#include "DeskSession.h"
#include "SystemParts.h"

#include <QObject>

#include <functional>

namespace comptoir::store {
class Store;
}

namespace comptoir::tests {

class DeskWork;

/// A console without a window, over the production code: sign-in, store, desk, sync. For tests that kill it.
class HeadlessDesk : public QObject
{
    Q_OBJECT

public:
    HeadlessDesk();
    ~HeadlessDesk() override;

    struct Who
    {
        QString service;
        QString login;
        QString password;
        QString data;
        QString authorities; ///< a PEM file, empty: the system alone
    };
    /// `ready` or `failed` follows.
    void start(const Who &who);
    /// Null until ready.
    [[nodiscard]] DeskWork *work() { return m_work.get(); }

Q_SIGNALS:
    void ready(bool online);
    void failed(const QString &why);

private:
    void openStore(const desk::DeskSession &session, qint64 highestCounter, bool online);
    void setUp(const std::shared_ptr<store::Store> &store, const desk::DeskSession &session, bool online);

    console::SystemParts m_system;
    std::unique_ptr<console::Access> m_access;
    std::unique_ptr<DeskWork> m_work;
};

} // namespace comptoir::tests
