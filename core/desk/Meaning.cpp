// SPDX-License-Identifier: GPL-3.0-or-later
#include "Meaning.h"

#include "OpsMessages.h"
#include "PayloadCodec.h"

namespace comptoir::desk {

namespace {

QString inLines(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : second.isEmpty() ? first : QString(first + u'\n' + second);
}

/// The typed words of each payload.
struct Words
{
    QString operator()(const domain::TicketOpen &p) const { return inLines(p.ticket.summary, p.ticket.description); }
    QString operator()(const domain::TicketEdit &p) const { return p.display.isEmpty() ? p.value : p.display; }
    QString operator()(const domain::TicketTag &p) const { return p.add.join(QStringLiteral(", ")); }
    QString operator()(const domain::TicketClaim &) const { return {}; }
    QString operator()(const domain::TicketAssign &p) const { return p.note; }
    QString operator()(const domain::TicketNote &p) const { return p.text; }
    QString operator()(const domain::TicketWait &p) const { return p.text; }
    QString operator()(const domain::TicketResume &) const { return {}; }
    QString operator()(const domain::TicketResolve &p) const { return p.text; }
    QString operator()(const domain::TicketReopen &p) const { return p.text; }
    QString operator()(const domain::TicketClose &) const { return {}; }
    QString operator()(const domain::TicketCancel &p) const { return p.text; }
    QString operator()(const domain::TicketLink &p) const { return p.parentNumber; }
    QString operator()(const domain::TicketAssist &p) const { return p.assetName; }
    QString operator()(const domain::TicketAttach &p) const { return p.name; }
    QString operator()(const domain::PersonAdd &p) const { return p.person.displayName(); }
    QString operator()(const domain::PersonEdit &p) const { return p.value; }
    QString operator()(const domain::PersonLearnNumber &p) const { return p.number.written; }
    QString operator()(const domain::PersonUnlearnNumber &) const { return {}; }
    QString operator()(const domain::ContactLog &p) const { return inLines(p.contact.personName, p.contact.note); }
    QString operator()(const domain::ContactWrapUp &p) const { return p.note; }
};

} // namespace

std::optional<domain::Payload> payloadOf(const QByteArray &kind, int version, const QByteArray &payload)
{
    const auto known = domain::fromCode<domain::OpKind>(QString::fromUtf8(kind));
    auto read = known ? wire::decodePayload(*known, version, payload) : base::fail(base::Error::Kind::Invalid, {});
    return read ? std::optional(std::move(*read)) : std::nullopt;
}

QString meaningOf(const store::Outstanding::Row &row)
{
    const auto payload = payloadOf(row);
    // What cannot be read any more is still shown: nothing typed is lost.
    return payload ? std::visit(Words{}, *payload) : QString::fromUtf8(row.payload);
}

QString valueOf(const store::Outstanding::Row &row)
{
    const auto payload = payloadOf(row);
    const auto *edit = payload ? std::get_if<domain::TicketEdit>(&*payload) : nullptr;
    return edit ? edit->value : QString();
}

QMap<QString, QString> choicesOf(const store::Outstanding::Row &row)
{
    const auto payload = payloadOf(row);
    if (!payload) {
        return {};
    }
    if (const auto *resolve = std::get_if<domain::TicketResolve>(&*payload)) {
        return {{QStringLiteral("code"), resolve->code}};
    }
    if (const auto *wait = std::get_if<domain::TicketWait>(&*payload)) {
        return {{QStringLiteral("code"), domain::codeOf(wait->reason)}};
    }
    if (const auto *assign = std::get_if<domain::TicketAssign>(&*payload)) {
        return {{QStringLiteral("group"), assign->group ? assign->group.toString() : QString()},
                {QStringLiteral("assignee"), assign->assignee ? assign->assignee.toString() : QString()}};
    }
    return {};
}

domain::Refusal refusalOf(const QByteArray &code, const QByteArray &refusal)
{
    wire::Verdict verdict;
    verdict.code = domain::fromCode<wire::VerdictCode>(QString::fromUtf8(code)).value_or(wire::VerdictCode::Invalid);
    verdict.data = refusal;
    return verdict.refusal().value_or(domain::Refusal{});
}

} // namespace comptoir::desk
