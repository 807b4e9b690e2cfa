// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlobReply.h"

#include "OpMessage.h"

namespace comptoir::service {

namespace {

std::optional<qint64> numberIn(const central::Fault &fault, const QString &member)
{
    const auto found = fault.problem.extensions.find(member);
    const auto *number = found == fault.problem.extensions.end() ? nullptr : std::get_if<qint64>(&found->second);
    return number ? std::optional(*number) : std::nullopt;
}

} // namespace

std::optional<central::blobs::Address> blobAddress(const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('/'); // "", "v1", "blobs", scope, ticket, attachment
    if (parts.size() != 6) {
        return std::nullopt;
    }
    const auto scope = wire::scopeFromText(parts[3]);
    const auto ticket = base::Uuid::fromText(parts[4]);
    const auto attachment = base::Uuid::fromText(parts[5]);
    if (!scope || !ticket || !attachment) {
        return std::nullopt;
    }
    return central::blobs::Address{*scope, domain::TicketId{*ticket}, domain::AttachmentId{*attachment}};
}

HttpReply blobState(const central::blobs::State &state)
{
    return {204,
            {},
            {},
            {{"Upload-Offset", QByteArray::number(state.received)},
             {"Upload-Length", QByteArray::number(state.size)},
             {"Upload-Complete", state.stored ? "?1" : "?0"}}};
}

HttpReply blobPart(const central::blobs::Part &part, bool isRange)
{
    HttpReply out{
        isRange ? 206 : 200,
        "application/octet-stream",
        part.bytes,
        {{"Content-Disposition", "attachment"}, {"Content-Security-Policy", "default-src 'none'; sandbox"}, {"Accept-Ranges", "bytes"}}};
    if (isRange) {
        out.headers.emplace_back("Content-Range",
                                 "bytes " + QByteArray::number(part.from) + '-' + QByteArray::number(part.from + part.bytes.size() - 1)
                                     + '/' + QByteArray::number(part.size));
    }
    return out;
}

void tellPlace(HttpReply &reply, const central::Fault &fault)
{
    if (const auto offset = numberIn(fault, QStringLiteral("offset"))) {
        reply.headers.emplace_back("Upload-Offset", QByteArray::number(*offset));
    }
    if (const auto size = numberIn(fault, QStringLiteral("size"))) {
        reply.headers.emplace_back("Content-Range", "bytes */" + QByteArray::number(*size));
    }
}

} // namespace comptoir::service
