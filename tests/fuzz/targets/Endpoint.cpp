// SPDX-License-Identifier: GPL-3.0-or-later
#include "Admin.h"
#include "Fuzz.h"
#include "HttpText.h"

namespace comptoir::fuzz {

void bearer(QByteArrayView input)
{
    const QByteArray token = service::bearerToken(input);
    MUST(token == token.trimmed());
    MUST(token.isEmpty() || input.first(7).compare("Bearer ", Qt::CaseInsensitive) == 0);
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
