// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"
#include "IdList.h"

namespace comptoir::domain {

/// A place where people of an organisation work.
struct Site
{
    SiteId id;
    ScopeId scope;
    OrganisationId organisation;
    QString name;
    QString address;
    QString city;

    bool operator==(const Site &) const = default;
};

/// A support group: who takes which tickets. Shared scope.
struct Group
{
    GroupId id;
    ScopeId scope;
    QString name;

    bool operator==(const Group &) const = default;
};

/// Someone who works at the desk. Shared scope. What they may see is granted at the service, per scope.
struct Operator
{
    OperatorId id;
    ScopeId scope;
    QString login;
    QString name;
    Role role = Role::Operator;
    IdList<GroupId> groups;
    QString extension; ///< the telephone calls reach them on
    bool active = true;

    bool operator==(const Operator &) const = default;
};

/// As deep as a tree of categories is followed.
inline constexpr int kDeepestCategory = 16;

/// What a ticket is about: a tree, shared by all organisations ("Messagerie › Outlook").
struct Category
{
    CategoryId id;
    ScopeId scope;
    CategoryId parent;
    QString name;
    GroupId group; ///< who takes such tickets first; none = nobody in particular

    bool operator==(const Category &) const = default;
};

template <>
struct FieldsOf<Site>
{
    static constexpr const char *kind = "site";
    static constexpr auto list = std::tuple{
        Field{"id", &Site::id},     Field{"scope", &Site::scope},     Field{"organisation", &Site::organisation},
        Field{"name", &Site::name}, Field{"address", &Site::address}, Field{"city", &Site::city}};
};

template <>
struct FieldsOf<Group>
{
    static constexpr const char *kind = "support_group";
    static constexpr auto list = std::tuple{Field{"id", &Group::id}, Field{"scope", &Group::scope}, Field{"name", &Group::name}};
};

template <>
struct FieldsOf<Operator>
{
    static constexpr const char *kind = "operator";
    static constexpr auto list = std::tuple{Field{"id", &Operator::id},
                                            Field{"scope", &Operator::scope},
                                            Field{"login", &Operator::login},
                                            Field{"name", &Operator::name},
                                            Field{"role", &Operator::role},
                                            Field{"groups", &Operator::groups},
                                            Field{"extension", &Operator::extension},
                                            Field{"active", &Operator::active}};
};

template <>
struct FieldsOf<Category>
{
    static constexpr const char *kind = "category";
    static constexpr auto list = std::tuple{Field{"id", &Category::id}, Field{"scope", &Category::scope},
                                            Field{"parent", &Category::parent}, Field{"name", &Category::name},
                                            Field{"support_group", &Category::group}};
};

} // namespace comptoir::domain
