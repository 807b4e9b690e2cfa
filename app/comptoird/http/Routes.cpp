// SPDX-License-Identifier: GPL-3.0-or-later
#include "Routes.h"

#include "BlobReply.h"
#include "Clock.h"
#include "HttpLimits.h"
#include "HttpText.h"
#include "Log.h"
#include "OpMessage.h"

#include <QFile>

#include <chrono>

namespace comptoir::service {

namespace {

using central::Answer;
using central::Fault;

constexpr char kJson[] = "application/json";

qint64 nowUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

HttpReply json(const QByteArray &body)
{
    return {200, kJson, body, {}};
}

HttpReply replyOf(const Fault &fault)
{
    HttpReply out{fault.problem.status, "application/problem+json", fault.problem.encode(), {}};
    if (fault.retryAfterS > 0) {
        out.headers.emplace_back("Retry-After", QByteArray::number(fault.retryAfterS));
    }
    if (out.status == 401) {
        out.headers.emplace_back("WWW-Authenticate", "Bearer");
    }
    tellPlace(out, fault);
    return out;
}

} // namespace

const std::vector<Routes::Route> &Routes::table()
{
    static const std::vector<Route> routes{
        {"POST", "/v1/session", &Routes::signIn, true},
        {"DELETE", "/v1/session", &Routes::signOut, true},
        {"POST", "/v1/session/refresh", &Routes::refresh, true},
        {"POST", "/v1/ops", &Routes::ops, true},
        {"POST", "/v1/changes", &Routes::changes, true},
        {"GET", "/v1/events", &Routes::events, true},
        {"POST", "/v1/presence", &Routes::presence, true},
        {"GET", "/v1/blobs/{scope}/{ticket}/{attachment}", &Routes::readBlob, true},
        {"PUT", "/v1/blobs/{scope}/{ticket}/{attachment}", &Routes::writeBlob, true},
        {"POST", "/v1/archive/search", &Routes::searchArchive, true},
        {"GET", "/v1/archive/{scope}/{ticket}", &Routes::readArchive, true},
        {"GET", "/v1/openapi.json", &Routes::openapi, false},
        {"GET", "/healthz", &Routes::health, false},
        {"GET", "/readyz", &Routes::ready, true},
        {"GET", "/metrics", &Routes::metrics, false},
    };
    return routes;
}

std::vector<std::pair<QByteArray, QByteArray>> Routes::all()
{
    std::vector<std::pair<QByteArray, QByteArray>> out;
    for (const Route &route : table()) {
        out.emplace_back(route.method, route.path);
    }
    return out;
}

void Routes::serve(const HttpRequest &request, const Client &client)
{
    QByteArray allowed;
    for (const Route &route : table()) {
        if (!isRoute(route.path, request.path)) {
            continue;
        }
        if (request.method == route.method) {
            const Asked asked{request, client, route.path, nowUs()};
            if (route.database && m_inFlight >= kMostInFlight) {
                Fault busy(503, {}, QStringLiteral("Too many requests at once."));
                busy.retryAfterS = 1;
                return tell(asked, busy);
            }
            return (this->*route.run)(asked);
        }
        allowed += (allowed.isEmpty() ? "" : ", ") + QByteArray(route.method) + (qstrcmp(route.method, "GET") == 0 ? ", HEAD" : "");
    }
    const Asked asked{request, client, "other", nowUs()};
    if (allowed.isEmpty()) {
        return tell(asked, Fault(404, {}, QStringLiteral("There is nothing here.")));
    }
    HttpReply reply = replyOf(Fault(405, {}, QStringLiteral("Use another method.")));
    reply.headers.emplace_back("Allow", allowed);
    tell(asked, std::move(reply));
}

template <class T, class Then>
void Routes::afterwards(const Asked &asked, QFuture<Answer<T>> answer, Then then)
{
    ++m_inFlight;
    // `post` by value: an answer that comes after the end of the endpoint goes nowhere.
    answer.then([this, asked, then, post = m_parts.post](const Answer<T> &done) {
        post([this, asked, then, done] {
            --m_inFlight;
            if (!done) {
                return tell(asked, done.error());
            }
            if constexpr (std::is_void_v<T>) {
                then();
            } else {
                then(*done);
            }
        });
    });
}

void Routes::tell(const Asked &asked, HttpReply reply)
{
    m_metrics.answered(asked.route, reply.status, nowUs() - asked.sinceUs);
    asked.client->reply(std::move(reply));
}

void Routes::tell(const Asked &asked, const Fault &fault)
{
    if (fault.unusual) {
        qCCritical(base::lcHttp).noquote() << asked.route << "failed:" << fault.cause;
    }
    tell(asked, replyOf(fault));
    if (fault.problem.extension(QStringLiteral("code")) == u"cursor_ahead") {
        m_parts.cursorAhead();
    }
}

void Routes::signIn(const Asked &asked)
{
    afterwards(asked, m_parts.service.signIn(asked.request.body, asked.request.address),
               [this, asked](const QByteArray &body) { tell(asked, json(body)); });
}

void Routes::refresh(const Asked &asked)
{
    afterwards(asked, m_parts.service.refresh(asked.request.body), [this, asked](const QByteArray &body) { tell(asked, json(body)); });
}

void Routes::signOut(const Asked &asked)
{
    afterwards(asked, m_parts.service.signOut(asked.request.token), [this, asked](const central::Session &session) {
        m_parts.hub.closeOf(session.family);
        tell(asked, HttpReply{204, {}, {}, {}});
    });
}

void Routes::ops(const Asked &asked)
{
    afterwards(asked, m_parts.service.acceptOps(asked.request.token, asked.request.body),
               [this, asked](const central::CentralService::Accepted &done) {
                   m_metrics.operations(done.accepted, done.refused);
                   tell(asked, json(done.body));
                   m_parts.hub.moved(done.moved);
               });
}

void Routes::changes(const Asked &asked)
{
    afterwards(asked, m_parts.service.changesAfter(asked.request.token, asked.request.body, asked.request.takesZstd),
               [this, asked](const central::PackedPage &page) { tellPage(asked, page); });
}

void Routes::tellPage(const Asked &asked, const central::PackedPage &page)
{
    HttpReply reply = json(page.body);
    reply.headers.emplace_back("Vary", "Accept-Encoding");
    if (page.packed) {
        reply.headers.emplace_back("Content-Encoding", "zstd");
    }
    tell(asked, std::move(reply));
}

void Routes::events(const Asked &asked)
{
    afterwards(asked, m_parts.service.listener(asked.request.token),
               [this, asked](const central::Listener &listener) { listen(asked, listener); });
}

void Routes::listen(const Asked &asked, const central::Listener &listener)
{
    const std::weak_ptr<HttpClient> weak = asked.client;
    const auto over = std::make_shared<bool>(false);
    const auto wake = [weak] {
        if (const auto client = weak.lock()) {
            client->wake();
        }
    };
    const auto key = m_parts.hub.add(listener, {wake, [over, wake] {
                                                    *over = true;
                                                    wake();
                                                }});
    m_metrics.answered(asked.route, 200, nowUs() - asked.sinceUs);
    EventSource source;
    source.next = [this, key] {
        const auto message = m_parts.hub.take(key);
        return message ? std::optional(message->encode()) : std::nullopt;
    };
    source.isOver = [this, over, expires = listener.session.expiresMs] { return *over || m_parts.clock.nowMs() >= expires; };
    source.ended = [this, key] { m_parts.hub.remove(key); };
    asked.client->stream(std::move(source));
}

void Routes::presence(const Asked &asked)
{
    const auto told = wire::PresenceMessage::decode(asked.request.body);
    afterwards(asked, m_parts.service.session(asked.request.token), [this, asked, told](const central::Session &session) {
        if (!told) {
            return tell(asked, Fault(400, {}, told.error().message));
        }
        m_parts.hub.heard(session, *told, m_parts.clock.nowMs());
        tell(asked, HttpReply{204, {}, {}, {}});
    });
}

void Routes::readBlob(const Asked &asked)
{
    const auto address = blobAddress(asked.request.path);
    if (!address) {
        return tell(asked, Fault(404, QStringLiteral("not_found"), QStringLiteral("There is no such attachment.")));
    }
    if (asked.request.head) {
        return afterwards(asked, m_parts.service.blobs().state(asked.request.token, *address),
                          [this, asked](const central::blobs::State &state) { tell(asked, blobState(state)); });
    }
    const auto range = byteRange(asked.request.range);
    const qint64 most = range && range->count > 0 ? range->count : domain::kMostPieceBytes;
    afterwards(
        asked, m_parts.service.blobs().read(asked.request.token, *address, range ? range->from : 0, most),
        [this, asked, isRange = range.has_value()](const central::blobs::Part &part) {
            if (!isRange && part.bytes.size() < part.size) {
                return tell(
                    asked,
                    Fault(400, QStringLiteral("range"),
                          QStringLiteral("Ask for this file in ranges; an answer has at most %1 bytes.").arg(domain::kMostPieceBytes)));
            }
            tell(asked, blobPart(part, isRange));
        });
}

void Routes::writeBlob(const Asked &asked)
{
    const auto address = blobAddress(asked.request.path);
    if (!address) {
        return tell(asked, Fault(404, QStringLiteral("not_found"), QStringLiteral("There is no such attachment.")));
    }
    const qint64 offset = uploadOffset(asked.request.uploadOffset).value_or(-1);
    afterwards(asked, m_parts.service.blobs().put(asked.request.token, *address, offset, asked.request.body),
               [this, asked](const central::blobs::Settled &done) {
                   tell(asked, blobState(done.state));
                   m_parts.hub.moved(done.moved);
               });
}

void Routes::searchArchive(const Asked &asked)
{
    afterwards(asked, m_parts.service.archive().search(asked.request.token, asked.request.body, asked.request.takesZstd),
               [this, asked](const central::PackedPage &page) { tellPage(asked, page); });
}

void Routes::readArchive(const Asked &asked)
{
    const QList<QByteArray> parts = asked.request.path.split('/'); // "", "v1", "archive", scope, ticket
    const auto scope = wire::scopeFromText(parts.value(3));
    const auto ticket = base::Uuid::fromText(parts.value(4));
    if (!scope || !ticket) {
        return tell(asked, Fault(404, QStringLiteral("not_found"), QStringLiteral("There is no such ticket.")));
    }
    afterwards(asked, m_parts.service.archive().ticket(asked.request.token, *scope, domain::TicketId{*ticket}, asked.request.takesZstd),
               [this, asked](const central::PackedPage &page) { tellPage(asked, page); });
}

void Routes::health(const Asked &asked)
{
    tell(asked, json("{\"status\":\"ok\"}"));
}

void Routes::ready(const Asked &asked)
{
    if (m_stopping) {
        return tell(asked, Fault(503, {}, QStringLiteral("The service is stopping.")));
    }
    afterwards(asked, m_parts.service.ready(), [this, asked] { tell(asked, json("{\"status\":\"ready\"}")); });
}

void Routes::metrics(const Asked &asked)
{
    const Metrics::Gauges now{m_parts.connections(), m_parts.hub.size(), m_inFlight};
    tell(asked, HttpReply{200, "text/plain; version=0.0.4; charset=utf-8", m_metrics.text(now), {}});
}

void Routes::openapi(const Asked &asked)
{
    QFile file(QStringLiteral(":/openapi/openapi.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return tell(asked, Fault(404, {}, QStringLiteral("The description of the service is missing.")));
    }
    tell(asked, json(file.readAll()));
}

} // namespace comptoir::service
