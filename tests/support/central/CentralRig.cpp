// SPDX-License-Identifier: GPL-3.0-or-later
#include "CentralRig.h"

#include "Catch.h"
#include "OpsMessages.h"
#include "RowWriter.h"

namespace comptoir::tests {

namespace {

const QString kRightPassword = QString::fromUtf16(CentralRig::kPassword);

domain::Organisation organisation(domain::OrganisationId id, const QString &name)
{
    domain::Organisation out;
    out.id = id;
    out.name = name;
    out.shortName = name;
    out.code = name;
    return out;
}

} // namespace

CentralRig::CentralRig()
{
    store::Store::Config config{folder.filePath(QStringLiteral("central.db")), QStringLiteral(":/sql/central"),
                                store::Db::Durability::Normal, false};
    if (ScratchDatabase::isThere()) {
        scratch = std::make_unique<ScratchDatabase>();
        config.backend = scratch->backend();
    }
    auto opened = store::Store::open(config);
    if (!opened) {
        FAIL(opened.error().message.toStdString());
    }
    store = std::move(*opened);
    service = std::make_unique<central::CentralService>(central::CentralService::Parts{*store, clock, random, {1, 8, 1}, false});
    const auto made = store
                          ->write([this](store::Db &db) -> base::Result<> {
                              central::RowWriter rows(db, {});
                              return rows.put(organisation(a, QStringLiteral("A")))
                                  .and_then([&](qint64) { return rows.put(organisation(b, QStringLiteral("B"))); })
                                  .map([](qint64) {});
                          })
                          .result();
    REQUIRE(made);
}

void CentralRig::addOperator(const QString &login, domain::Role role, const QStringList &organisations)
{
    domain::Operator who;
    who.login = login;
    who.name = login;
    who.role = role;
    REQUIRE(service->accounts().add({who, {}, organisations}, kRightPassword).result());
}

central::Answer<wire::SessionReply> CentralRig::trySignIn(const QString &login, const QString &password, const QByteArray &deviceName,
                                                          const QString &address)
{
    wire::SignInRequest request;
    request.login = login;
    request.password = password;
    request.device = domain::DeviceId::fromName(deviceName);
    request.deviceName = QString::fromUtf8(deviceName);
    return service->signIn(request.encode(), address).result().map([](const QByteArray &body) {
        return wire::SessionReply::decode(body).value();
    });
}

Desk CentralRig::signIn(const QString &login, const QByteArray &deviceName)
{
    auto reply = trySignIn(login, kRightPassword, deviceName);
    if (!reply) {
        FAIL(reply.error().problem.detail.toStdString() + reply.error().cause.toStdString());
    }
    return {domain::DeviceId::fromName(deviceName), *reply, reply->highestCounter};
}

wire::OpMessage CentralRig::message(domain::ScopeId scope, domain::EntityId entity, domain::Payload payload)
{
    domain::Operation op;
    op.id = ids.make<domain::OperationId>();
    op.scope = scope;
    op.entity = entity.isNull() ? domain::EntityId{op.id.value} : entity;
    op.payload = std::move(payload);
    return wire::OpMessage::from(op, 0);
}

wire::OpMessage CentralRig::ticketOpen(Desk &desk, domain::OrganisationId organisation, const QString &summary)
{
    domain::TicketOpen open;
    open.ticket.organisation = organisation;
    open.ticket.summary = summary;
    open.ticket.number = desk.nextNumber();
    return message(domain::scopeOf(organisation), {}, open);
}

central::Answer<wire::OpsReply> CentralRig::push(const Desk &desk, const std::vector<wire::OpMessage> &ops, const QByteArray &epoch)
{
    wire::OpsRequest request;
    request.epoch = epoch.isEmpty() ? desk.session.epoch : epoch;
    request.device = desk.device;
    request.ops = ops;
    request.clockMs = consoleClockMs.value_or(clock.now);
    return service->acceptOps(desk.session.accessToken, request.encode()).result().map([](const central::CentralService::Accepted &done) {
        return wire::OpsReply::decode(done.body).value();
    });
}

wire::Verdict CentralRig::verdict(const Desk &desk, const wire::OpMessage &op)
{
    const auto reply = push(desk, {op});
    if (!reply) {
        FAIL(reply.error().problem.detail.toStdString() + reply.error().cause.toStdString());
    }
    REQUIRE(reply->verdicts.size() == 1);
    REQUIRE(reply->verdicts.front().id == op.id);
    return reply->verdicts.front();
}

central::Answer<wire::ChangesReply> CentralRig::pull(const Desk &desk, const std::map<domain::ScopeId, wire::Cursor> &cursors, int limit)
{
    wire::ChangesRequest request;
    request.epoch = desk.session.epoch;
    request.cursors = cursors;
    request.limit = limit;
    request.device = desk.device;
    return service->changesAfter(desk.session.accessToken, request.encode(), false).result().map([](const central::PackedPage &page) {
        return wire::ChangesReply::decode(page.body).value();
    });
}

} // namespace comptoir::tests
