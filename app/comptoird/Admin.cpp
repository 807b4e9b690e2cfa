// SPDX-License-Identifier: GPL-3.0-or-later
#include "Admin.h"

#include "Counted.h"
#include "ExitCode.h"

namespace comptoir::service {

namespace {

using base::Result;
using domain::OperatorId;

QFuture<AdminEffect> asked(QFuture<Result<>> whether)
{
    return whether.then([](const Result<> &may) { return may ? done({}) : failure(may.error()); });
}

/// `isAsked`: only whether it could be done.
QFuture<AdminEffect> addUser(central::CentralService &service, const AdminRequest &request, bool isAsked)
{
    const auto role = domain::fromCode<domain::Role>(request.role);
    if (!role) {
        return QtFuture::makeReadyFuture(
            failure({base::Error::Kind::Invalid, QStringLiteral("a role is operator, supervisor, administrator or business_agent")}));
    }
    domain::Operator who;
    who.login = request.subject;
    who.name = request.name.isEmpty() ? request.subject : request.name;
    who.role = *role;
    who.extension = request.extension;
    if (isAsked) {
        return asked(service.accounts().mayAdd({who, request.groups, request.names}));
    }
    return service.accounts()
        .add({who, request.groups, request.names}, request.password)
        .then([](const Result<std::pair<OperatorId, int>> &added) {
            return added
                ? done(QStringLiteral("added, %1 granted").arg(counted(added->second, "organisation", "organisations")), added->first, true)
                : failure(added.error());
        });
}

QFuture<AdminEffect> changeGrants(QFuture<Result<std::pair<OperatorId, int>>> change, const QString &word)
{
    return change.then([word](const Result<std::pair<OperatorId, int>> &changed) {
        return changed ? done(counted(changed->second, "organisation", "organisations") + u' ' + word, changed->first)
                       : failure(changed.error());
    });
}

QFuture<AdminEffect> withdraw(central::CentralService &service, const QString &login)
{
    return service.accounts().withdraw(login).then([](const Result<OperatorId> &who) {
        return who ? done(QStringLiteral("the account may no longer sign in"), *who, true) : failure(who.error());
    });
}

QString tableOf(const std::vector<central::Accounts::Line> &lines)
{
    QStringList out;
    for (const auto &line : lines) {
        out.append(QStringList{line.who.login, line.who.name, domain::codeOf(line.who.role),
                               line.who.active ? QStringLiteral("active") : QStringLiteral("withdrawn"),
                               line.organisations.join(QStringLiteral(", ")), line.groups.join(QStringLiteral(", "))}
                       .join(u'\t'));
    }
    return out.join(u'\n');
}

} // namespace

AdminEffect failure(const base::Error &error)
{
    return {{exitCodeOf(error.kind), error.message}, {}, false, false};
}

AdminEffect done(const QString &text, OperatorId rightsOf, bool movedShared)
{
    return {{kDone, text}, rightsOf, movedShared, false};
}

QFuture<AdminEffect> perform(central::CentralService &service, const AdminRequest &request)
{
    auto &accounts = service.accounts();
    if (request.action == u"user.add") {
        return addUser(service, request, false);
    }
    if (request.action == u"may.user.add") {
        return addUser(service, request, true);
    }
    if (request.action == u"may.user.passwd") {
        return asked(accounts.mayChangePassword(request.subject));
    }
    if (request.action == u"user.passwd") {
        return accounts.changePassword(request.subject, request.password).then([](const Result<OperatorId> &who) {
            return who ? done(QStringLiteral("password changed; all sign-ins of the account ended"), *who) : failure(who.error());
        });
    }
    if (request.action == u"user.grant") {
        return changeGrants(accounts.grant(request.subject, request.names), QStringLiteral("granted"));
    }
    if (request.action == u"user.revoke") {
        return request.names.isEmpty() ? withdraw(service, request.subject)
                                       : changeGrants(accounts.revoke(request.subject, request.names), QStringLiteral("revoked"));
    }
    if (request.action == u"user.list") {
        return accounts.list().then(
            [](const Result<std::vector<central::Accounts::Line>> &all) { return all ? done(tableOf(*all)) : failure(all.error()); });
    }
    if (request.action == u"backup") {
        return service.backups().make(request.subject).then([path = request.subject](const Result<qint64> &size) {
            return size ? done(QStringLiteral("%1: %2, checked").arg(path, counted(*size, "byte", "bytes"))) : failure(size.error());
        });
    }
    if (request.action == u"verify") {
        return service.verify().then([](const Result<qint64> &rows) {
            return rows ? done(QStringLiteral("the database is sound; %1, as their sums were written").arg(counted(*rows, "row", "rows")))
                        : failure(rows.error());
        });
    }
    if (auto audit = performOnAudit(service.audit(), request)) {
        return *audit;
    }
    if (auto organisations = performOnOrganisations(service.organisations(), request)) {
        return *organisations;
    }
    if (auto people = performOnPeople(service.erasures(), request)) {
        return *people;
    }
    return QtFuture::makeReadyFuture(failure({base::Error::Kind::Invalid, QStringLiteral("this cannot be done while the service runs")}));
}

} // namespace comptoir::service
