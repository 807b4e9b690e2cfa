// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <string_view>
#include <utility>

namespace comptoir::fuzz {

// Every parser that meets bytes from outside. Each takes any bytes; what must hold of what it reads is checked with MUST.

void opsRequest(QByteArrayView input); ///< POST /v1/ops, its payloads and the reducer over them
void payload(QByteArrayView input); ///< one payload; the first byte draws its kind
void changesRequest(QByteArrayView input); ///< POST /v1/changes
void changesReply(QByteArrayView input); ///< its answer and the rows in it, as a console reads them
void opsReply(QByteArrayView input); ///< verdicts, as a console reads them
void session(QByteArrayView input); ///< sign-in, refresh and their answer; the first byte draws which
void events(QByteArrayView input); ///< the data of server-sent events, and presence
void problem(QByteArrayView input); ///< RFC 9457
void unpack(QByteArrayView input); ///< zstd with its limit
void sse(QByteArrayView input); ///< a stream of server-sent events, in pieces
void netstrings(QByteArrayView input); ///< baresip's control connection, in pieces, and its events
void localMessage(QByteArrayView input); ///< the console's socket, and addresses given to it
void adminMessage(QByteArrayView input); ///< the service's socket
void assist(QByteArrayView input); ///< remote help: policy, template and target
void bearer(QByteArrayView input); ///< the Authorization header
void fileRequest(QByteArrayView input); ///< the headers and the path of a request for the bytes of a file, and what a file is called
void csv(QByteArrayView input);
void ldif(QByteArrayView input);
void people(QByteArrayView input);
void inventory(QByteArrayView input);
void serviceNow(QByteArrayView input);
void texts(QByteArrayView input); ///< the text forms of fields; the first byte draws which
void callerNumber(QByteArrayView input); ///< numbers as telephones report them

using Target = void (*)(QByteArrayView);
inline constexpr std::array kTargets{
    std::pair{std::string_view("opsRequest"), Target{&opsRequest}},
    std::pair{std::string_view("payload"), Target{&payload}},
    std::pair{std::string_view("changesRequest"), Target{&changesRequest}},
    std::pair{std::string_view("changesReply"), Target{&changesReply}},
    std::pair{std::string_view("opsReply"), Target{&opsReply}},
    std::pair{std::string_view("session"), Target{&session}},
    std::pair{std::string_view("events"), Target{&events}},
    std::pair{std::string_view("problem"), Target{&problem}},
    std::pair{std::string_view("unpack"), Target{&unpack}},
    std::pair{std::string_view("sse"), Target{&sse}},
    std::pair{std::string_view("netstrings"), Target{&netstrings}},
    std::pair{std::string_view("localMessage"), Target{&localMessage}},
    std::pair{std::string_view("adminMessage"), Target{&adminMessage}},
    std::pair{std::string_view("assist"), Target{&assist}},
    std::pair{std::string_view("bearer"), Target{&bearer}},
    std::pair{std::string_view("fileRequest"), Target{&fileRequest}},
    std::pair{std::string_view("csv"), Target{&csv}},
    std::pair{std::string_view("ldif"), Target{&ldif}},
    std::pair{std::string_view("people"), Target{&people}},
    std::pair{std::string_view("inventory"), Target{&inventory}},
    std::pair{std::string_view("serviceNow"), Target{&serviceNow}},
    std::pair{std::string_view("texts"), Target{&texts}},
    std::pair{std::string_view("callerNumber"), Target{&callerNumber}},
};

} // namespace comptoir::fuzz
