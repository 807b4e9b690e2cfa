// SPDX-License-Identifier: GPL-3.0-or-later
#include "Admin.h"
#include "NumberingOption.h"

namespace comptoir::service {

namespace {

using base::Result;

/// One line each: code, short name, name, parent, ranges of extensions, trunks.
QString organisationTable(const std::vector<domain::Organisation> &all)
{
    QHash<domain::OrganisationId, QString> names;
    for (const domain::Organisation &one : all) {
        names.insert(one.id, one.shortName);
    }
    QStringList out;
    for (const domain::Organisation &one : all) {
        QStringList ranges;
        for (const auto &range : one.numbering.ranges) {
            ranges += textOf(range);
        }
        QStringList trunks(one.numbering.trunks.begin(), one.numbering.trunks.end());
        out += QStringList{one.code,
                           one.shortName,
                           one.name,
                           names.value(one.parent),
                           ranges.join(QStringLiteral(", ")),
                           trunks.join(QStringLiteral(", "))}
                   .join(u'\t');
    }
    return out.join(u'\n');
}

QString groupTable(const std::vector<domain::Group> &all)
{
    QStringList out;
    for (const domain::Group &one : all) {
        out += one.name;
    }
    return out.join(u'\n');
}

template <class IdType>
QFuture<AdminEffect> told(QFuture<Result<IdType>> change, const QString &sentence)
{
    return change.then([sentence](const Result<IdType> &id) { return id ? done(sentence, {}, true) : failure(id.error()); });
}

domain::Organisation organisationIn(const AdminRequest &request)
{
    domain::Organisation out;
    out.name = request.subject;
    out.shortName = request.shortName;
    out.code = request.code;
    out.numbering = request.numbering;
    return out;
}

} // namespace

std::optional<QFuture<AdminEffect>> performOnOrganisations(central::Organisations &organisations, const AdminRequest &request)
{
    if (request.action == u"organisation.add") {
        return told(organisations.add(organisationIn(request), request.parent),
                    QStringLiteral("added; nobody sees its tickets before `user grant`"));
    }
    if (request.action == u"organisation.numbering") {
        return told(organisations.renumber(request.subject, request.numbering), QStringLiteral("numbering replaced"));
    }
    if (request.action == u"organisation.list") {
        return organisations.list().then([](const Result<std::vector<domain::Organisation>> &all) {
            return all ? done(organisationTable(*all)) : failure(all.error());
        });
    }
    if (request.action == u"group.add") {
        return told(organisations.addGroup(request.subject), QStringLiteral("added"));
    }
    if (request.action == u"group.list") {
        return organisations.groups().then(
            [](const Result<std::vector<domain::Group>> &all) { return all ? done(groupTable(*all)) : failure(all.error()); });
    }
    return std::nullopt;
}

} // namespace comptoir::service
