// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catch.h"
#include "CentralRig.h"
#include "EntityTable.h"

#include <QCryptographicHash>

namespace comptoir::tests {

/// Bytes that compress to nothing less, the same for the same seed.
inline QByteArray contentOf(qsizetype size, quint64 seed = 1)
{
    base::SeededRandom random(seed);
    return random.bytes(size);
}

struct File
{
    central::blobs::Address address;
};

/// An operator who attaches files to tickets of their own.
struct BlobDesk
{
    BlobDesk(CentralRig &service, const QString &login, const QStringList &organisations) : rig(service)
    {
        rig.addOperator(login, domain::Role::Operator, organisations);
        desk = rig.signIn(login, login.toUtf8());
    }

    BlobDesk(CentralRig &service, const Desk &who) : rig(service), desk(who) {}

    /// To a new ticket of the organisation, A where none is named.
    File attach(const QByteArray &bytes, domain::OrganisationId organisation = {})
    {
        auto open = rig.ticketOpen(desk, organisation.isNull() ? rig.a : organisation, QStringLiteral("écran"));
        REQUIRE(wire::isAccepted(rig.verdict(desk, open).code));
        return attachTo(open, bytes);
    }

    File attachTo(const wire::OpMessage &open, const QByteArray &bytes, const QString &name = QStringLiteral("écran.png"))
    {
        const auto op = rig.message(open.scope, open.entity, payloadOf(bytes, name));
        const auto verdict = rig.verdict(desk, op);
        INFO(verdict.data.toStdString());
        REQUIRE(verdict.code == wire::VerdictCode::Ok);
        return {{open.scope, domain::TicketId{open.entity.value}, last}};
    }

    wire::Verdict attachVerdict(const QByteArray &bytes, const QString &name, domain::AttachmentId id = {})
    {
        auto open = rig.ticketOpen(desk, rig.a, QStringLiteral("écran"));
        REQUIRE(wire::isAccepted(rig.verdict(desk, open).code));
        domain::TicketAttach payload = payloadOf(bytes, name);
        payload.attachment = id.isNull() ? payload.attachment : id;
        return rig.verdict(desk, rig.message(open.scope, open.entity, payload));
    }

    domain::TicketAttach payloadOf(const QByteArray &bytes, const QString &name)
    {
        last = rig.ids.make<domain::AttachmentId>();
        const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        return {last,
                name,
                bytes.size(),
                QString::fromLatin1(digest),
                domain::mediaTypeOf(bytes.left(512)),
                desk.device,
                QStringLiteral("poste"),
                false};
    }

    central::Answer<central::blobs::State> state(const File &file)
    {
        return rig.service->blobs().state(desk.session.accessToken, file.address).result();
    }

    central::Answer<central::blobs::Settled> put(const File &file, qint64 offset, const QByteArray &bytes)
    {
        return rig.service->blobs().put(desk.session.accessToken, file.address, offset, bytes).result();
    }

    central::Answer<central::blobs::Part> read(const File &file, qint64 from, qint64 most)
    {
        return rig.service->blobs().read(desk.session.accessToken, file.address, from, most).result();
    }

    /// The whole, in pieces; it has to be stored then.
    void send(const File &file, const QByteArray &bytes)
    {
        for (qint64 at = 0; at < bytes.size(); at += domain::kMostPieceBytes) {
            const auto done = put(file, at, bytes.mid(at, domain::kMostPieceBytes));
            INFO((done ? QString() : done.error().problem.detail + done.error().cause).toStdString());
            REQUIRE(done);
        }
        REQUIRE(state(file)->stored);
    }

    /// The whole, asked for so many bytes at a time.
    QByteArray fetched(const File &file, qint64 most)
    {
        QByteArray out;
        for (;;) {
            const auto part = read(file, out.size(), most);
            REQUIRE(part);
            REQUIRE(part->from == out.size());
            out += part->bytes;
            if (out.size() >= part->size) {
                return out;
            }
        }
    }

    domain::Attachment row(const File &file) { return stored(file).entity; }
    qint64 seqOf(const File &file) { return stored(file).seq; }

    store::EntityTable<domain::Attachment>::Stored stored(const File &file)
    {
        const auto found = rig.store
                               ->read([&](store::Db &db) {
                                   return store::EntityTable<domain::Attachment>::find(db, file.address.attachment.value);
                               })
                               .result();
        REQUIRE(found);
        REQUIRE(*found);
        return **found;
    }

    CentralRig &rig;
    Desk desk;
    domain::AttachmentId last;
};

} // namespace comptoir::tests
