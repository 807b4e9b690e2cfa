// SPDX-License-Identifier: GPL-3.0-or-later
#include "SignIn.h"

#include "Clock.h"
#include "Keyring.h"
#include "Log.h"
#include "PasswordHash.h"
#include "Session.h"
#include "Tuning.h"

#include <QPromise>
#include <QThreadPool>

namespace comptoir::net {

using base::Error;
using base::Result;

namespace {

/// Runs slow work (argon2id, 60 ms and 64 MiB) on the pool.
template <class Work>
auto onPool(Work work) -> QFuture<std::invoke_result_t<Work>>
{
    using Value = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    auto future = promise->future();
    QThreadPool::globalInstance()->start([promise, task = std::move(work)]() mutable {
        promise->addResult(task());
        promise->finish();
    });
    return future;
}

} // namespace

struct SignIn::Private
{
    Private(const Parts &with, const Profile &whose, SignIn *signIn) : parts(with), profile(whose), q(signIn) {}

    Parts parts;
    Profile profile;
    SignIn *q;
    QString login;
    QString password; ///< until the verifier is made
    Profile::Kept kept;
    bool settled = false; ///< done or failed was said

    void takeReply(const wire::SessionReply &reply);
    void onRenewed(const wire::SessionReply &reply);
    [[nodiscard]] bool hasCopy() const;
    void offline(const Error &why);
    void unlock(const Profile::Kept &before, bool matches);
    void makeVerifier();
    void keep();
    void keepToken();
    void finish(bool online);
    void fail(const Error &error);
    void forgetPassword()
    {
        password.fill(u'\0');
        password.clear();
    }
};

SignIn::SignIn(const Parts &parts, const Profile &profile, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(parts, profile, this))
{
    connect(&parts.session, &Session::renewed, this, [this](const wire::SessionReply &reply) { m_d->onRenewed(reply); });
}

SignIn::~SignIn() = default;

void SignIn::withPassword(const QString &login, const QString &password)
{
    m_d->settled = false;
    m_d->login = login.trimmed();
    m_d->password = password;
    m_d->parts.transport.send(Session::signInRequest(m_d->login, password, m_d->profile.device()))
        .then(this, [this](const Result<sync::Response> &answer) {
            if (!answer) {
                m_d->offline(answer.error());
                return;
            }
            const auto reply = m_d->parts.session.take(*answer);
            if (reply) {
                return; // Session::renewed has told
            }
            // A service that lets nobody in just now (a whole desk signs in at once) keeps nobody from the copy that is here.
            const bool down = answer->status >= 500 || (answer->status == 429 && m_d->hasCopy());
            down ? m_d->offline(reply.error()) : m_d->fail(reply.error());
        });
}

void SignIn::withKeyring()
{
    m_d->settled = false;
    m_d->parts.keyring.read(m_d->profile.keyringKey()).then(this, [this](const Result<QByteArray> &token) {
        if (!token || token->isEmpty()) {
            m_d->fail(token ? Error{Error::Kind::NotFound, QStringLiteral("the keyring holds no sign-in")} : token.error());
            return;
        }
        m_d->parts.session.useRefreshToken(*token);
        m_d->parts.transport.send(m_d->parts.session.renewal()).then(this, [this](const Result<sync::Response> &answer) {
            const auto reply = answer ? m_d->parts.session.take(*answer) : Result<wire::SessionReply>(tl::unexpected(answer.error()));
            if (!reply) {
                m_d->fail(reply.error());
            }
        });
    });
}

void SignIn::Private::onRenewed(const wire::SessionReply &reply)
{
    takeReply(reply);
    keepToken();
    if (!settled) {
        finish(true);
    }
    password.isEmpty() ? keep() : makeVerifier();
}

void SignIn::Private::takeReply(const wire::SessionReply &reply)
{
    if (const auto before = profile.read(); before && *before && (*before)->operatorId == reply.operatorId) {
        kept = **before;
    }
    kept.operatorId = reply.operatorId;
    kept.login = login.isEmpty() ? kept.login : login;
    kept.name = reply.operatorName;
    kept.role = reply.role;
    kept.deviceCode = reply.deviceCode;
    kept.highestCounter = std::max(kept.highestCounter, reply.highestCounter);
    kept.leaseFromMs = parts.clock.nowMs();
}

void SignIn::Private::makeVerifier()
{
    onPool([typed = password, &random = parts.random] {
        return secret::hashPassword(typed, random);
    }).then(q, [this](const Result<QByteArray> &verifier) {
        forgetPassword();
        if (verifier) {
            kept.verifier = *verifier;
        } else {
            qCWarning(base::lcNet, "the password could not be made ready for work without the service: %s",
                      qUtf8Printable(verifier.error().message));
        }
        keep();
    });
}

void SignIn::Private::keep()
{
    if (const auto done = profile.write(kept); !done) {
        qCWarning(base::lcNet, "the sign-in could not be kept: %s", qUtf8Printable(done.error().message));
    }
}

void SignIn::Private::keepToken()
{
    parts.keyring.write(profile.keyringKey(), parts.session.refreshToken()).then(q, [](const Result<> &done) {
        if (!done) {
            // Said once a sign-in: the password will be asked for at the next start.
            qCInfo(base::lcNet, "no keyring keeps the sign-in: %s", qUtf8Printable(done.error().message));
        }
    });
}

bool SignIn::Private::hasCopy() const
{
    const auto before = profile.read();
    return before && *before && !(*before)->verifier.isEmpty();
}

void SignIn::Private::offline(const Error &why)
{
    const auto before = profile.read();
    if (!before || !*before || (*before)->verifier.isEmpty()) {
        qCInfo(base::lcNet, "sign-in: %s", qUtf8Printable(why.message));
        fail({Error::Kind::Network, QStringLiteral("the service was not reached, and the first sign-in on this machine needs it")});
        return;
    }
    onPool([typed = password, verifier = (*before)->verifier] {
        return secret::verifyPassword(typed, verifier);
    }).then(q, [this, known = **before](const Result<bool> &matches) {
        if (!matches) {
            fail(matches.error());
        } else {
            unlock(known, *matches);
        }
    });
}

void SignIn::Private::unlock(const Profile::Kept &before, bool matches)
{
    if (!matches) {
        fail({Error::Kind::Auth, QStringLiteral("wrong password")});
        return;
    }
    const qint64 now = parts.clock.nowMs();
    if (now - before.leaseFromMs > kLeaseMs) {
        fail({Error::Kind::Forbidden,
              QStringLiteral("this copy has been without the service for too long; it opens again with the service")});
        return;
    }
    kept = before;
    parts.session.keepPassword(login, password);
    forgetPassword();
    finish(false);
}

void SignIn::Private::finish(bool online)
{
    settled = true;
    desk::DeskSession session;
    session.operatorId = kept.operatorId;
    session.login = kept.login;
    session.name = kept.name;
    session.role = kept.role;
    session.device = profile.device();
    session.deviceCode = kept.deviceCode;
    Q_EMIT q->done(session, kept.highestCounter, online);
}

void SignIn::Private::fail(const Error &error)
{
    settled = true;
    forgetPassword();
    Q_EMIT q->failed(error);
}

} // namespace comptoir::net
