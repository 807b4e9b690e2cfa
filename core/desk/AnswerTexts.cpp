// SPDX-License-Identifier: GPL-3.0-or-later
#include "AnswerTexts.h"

#include "DraftTable.h"

#include <array>

namespace comptoir::desk {

using base::Result;
using domain::OpKind;

namespace {

constexpr std::array kAsked{OpKind::TicketAssign, OpKind::TicketWait,   OpKind::TicketResolve,
                            OpKind::TicketReopen, OpKind::TicketCancel, OpKind::TicketLink};

QString wordsOf(const domain::Payload &payload)
{
    if (const auto *assign = std::get_if<domain::TicketAssign>(&payload)) {
        return assign->note;
    }
    if (const auto *wait = std::get_if<domain::TicketWait>(&payload)) {
        return wait->text;
    }
    if (const auto *resolve = std::get_if<domain::TicketResolve>(&payload)) {
        return resolve->text;
    }
    if (const auto *reopen = std::get_if<domain::TicketReopen>(&payload)) {
        return reopen->text;
    }
    const auto *cancel = std::get_if<domain::TicketCancel>(&payload);
    return cancel ? cancel->text : QString();
}

} // namespace

domain::TicketId answerKey(domain::TicketId beside, OpKind deed)
{
    return domain::TicketId::fromName(QByteArray(beside.value.toBytes() + domain::codeOf(deed).data()));
}

Result<> keepAnswer(store::Db &db, domain::TicketId beside, OpKind deed, const QString &text, qint64 nowMs)
{
    return store::KeptTextTable::put(db, answerKey(beside, deed), text, nowMs);
}

Result<AnswerTexts> readAnswers(store::Db &db, domain::TicketId beside)
{
    AnswerTexts out;
    for (const OpKind deed : kAsked) {
        const auto text = store::KeptTextTable::find(db, answerKey(beside, deed));
        if (!text) {
            return tl::unexpected(text.error());
        }
        if (!text->isEmpty()) {
            out.insert(deed, *text);
        }
    }
    return out;
}

Result<AnswerTexts> takeAnswers(store::Db &db, domain::TicketId beside, qint64 nowMs)
{
    auto out = readAnswers(db, beside);
    for (auto it = out ? out->cbegin() : AnswerTexts::const_iterator(); out && it != out->cend(); ++it) {
        if (auto gone = keepAnswer(db, beside, it.key(), {}, nowMs); !gone) {
            return tl::unexpected(gone.error());
        }
    }
    return out;
}

Result<> answerGiven(store::Db &db, domain::TicketId beside, OpKind deed, const QString &words, qint64 nowMs)
{
    return store::KeptTextTable::find(db, answerKey(beside, deed)).and_then([&](const QString &text) {
        const bool given = !text.isEmpty() && (deed == OpKind::TicketLink || text.trimmed() == words.trimmed());
        return given ? keepAnswer(db, beside, deed, {}, nowMs) : Result<>();
    });
}

Result<> answerGiven(store::Db &db, const domain::Operation &performed, qint64 nowMs)
{
    const OpKind deed = performed.kind();
    const bool asked = std::find(kAsked.begin(), kAsked.end(), deed) != kAsked.end();
    return asked ? answerGiven(db, domain::TicketId{performed.entity.value}, deed, wordsOf(performed.payload), nowMs) : Result<>();
}

} // namespace comptoir::desk
