// SPDX-License-Identifier: GPL-3.0-or-later
// How a draft is kept, and what keeps its tab open.
#include "DraftController.h"

#include "ActionPanel.h"
#include "AttachmentKeeping.h"
#include "DraftView.h"
#include "Parts.h"
#include "Then.h"

#include <QTimer>

namespace comptoir::ui {

namespace {

bool hasFailedAnswer(const DraftView &view)
{
    const auto questions = view.questions();
    return std::any_of(questions.begin(), questions.end(), [](const ActionPanel *one) { return one->hasFailed(); });
}

} // namespace

void DraftController::sayAnswers()
{
    for (ActionPanel *question : m_view->questions()) {
        question->hasFailed() ? question->keep() : question->flush();
    }
}

void DraftController::save()
{
    m_pause->stop();
    if (m_over || m_opening) {
        return;
    }
    ++m_saving;
    base::then(m_parts.tickets.saveDraft(written()), this, [this](const base::Result<desk::Draft> &saved) {
        --m_saving;
        settleSaved(saved);
        answer();
    });
}

void DraftController::settleSaved(const base::Result<desk::Draft> &saved)
{
    if (!saved) {
        holdUnkept(saved.error());
        return;
    }
    const bool numbered = m_draft.ticket.number.isEmpty();
    m_draft.ticket.number = saved->ticket.number;
    if (m_over) {
        return;
    }
    m_view->showSaved(saved->ticket.number, saved->savedMs);
    if (hasFailedAnswer(*m_view)) {
        holdUnkept(m_unkept.value_or(base::Error{base::Error::Kind::Io, {}})); // its questions' texts are tried on
    } else {
        m_unkept.reset();
        m_closeAsked = false;
        m_retry->stop();
    }
    if (numbered) {
        Q_EMIT titled(m_draft.ticket.number, written().ticket.summary);
    }
}

void DraftController::holdUnkept(const base::Error &why)
{
    if (m_over) {
        return;
    }
    m_unkept = why;
    m_view->showUnkept(why, m_closeAsked);
    if (!m_retry->isActive()) {
        m_retry->start();
    }
}

void DraftController::answer()
{
    if (m_closing && !m_opening && m_pause->isActive()) {
        flush(); // keys struck since
    }
    if (isBusy()) {
        return;
    }
    if (std::exchange(m_closing, false)) {
        m_closeAsked = !isKept();
        if (!m_closeAsked) {
            Q_EMIT closable();
        } else {
            m_view->showUnkept(m_unkept.value_or(base::Error{base::Error::Kind::Io, {}}), true);
        }
    }
    Q_EMIT settled();
}

bool DraftController::isBusy() const
{
    return m_saving > 0 || m_opening;
}

bool DraftController::isKept() const
{
    const auto questions = m_view->questions();
    const bool answersKept = std::all_of(questions.begin(), questions.end(), [](const ActionPanel *one) { return one->isKept(); });
    return m_over || isBlank() || (answersKept && !m_unkept && !m_pause->isActive() && !isBusy() && !m_files->hasUnkept());
}

void DraftController::keepNow()
{
    sayAnswers();
    if (m_unkept || m_pause->isActive()) {
        save();
    }
}

void DraftController::flush()
{
    for (ActionPanel *question : m_view->questions()) {
        question->flush();
    }
    if (m_pause->isActive()) {
        save();
    }
}

bool DraftController::isBlank() const
{
    const domain::Ticket now = written().ticket;
    const auto questions = m_view->questions();
    const bool answering = std::any_of(questions.begin(), questions.end(),
                                       [](const ActionPanel *one) { return !one->value(u"text"_qs).isEmpty(); });
    return !answering && m_files->isEmpty() && now.summary.isEmpty() && now.description.isEmpty() && now.tags.list.isEmpty()
        && !now.requester && !now.beneficiary && !now.asset && !now.category && !now.parent;
}

void DraftController::askToClose()
{
    if (!m_over && !m_opening && isBlank()) {
        m_pause->stop();
        m_over = true;
        m_parts.tickets.dropDraft(m_draft.id);
    }
    if (m_over || m_closeAsked) {
        m_over = true; // told before: it is given up
        Q_EMIT closable();
        return;
    }
    m_closing = true;
    keepNow();
    answer();
}

} // namespace comptoir::ui
