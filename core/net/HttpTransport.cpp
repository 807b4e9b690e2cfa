// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpTransport.h"

#include "Clock.h"
#include "EventStream.h"
#include "Exchange.h"
#include "Limits.h"
#include "Log.h"
#include "ServiceAddress.h"
#include "Tuning.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>

namespace comptoir::net {

using base::Error;
using base::fail;
using base::Result;
using sync::Request;
using sync::Response;

using Answer = std::function<void(const Result<Response> &)>;

struct HttpTransport::Private
{
    Private(const Config &with, Session &whose, const base::Clock &when) : config(with), session(whose), clock(when) {}

    HttpTransport *q = nullptr;
    Config config;
    std::optional<QSslConfiguration> tls; ///< none where nothing is encrypted
    Session &session;
    const base::Clock &clock;
    Limits limits{kConnectMs, kIdleMs, kTotalMs, kEventsIdleMs};
    QNetworkAccessManager network;
    QTimer watchdog;
    QSet<Exchange *> running;
    std::vector<Answer> waiting; ///< for the renewal under way
    bool renewing = false;
    QPointer<EventStream> events;
    int eventsTurn = 0; ///< a renewal that ends after a close must not open the stream

    [[nodiscard]] QNetworkRequest requestFor(const QString &path) const;
    QNetworkReply *start(const Request &request, const QByteArray &token);
    void exchange(const Request &request, const QByteArray &token, Answer answer);
    void attempt(const Request &request, bool mayRenew, Answer answer);
    void renew(Answer answer);
    void askForTokens();
    void renewed(const Result<Response> &answer);
    void openEvents(bool mayRenew);
    void listen(bool mayRenew);
    void expireOld();
};

QNetworkRequest HttpTransport::Private::requestFor(const QString &path) const
{
    QUrl url = config.service;
    url.setPath(url.path() + path);
    QNetworkRequest request(url);
    if (tls) {
        request.setSslConfiguration(*tls);
    }
    // HTTP/2 is off: Debian's Qt has had no fix since May 2023.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader(QByteArrayLiteral("User-Agent"), QByteArrayLiteral("comptoir"));
    return request;
}

QNetworkReply *HttpTransport::Private::start(const Request &request, const QByteArray &token)
{
    QNetworkRequest out = requestFor(request.path);
    out.setRawHeader(QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("zstd"));
    if (!token.isEmpty()) {
        out.setRawHeader(QByteArrayLiteral("Authorization"), "Bearer " + token);
    }
    if (!request.body.isEmpty()) {
        const bool bytes = request.method == "PUT";
        out.setHeader(QNetworkRequest::ContentTypeHeader,
                      bytes ? QByteArrayLiteral("application/octet-stream") : QByteArrayLiteral("application/json"));
    }
    for (const auto &[name, value] : request.headers) {
        out.setRawHeader(name, value);
    }
    if (request.method == "HEAD") {
        return network.head(out); // as a custom request it would wait for a body
    }
    return network.sendCustomRequest(out, request.method, request.body);
}

void HttpTransport::Private::exchange(const Request &request, const QByteArray &token, Answer answer)
{
    const Exchange::Limits bounds{limits.connectMs, limits.idleMs, limits.totalMs, wire::kMostReplyBytes};
    auto *one = new Exchange(start(request, token), bounds, clock.bootMs(), std::move(answer), q);
    running.insert(one);
    QObject::connect(one, &QObject::destroyed, q, [this, one] { running.remove(one); });
}

void HttpTransport::Private::attempt(const Request &request, bool mayRenew, Answer answer)
{
    const QByteArray token = request.signedIn ? session.accessToken() : QByteArray();
    const auto again = [this, request, answer](const Result<Response> &renewal) {
        if (renewal && renewal->status == 200) {
            attempt(request, false, answer);
        } else {
            answer(renewal);
        }
    };
    if (request.signedIn && token.isEmpty()) {
        if (mayRenew) {
            renew(again);
        } else {
            answer(Response{401, {}, 0});
        }
        return;
    }
    exchange(request, token, [this, request, token, mayRenew, answer, again](const Result<Response> &got) {
        if (!got || got->status != 401 || !request.signedIn || !mayRenew) {
            answer(got);
        } else if (session.accessToken() != token && !session.accessToken().isEmpty()) {
            attempt(request, false, answer); // another request has renewed it meanwhile
        } else {
            renew(again);
        }
    });
}

void HttpTransport::Private::renew(Answer answer)
{
    waiting.push_back(std::move(answer));
    if (renewing) {
        return;
    }
    renewing = true;
    askForTokens();
}

void HttpTransport::Private::askForTokens()
{
    if (!session.canRenew()) {
        renewed(Response{401, {}, 0});
        return;
    }
    exchange(session.renewal(), {}, [this](const Result<Response> &got) {
        if (!got) {
            renewed(got);
            return;
        }
        const auto taken = session.take(*got);
        if (taken) {
            renewed(Response{200, {}, 0});
        } else if (taken.error().kind == Error::Kind::Auth) {
            askForTokens(); // a kept password may still serve; else this says 401
        } else if (taken.error().kind == Error::Kind::Busy || taken.error().kind == Error::Kind::TooNew) {
            renewed(got); // it was reached, and says what is the matter
        } else {
            renewed(tl::unexpected(taken.error()));
        }
    });
}

void HttpTransport::Private::renewed(const Result<Response> &answer)
{
    renewing = false;
    const std::vector<Answer> all = std::exchange(waiting, {});
    for (const Answer &one : all) {
        one(answer);
    }
    if (answer && answer->status == 401) {
        Q_EMIT q->signInNeeded();
    }
}

void HttpTransport::Private::openEvents(bool mayRenew)
{
    if (!session.accessToken().isEmpty()) {
        listen(mayRenew);
        return;
    }
    renew([this, turn = eventsTurn](const Result<Response> &renewal) {
        if (turn != eventsTurn) {
            return;
        }
        if (renewal && renewal->status == 200) {
            listen(false);
        } else {
            Q_EMIT q->eventsClosed();
        }
    });
}

void HttpTransport::Private::listen(bool mayRenew)
{
    QNetworkRequest request = requestFor(QStringLiteral("/v1/events"));
    request.setRawHeader(QByteArrayLiteral("Accept"), QByteArrayLiteral("text/event-stream"));
    request.setRawHeader(QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("identity"));
    request.setRawHeader(QByteArrayLiteral("Authorization"), "Bearer " + session.accessToken());
    events = new EventStream(network.get(request), {limits.connectMs, limits.eventsIdleMs}, q);
    QObject::connect(events, &EventStream::opened, q, &HttpTransport::eventsOpened);
    QObject::connect(events, &EventStream::arrived, q, &HttpTransport::eventArrived);
    QObject::connect(events, &EventStream::closed, q, [this, mayRenew, turn = eventsTurn](int status) {
        if (turn != eventsTurn) {
            return;
        }
        if (status != 401 || !mayRenew) {
            Q_EMIT q->eventsClosed();
            return;
        }
        renew([this, turn](const Result<Response> &renewal) {
            if (turn != eventsTurn) {
                return;
            }
            if (renewal && renewal->status == 200) {
                listen(false);
            } else {
                Q_EMIT q->eventsClosed();
            }
        });
    });
}

void HttpTransport::Private::expireOld()
{
    const qint64 now = clock.bootMs();
    const QSet<Exchange *> all = running;
    for (Exchange *one : all) {
        if (now - one->startedMs() > kWatchdogMs) {
            one->expire(QStringLiteral("the request outlived its watchdog"));
        }
    }
}

base::Result<std::unique_ptr<HttpTransport>> HttpTransport::open(const Config &config, Session &session, const base::Clock &clock)
{
    auto url = serviceUrl(config.service.toString());
    if (!url) {
        return tl::unexpected(url.error());
    }
    auto d = std::make_unique<Private>(Config{*url, config.authorities}, session, clock);
    // Even an empty configuration loads OpenSSL and the system's authorities: none where nothing is encrypted.
    if (url->scheme() == u"https" || !config.authorities.isEmpty()) {
        auto tls = tlsFor(config.authorities);
        if (!tls) {
            return tl::unexpected(tls.error());
        }
        d->tls = std::move(*tls);
    }
    return std::unique_ptr<HttpTransport>(new HttpTransport(std::move(d)));
}

HttpTransport::HttpTransport(std::unique_ptr<Private> d) : m_d(std::move(d))
{
    m_d->q = this;
    connect(&m_d->watchdog, &QTimer::timeout, this, [this] { m_d->expireOld(); });
    m_d->watchdog.start(kWatchdogEveryMs);
}

HttpTransport::~HttpTransport()
{
    closeEvents();
    // Before the network access they belong to.
    qDeleteAll(findChildren<Exchange *>(QString(), Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<EventStream *>(QString(), Qt::FindDirectChildrenOnly));
}

void HttpTransport::setLimits(const Limits &limits)
{
    m_d->limits = limits;
}

QFuture<Result<Response>> HttpTransport::send(const Request &request)
{
    auto promise = std::make_shared<QPromise<Result<Response>>>();
    promise->start();
    auto future = promise->future();
    m_d->attempt(request, true, [promise](const Result<Response> &answer) {
        promise->addResult(answer);
        promise->finish();
    });
    return future;
}

void HttpTransport::openEvents()
{
    closeEvents();
    m_d->openEvents(true);
}

void HttpTransport::closeEvents()
{
    ++m_d->eventsTurn;
    if (m_d->events) {
        m_d->events->close();
    }
}

} // namespace comptoir::net
