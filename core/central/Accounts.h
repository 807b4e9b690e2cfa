// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Directory.h"
#include "PasswordPool.h"
#include "Store.h"

namespace comptoir::base {
class Clock;
class IdSource;
} // namespace comptoir::base

namespace comptoir::central {

/// Who may sign in and where they work: what an administrator decides at the machine.
class Accounts
{
public:
    struct Parts
    {
        store::Store &store;
        PasswordPool &passwords;
        const base::Clock &clock;
        base::Random &random;
    };

    /// An account to be.
    struct Wanted
    {
        domain::Operator who;
        QStringList groups; ///< by name
        QStringList organisations; ///< granted from the start, named as for grant()
    };

    struct Line
    {
        domain::Operator who;
        QStringList organisations; ///< short names of what is granted, `shared` left out
        QStringList groups; ///< by name
    };

    /// Invalid for a password that no account may have: too short or too long.
    [[nodiscard]] static base::Result<> mayBePassword(const QString &password);

    explicit Accounts(const Parts &parts) : m_parts(parts) {}

    /// What add() would fail with, but for the password: so that nobody is asked for one in vain.
    [[nodiscard]] QFuture<base::Result<>> mayAdd(const Wanted &wanted);
    /// The same for changePassword().
    [[nodiscard]] QFuture<base::Result<>> mayChangePassword(const QString &login);

    /// A new operator with a password; one whose account was withdrawn gets it back, without the organisations of before. All or nothing:
    /// Invalid for a login that is taken or a password that is too short, NotFound for a group or an organisation that is not there.
    /// Tells whose and how many organisations were granted.
    [[nodiscard]] QFuture<base::Result<std::pair<domain::OperatorId, int>>> add(const Wanted &wanted, const QString &password);
    /// A new password; all sign-ins of the account end. Invalid for an account that was withdrawn: add() brings it back.
    [[nodiscard]] QFuture<base::Result<domain::OperatorId>> changePassword(const QString &login, const QString &password);
    /// Grants organisations, named by id, code, short name or name; `all` is every one. Tells whose and how many were new. Invalid for an
    /// account that was withdrawn: add() brings it back.
    [[nodiscard]] QFuture<base::Result<std::pair<domain::OperatorId, int>>> grant(const QString &login, const QStringList &organisations);
    [[nodiscard]] QFuture<base::Result<std::pair<domain::OperatorId, int>>> revoke(const QString &login, const QStringList &organisations);
    /// The account may no longer sign in; all its sign-ins and its rights end.
    [[nodiscard]] QFuture<base::Result<domain::OperatorId>> withdraw(const QString &login);
    [[nodiscard]] QFuture<base::Result<std::vector<Line>>> list();

private:
    Parts m_parts;
};

} // namespace comptoir::central
