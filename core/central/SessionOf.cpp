// SPDX-License-Identifier: GPL-3.0-or-later
#include "SessionOf.h"

namespace comptoir::central {

Answer<Session> sessionOf(store::Db &db, const QByteArray &digest, qint64 nowMs)
{
    const auto session = SessionTable::byAccessToken(db, digest, nowMs);
    if (!session) {
        return tl::unexpected<Fault>(session.error());
    }
    if (!*session) {
        return signInNeeded();
    }
    if (auto narrowed = db.workFor((*session)->operatorId.value); !narrowed) {
        return tl::unexpected<Fault>(narrowed.error());
    }
    return **session;
}

} // namespace comptoir::central
