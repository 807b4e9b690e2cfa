// SPDX-License-Identifier: GPL-3.0-or-later
#include "Admin.h"
#include "Attachment.h"
#include "Fuzz.h"
#include "HttpText.h"

namespace comptoir::fuzz {

void bearer(QByteArrayView input)
{
    const QByteArray token = service::bearerToken(input);
    MUST(token == token.trimmed());
    MUST(token.isEmpty() || input.first(7).compare("Bearer ", Qt::CaseInsensitive) == 0);
}

void fileRequest(QByteArrayView input)
{
    if (const auto range = service::byteRange(input)) {
        MUST(range->from >= 0 && (range->count == -1 || range->count > 0));
        const QByteArray last = range->count > 0 ? QByteArray::number(range->from + range->count - 1) : QByteArray();
        MUST(service::byteRange(QByteArray("bytes=" + QByteArray::number(range->from) + '-' + last)) == range);
    }
    if (const auto offset = service::uploadOffset(input)) {
        MUST(*offset >= 0 && service::uploadOffset(QByteArray::number(*offset)) == offset);
    }
    const QByteArray path = input.toByteArray();
    MUST(!service::isRoute("/v1/blobs/{a}/{b}/{c}", path) || (path.startsWith("/v1/blobs/") && path.count('/') == 5));
    MUST(domain::isAttachmentName(domain::attachmentName(QString::fromUtf8(path))));
    const auto *units = reinterpret_cast<const char16_t *>(path.constData());
    MUST(domain::isAttachmentName(domain::attachmentName(QString::fromUtf16(units, path.size() / 2))));
    MUST(domain::isMediaType(domain::mediaTypeOf(input)));
}

void adminMessage(QByteArrayView input)
{
    const QByteArray json = input.toByteArray();
    if (const auto request = service::AdminRequest::decode(json)) {
        readsItsOwnWriting(*request, [](const QByteArray &written) { return service::AdminRequest::decode(written); });
    }
    if (const auto reply = service::AdminReply::decode(json)) {
        readsItsOwnWriting(*reply, [](const QByteArray &written) { return service::AdminReply::decode(written); });
    }
    (void)service::AdminProgress::decode(json);
}

} // namespace comptoir::fuzz
