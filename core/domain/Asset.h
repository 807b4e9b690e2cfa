// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"
#include "IdList.h"

#include <vector>

namespace comptoir::domain {

/// One way to take a machine over, as its inventory reports it (`remote_mgmt`) or an administrator wrote it.
struct RemoteAccess
{
    QString tool; ///< `vnc`, `rustdesk`, `anydesk`, `teamviewer`, `meshcentral`, …
    QString id; ///< host::port for vnc, the tool's own id otherwise

    bool operator==(const RemoteAccess &) const = default;
};

/// Text form: a JSON array of `{"type","id"}` (GLPI inventory's `remote_mgmt`); empty is the empty text.
struct RemoteAccesses
{
    std::vector<RemoteAccess> list;

    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<RemoteAccesses> fromText(QStringView text);
    bool operator==(const RemoteAccesses &) const = default;
};

/// A workstation, phone, printer, server or application.
struct Asset
{
    AssetId id;
    ScopeId scope;
    OrganisationId organisation;
    SiteId site;
    AssetKind kind = AssetKind::Workstation;
    QString name; ///< `PC-04471`
    QString model;
    QString serial;
    QString address; ///< host name or IP
    IdList<PersonId> users; ///< who uses it; the first is its main user
    QString lastLogin; ///< account last seen on it
    qint64 lastLoginMs = 0;
    RemoteAccesses remote;
    QString note;

    bool operator==(const Asset &) const = default;
};

template <>
struct FieldsOf<Asset>
{
    static constexpr const char *kind = "asset";
    static constexpr auto list = std::tuple{
        Field{"id", &Asset::id},
        Field{"scope", &Asset::scope},
        Field{"organisation", &Asset::organisation},
        Field{"site", &Asset::site},
        Field{"kind", &Asset::kind},
        Field{"name", &Asset::name},
        Field{"model", &Asset::model},
        Field{"serial", &Asset::serial},
        Field{"address", &Asset::address},
        Field{"users", &Asset::users},
        Field{"last_login", &Asset::lastLogin},
        Field{"last_login_ms", &Asset::lastLoginMs},
        Field{"remote", &Asset::remote},
        Field{"note", &Asset::note},
    };
};

} // namespace comptoir::domain
