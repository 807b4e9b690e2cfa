// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpText.h"

#include <QList>

#include <algorithm>

namespace comptoir::service {

namespace {

const char *reasonOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 416: return "Range Not Satisfiable";
    case 422: return "Unprocessable Content";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    case 507: return "Insufficient Storage";
    default: return "Internal Server Error";
    }
}

/// Decimal digits alone, few enough for any number of bytes.
std::optional<qint64> countIn(QByteArrayView digits)
{
    constexpr qsizetype most = 15;
    const bool good = !digits.isEmpty() && digits.size() <= most
        && std::all_of(digits.begin(), digits.end(), [](char one) { return one >= '0' && one <= '9'; });
    return good ? std::optional(digits.toByteArray().toLongLong()) : std::nullopt;
}

// What is told concerns one console at one moment, and no browser is to guess its type.
constexpr char kAlways[] = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";

} // namespace

QByteArray replyHead(const HttpReply &reply, bool keepAlive)
{
    QByteArray out = "HTTP/1.1 ";
    out += QByteArray::number(reply.status) + ' ' + reasonOf(reply.status) + "\r\n";
    if (!reply.contentType.isEmpty()) {
        out += "Content-Type: " + reply.contentType + "\r\n";
    }
    if (reply.status != 204) {
        out += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    }
    out += kAlways;
    for (const auto &[name, value] : reply.headers) {
        out += name + ": " + value + "\r\n";
    }
    out += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return out;
}

QByteArray streamHead()
{
    QByteArray out = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Accel-Buffering: no\r\n";
    out += kAlways;
    return out + "Connection: close\r\n\r\n";
}

HttpReply plainProblem(int status, const QByteArray &title)
{
    HttpReply out;
    out.status = status;
    out.contentType = "application/problem+json";
    out.body = "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + QByteArray::number(status) + "}";
    return out;
}

QByteArray bearerToken(QByteArrayView authorization)
{
    constexpr qsizetype scheme = 7;
    if (authorization.size() <= scheme || authorization.first(scheme).compare("Bearer ", Qt::CaseInsensitive) != 0) {
        return {};
    }
    return authorization.sliced(scheme).toByteArray().trimmed();
}

std::optional<ByteRange> byteRange(QByteArrayView header)
{
    constexpr QByteArrayView unit("bytes=");
    const qsizetype dash = header.indexOf('-');
    if (!header.startsWith(unit) || dash < 0) {
        return std::nullopt;
    }
    const auto from = countIn(header.sliced(unit.size(), std::max(dash, unit.size()) - unit.size()));
    const QByteArrayView end = header.sliced(dash + 1);
    const auto last = end.isEmpty() ? std::optional<qint64>(-1) : countIn(end);
    if (!from || !last || (!end.isEmpty() && *last < *from)) {
        return std::nullopt;
    }
    return ByteRange{*from, end.isEmpty() ? -1 : *last - *from + 1};
}

std::optional<qint64> uploadOffset(QByteArrayView header)
{
    return countIn(header);
}

bool isRoute(const QByteArray &route, const QByteArray &path)
{
    if (!route.contains('{')) {
        return route == path;
    }
    const QList<QByteArray> wanted = route.split('/');
    const QList<QByteArray> found = path.split('/');
    return std::equal(wanted.begin(), wanted.end(), found.begin(), found.end(),
                      [](const QByteArray &one, const QByteArray &other) { return one.startsWith('{') ? !other.isEmpty() : one == other; });
}

} // namespace comptoir::service
