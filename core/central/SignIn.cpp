// SPDX-License-Identifier: GPL-3.0-or-later
#include "SignIn.h"

#include "AccountTable.h"
#include "AuditTable.h"
#include "Clock.h"
#include "EntityTable.h"
#include "PasswordHash.h"
#include "SessionIssue.h"
#include "Tuning.h"

namespace comptoir::central {

namespace {

using Reply = Answer<wire::SessionReply>;

constexpr int kLeastProtocol = 1;

std::optional<Fault> protocolFault(int protocol)
{
    if (protocol >= kLeastProtocol) {
        return std::nullopt;
    }
    Fault out(426, QStringLiteral("min_protocol"), QStringLiteral("This console is too old for the service."));
    out.problem.extensions.emplace(QStringLiteral("min_protocol"), qint64(kLeastProtocol));
    return out;
}

tl::unexpected<Fault> wrongPassword()
{
    return fault(401, QStringLiteral("credentials"), QStringLiteral("The login or the password is not right."));
}

/// What is looked up before the slow part.
struct Candidate
{
    domain::OperatorId operatorId; ///< nil for an unknown login
    QByteArray password;
};

/// What is counted stays counted, a refusal too.
base::Result<Answer<Candidate>> candidate(store::Db &db, const ThrottleTable::Try &attempt)
{
    const auto wait = ThrottleTable::begin(db, attempt);
    if (!wait) {
        return tl::unexpected(wait.error());
    }
    if (*wait > 0) {
        return Answer<Candidate>(tryLater(429, int(*wait), QStringLiteral("Too many sign-ins failed; wait and try again.")));
    }
    return AccountTable::find(db, attempt.account).map([](const auto &account) {
        return Answer<Candidate>(account ? Candidate{account->operatorId, account->password} : Candidate{{}, secret::dummyHash()});
    });
}

/// After a right password: the session and its first tokens. `renewed` is the password's hash of today's cost, where it changed.
Reply begin(store::Db &db, const wire::SignInRequest &request, const ThrottleTable::Try &attempt, const Candidate &who,
            const QByteArray &renewed, base::Random &random)
{
    // Once more inside this transaction: the account may have changed while the password was looked at.
    const auto account = AccountTable::find(db, attempt.account);
    if (!account) {
        return tl::unexpected<Fault>(account.error());
    }
    const auto person = store::EntityTable<domain::Operator>::find(db, who.operatorId.value);
    if (!person) {
        return tl::unexpected<Fault>(person.error());
    }
    // A withdrawn account answers as one that is not there.
    if (!*account || (*account)->password != who.password || !*person || !(*person)->entity.active) {
        return wrongPassword();
    }
    const SessionTable::Family family{
        FamilyId{*base::Uuid::fromBytes(random.bytes(16))}, who.operatorId, request.device, attempt.atMs, 0, false, 0};
    const auto begun = SessionTable::begin(db, family, attempt.atMs)
                           .and_then([&] {
                               return renewed.isEmpty() ? base::Result<>()
                                                        : AccountTable::put(db, attempt.account, {who.operatorId, renewed}, attempt.atMs);
                           })
                           .and_then([&] { return ThrottleTable::succeeded(db, attempt); })
                           .and_then([&] { return SessionTable::sweep(db, attempt.atMs); })
                           .and_then([&] {
                               return AuditTable::append(db,
                                                         {attempt.atMs,
                                                          who.operatorId,
                                                          QStringLiteral("sign_in"),
                                                          request.device.toString(),
                                                          {},
                                                          {},
                                                          attempt.address,
                                                          random.bytes(16)});
                           });
    if (!begun) {
        return tl::unexpected<Fault>(begun.error());
    }
    return issueTokens(db, family, request.deviceName.left(120), random, attempt.atMs);
}

/// With where it came from, apart: that tells of somebody.
Answer<> auditFailure(store::Db &db, const ThrottleTable::Try &attempt, domain::OperatorId whose, base::Random &random)
{
    const auto done = AuditTable::append(db,
                                         {attempt.atMs,
                                          {},
                                          QStringLiteral("sign_in_failed"),
                                          whose.isNull() ? QString() : whose.toString(),
                                          {},
                                          {},
                                          attempt.address,
                                          random.bytes(16)});
    return done ? Answer<>() : tl::unexpected<Fault>(done.error());
}

/// Begins the session; where the stored hash has another cost than today's, it is made anew on the way.
QFuture<Reply> welcome(const SignIn::Parts &parts, const wire::SignInRequest &request, const ThrottleTable::Try &attempt,
                       const Candidate &who)
{
    const auto beginWith = [&store = parts.store, &random = parts.random, request, attempt, who](const QByteArray &renewed) {
        return store.write(
            [request, attempt, who, renewed, &random](store::Db &db) { return begin(db, request, attempt, who, renewed, random); });
    };
    if (!parts.passwords.isOutdated(who.password)) {
        return beginWith({});
    }
    return parts.passwords.hash(request.password)
        .then([beginWith](const base::Result<QByteArray> &renewed) { return beginWith(renewed.value_or(QByteArray())); })
        .unwrap();
}

} // namespace

QFuture<Reply> SignIn::signIn(const wire::SignInRequest &request, const QString &address)
{
    if (auto refused = protocolFault(request.protocol)) {
        return QtFuture::makeReadyFuture<Reply>(tl::unexpected(*refused));
    }
    if (request.device.isNull()) {
        return QtFuture::makeReadyFuture<Reply>(fault(400, {}, QStringLiteral("The device is missing.")));
    }
    return admit(request, {AccountTable::key(request.login.left(256)), address, m_parts.clock.nowMs()});
}

QFuture<Reply> SignIn::admit(const wire::SignInRequest &request, const ThrottleTable::Try &attempt)
{
    const Parts parts = m_parts;
    return parts.store.write([attempt](store::Db &db) { return candidate(db, attempt); })
        .then([parts, request, attempt](const base::Result<Answer<Candidate>> &looked) -> QFuture<Reply> {
            const Answer<Candidate> found = looked ? *looked : Answer<Candidate>(tl::unexpected<Fault>(looked.error()));
            if (!found) {
                return QtFuture::makeReadyFuture<Reply>(tl::unexpected(found.error()));
            }
            return parts.passwords.verify(request.password, found->password)
                .then([parts, request, attempt, who = *found](const base::Result<bool> &right) -> QFuture<Reply> {
                    if (!right && right.error().kind == base::Error::Kind::Busy) {
                        return parts.store.write([attempt](store::Db &db) { return ThrottleTable::takeBack(db, attempt); })
                            .then([](const base::Result<> &done) -> Reply {
                                return done ? Reply(tryLater(503, 2, QStringLiteral("Too many sign-ins at once.")))
                                            : Reply(tl::unexpected<Fault>(done.error()));
                            });
                    }
                    if (!right || !*right || who.operatorId.isNull()) {
                        return parts.store
                            .write([attempt, who, &random = parts.random](store::Db &db) {
                                return auditFailure(db, attempt, who.operatorId, random);
                            })
                            .then([](const Answer<> &noted) -> Reply { // what the audit cannot tell of has no other answer either
                                return noted ? Reply(wrongPassword()) : Reply(tl::unexpected(noted.error()));
                            });
                    }
                    return welcome(parts, request, attempt, who);
                })
                .unwrap();
        })
        .unwrap();
}

QFuture<Reply> SignIn::refresh(const wire::RefreshRequest &request)
{
    if (auto refused = protocolFault(request.protocol)) {
        return QtFuture::makeReadyFuture<Reply>(tl::unexpected(*refused));
    }
    const qint64 nowMs = m_parts.clock.nowMs();
    // Two steps: what ends a family must be committed, and a refusal would roll it back.
    return m_parts.store
        .write([request, nowMs, &random = m_parts.random](store::Db &db) -> base::Result<Reply> {
            return rotateTokens(db, request, random, nowMs);
        })
        .then([](const base::Result<Reply> &done) -> Reply { return done ? *done : tl::unexpected<Fault>(done.error()); });
}

QFuture<Answer<Session>> SignIn::signOut(const QByteArray &accessToken)
{
    return m_parts.store.write([digest = tokenDigest(accessToken), nowMs = m_parts.clock.nowMs()](store::Db &db) -> Answer<Session> {
        const auto session = SessionTable::byAccessToken(db, digest, nowMs);
        if (!session) {
            return tl::unexpected<Fault>(session.error());
        }
        if (!*session) {
            return signInNeeded();
        }
        const auto done = SessionTable::end(db, (*session)->family, nowMs).and_then([&] {
            return AuditTable::append(db, {nowMs, (*session)->operatorId, QStringLiteral("sign_out"), (*session)->device.toString(), {}});
        });
        if (!done) {
            return tl::unexpected<Fault>(done.error());
        }
        return **session;
    });
}

} // namespace comptoir::central
