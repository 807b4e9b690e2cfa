// SPDX-License-Identifier: GPL-3.0-or-later
#include "FieldText.h"
#include "Refusals.h"

namespace comptoir::domain {

namespace {

const std::array kEditablePersonFields{
    QLatin1String("site"),  QLatin1String("given_name"), QLatin1String("family_name"), QLatin1String("title"), QLatin1String("service"),
    QLatin1String("email"), QLatin1String("login"),      QLatin1String("language"),    QLatin1String("vip"),   QLatin1String("note")};

/// The outcome, or a no-op where nothing differs.
Applied<Person> accept(const Person &before, Person after, const ApplyContext &context)
{
    if (after == before) {
        return Outcome<Person>{before, std::nullopt, true};
    }
    after.updatedMs = std::max(before.updatedMs, context.atMs);
    return Outcome<Person>{std::move(after), std::nullopt, false};
}

std::optional<Refusal> fault(const PhoneNumber &number)
{
    if (number.key.isEmpty() || number.key.size() > kMostCode * 2 || number.written.isEmpty() || number.written.size() > kMostCode) {
        return Refusal{Refusal::Code::Invalid, QStringLiteral("numbers"), {}, {}, QStringLiteral("not a telephone number")};
    }
    return std::nullopt;
}

std::optional<Refusal> fault(const Operation &op, const Person &asked)
{
    const auto invalid = [](const QString &field, const QString &reason) { return Refusal{Refusal::Code::Invalid, field, {}, {}, reason}; };
    if (op.entity.value != op.id.value) {
        return invalid(QStringLiteral("id"), QStringLiteral("a person has the id of the operation that adds them"));
    }
    if (scopeOf(asked.organisation) != op.scope) {
        return invalid(QStringLiteral("organisation"), QStringLiteral("a person lives in their organisation"));
    }
    if (asked.displayName().trimmed().isEmpty()) {
        return invalid(QStringLiteral("family_name"), QStringLiteral("a person needs a name or an e-mail"));
    }
    if (qsizetype(asked.numbers.list.size()) > kMostNumbers) {
        return invalid(QStringLiteral("numbers"), QStringLiteral("a person has at most %1 numbers").arg(kMostNumbers));
    }
    for (const PhoneNumber &number : asked.numbers.list) {
        if (auto refusal = fault(number)) {
            return refusal;
        }
    }
    return anyTooLong(asked);
}

Applied<Person> addPerson(const Operation &op, const PersonAdd &asked, const std::optional<Person> &state, const ApplyContext &context)
{
    if (auto refusal = fault(op, asked.person)) {
        return tl::unexpected(*refusal);
    }
    Person added = asked.person;
    added.id = PersonId{op.id.value};
    added.scope = op.scope;
    added.updatedMs = context.atMs;
    if (state && *state == added) {
        return Outcome<Person>{*state, std::nullopt, true};
    }
    if (state) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("id"), QStringLiteral("this person is there already"));
    }
    return Outcome<Person>{std::move(added), std::nullopt, false};
}

Applied<Person> rule(const Person &before, const PersonEdit &asked, const ApplyContext &context)
{
    if (std::find(kEditablePersonFields.begin(), kEditablePersonFields.end(), asked.field) == kEditablePersonFields.end()) {
        return refuse(Refusal::Code::Invalid, asked.field.left(kMostCode), QStringLiteral("this field cannot be edited"));
    }
    if (auto refusal = tooLong(asked.field, asked.value)) {
        return tl::unexpected(*refusal);
    }
    Person after = before;
    if (!setFieldText(after, asked.field, asked.value)) {
        return refuse(Refusal::Code::Invalid, asked.field, QStringLiteral("not a value of this field"));
    }
    if (after.displayName().trimmed().isEmpty()) {
        return refuse(Refusal::Code::Invalid, asked.field, QStringLiteral("a person needs a name or an e-mail"));
    }
    return accept(before, std::move(after), context);
}

Applied<Person> rule(const Person &before, const PersonLearnNumber &asked, const ApplyContext &context)
{
    if (auto refusal = fault(asked.number)) {
        return tl::unexpected(*refusal);
    }
    const auto &numbers = before.numbers.list;
    const bool known = std::any_of(numbers.begin(), numbers.end(), [&](const PhoneNumber &one) { return one.key == asked.number.key; });
    if (!known && qsizetype(numbers.size()) >= kMostNumbers) {
        return refuse(Refusal::Code::Invalid, QStringLiteral("numbers"),
                      QStringLiteral("a person has at most %1 numbers").arg(kMostNumbers));
    }
    Person after = before;
    if (!known) {
        after.numbers.list.push_back(asked.number);
    }
    return accept(before, std::move(after), context);
}

Applied<Person> rule(const Person &before, const PersonUnlearnNumber &asked, const ApplyContext &context)
{
    Person after = before;
    std::erase_if(after.numbers.list, [&](const PhoneNumber &one) { return one.key == asked.key; });
    return accept(before, std::move(after), context);
}

} // namespace

Applied<Person> apply(const Operation &op, const std::optional<Person> &state, const ApplyContext &context)
{
    if (entityKind(op.kind()) != EntityKind::Person) {
        return refuse(Refusal::Code::Invalid, {}, QStringLiteral("not an operation on a person"));
    }
    if (const auto *add = std::get_if<PersonAdd>(&op.payload)) {
        return addPerson(op, *add, state, context);
    }
    if (!state || state->id.value != op.entity.value || state->scope != op.scope) {
        return refuse(Refusal::Code::Gone, {}, QStringLiteral("there is no such person"));
    }
    return std::visit(
        [&]<class P>(const P &asked) -> Applied<Person> {
            if constexpr (requires { rule(*state, asked, context); }) {
                return rule(*state, asked, context);
            } else {
                return refuse(Refusal::Code::Invalid, {}, QStringLiteral("not an operation on a person"));
            }
        },
        op.payload);
}

} // namespace comptoir::domain
