// SPDX-License-Identifier: GPL-3.0-or-later
#include "Accounts.h"

#include "AccountRows.h"
#include "AccountTable.h"
#include "AuditTable.h"
#include "Clock.h"
#include "DirectoryTables.h"
#include "GrantTable.h"
#include "IdSource.h"
#include "PasswordHash.h"
#include "RowWriter.h"
#include "SessionTable.h"
#include "Tuning.h"

namespace comptoir::central {

namespace {

using base::Result;
using domain::OperatorId;
using Kind = base::Error::Kind;
using Operators = store::EntityTable<domain::Operator>;
using Granted = std::pair<OperatorId, int>; ///< whose rights, and how many organisations changed

template <class T>
QFuture<Result<T>> failed(base::Error error)
{
    return QtFuture::makeReadyFuture(Result<T>(tl::unexpected(std::move(error))));
}

Result<> audit(store::Db &db, qint64 nowMs, const char *action, OperatorId whose, const QString &detail = {}, domain::ScopeId chain = {})
{
    return AuditTable::append(db, {nowMs, {}, QString::fromLatin1(action), whose.toString(), detail, chain});
}

/// With who it is, apart: an erasure takes that.
Result<> auditAdded(store::Db &db, qint64 nowMs, const domain::Operator &who, base::Random &random)
{
    return AuditTable::append(db,
                              {nowMs,
                               {},
                               QStringLiteral("user_add"),
                               who.id.toString(),
                               QString(domain::codeOf(who.role)),
                               {},
                               who.login + u'\n' + who.name,
                               random.bytes(16)});
}

QStringList namesOf(const std::vector<domain::Group> &groups, const domain::IdList<domain::GroupId> &chosen)
{
    QStringList out;
    for (const domain::Group &group : groups) {
        if (std::find(chosen.list.begin(), chosen.list.end(), group.id) != chosen.list.end()) {
            out.append(group.name);
        }
    }
    return out;
}

/// Grants or revokes; tells how many changed.
Result<int> changeScopes(store::Db &db, OperatorId whose, const std::vector<domain::ScopeId> &scopes, bool give, qint64 nowMs)
{
    int changed = 0;
    for (const domain::ScopeId scope : scopes) {
        const auto done = give ? GrantTable::grant(db, whose, scope) : GrantTable::revoke(db, whose, scope);
        if (!done) {
            return tl::unexpected(done.error());
        }
        if (*done) {
            ++changed;
            const auto told = AuditTable::chainOf(db, scope).and_then(
                [&](domain::ScopeId chain) { return audit(db, nowMs, give ? "grant" : "revoke", whose, scope.toString(), chain); });
            if (!told) {
                return tl::unexpected(told.error());
            }
        }
    }
    return changed;
}

Result<int> revokeAll(store::Db &db, OperatorId whose, qint64 nowMs)
{
    return GrantTable::of(db, whose).and_then([&](const std::vector<Grant> &granted) {
        std::vector<domain::ScopeId> scopes;
        for (const Grant &grant : granted) {
            scopes.push_back(grant.scope);
        }
        return changeScopes(db, whose, scopes, false, nowMs);
    });
}

std::optional<base::Error> loginFault(const QString &login)
{
    if (AccountTable::key(login).isEmpty() || login.size() > 100) {
        return base::Error{Kind::Invalid, QStringLiteral("a login has 1 to 100 characters")};
    }
    return std::nullopt;
}

/// Who signs in under `login`, unless their account was withdrawn.
Result<domain::Operator> activeNamed(store::Db &db, const QString &login)
{
    return operatorNamed(db, login).and_then([&](const domain::Operator &who) -> Result<domain::Operator> {
        return who.active
            ? Result<domain::Operator>(who)
            : base::fail(Kind::Invalid,
                         QStringLiteral("the account %1 was withdrawn and may not sign in; `comptoird user add %1 ORGANISATION…` brings it "
                                        "back, with a new password")
                             .arg(who.login));
    });
}

/// An account to be, with everything that was named found.
struct Found
{
    domain::Operator who;
    std::vector<domain::ScopeId> scopes;
};

Result<Found> found(store::Db &db, const Accounts::Wanted &wanted)
{
    domain::Operator who = wanted.who;
    const auto taken = AccountTable::find(db, who.login);
    const auto members = groupsNamed(db, wanted.groups);
    const auto scopes = scopesNamed(db, wanted.organisations, true);
    if (!taken || !members) {
        return tl::unexpected(taken ? members.error() : taken.error());
    }
    if (!scopes) {
        return tl::unexpected(scopes.error());
    }
    if (*taken) {
        const auto before = Operators::find(db, (*taken)->operatorId.value);
        if (!before) {
            return tl::unexpected(before.error());
        }
        if (*before && (*before)->entity.active) {
            return base::fail(Kind::Invalid, QStringLiteral("the login %1 is taken").arg(who.login));
        }
        who.id = (*taken)->operatorId;
        if (*before && who.name == who.login) {
            who.name = (*before)->entity.name; // nobody said another
        }
        who.groups = *before && wanted.groups.isEmpty() ? (*before)->entity.groups : who.groups;
    }
    who.scope = {};
    who.active = true;
    who.groups = wanted.groups.isEmpty() ? who.groups : *members;
    return Found{who, *scopes};
}

/// Writes operator, account and grants; a withdrawn account of the same login is taken up again under its id.
Result<Granted> addAccount(store::Db &db, const Accounts::Wanted &wanted, const QByteArray &hash, qint64 nowMs, base::Random &random)
{
    const auto all = found(db, wanted);
    if (!all) {
        return tl::unexpected(all.error());
    }
    return RowWriter(db, {})
        .put(all->who)
        .and_then([&](qint64) {
            return AccountTable::put(db, all->who.login, {all->who.id, hash}, nowMs);
        })
        .and_then([&] { return auditAdded(db, nowMs, all->who, random); })
        .and_then([&] { return revokeAll(db, all->who.id, nowMs); })
        .and_then([&](int) { return changeScopes(db, all->who.id, all->scopes, true, nowMs); })
        .map([&](int granted) { return Granted(all->who.id, granted); });
}

Result<Granted> changeGrants(store::Db &db, const QString &login, const QStringList &names, bool give, qint64 nowMs)
{
    const auto who = give ? activeNamed(db, login) : operatorNamed(db, login);
    const auto scopes = scopesNamed(db, names, give);
    if (!who || !scopes) {
        return tl::unexpected(who ? scopes.error() : who.error());
    }
    return changeScopes(db, who->id, *scopes, give, nowMs).map([&](int changed) { return Granted(who->id, changed); });
}

Result<OperatorId> withdrawAccount(store::Db &db, const QString &login, qint64 nowMs)
{
    auto who = operatorNamed(db, login);
    if (!who) {
        return tl::unexpected(who.error());
    }
    who->active = false;
    return RowWriter(db, {})
        .put(*who)
        .and_then([&](qint64) { return SessionTable::endAllOf(db, who->id, nowMs); })
        .and_then([&] { return audit(db, nowMs, "user_withdraw", who->id); })
        .and_then([&] { return revokeAll(db, who->id, nowMs); })
        .map([&](int) { return who->id; });
}

} // namespace

Result<> Accounts::mayBePassword(const QString &password)
{
    if (password.size() < kLeastPasswordLength) {
        return base::fail(Kind::Invalid, QStringLiteral("a password has at least %1 characters").arg(kLeastPasswordLength));
    }
    if (password.toUtf8().size() > secret::kPasswordMaxBytes) {
        return base::fail(Kind::Invalid, QStringLiteral("a password has at most %1 bytes").arg(secret::kPasswordMaxBytes));
    }
    return {};
}

QFuture<Result<>> Accounts::mayAdd(const Wanted &wanted)
{
    if (auto wrong = loginFault(wanted.who.login)) {
        return QtFuture::makeReadyFuture(Result<>(tl::unexpected(std::move(*wrong))));
    }
    return m_parts.store.read([wanted](store::Db &db) { return found(db, wanted).map([](const Found &) {}); });
}

QFuture<Result<>> Accounts::mayChangePassword(const QString &login)
{
    return m_parts.store.read([login](store::Db &db) { return activeNamed(db, login).map([](const domain::Operator &) {}); });
}

QFuture<Result<Granted>> Accounts::add(const Wanted &wanted, const QString &password)
{
    if (auto may = mayBePassword(password); !may) {
        return failed<Granted>(may.error());
    }
    if (auto wrong = loginFault(wanted.who.login)) {
        return failed<Granted>(std::move(*wrong));
    }
    Wanted made = wanted;
    made.who.id = base::IdSource(m_parts.clock, m_parts.random).make<OperatorId>();
    return m_parts.passwords.hash(password)
        .then([&store = m_parts.store, made, nowMs = m_parts.clock.nowMs(), &random = m_parts.random](const Result<QByteArray> &hash) {
            if (!hash) {
                return failed<Granted>(hash.error());
            }
            return store.write([made, hash = *hash, nowMs, &random](store::Db &db) { return addAccount(db, made, hash, nowMs, random); });
        })
        .unwrap();
}

QFuture<Result<OperatorId>> Accounts::changePassword(const QString &login, const QString &password)
{
    if (auto may = mayBePassword(password); !may) {
        return failed<OperatorId>(may.error());
    }
    return m_parts.passwords.hash(password)
        .then([&store = m_parts.store, login, nowMs = m_parts.clock.nowMs()](const Result<QByteArray> &hash) {
            if (!hash) {
                return failed<OperatorId>(hash.error());
            }
            return store.write([login, hash = *hash, nowMs](store::Db &db) -> Result<OperatorId> {
                return activeNamed(db, login).and_then([&](const domain::Operator &who) -> Result<OperatorId> {
                    return AccountTable::put(db, who.login, {who.id, hash}, nowMs)
                        .and_then([&] { return SessionTable::endAllOf(db, who.id, nowMs); })
                        .and_then([&] { return audit(db, nowMs, "user_passwd", who.id); })
                        .map([&] { return who.id; });
                });
            });
        })
        .unwrap();
}

QFuture<Result<Granted>> Accounts::grant(const QString &login, const QStringList &organisations)
{
    return m_parts.store.write(
        [=, nowMs = m_parts.clock.nowMs()](store::Db &db) { return changeGrants(db, login, organisations, true, nowMs); });
}

QFuture<Result<Granted>> Accounts::revoke(const QString &login, const QStringList &organisations)
{
    return m_parts.store.write(
        [=, nowMs = m_parts.clock.nowMs()](store::Db &db) { return changeGrants(db, login, organisations, false, nowMs); });
}

QFuture<Result<OperatorId>> Accounts::withdraw(const QString &login)
{
    return m_parts.store.write([=, nowMs = m_parts.clock.nowMs()](store::Db &db) { return withdrawAccount(db, login, nowMs); });
}

QFuture<Result<std::vector<Accounts::Line>>> Accounts::list()
{
    return m_parts.store.read([](store::Db &db) -> Result<std::vector<Line>> {
        const auto all = AccountTable::all(db);
        if (!all) {
            return tl::unexpected(all.error());
        }
        const auto groups = store::everyRow<domain::Group>(db);
        if (!groups) {
            return tl::unexpected(groups.error());
        }
        std::vector<Line> out;
        for (const domain::Operator &who : *all) {
            const auto names = grantedNames(db, who.id);
            if (!names) {
                return tl::unexpected(names.error());
            }
            out.push_back({who, *names, namesOf(*groups, who.groups)});
        }
        return out;
    });
}

} // namespace comptoir::central
