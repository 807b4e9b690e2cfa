// SPDX-License-Identifier: GPL-3.0-or-later
#include "CatalogueLists.h"

#include "Asset.h"
#include "Catalogue.h"
#include "DeskSession.h"
#include "Parts.h"

namespace comptoir::ui {

FormLists formLists(const Parts &parts, const domain::Ticket &ticket, const std::vector<domain::Asset> &assets)
{
    FormLists lists;
    for (const domain::Category &category : parts.catalogue.categories()) {
        lists.categories.push_back({category.id.toString(), parts.catalogue.categoryPath(category.id)});
    }
    for (const domain::Site &site : parts.catalogue.sites(ticket.organisation)) {
        lists.sites.push_back({site.id.toString(), site.name});
    }
    for (const domain::Group &group : parts.catalogue.groups()) {
        lists.groups.push_back({group.id.toString(), group.name});
    }
    for (const domain::Asset &asset : assets) {
        lists.assets.push_back({asset.id.toString(), asset.model.isEmpty() ? asset.name : asset.name + u" · "_qs + asset.model});
    }
    lists.organisations = organisationChoices(parts);
    if (const domain::Organisation *organisation = parts.catalogue.organisation(ticket.organisation)) {
        lists.rules = organisation->rules;
    }
    lists.mayRestrict = parts.catalogue.servesRestricted(ticket.organisation);
    lists.mayDeclareMajor = parts.session.supervises();
    return lists;
}

Choices operatorChoices(const Parts &parts)
{
    Choices out;
    for (const domain::Operator &one : parts.catalogue.operators()) {
        if (one.active) {
            out.push_back({one.id.toString(), one.name});
        }
    }
    std::sort(out.begin(), out.end(), [](const Choice &a, const Choice &b) { return QString::localeAwareCompare(a.label, b.label) < 0; });
    return out;
}

Choices organisationChoices(const Parts &parts)
{
    Choices out;
    for (const domain::Organisation &organisation : parts.catalogue.servedOrganisations()) {
        if (const QString &name = organisation.name.isEmpty() ? organisation.shortName : organisation.name; !name.isEmpty()) {
            out.push_back({organisation.id.toString(), name});
        }
    }
    return out;
}

TicketWords::NameOf namesOf(const Parts &parts, const std::vector<domain::Asset> &assets)
{
    return [&parts, assets](const QString &field, const base::Uuid &id) -> QString {
        if (field == u"assignee"_qs || field == u"opened_by"_qs) {
            return parts.catalogue.operatorName({id});
        }
        if (field == u"support_group"_qs) {
            return parts.catalogue.groupName({id});
        }
        if (field == u"category"_qs) {
            return parts.catalogue.categoryPath({id});
        }
        if (field == u"organisation"_qs) {
            return parts.catalogue.organisationName({id});
        }
        if (field == u"site"_qs) {
            const domain::Site *site = parts.catalogue.site({id});
            return site ? site->name : QString();
        }
        const auto asset = std::find_if(assets.begin(), assets.end(), [&](const domain::Asset &one) { return one.id.value == id; });
        return field == u"asset"_qs && asset != assets.end() ? asset->name : QString();
    };
}

} // namespace comptoir::ui
