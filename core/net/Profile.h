// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"
#include "IdList.h"
#include "Ids.h"
#include "Result.h"

#include <QUrl>

#include <functional>
#include <optional>
#include <vector>

namespace comptoir::base {
class IdSource;
}

namespace comptoir::net {

/// One operator's folder for one service on this machine: mirror, outbox, and what the last sign-in left. Folder 0700, files 0600.
class Profile
{
public:
    /// What a sign-in leaves, so that the same password opens the mirror without the service. No token is ever in a file.
    struct Kept
    {
        domain::OperatorId operatorId;
        QString login;
        QString name;
        domain::Role role = domain::Role::Operator;
        domain::IdList<domain::GroupId> groups; ///< the first one their own
        QString deviceCode;
        qint64 highestCounter = 0;
        qint64 leaseFromMs = 0; ///< when the service last answered for this operator; 0 = over, and the copy was wiped
        bool withdrawn = false; ///< the service has said so: the lease is over, whenever it began
        QByteArray verifier; ///< argon2id of the password
        int wrongTries = 0; ///< passwords tried without the service since the last right one
        qint64 lastTryMs = 0; ///< when the last of them was

        bool operator==(const Kept &) const = default;
    };

    /// Opens `<root>/<service>/<login>`, made where it is missing, with a device id of its own. Io where that cannot be.
    [[nodiscard]] static base::Result<Profile> open(const QString &root, const QUrl &service, const QString &login, base::IdSource &ids);
    /// Those somebody has signed in to below `root`, whoever's they are; without their device ids.
    [[nodiscard]] static std::vector<Profile> all(const QString &root);
    /// That operator's, where they have signed in; without its device id.
    [[nodiscard]] static std::optional<Profile> find(const QString &root, const QUrl &service, const QString &login);
    /// The folder of that profile, whether it is there or not.
    [[nodiscard]] static QString folderOf(const QString &root, const QUrl &service, const QString &login);
    /// `$XDG_DATA_HOME/comptoir`, by default `~/.local/share/comptoir`.
    [[nodiscard]] static QString defaultRoot();

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString databasePath() const;
    [[nodiscard]] domain::DeviceId device() const { return m_device; }
    /// What the keyring knows this profile's token by.
    [[nodiscard]] QString keyringKey() const;

    /// Nothing where nobody has signed in here yet. Corrupt where the file cannot be read.
    [[nodiscard]] base::Result<std::optional<Kept>> read() const;
    [[nodiscard]] base::Result<> write(const Kept &kept) const;
    /// Reads, changes and writes with no other write of this program in between; what then stands, nothing where nothing stood.
    [[nodiscard]] base::Result<std::optional<Kept>> change(const std::function<void(Kept &)> &change) const;

private:
    [[nodiscard]] base::Result<> writeLocked(const Kept &kept) const;

    QString m_folder;
    domain::DeviceId m_device;
};

} // namespace comptoir::net
