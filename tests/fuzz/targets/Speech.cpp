// SPDX-License-Identifier: GPL-3.0-or-later
#include <QList> // before IdList.h, which needs it whole
#include <QStringView>

#include "Compression.h"
#include "EventMessages.h"
#include "FedInPieces.h"
#include "Fuzz.h"
#include "Problem.h"
#include "SessionMessages.h"
#include "SseParser.h"

namespace comptoir::fuzz {

namespace {

template <class Message>
void readAs(QByteArrayView input)
{
    if (const auto message = Message::decode(input)) {
        readsItsOwnWriting(*message, [](const QByteArray &json) { return Message::decode(json); });
    }
}

} // namespace

void session(QByteArrayView input)
{
    const Drawn drawn(input, 3);
    switch (drawn.choice) {
    case 0: readAs<wire::SignInRequest>(drawn.rest); break;
    case 1: readAs<wire::RefreshRequest>(drawn.rest); break;
    default: readAs<wire::SessionReply>(drawn.rest);
    }
}

void events(QByteArrayView input)
{
    readAs<wire::EventMessage>(input);
    readAs<wire::PresenceMessage>(input);
}

void problem(QByteArrayView input)
{
    readAs<wire::Problem>(input);
}

void unpack(QByteArrayView input)
{
    constexpr qsizetype most = 64 * 1024;
    if (const auto plain = wire::decompress(input, most)) {
        MUST(plain->size() <= most);
    }
    if (input.size() % 16 != 0) {
        return; // packing costs thirty times what unpacking does
    }
    const auto again = wire::decompress(wire::compress(input), most);
    MUST(again.has_value() == (input.size() <= most));
    MUST(!again || *again == input);
}

void sse(QByteArrayView input)
{
    (void)fedInPieces<net::SseParser>(input, 4096);
}

} // namespace comptoir::fuzz
