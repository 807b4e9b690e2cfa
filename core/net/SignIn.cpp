// SPDX-License-Identifier: GPL-3.0-or-later
#include "SignIn.h"

#include "Clock.h"
#include "Keyring.h"
#include "Leases.h"
#include "Log.h"
#include "PasswordHash.h"
#include "Session.h"
#include "Then.h"
#include "Tuning.h"

#include <QThreadPool>

namespace comptoir::net {

using base::Error;
using base::Result;

namespace {

const Error kNoCopy{Error::Kind::Network, QStringLiteral("the service was not reached, and the first sign-in on this machine needs it")};

/// How long the copy looks at no further password.
qint64 waitMs(const Profile::Kept &copy, qint64 nowMs)
{
    if (copy.wrongTries < kFreeTries) {
        return 0;
    }
    const int doublings = std::min(copy.wrongTries - kFreeTries, 20);
    const qint64 whole = std::min(kFirstTryWaitMs << doublings, kMostTryWaitMs);
    return std::clamp<qint64>(copy.lastTryMs + whole - nowMs, 0, whole);
}

/// A password held against the copy.
struct Tried
{
    std::optional<Profile::Kept> copy;
    Result<bool> matches = false;
    qint64 waitMs = 0;
};

void note(const Profile &profile, int wrongTries, qint64 lastTryMs)
{
    const auto written = profile.change([=](Profile::Kept &kept) {
        kept.wrongTries = wrongTries;
        kept.lastTryMs = lastTryMs;
    });
    if (!written) {
        qCWarning(base::lcNet, "a try could not be noted: %s", qUtf8Printable(written.error().message));
    }
}

Tried tryCopy(const Profile &profile, const QString &typed, qint64 nowMs)
{
    const auto before = profile.read();
    if (!before || !*before || (*before)->verifier.isEmpty()) {
        return {};
    }
    Profile::Kept copy = **before;
    if (nowMs < copy.lastTryMs) { // the clock was set back: until that time comes again may be years, so the wait begins anew
        copy.lastTryMs = nowMs;
        note(profile, copy.wrongTries, nowMs);
    }
    if (const qint64 wait = waitMs(copy, nowMs); wait > 0) {
        return {copy, false, wait};
    }
    // Counted before it is looked at: whoever ends the program in between has had the try.
    ++copy.wrongTries;
    copy.lastTryMs = nowMs;
    note(profile, copy.wrongTries, copy.lastTryMs);
    const auto matches = secret::verifyPassword(typed, copy.verifier);
    if (matches && *matches) {
        copy.wrongTries = 0;
        copy.lastTryMs = 0;
        note(profile, 0, 0);
    }
    return {copy, matches, 0};
}

} // namespace

struct SignIn::Private
{
    Private(const Parts &with, const Profile &whose, SignIn *signIn) : parts(with), profile(whose), q(signIn) { pool.setMaxThreadCount(1); }

    Parts parts;
    Profile profile;
    SignIn *q;
    QString login;
    QString password; ///< until the verifier is made
    Profile::Kept kept;
    bool settled = false; ///< done, failed or mustWait was said
    bool signedOut = false; ///< nothing is kept any more, in no file and in no keyring
    bool keepsToken = true; ///< the keyring gets and loses this sign-in's token
    QThreadPool pool; ///< one thread: what is written later stands later; its end is waited for

    /// Disk and argon2id (60 ms, 64 MiB) on the pool, then `then` with what came of it, here.
    template <class Work, class Then>
    void aside(Work work, Then then)
    {
        pool.start([this, work = std::move(work), then = std::move(then)] {
            QMetaObject::invokeMethod(
                q, [then, value = work()] { then(value); }, Qt::QueuedConnection);
        });
    }
    void takeReply(const wire::SessionReply &reply, const Result<std::optional<Profile::Kept>> &before);
    void onRenewed(const wire::SessionReply &reply);
    void onWithdrawn();
    /// By the copy that is here; `without` where there is none.
    void offline(const Error &why, const Error &without);
    void unlock(const Profile::Kept &before, bool matches);
    void makeVerifier();
    /// Writes what is kept of the sign-in, then `then`, here.
    void keep(std::function<void()> then = {});
    void keepToken();
    void dropToken();
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
    connect(&parts.session, &Session::withdrawn, this, [this] { m_d->onWithdrawn(); });
}

SignIn::~SignIn() = default;

void SignIn::withPassword(const QString &login, const QString &password, Keep keep)
{
    m_d->settled = false;
    m_d->keepsToken = keep == Keep::Token;
    m_d->login = login.trimmed();
    m_d->password = password;
    const auto future = m_d->parts.transport.send(Session::signInRequest(m_d->login, password, m_d->profile.device()));
    base::then(future, this, [this](const Result<sync::Response> &answer) {
        if (!answer) {
            m_d->offline(answer.error(), kNoCopy);
            return;
        }
        const auto reply = m_d->parts.session.take(*answer);
        if (reply || m_d->signedOut) {
            return; // Session::renewed or Session::withdrawn has told
        }
        // A service that lets nobody in just now (a whole desk signs in at once), or not this version, keeps nobody from the copy that is here.
        if (answer->status >= 500 || answer->status == 429 || answer->status == 426) {
            m_d->offline(reply.error(), answer->status >= 500 ? kNoCopy : reply.error());
        } else {
            m_d->fail(reply.error());
        }
    });
}

void SignIn::signOut()
{
    m_d->signedOut = true;
    m_d->forgetPassword();
    m_d->dropToken();
}

qint64 SignIn::leaseFromMs() const
{
    return m_d->kept.leaseFromMs;
}

void SignIn::withKeyring()
{
    m_d->settled = false;
    m_d->keepsToken = true;
    base::then(m_d->parts.keyring.read(m_d->profile.keyringKey()), this, [this](const Result<QByteArray> &token) {
        if (!token || token->isEmpty()) {
            m_d->fail(token ? Error{Error::Kind::NotFound, QStringLiteral("the keyring holds no sign-in")} : token.error());
            return;
        }
        m_d->parts.session.useRefreshToken(*token);
        base::then(m_d->parts.transport.send(m_d->parts.session.renewal()), this, [this](const Result<sync::Response> &answer) {
            const auto reply = answer ? m_d->parts.session.take(*answer) : Result<wire::SessionReply>(tl::unexpected(answer.error()));
            if (!reply && !m_d->signedOut) {
                m_d->fail(reply.error());
            }
        });
    });
}

void SignIn::Private::onRenewed(const wire::SessionReply &reply)
{
    aside([profile = profile] { return profile.read(); },
          [this, reply](const Result<std::optional<Profile::Kept>> &before) {
              if (signedOut) {
                  return;
              }
              takeReply(reply, before);
              keepToken();
              // The first sign-in here is done once the password opens this desk without the service, too.
              const bool first = kept.verifier.isEmpty() && !password.isEmpty();
              if (!settled && !first) {
                  finish(true);
              }
              keep(); // at once: that the service has answered stands even where the program ends before the verifier is made
              if (!password.isEmpty()) {
                  makeVerifier();
              }
          });
}

/// The note first: without the token nobody is told again that the account was withdrawn.
void SignIn::Private::onWithdrawn()
{
    settled = signedOut = true;
    forgetPassword();
    aside([profile = profile] { return profile.change([](Profile::Kept &now) { now.withdrawn = true; }); },
          [this](const Result<std::optional<Profile::Kept>> &noted) {
              if (!noted) {
                  qCWarning(base::lcNet, "that the account was withdrawn could not be noted: %s", qUtf8Printable(noted.error().message));
              }
              dropToken();
              Q_EMIT q->withdrawn();
          });
}

void SignIn::Private::dropToken()
{
    if (keepsToken) {
        parts.keyring.remove(profile.keyringKey());
    }
}

void SignIn::Private::takeReply(const wire::SessionReply &reply, const Result<std::optional<Profile::Kept>> &before)
{
    if (before && *before && (*before)->operatorId == reply.operatorId) {
        kept = **before;
    }
    kept.operatorId = reply.operatorId;
    kept.login = login.isEmpty() ? kept.login : login;
    kept.name = reply.operatorName;
    kept.role = reply.role;
    kept.groups = reply.groups;
    kept.deviceCode = reply.deviceCode;
    kept.highestCounter = std::max(kept.highestCounter, reply.highestCounter);
    kept.leaseFromMs = parts.clock.nowMs();
    kept.withdrawn = false;
    kept.wrongTries = 0;
    kept.lastTryMs = 0;
}

void SignIn::Private::makeVerifier()
{
    aside([typed = password, &random = parts.random] { return secret::hashPassword(typed, random); },
          [this](const Result<QByteArray> &verifier) {
              forgetPassword();
              if (verifier) {
                  kept.verifier = *verifier;
              } else {
                  qCWarning(base::lcNet, "the password could not be made ready for work without the service: %s",
                            qUtf8Printable(verifier.error().message));
              }
              keep([this] {
                  if (!settled) {
                      finish(true);
                  }
              });
          });
}

void SignIn::Private::keep(std::function<void()> then)
{
    if (signedOut) {
        return;
    }
    aside([profile = profile, now = kept] { return profile.write(now); },
          [then = std::move(then)](const Result<> &done) {
              if (!done) {
                  qCWarning(base::lcNet, "the sign-in could not be kept: %s", qUtf8Printable(done.error().message));
              }
              if (then) {
                  then();
              }
          });
}

void SignIn::Private::keepToken()
{
    if (!keepsToken) {
        return;
    }
    const auto future = parts.keyring.write(profile.keyringKey(), parts.session.refreshToken());
    base::then(future, q, [](const Result<> &done) {
        if (!done) {
            // Said once a sign-in: the password will be asked for at the next start.
            qCInfo(base::lcNet, "no keyring keeps the sign-in: %s", qUtf8Printable(done.error().message));
        }
    });
}

void SignIn::Private::offline(const Error &why, const Error &without)
{
    aside([profile = profile, typed = password, now = parts.clock.nowMs()] { return tryCopy(profile, typed, now); },
          [this, why, without](const Tried &tried) {
              if (!tried.copy) {
                  qCInfo(base::lcNet, "sign-in: %s", qUtf8Printable(why.message));
                  fail(without);
              } else if (tried.waitMs > 0) {
                  settled = true;
                  forgetPassword();
                  Q_EMIT q->mustWait(tried.waitMs);
              } else if (!tried.matches) {
                  fail(tried.matches.error());
              } else {
                  unlock(*tried.copy, *tried.matches);
              }
          });
}

void SignIn::Private::unlock(const Profile::Kept &before, bool matches)
{
    if (!matches) {
        fail({Error::Kind::Auth, QStringLiteral("wrong password")});
        return;
    }
    if (before.withdrawn) {
        onWithdrawn();
        return;
    }
    if (leaseIsOver(before, parts.clock.nowMs())) {
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
    session.groups = kept.groups.list;
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
