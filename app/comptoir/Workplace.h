// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeskSession.h"
#include "LocalMessage.h"
#include "Preferences.h"

#include <QObject>

#include <memory>

namespace comptoir::store {
class Store;
}

namespace comptoir::net {
class LocalCalls;
}

namespace comptoir::console {

class Access;
struct Options;
class SystemParts;

/// Everything of a signed-in operator: the desk on its store, the sync, the telephones, the window.
class Workplace : public QObject
{
    Q_OBJECT

public:
    Workplace(const Options &options, SystemParts &system, Access &access, std::shared_ptr<store::Store> store,
              const desk::DeskSession &session, net::LocalCalls &local);
    ~Workplace() override;

    void usePreferences(const ui::Preferences &preferences);
    /// Goes where a message points; never acts.
    void show(const net::LocalMessage &message);

Q_SIGNALS:
    void signOutRequested();
    void signInRequested();
    void preferencesChosen(const comptoir::ui::Preferences &preferences);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::console
