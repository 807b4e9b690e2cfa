// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Compression.h"
#include "EntityRows.h"
#include "OpsMessages.h"
#include "PayloadCodec.h"
#include "Ticket.h"

using namespace comptoir;

TEST_CASE("a batch travels unchanged", "[wire][ops]")
{
    domain::Operation op;
    op.id.value.bytes[3] = 7;
    op.entity.value = op.id.value;
    op.scope.value.bytes[0] = 1;
    domain::TicketOpen open;
    open.ticket.summary = QStringLiteral("été \"x\" \U0001F600");
    open.ticket.tags.list = {QStringLiteral("a"), QStringLiteral("b\"")};
    op.payload = open;
    wire::OpsRequest request;
    request.device.value.bytes[1] = 5;
    request.ops.push_back(wire::OpMessage::from(op, 12));
    const auto back = wire::OpsRequest::decode(request.encode());
    INFO((back ? QString() : back.error().message).toStdString());
    REQUIRE(back);
    REQUIRE(back->ops == request.ops);
    const auto read = back->ops[0].toOperation();
    REQUIRE(read);
    REQUIRE(*read == op);
}

TEST_CASE("a page travels unchanged", "[wire][changes]")
{
    domain::Ticket ticket;
    ticket.id.value.bytes[2] = 9;
    ticket.summary = QStringLiteral("imprimante\n");
    ticket.number = QStringLiteral("7K-1");
    wire::PageWriter page({}, 1, 0);
    page.beginTable("ticket", wire::headerOf<domain::Ticket>());
    wire::writeRow(page, ticket, 5);
    page.endTable();
    page.gone({"person", ticket.id.value, 4});
    const QByteArray json = wire::encodeChangesReply("e1", {page.finish(5, 2, true)}, {});
    const auto packed = wire::compress(json);
    const auto reply = wire::ChangesReply::decode(*wire::decompress(packed, 1'000'000));
    INFO((reply ? QString() : reply.error().message).toStdString());
    REQUIRE(reply);
    REQUIRE(reply->pages.size() == 1);
    REQUIRE(reply->pages[0].tables[0].rowCount == 1);
    const auto read = wire::readRow<domain::Ticket>(reply->pages[0].tables[0], 0);
    REQUIRE(read);
    REQUIRE(*read == ticket);
    REQUIRE(reply->pages[0].gone.size() == 1);
}
