// SPDX-License-Identifier: GPL-3.0-or-later
#include "AnswerKeeping.h"

#include "ActionPanel.h"
#include "Then.h"

#include <QPointer>

namespace comptoir::ui {

namespace {

domain::OpKind deedOf(TicketAct act)
{
    switch (act) {
    case TicketAct::Assign: return domain::OpKind::TicketAssign;
    case TicketAct::Wait: return domain::OpKind::TicketWait;
    case TicketAct::Resolve: return domain::OpKind::TicketResolve;
    case TicketAct::Reopen: return domain::OpKind::TicketReopen;
    case TicketAct::Cancel: return domain::OpKind::TicketCancel;
    case TicketAct::Claim: return domain::OpKind::TicketClaim;
    case TicketAct::Resume: return domain::OpKind::TicketResume;
    case TicketAct::Close: return domain::OpKind::TicketClose;
    case TicketAct::Link:
    case TicketAct::Unlink: break;
    }
    return domain::OpKind::TicketLink;
}

} // namespace

AnswerKeeping::AnswerKeeping(desk::Tickets &tickets, const base::Uuid &beside, const Questions &questions, QObject *parent)
    : QObject(parent)
    , m_tickets(tickets)
    , m_beside{beside}
    , m_questions(questions)
{
    for (auto it = questions.cbegin(); it != questions.cend(); ++it) {
        connect(it.value(), &ActionPanel::kept, this, [this, act = it.key()](const QString &text) { keep(act, text); });
    }
}

void AnswerKeeping::read()
{
    base::then(m_tickets.keptAnswers(m_beside), this, [this](const base::Result<desk::AnswerTexts> &texts) {
        for (auto it = m_questions.cbegin(); texts && it != m_questions.cend(); ++it) {
            it.value()->showKept(texts->value(deedOf(it.key())));
        }
        Q_EMIT shown();
    });
}

void AnswerKeeping::suspend(bool suspended)
{
    m_suspended = suspended;
    for (ActionPanel *question : std::as_const(m_questions)) {
        if (!suspended && !question->value(u"text"_qs).isEmpty()) {
            question->keep();
        }
    }
}

void AnswerKeeping::keep(TicketAct act, const QString &text)
{
    if (m_suspended) {
        return;
    }
    Q_EMIT asked();
    base::then(m_tickets.keepAnswer(m_beside, deedOf(act), text), this,
               [this, question = QPointer<ActionPanel>(m_questions.value(act))](const base::Result<> &kept) {
                   if (question) {
                       question->keptSafe(kept);
                   }
                   if (kept) {
                       Q_EMIT this->kept();
                   } else {
                       Q_EMIT failed(kept.error());
                   }
               });
}

} // namespace comptoir::ui
