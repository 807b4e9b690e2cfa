// SPDX-License-Identifier: GPL-3.0-or-later
#include "Attaching.h"

#include "AttachmentTable.h"
#include "BlobKeep.h"
#include "OwnAttachmentTable.h"
#include "SettingTable.h"
#include "TicketChanges.h"
#include "TicketReading.h"
#include "TicketTable.h"

#include <QSet>
#include <QSysInfo>

#include <algorithm>
#include <utility>

namespace comptoir::desk {

using base::Error;
using base::Result;
using store::OwnAttachment;
using store::OwnAttachmentTable;

namespace {

constexpr qsizetype kMostHostName = 64; // as a sign-in tells it

tl::unexpected<Error> cannotAttach(const QString &why, const QString &code)
{
    return tl::unexpected(Error{Error::Kind::Invalid, why, code, QStringLiteral("attachment")});
}

/// The operation that attaches it; it has the file's id.
Result<> attachOne(store::Db &db, const Acting &acting, const domain::Ticket &ticket, OwnAttachment file)
{
    const auto device = store::DeviceTable::read(db);
    if (!device) {
        return tl::unexpected(device.error());
    }
    domain::TicketAttach payload;
    payload.attachment = file.id;
    payload.name = file.name;
    payload.size = file.size;
    payload.sha256 = file.sha256;
    payload.mediaType = file.mediaType;
    payload.holder = device->id;
    payload.holderName = QSysInfo::machineHostName().left(kMostHostName);
    file.attached = true;
    return performOn(db, acting, domain::OperationId{file.id.value}, ticket, payload).and_then([&] {
        return OwnAttachmentTable::put(db, file);
    });
}

AttachmentLine lineOf(const OwnAttachment &own)
{
    AttachmentLine line = begunWith(own);
    line.where = own.attached ? AttachmentLine::Where::Refused : AttachmentLine::Where::Draft;
    line.atMs = own.addedMs;
    return line;
}

/// How far its bytes have come.
Result<> readTravel(store::Db &db, const store::BlobKeep &keep, const OwnAttachment *own, AttachmentLine &line)
{
    using Where = AttachmentLine::Where;
    line.here = line.where != Where::Erased && keep.holds(line.sha256);
    if (line.where == Where::Waiting && !line.here) {
        line.where = Where::Elsewhere; // another copy of this console's had them
    }
    if (own && line.where == Where::Waiting) {
        line.moved = own->sent;
        line.failure = own->failure;
        line.where = own->sent > 0 ? Where::Going : Where::Waiting;
    }
    if (line.here || line.where != Where::Stored) {
        return {};
    }
    return store::WantedAttachmentTable::find(db, line.id).map([&](const std::optional<QString> &failure) {
        line.coming = failure && failure->isEmpty();
        line.failure = failure.value_or(QString());
        line.moved = line.coming ? keep.fetched(line.sha256) : 0;
    });
}

} // namespace

Result<> attach(store::Db &db, const QString &path, const Acting &acting, domain::AttachmentId id, domain::TicketId to,
                const QString &called, const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        return cannotAttach(QStringLiteral("the file is empty"), QStringLiteral("empty"));
    }
    if (bytes.size() > domain::kMostAttachmentBytes) {
        return cannotAttach(QStringLiteral("the file is larger than 25 MiB"), QStringLiteral("too_large"));
    }
    const auto ticket = store::TicketTable::find(db, to.value);
    const auto sum = store::BlobKeep(path).put(bytes); // on the disk before anything names it
    if (!ticket || !sum) {
        return tl::unexpected(ticket ? sum.error() : ticket.error());
    }
    OwnAttachment file;
    file.id = id;
    file.ticket = to;
    file.name = domain::attachmentName(called);
    file.size = sum->size;
    file.sha256 = sum->sha256;
    file.mediaType = domain::mediaTypeOf(bytes);
    file.addedMs = acting.when.wallMs;
    return *ticket ? attachOne(db, acting, (*ticket)->entity, file) : OwnAttachmentTable::put(db, file);
}

Result<> attachKept(store::Db &db, const Acting &acting, domain::TicketId opened)
{
    const auto files = OwnAttachmentTable::of(db, opened);
    if (!files) {
        return tl::unexpected(files.error());
    }
    for (const OwnAttachment &file : *files) {
        const auto done = file.attached
            ? Result<>()
            : readTicket(db, opened).and_then([&](const domain::Ticket &ticket) { return attachOne(db, acting, ticket, file); });
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<> moveKept(store::Db &db, domain::TicketId from, domain::TicketId to)
{
    auto files = OwnAttachmentTable::of(db, from);
    if (!files) {
        return tl::unexpected(files.error());
    }
    for (OwnAttachment &file : *files) {
        file.ticket = to;
        if (auto done = OwnAttachmentTable::put(db, file); !done) {
            return done;
        }
    }
    return {};
}

Result<> keepAgain(store::Db &db, domain::TicketId refused, domain::TicketId draft, const FileIds &anew)
{
    auto files = OwnAttachmentTable::of(db, refused);
    if (!files) {
        return tl::unexpected(files.error());
    }
    for (std::size_t at = 0; at < std::min(files->size(), anew.size()); ++at) {
        OwnAttachment file = files->at(at);
        const domain::AttachmentId before = std::exchange(file.id, anew.at(at));
        file.ticket = draft;
        file.attached = false;
        file.sent = 0;
        file.failure.clear();
        const auto done = OwnAttachmentTable::remove(db, before).and_then([&] { return OwnAttachmentTable::put(db, file); });
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<std::vector<AttachmentLine>> attachmentsOf(store::Db &db, const QString &path, domain::TicketId of)
{
    const auto rows = store::AttachmentTable::of(db, of);
    const auto own = OwnAttachmentTable::of(db, of);
    const auto device = store::DeviceTable::read(db);
    if (!rows || !own || !device) {
        return tl::unexpected(!rows ? rows.error() : !own ? own.error() : device.error());
    }
    const store::BlobKeep keep(path);
    std::vector<AttachmentLine> out;
    const auto add = [&](AttachmentLine line, const OwnAttachment *mine) {
        return readTravel(db, keep, mine, line).map([&] { out.push_back(std::move(line)); });
    };
    QSet<domain::AttachmentId> known;
    for (const auto &row : *rows) {
        const auto mine = std::find_if(own->begin(), own->end(), [&](const OwnAttachment &one) { return one.id == row.entity.id; });
        known.insert(row.entity.id);
        if (auto done = add(attachmentLineOf(row.entity, device->id), mine == own->end() ? nullptr : &*mine); !done) {
            return tl::unexpected(done.error());
        }
    }
    for (const OwnAttachment &mine : *own) {
        if (auto done = known.contains(mine.id) ? Result<>() : add(lineOf(mine), &mine); !done) {
            return tl::unexpected(done.error());
        }
    }
    return out;
}

} // namespace comptoir::desk
