// SPDX-License-Identifier: GPL-3.0-or-later
#include "Samples.h"

namespace comptoir::tests {

using namespace domain;

ApplyContext contextOf(OperatorId actor, qint64 atMs)
{
    return {actor, QStringLiteral("Ines Faure"), atMs, {}, false};
}

Ticket writtenTicket()
{
    Ticket out;
    out.number = QStringLiteral("7K-142");
    out.organisation = kOrganisation;
    out.summary = QStringLiteral("Imprimante en panne");
    return out;
}

Operation opening(quint64 id, const Ticket &ticket)
{
    Operation out = operation(id, TicketOpen{ticket}, id);
    out.scope = scopeOf(ticket.organisation);
    return out;
}

Ticket standingTicket(TicketState state)
{
    Ticket out = apply(opening(1), std::optional<Ticket>(), contextOf(kMe, kOpenedMs))->state;
    out.state = state;
    if (state == TicketState::Waiting) {
        out.waitReason = WaitReason::Requester;
    }
    if (state == TicketState::Resolved || state == TicketState::Closed) {
        out.resolutionCode = QStringLiteral("done");
        out.resolvedMs = kOpenedMs + 1;
    }
    return out;
}

Operation operation(quint64 id, Payload payload, quint64 entity)
{
    Operation out;
    out.id = sampleId<OperationId>(id);
    out.scope = scopeOf(kOrganisation);
    out.entity = sampleId<EntityId>(entity);
    out.payload = std::move(payload);
    return out;
}

Payload plainPayload(OpKind kind)
{
    switch (kind) {
    case OpKind::TicketOpen: return TicketOpen{writtenTicket()};
    case OpKind::TicketEdit: return TicketEdit{QStringLiteral("summary"), QStringLiteral("Imprimante du 2e"), {}, {}};
    case OpKind::TicketTag: return TicketTag{{QStringLiteral("imprimante")}, {}};
    case OpKind::TicketClaim: return TicketClaim{};
    case OpKind::TicketAssign: return TicketAssign{sampleId<GroupId>(0xC0), kOther, {}, {}, {}};
    case OpKind::TicketNote: return TicketNote{QStringLiteral("rappelé"), false};
    case OpKind::TicketWait: return TicketWait{};
    case OpKind::TicketResume: return TicketResume{};
    case OpKind::TicketResolve: return TicketResolve{QStringLiteral("done"), {}, {}};
    case OpKind::TicketReopen: return TicketReopen{};
    case OpKind::TicketClose: return TicketClose{};
    case OpKind::TicketCancel: return TicketCancel{};
    case OpKind::TicketLink: return TicketLink{sampleId<TicketId>(0xD0), QStringLiteral("7K-1"), {}};
    case OpKind::TicketAssist: return TicketAssist{{}, {}, QStringLiteral("vnc"), {}, true, 0, true, 1000, QStringLiteral("closed")};
    case OpKind::TicketAttach:
        return TicketAttach{sampleId<AttachmentId>(0xF0), QStringLiteral("écran.png"), 5,    QString(64, u'a'), QStringLiteral("image/png"),
                            sampleId<DeviceId>(0xF1),     QStringLiteral("poste 12"),  false};
    case OpKind::PersonAdd: return PersonAdd{};
    case OpKind::PersonEdit: return PersonEdit{};
    case OpKind::PersonLearnNumber: return PersonLearnNumber{};
    case OpKind::PersonUnlearnNumber: return PersonUnlearnNumber{};
    case OpKind::ContactLog: return ContactLog{};
    case OpKind::ContactWrapUp: break;
    }
    return ContactWrapUp{};
}

namespace {

QString drawnText(base::Random &random)
{
    static const QStringList texts{QString(), QStringLiteral("a"), QStringLiteral("été"), QStringLiteral(" "), QString(20'001, u'x')};
    return texts[qsizetype(random.below(quint64(texts.size())))];
}

TicketEdit drawnEdit(base::Random &random, const Expected &expected)
{
    static const std::vector<std::pair<QString, QStringList>> edits{
        {QStringLiteral("impact"), {QStringLiteral("high"), QStringLiteral("low"), QStringLiteral("huge")}},
        {QStringLiteral("urgency"), {QStringLiteral("medium"), QStringLiteral("high")}},
        {QStringLiteral("major"), {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("yes")}},
        {QStringLiteral("requester"), {QString(), sampleId(0xE0).toString(), QStringLiteral("nobody")}},
        {QStringLiteral("summary"), {QStringLiteral("autre"), QString()}},
        {QStringLiteral("organisation"), {sampleId(0xA1).toString()}},
        {QStringLiteral("nonsense"), {QStringLiteral("1")}},
    };
    const auto &[field, values] = edits[random.below(edits.size())];
    return {field, values[qsizetype(random.below(quint64(values.size())))], drawnText(random).left(10), expected};
}

} // namespace

Payload drawnPayload(base::Random &random, const std::vector<OperationId> &setters)
{
    const auto expected = [&]() -> Expected {
        const quint64 draw = random.below(setters.size() + 1);
        return draw == setters.size() ? Expected() : Expected(setters[draw]);
    };
    switch (random.below(13)) {
    case 0: return drawnEdit(random, expected());
    case 1: return TicketTag{{drawnText(random)}, {QStringLiteral("a")}};
    case 2: return TicketClaim{expected()};
    case 3:
        return TicketAssign{sampleId<GroupId>(random.below(2)), sampleId<OperatorId>(0xB0 + random.below(2)), expected(), expected(), {}};
    case 4: return TicketNote{drawnText(random), random.below(2) == 0};
    case 5: return TicketWait{WaitReason(random.below(3)), 0, drawnText(random).left(1), expected()};
    case 6: return TicketResume{expected()};
    case 7: return TicketResolve{drawnText(random).left(1), drawnText(random), expected()};
    case 8: return TicketReopen{{}, expected()};
    case 9: return TicketClose{expected()};
    case 10: return TicketCancel{{}, expected()};
    case 11: return TicketLink{sampleId<TicketId>(random.below(3)), {}, expected()};
    default: return TicketAssist{{}, {}, {}, {}, true, 0, true, 5, QStringLiteral("closed")};
    }
}

} // namespace comptoir::tests
