// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AnswerTexts.h"
#include "DeskParts.h"
#include "Payloads.h"
#include "Result.h"
#include "TicketPage.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace comptoir::desk {

/// Everything an operator does to tickets. Each change is one operation and one transaction: row, timeline, outbox. No network is touched.
class Tickets : public QObject
{
    Q_OBJECT

public:
    using Done = QFuture<base::Result<>>;

    Tickets(const DeskParts &parts, QObject *parent = nullptr);
    ~Tickets() override;

    [[nodiscard]] QFuture<base::Result<TicketPage>> page(domain::TicketId id);
    /// Remembers that this operator has seen the ticket as it stands.
    Done markRead(domain::TicketId id);

    /// Starts a draft with the next number of this device.
    [[nodiscard]] QFuture<base::Result<Draft>> startDraft(const domain::Ticket &beginning);
    /// A draft that stands nowhere and has no number yet: what is written in where startDraft() failed.
    [[nodiscard]] Draft unkeptDraft(const domain::Ticket &beginning) const;
    /// Keeps it; one without a number gets the next of this device. The draft as it is kept.
    QFuture<base::Result<Draft>> saveDraft(const Draft &draft);
    /// Drops it with what stands half written in its questions.
    Done dropDraft(const base::Uuid &id);
    [[nodiscard]] QFuture<base::Result<std::vector<Draft>>> drafts();
    /// A ticket whose opening was refused becomes a draft again, with all that was written and done to it.
    [[nodiscard]] QFuture<base::Result<Draft>> redraft(domain::TicketId refused);
    /// Opens the ticket a draft holds and drops the draft, in one transaction; what had been done to a ticket that became a draft again is
    /// done again with it. The ticket it was made from instead, where that one stands after all.
    [[nodiscard]] QFuture<base::Result<domain::TicketId>> open(const Draft &draft);
    /// The same, resolved at once (first-contact resolution): two operations, one transaction.
    [[nodiscard]] QFuture<base::Result<domain::TicketId>> openResolved(const Draft &draft, const QString &code, const QString &text);

    /// The same, handed over at once: two operations, one transaction. Nil group and assignee leave those of the draft.
    [[nodiscard]] QFuture<base::Result<domain::TicketId>> openAssigned(const Draft &draft, domain::GroupId group,
                                                                       domain::OperatorId assignee, const QString &note);

    /// One field in its text form; `display` beside a person's id. Guarded versions are looked up in the transaction.
    Done edit(domain::TicketId id, const QString &field, const QString &value, const QString &display = {});
    Done tag(domain::TicketId id, const QStringList &add, const QStringList &remove);
    Done claim(domain::TicketId id);
    Done assign(domain::TicketId id, domain::GroupId group, domain::OperatorId assignee, const QString &note);
    Done note(domain::TicketId id, const QString &text, bool toRequester);
    Done wait(domain::TicketId id, domain::WaitReason reason, qint64 untilMs, const QString &text);
    Done resume(domain::TicketId id);
    Done resolve(domain::TicketId id, const QString &code, const QString &text);
    Done reopen(domain::TicketId id, const QString &text);
    Done close(domain::TicketId id);
    Done cancel(domain::TicketId id, const QString &text);
    Done link(domain::TicketId id, domain::TicketId parent);
    Done logAssist(domain::TicketId id, const domain::TicketAssist &session);
    /// Does a refused operation again on what stands now; its notice goes when that was taken.
    Done insist(domain::OperationId refused);
    /// Takes a refused operation off the list; its text stays in the log of notices.
    Done dismiss(domain::OperationId op);
    /// The ticket a typed number means, aliases included; nil id if none is here.
    [[nodiscard]] QFuture<base::Result<domain::TicketId>> withNumber(const QString &number);

    /// An unsent text beside a ticket (a note half written): kept like a draft.
    Done keepText(domain::TicketId id, const QString &text);
    [[nodiscard]] QFuture<base::Result<QString>> keptText(domain::TicketId id);
    /// An unsent text in the question before `deed`, beside a ticket or draft: kept likewise, until the deed is done with these words.
    Done keepAnswer(domain::TicketId id, domain::OpKind deed, const QString &text);
    [[nodiscard]] QFuture<base::Result<AnswerTexts>> keptAnswers(domain::TicketId id);

Q_SIGNALS:
    /// The ticket changed, here or elsewhere: whoever shows it reads again.
    void changed(comptoir::domain::TicketId id);
    void draftsChanged();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
