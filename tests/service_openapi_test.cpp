// SPDX-License-Identifier: GPL-3.0-or-later
#include "Apply.h"
#include "Operation.h"
#include "PayloadCodec.h"
#include "PayloadMembers.h"
#include "Rights.h"
#include "Routes.h"

#include <Catch.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <set>

using namespace comptoir;

// The description of the service says what the service does: the rights matrix (tests/e2e/rights_matrix_test.py) is made from it, so that
// what is missing here would be missing there.

namespace {

QJsonObject description()
{
    QFile file(QStringLiteral(":/openapi/openapi.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// What an id is of, by its type.
QString refersTo(domain::ScopeId)
{
    return QStringLiteral("scope");
}

QString refersTo(domain::PersonId)
{
    return QStringLiteral("person");
}
QString refersTo(domain::OrganisationId)
{
    return QStringLiteral("organisation");
}
QString refersTo(domain::SiteId)
{
    return QStringLiteral("site");
}
QString refersTo(domain::AssetId)
{
    return QStringLiteral("asset");
}
QString refersTo(domain::CategoryId)
{
    return QStringLiteral("category");
}
QString refersTo(domain::GroupId)
{
    return QStringLiteral("support_group");
}
QString refersTo(domain::OperatorId)
{
    return QStringLiteral("operator");
}
QString refersTo(domain::ContactId)
{
    return QStringLiteral("contact");
}
QString refersTo(domain::AttachmentId)
{
    return QStringLiteral("attachment");
}
QString refersTo(domain::DeviceId)
{
    return QStringLiteral("device");
}
QString refersTo(domain::TicketId)
{
    return QStringLiteral("ticket");
}

/// Members of a payload: what each names, empty = no id.
struct Naming
{
    std::map<QString, QString> members;

    void add(const char *key, const QString &referent = {}) { members[QString::fromLatin1(key)] = referent; }
    void text(const char *key, QString &, qsizetype) { add(key); }
    void texts(const char *key, QStringList &, qsizetype, qsizetype) { add(key); }
    void integer(const char *key, qint64 &) { add(key); }
    void flag(const char *key, bool &) { add(key); }
    template <class Tag>
    void id(const char *key, base::Id<Tag> &value)
    {
        add(key, refersTo(value));
    }
    template <class E>
    void code(const char *key, E &)
    {
        add(key);
    }
    void expected(const char *key, domain::Expected &) { add(key, QStringLiteral("operation")); }
    template <class M>
    void form(const char *key, M &value)
    {
        formOf(key, value);
    }
    template <class IdType>
    void formOf(const char *key, domain::IdList<IdType> &)
    {
        add(key, refersTo(IdType{}));
    }
    template <class T>
    void fields(T &entity, std::initializer_list<std::string_view> skipped)
    {
        domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &field) {
            if (std::find(skipped.begin(), skipped.end(), field.name) != skipped.end()) {
                return;
            }
            if constexpr (domain::isId<M>) {
                add(field.name, refersTo(M{}));
            } else if constexpr (requires { formOf(field.name, entity.*(field.member)); }) {
                formOf(field.name, entity.*(field.member));
            } else {
                add(field.name);
            }
        });
    }
};

std::map<QString, QString> membersOf(domain::OpKind kind)
{
    domain::Payload payload = wire::decodePayload(kind, 1, "{}").value();
    Naming naming;
    std::visit([&](auto &asked) { wire::members(naming, asked); }, payload);
    return naming.members;
}

std::map<QString, QString> described(const QJsonObject &schema)
{
    std::map<QString, QString> out;
    const QJsonObject properties = schema[u"properties"].toObject();
    for (const QString &name : properties.keys()) {
        out[name] = properties[name][u"x-refers"].toString();
    }
    return out;
}

std::map<QString, QJsonObject> payloadsOf(const QJsonObject &document)
{
    std::map<QString, QJsonObject> out;
    const QJsonObject schemas = document[u"components"][u"schemas"].toObject();
    for (const QString &name : schemas.keys()) {
        if (const QString kind = schemas[name][u"x-kind"].toString(); !kind.isEmpty()) {
            out[kind] = schemas[name].toObject();
        }
    }
    return out;
}

std::set<QString> textsOf(const QJsonValue &array)
{
    std::set<QString> out;
    for (const QJsonValue &value : array.toArray()) {
        out.insert(value.toString());
    }
    return out;
}

/// The columns an edit may set, found by trying each.
template <class T, class Edit>
std::map<QString, QString> editableOf(const T &state)
{
    std::map<QString, QString> out;
    domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &field) {
        domain::Operation op;
        op.id = domain::OperationId::fromName("edit");
        op.scope = state.scope;
        op.entity = domain::EntityId{state.id.value};
        Edit edit;
        edit.field = QString::fromLatin1(field.name);
        op.payload = edit;
        const auto applied = domain::apply(op, std::optional(state), domain::ApplyContext{});
        if (applied || applied.error().reason != u"this field cannot be edited") {
            QString referent;
            if constexpr (domain::isId<M>) {
                referent = refersTo(M{});
            }
            out[edit.field] = referent;
        }
    });
    return out;
}

template <class T, class Edit>
void checkEdit(const QJsonObject &schema)
{
    T state;
    state.id = decltype(state.id)::fromName("one");
    state.scope = domain::ScopeId::fromName("scope");
    std::set<QString> columns;
    std::map<QString, QString> naming;
    for (const auto &[column, referent] : editableOf<T, Edit>(state)) {
        columns.insert(column);
        if (!referent.isEmpty()) {
            naming[column] = referent;
        }
    }
    CHECK(textsOf(schema[u"properties"][u"field"][u"enum"]) == columns);
    std::map<QString, QString> told;
    const QJsonObject byField = schema[u"properties"][u"value"][u"x-refers-by-field"].toObject();
    for (const QString &field : byField.keys()) {
        told[field] = byField[field].toString();
    }
    CHECK(told == naming);
}

} // namespace

TEST_CASE("the description holds every route the service answers, and no other", "[service][openapi]")
{
    std::set<std::pair<QString, QString>> told;
    std::set<std::pair<QString, QString>> answered;
    const QJsonObject paths = description()[u"paths"].toObject();
    for (const QString &path : paths.keys()) {
        for (const QString &method : paths[path].toObject().keys()) {
            told.emplace(method.toUpper(), path);
        }
    }
    for (const auto &[method, path] : service::Routes::all()) {
        answered.emplace(QString::fromLatin1(method), QString::fromLatin1(path));
    }
    CHECK(told == answered);
}

TEST_CASE("the description holds every kind of operation with its members and what they name", "[service][openapi]")
{
    const QJsonObject document = description();
    const auto payloads = payloadsOf(document);
    std::set<QString> kinds;
    for (const auto &[kind, code] : domain::CodesOf<domain::OpKind>::list) {
        INFO("operation " << code);
        kinds.insert(QString::fromLatin1(code));
        REQUIRE(payloads.contains(QString::fromLatin1(code)));
        const QJsonObject schema = payloads.at(QString::fromLatin1(code));
        CHECK(described(schema) == membersOf(kind));
        std::set<QString> roles;
        for (const auto &[role, name] : domain::CodesOf<domain::Role>::list) {
            if (central::mayPerform(role, kind)) {
                roles.insert(QString::fromLatin1(name));
            }
        }
        CHECK(textsOf(schema[u"x-roles"]) == roles);
    }
    CHECK(payloads.size() == kinds.size());
    const QJsonObject operation = document[u"components"][u"schemas"][u"Operation"].toObject();
    CHECK(textsOf(operation[u"properties"][u"kind"][u"enum"]) == kinds);
    CHECK(operation[u"allOf"].toArray().size() == qsizetype(kinds.size()));
}

TEST_CASE("the description names the columns an edit may set, and what those name", "[service][openapi]")
{
    const auto payloads = payloadsOf(description());
    checkEdit<domain::Ticket, domain::TicketEdit>(payloads.at(QStringLiteral("ticket.edit")));
    checkEdit<domain::Person, domain::PersonEdit>(payloads.at(QStringLiteral("person.edit")));
}
