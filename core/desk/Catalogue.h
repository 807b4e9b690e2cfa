// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Directory.h"
#include "Organisation.h"
#include "Result.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace comptoir::store {
class Store;
}

namespace comptoir::desk {

/// The small, slow-moving lists in memory: organisations, sites, groups, operators, categories. Re-read when the store says they changed.
class Catalogue : public QObject
{
    Q_OBJECT

public:
    explicit Catalogue(store::Store &store, QObject *parent = nullptr);
    ~Catalogue() override;

    /// Reads everything; finished when the lists are there.
    QFuture<base::Result<>> load();

    [[nodiscard]] const std::vector<domain::Organisation> &organisations() const; ///< by name
    /// Those this operator may write in, by name: whose scope the service sends. All of them before anything was fetched.
    [[nodiscard]] std::vector<domain::Organisation> servedOrganisations() const;
    /// Whether this operator may write in the restricted part of an organisation.
    [[nodiscard]] bool servesRestricted(domain::OrganisationId organisation) const;
    [[nodiscard]] const std::vector<domain::Group> &groups() const;
    [[nodiscard]] const std::vector<domain::Operator> &operators() const;
    [[nodiscard]] const std::vector<domain::Category> &categories() const; ///< parents before children, by path
    [[nodiscard]] const domain::Organisation *organisation(domain::OrganisationId id) const;
    [[nodiscard]] const domain::Operator *operatorOf(domain::OperatorId id) const;
    [[nodiscard]] const domain::Site *site(domain::SiteId id) const;
    /// Sites of one organisation, by name.
    [[nodiscard]] std::vector<domain::Site> sites(domain::OrganisationId organisation) const;
    [[nodiscard]] QString groupName(domain::GroupId id) const;
    [[nodiscard]] QString operatorName(domain::OperatorId id) const;
    [[nodiscard]] QString organisationName(domain::OrganisationId id) const; ///< short name
    /// This desk's own, as it stands in ticket numbers: `7K`. The service may give another one.
    [[nodiscard]] const QString &deviceCode() const;
    /// "Messagerie › Outlook"
    [[nodiscard]] QString categoryPath(domain::CategoryId id) const;

Q_SIGNALS:
    void changed();

private:
    /// Reads which scopes are fetched; tells where that changed.
    void lookAtGrants();

    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
