// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CentralService.h"

#include <functional>

namespace comptoir::service {

/// What an administrator asks at the machine: done at once, or by the service that holds the data folder, through its socket.
struct AdminRequest
{
    /// `may.user.add` and `may.user.passwd` (before the password is asked for), `user.add`, `user.passwd`, `user.grant`, `user.revoke`,
    /// `user.list`, `organisation.add`, `organisation.numbering`,
    /// `organisation.list`, `group.add`, `group.list`, `person.list`, `person.preview`, `person.erase` (with the name), `backup`, `verify`, `audit.verify`, `audit.export`, `audit.prune`, `audit.keep`, `import.servicenow`, `import.people`, `import.inventory`
    QString action;
    QString subject; ///< login, name of an organisation or a group, or path of a file
    QStringList names; ///< organisations
    QString name; ///< of the person behind a new account
    QString role;
    QString extension;
    QStringList groups;
    QString password;
    QString shortName; ///< of an organisation, as its code, parent and numbering
    QString code;
    QString parent;
    domain::NumberingPlan numbering;
    bool dryRun = false; ///< of an import
    qint64 fromMs = 0; ///< of an export of the audit
    qint64 toMs = 0;
    int months = 0; ///< for which the audit is kept; 0 asks

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static base::Result<AdminRequest> decode(const QByteArray &json);
};

/// The last thing that comes through the socket; an import tells its Progress before.
struct AdminReply
{
    int exitCode = 0;
    QString text; ///< for standard output, or standard error where it failed
    QString remarks = {}; ///< for standard error before it
    QString report = {}; ///< of an import: every row refused or remarked, for a file

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static base::Result<AdminReply> decode(const QByteArray &json);
};

/// How far an import has come, as it travels through the socket.
struct AdminProgress
{
    qint64 done = 0;
    qint64 of = 0;

    [[nodiscard]] QByteArray encode() const;
    /// Nothing where `json` tells something else.
    [[nodiscard]] static std::optional<AdminProgress> decode(const QByteArray &json);
};

/// What an action did, so that the running service can tell its listeners.
struct AdminEffect
{
    AdminReply reply;
    domain::OperatorId rightsOf; ///< whose rights changed; nil = nobody's
    bool movedShared = false; ///< rows of the shared scope were written
    bool moved = false; ///< rows of whatever scopes were written
};

[[nodiscard]] QFuture<AdminEffect> perform(central::CentralService &service, const AdminRequest &request);
/// The part of it about organisations and groups; nothing where the request is about something else.
[[nodiscard]] std::optional<QFuture<AdminEffect>> performOnOrganisations(central::Organisations &organisations,
                                                                         const AdminRequest &request);
/// The same of the audit.
[[nodiscard]] std::optional<QFuture<AdminEffect>> performOnAudit(central::Audit &audit, const AdminRequest &request);
/// The same of people.
[[nodiscard]] std::optional<QFuture<AdminEffect>> performOnPeople(central::Erasures &erasures, const AdminRequest &request);

[[nodiscard]] AdminEffect failure(const base::Error &error);
[[nodiscard]] AdminEffect done(const QString &text, domain::OperatorId rightsOf = {}, bool movedShared = false);

} // namespace comptoir::service
