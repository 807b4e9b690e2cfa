// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace comptoir::service {

/// A request that was read whole and is well-formed HTTP.
struct HttpRequest
{
    QByteArray method; ///< HEAD comes as GET
    QByteArray path; ///< without the query
    QByteArray token; ///< behind `Authorization: Bearer`; empty = none
    QByteArray body;
    QString address; ///< whom limits are counted against
    bool takesZstd = false;
    bool head = false; ///< the answer goes without its body
    QByteArray range; ///< as it was sent
    QByteArray uploadOffset; ///< as it was sent
};

struct HttpReply
{
    int status = 200;
    QByteArray contentType; ///< empty: no body
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< constants of the program and numbers; never what somebody sent
};

/// Where a stream of server-sent events gets its messages from.
struct EventSource
{
    std::function<std::optional<QByteArray>()> next; ///< one message that waits, or nothing
    std::function<bool()> isOver; ///< the listener may hear no more
    std::function<void()> ended; ///< the client is gone; called once
};

/// A client as the routes see it. Used on the endpoint's thread alone.
class HttpClient
{
public:
    virtual ~HttpClient() = default;
    /// Answers the request that stands; once.
    virtual void reply(HttpReply reply) = 0;
    /// Answers with a stream of events that lasts until one side ends it.
    virtual void stream(EventSource source) = 0;
    /// The source of the stream has something.
    virtual void wake() = 0;
    /// Ends the connection, after the answer that is due.
    virtual void drain() = 0;
};

} // namespace comptoir::service
