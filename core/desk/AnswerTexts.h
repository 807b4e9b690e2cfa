// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Operation.h"
#include "Result.h"

#include <QMap>

namespace comptoir::store {
class Db;
}

namespace comptoir::desk {

// Texts half written in the questions that come before a deed (resolve, hand over, put on hold, reopen, cancel, attach): one for each ticket or
// draft and deed, kept as a half-written note is. A draft's answers are those of the ticket it becomes, for that has the same id.

/// By the deed that is asked about.
using AnswerTexts = QMap<domain::OpKind, QString>;

/// Where an answer stands in store::KeptTextTable, beside the notes: under an id made of the ticket's and the deed's code. Such an id is of
/// version 8, those of tickets are of version 7, so it is never a ticket's.
[[nodiscard]] domain::TicketId answerKey(domain::TicketId beside, domain::OpKind deed);

/// An empty text removes it.
[[nodiscard]] base::Result<> keepAnswer(store::Db &db, domain::TicketId beside, domain::OpKind deed, const QString &text, qint64 nowMs);
[[nodiscard]] base::Result<AnswerTexts> readAnswers(store::Db &db, domain::TicketId beside);
/// Reads and removes them all.
[[nodiscard]] base::Result<AnswerTexts> takeAnswers(store::Db &db, domain::TicketId beside, qint64 nowMs);
/// The deed was done with these words: they are no longer half written. Others stay.
[[nodiscard]] base::Result<> answerGiven(store::Db &db, domain::TicketId beside, domain::OpKind deed, const QString &words, qint64 nowMs);
/// The same for what a performed operation says.
[[nodiscard]] base::Result<> answerGiven(store::Db &db, const domain::Operation &performed, qint64 nowMs);

} // namespace comptoir::desk
