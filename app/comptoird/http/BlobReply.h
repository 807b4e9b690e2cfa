// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Blobs.h"
#include "HttpMessages.h"

namespace comptoir::service {

/// Whose bytes a path of `/v1/blobs/{scope}/{ticket}/{attachment}` asks for; nothing where one of them is no id.
[[nodiscard]] std::optional<central::blobs::Address> blobAddress(const QByteArray &path);
/// How far the bytes have come, in the header: `Upload-Offset`, `Upload-Length`, `Upload-Complete`.
[[nodiscard]] HttpReply blobState(const central::blobs::State &state);
/// Bytes of a file: 206, or 200 where no range was asked for. To be saved, whatever they are, and never shown as a page of this service.
[[nodiscard]] HttpReply blobPart(const central::blobs::Part &part, bool isRange);
/// Adds to the answer of a fault what stands in headers beside: where the service stands, how long the file is.
void tellPlace(HttpReply &reply, const central::Fault &fault);

} // namespace comptoir::service
