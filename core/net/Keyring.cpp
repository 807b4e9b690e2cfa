// SPDX-License-Identifier: GPL-3.0-or-later
#include "Keyring.h"

#include "Clock.h"
#include "Tuning.h"

#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace comptoir::net {

using base::Error;
using base::Result;

namespace {

Error errorOf(const QKeychain::Job &job)
{
    const auto kind = job.error() == QKeychain::EntryNotFound ? Error::Kind::NotFound : Error::Kind::Io;
    return {kind, QStringLiteral("the system keyring: ") + job.errorString()};
}

/// Starts a job; its answer, or Timeout, whichever comes first. A job that hangs is left to itself and deletes itself when it ends.
template <class Value, class Job, class Take>
QFuture<Result<Value>> answerOf(Job *job, const QString &key, Take take)
{
    auto promise = std::make_shared<QPromise<Result<Value>>>();
    auto answered = std::make_shared<bool>(false);
    promise->start();
    const auto answer = [promise, answered](const Result<Value> &value) {
        if (!std::exchange(*answered, true)) {
            promise->addResult(value);
            promise->finish();
        }
    };
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [answer, take, job] {
        answer(job->error() == QKeychain::NoError ? take(*job) : Result<Value>(tl::unexpected(errorOf(*job))));
    });
    QTimer::singleShot(kKeyringMs, job,
                       [answer] { answer(base::fail(Error::Kind::Timeout, QStringLiteral("the system keyring did not answer"))); });
    auto future = promise->future();
    job->start();
    return future;
}

/// What a keyring that was declined or failed says from then on.
template <class Value>
QFuture<Result<Value>> notAsked()
{
    const Result<Value> no = base::fail(Error::Kind::Io, QStringLiteral("the system keyring is not asked again in this run"));
    return QtFuture::makeReadyFuture(no);
}

const QString kService = QStringLiteral("comptoir");

} // namespace

template <class Value>
QFuture<Result<Value>> KeyringOnce::watched(QFuture<Result<Value>> answer)
{
    return answer.then([over = m_over, &clock = m_clock, since = m_clock.bootMs()](Result<Value> value) {
        // Where the prompt was declined, some keyrings say no more than that there is no such entry.
        const bool none = !value && value.error().kind == Error::Kind::NotFound && clock.bootMs() - since < kKeyringPromptMs;
        *over = *over || (!value && !none);
        return value;
    });
}

QFuture<Result<QByteArray>> KeyringOnce::read(const QString &key)
{
    return *m_over ? notAsked<QByteArray>() : watched(m_keyring.read(key));
}

QFuture<Result<>> KeyringOnce::write(const QString &key, const QByteArray &secret)
{
    return *m_over ? notAsked<void>() : watched(m_keyring.write(key, secret));
}

QFuture<Result<>> KeyringOnce::remove(const QString &key)
{
    // Who signs out leaves no token behind; that is asked by the operator, and in no work.
    return watched(m_keyring.remove(key));
}

QFuture<Result<QByteArray>> SystemKeyring::read(const QString &key)
{
    return answerOf<QByteArray>(new QKeychain::ReadPasswordJob(kService), key,
                                [](QKeychain::ReadPasswordJob &job) { return Result<QByteArray>(job.binaryData()); });
}

QFuture<Result<>> SystemKeyring::write(const QString &key, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(kService);
    job->setBinaryData(secret);
    return answerOf<void>(job, key, [](QKeychain::WritePasswordJob &) { return Result<>(); });
}

QFuture<Result<>> SystemKeyring::remove(const QString &key)
{
    return answerOf<void>(new QKeychain::DeletePasswordJob(kService), key, [](QKeychain::DeletePasswordJob &) { return Result<>(); });
}

} // namespace comptoir::net
