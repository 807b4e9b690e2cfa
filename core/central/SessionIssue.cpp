// SPDX-License-Identifier: GPL-3.0-or-later
#include "SessionIssue.h"

#include "AuditTable.h"
#include "DeviceTable.h"
#include "EntityTable.h"
#include "Log.h"
#include "MetaTable.h"
#include "Tuning.h"

namespace comptoir::central {

namespace {

using Reply = Answer<wire::SessionReply>;

/// Same shape for all refusals: whoever holds a bad token learns nothing from the answer.
Reply refused()
{
    return fault(401, QStringLiteral("sign_in"), QStringLiteral("The refresh token is not valid; sign in again."));
}

/// Told to who was signed in, and to nobody who tries a password: for that one the account is not there.
Reply withdrawn()
{
    return fault(401, QStringLiteral("withdrawn"),
                 QStringLiteral("This account was withdrawn; its copy on this computer is to be emptied."));
}

/// A token that was rotated long ago, or came from another device, was copied by somebody: nobody may go on with this sign-in.
base::Result<Reply> endFamily(store::Db &db, const SessionTable::Family &family, qint64 nowMs)
{
    qCWarning(base::lcCentral) << "a refresh token was used again: the sign-in ends";
    return SessionTable::end(db, family.id, nowMs)
        .and_then([&] {
            return AuditTable::append(db, {nowMs, family.operatorId, QStringLiteral("refresh_reused"), family.device.toString(), {}});
        })
        .map([] { return refused(); });
}

} // namespace

Reply issueTokens(store::Db &db, const SessionTable::Family &family, const QString &deviceName, base::Random &random, qint64 nowMs)
{
    const auto who = store::EntityTable<domain::Operator>::find(db, family.operatorId.value);
    const auto epoch = MetaTable::epoch(db);
    if (!who || !epoch) {
        return tl::unexpected<Fault>(who ? epoch.error() : who.error());
    }
    if (!*who || !(*who)->entity.active) {
        return refused();
    }
    wire::SessionReply reply;
    reply.accessToken = newToken(random);
    reply.refreshToken = newToken(random);
    const auto device = DeviceTable::signedIn(db, family.device, family.operatorId, deviceName, *epoch, nowMs);
    if (!device) {
        return tl::unexpected<Fault>(device.error());
    }
    const auto kept = SessionTable::addAccessToken(db, family.id, nowMs + kAccessTokenMs, tokenDigest(reply.accessToken)).and_then([&] {
        return SessionTable::addRefreshToken(db, family.id, family.rotation, tokenDigest(reply.refreshToken));
    });
    if (!kept) {
        return tl::unexpected<Fault>(kept.error());
    }
    reply.accessExpiresInS = kAccessTokenMs / base::kSecondMs;
    reply.operatorId = family.operatorId;
    reply.operatorName = (*who)->entity.name;
    reply.role = (*who)->entity.role;
    reply.groups = (*who)->entity.groups;
    reply.deviceCode = device->code;
    reply.highestCounter = device->highest;
    reply.epoch = *epoch;
    reply.serviceTimeMs = nowMs;
    return reply;
}

base::Result<Reply> rotateTokens(store::Db &db, const wire::RefreshRequest &request, base::Random &random, qint64 nowMs)
{
    const auto found = SessionTable::byRefreshToken(db, tokenDigest(request.refreshToken));
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (*found && (*found)->device == request.device) {
        const auto who = store::EntityTable<domain::Operator>::find(db, (*found)->operatorId.value);
        if (!who) {
            return tl::unexpected(who.error());
        }
        if (!*who || !(*who)->entity.active) {
            return withdrawn();
        }
    }
    if (!*found || (*found)->ended || nowMs - (*found)->rotatedMs > kRefreshTokenMs) {
        return refused();
    }
    SessionTable::Family family = **found;
    const bool newest = family.tokenRotation == family.rotation;
    const bool replyWasLost = family.tokenRotation == family.rotation - 1 && nowMs - family.rotatedMs <= kRefreshGraceMs;
    if (family.device != request.device || (!newest && !replyWasLost)) {
        return endFamily(db, family, nowMs);
    }
    if (newest) {
        ++family.rotation;
        if (auto rotated = SessionTable::rotate(db, family.id, family.rotation, nowMs); !rotated) {
            return tl::unexpected(rotated.error());
        }
    }
    return issueTokens(db, family, {}, random, nowMs);
}

} // namespace comptoir::central
