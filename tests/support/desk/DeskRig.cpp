// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskRig.h"

#include "AssetTable.h"
#include "CallerNumber.h"
#include "Catch.h"
#include "DirectoryTables.h"
#include "PersonTable.h"
#include "SettingTable.h"

#include <QCoreApplication>

namespace comptoir::tests {

void runPosted()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
}

void HandTelephone::say(desk::CallEvent::Kind kind, const QString &id, const QString &number, const QString &name, const QString &cause)
{
    desk::CallEvent event;
    event.kind = kind;
    event.callId = id;
    event.number = number;
    event.callerName = name;
    event.cause = cause;
    Q_EMIT happened(event);
    runPosted();
}

DeskRig::DeskRig(store::Store::Post answers)
{
    store::Store::Config config;
    config.path = folder.filePath(QStringLiteral("mirror.sqlite"));
    config.migrations = QStringLiteral(":/sql/console");
    config.threads = false;
    config.post = std::move(answers);
    auto opened = store::Store::open(config);
    REQUIRE(opened);
    store = std::move(*opened);
    session.operatorId = ids.make<domain::OperatorId>();
    session.login = QStringLiteral("amelie");
    session.name = QStringLiteral("Amélie Roche");
    session.device = ids.make<domain::DeviceId>();
    session.deviceCode = QStringLiteral("7K");
    fill();
    catalogue = std::make_unique<desk::Catalogue>(*store);
    REQUIRE(settled(catalogue->load()));
}

desk::DeskParts DeskRig::parts()
{
    return {*store, clock, ids, session, *catalogue};
}

domain::Ticket DeskRig::written(const QString &summary, domain::OrganisationId organisation) const
{
    domain::Ticket ticket;
    ticket.summary = summary;
    ticket.organisation = organisation ? organisation : merignac;
    return ticket;
}

namespace {

domain::Organisation commune(domain::OrganisationId id, const QString &name, const QString &first, const QString &last,
                             const QString &prefix)
{
    domain::Organisation out;
    out.id = id;
    out.name = QStringLiteral("Ville de ") + name;
    out.shortName = name;
    out.numbering.ranges = {{first, last, prefix, 3}};
    return out;
}

domain::Person someone(domain::PersonId id, const domain::Organisation &organisation, const QString &given, const QString &family,
                       const QString &number)
{
    domain::Person out;
    out.id = id;
    out.scope = domain::scopeOf(organisation.id);
    out.organisation = organisation.id;
    out.givenName = given;
    out.familyName = family;
    out.email = given.toLower() + u'.' + family.toLower() + QStringLiteral("@example.org");
    out.login = family.toLower();
    out.numbers.list = {{domain::NumberKind::Extension, number, domain::numberKey(number, organisation)}};
    return out;
}

} // namespace

void DeskRig::fill()
{
    merignac = ids.make<domain::OrganisationId>();
    pessac = ids.make<domain::OrganisationId>();
    group = ids.make<domain::GroupId>();
    claire = ids.make<domain::PersonId>();
    paul = ids.make<domain::PersonId>();
    workstation = ids.make<domain::AssetId>();
    const auto one = commune(merignac, QStringLiteral("Mérignac"), QStringLiteral("4000"), QStringLiteral("4999"),
                             QStringLiteral("+33556102"));
    const auto two = commune(pessac, QStringLiteral("Pessac"), QStringLiteral("5000"), QStringLiteral("5999"), QStringLiteral("+33557936"));
    domain::Operator me;
    me.id = session.operatorId;
    me.login = session.login;
    me.name = session.name;
    me.groups.list = {group};
    domain::Group support;
    support.id = group;
    support.name = QStringLiteral("Poste de travail");
    domain::Asset pc;
    pc.id = workstation;
    pc.scope = domain::scopeOf(merignac);
    pc.organisation = merignac;
    pc.name = QStringLiteral("PC-04471");
    pc.users.list = {claire};
    pc.remote.list = {{QStringLiteral("vnc"), QStringLiteral("127.0.0.1::5971")}};
    const auto done = settled(store->write([&](store::Db &db) -> base::Result<> {
        return store::OrganisationTable::put(db, one, 1)
            .and_then([&] { return store::OrganisationTable::put(db, two, 2); })
            .and_then([&] { return store::OperatorTable::put(db, me, 3); })
            .and_then([&] { return store::GroupTable::put(db, support, 4); })
            .and_then([&] {
                return store::PersonTable::put(
                    db, someone(claire, one, QStringLiteral("Claire"), QStringLiteral("Martin"), QStringLiteral("4201")), 1);
            })
            .and_then([&] {
                return store::PersonTable::put(
                    db, someone(paul, two, QStringLiteral("Paul"), QStringLiteral("Durand"), QStringLiteral("5310")), 1);
            })
            .and_then([&] { return store::AssetTable::put(db, pc, 2); })
            .and_then([&] { return store::DeviceTable::learn(db, session.device, session.deviceCode, 141); });
    }));
    REQUIRE(done);
}

} // namespace comptoir::tests
