// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpText.h"

namespace comptoir::service {

namespace {

const char *reasonOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 204: return "No Content";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    default: return "Internal Server Error";
    }
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

} // namespace comptoir::service
