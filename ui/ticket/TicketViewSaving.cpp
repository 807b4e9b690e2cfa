// SPDX-License-Identifier: GPL-3.0-or-later
// What of a ticket's view is saved, what is not, and how that is said.
#include "TicketView.h"

#include "ActionPanel.h"
#include "NoteBox.h"
#include "Notice.h"
#include "TimelineView.h"
#include "Words.h"

#include <QApplication>
#include <QPointer>

namespace comptoir::ui {

bool TicketView::mayClose()
{
    if (isSaved() || std::exchange(m_closeAsked, true)) {
        return true;
    }
    m_form->commitFailedAgain();
    m_saidNotSaved = true;
    m_failure->show(Tone::Bad, tr("What is written here is not saved yet. Closing once more gives it up."));
    return false;
}

void TicketView::onTyped()
{
    m_closeAsked = false;
    if (std::exchange(m_saidSaved, false)) {
        m_failure->hide();
    }
}

bool TicketView::hasUnkept() const
{
    return !m_noteSafe || std::any_of(m_panels.cbegin(), m_panels.cend(), [](const ActionPanel *panel) { return panel->hasFailed(); });
}

void TicketView::answerKept(const base::Result<> &kept)
{
    if (kept) {
        tellRecovered();
    } else if (!m_saidNotSaved) {
        showNotSaved(&kept.error());
    }
}

void TicketView::takeIntoNote(const QString &text)
{
    m_note->showKept(text);
    m_note->keep();
}

void TicketView::closeStale()
{
    if (m_page.ticket.id.isNull() || m_page.unopened) {
        return;
    }
    for (auto it = m_panels.cbegin(); it != m_panels.cend(); ++it) {
        ActionPanel *panel = it.value();
        if (m_actions->offers(it.key())) {
            continue;
        }
        if (!panel->isVisibleTo(this)) {
            if (const QString text = panel->value(u"text"_qs); !text.isEmpty() && m_confirmed != it.key() && it.key() != TicketAct::Link) {
                takeIntoNote(text);
                panel->clear();
            }
            continue;
        }
        const QPointer<QWidget> focus = QApplication::focusWidget();
        const bool typing = panel->isAncestorOf(focus);
        if (!panel->value(u"text"_qs).isEmpty() && m_confirmed != it.key()) {
            m_note->append(panel->value(u"text"_qs)); // with the keyboard: what is typed on comes after it
            m_note->flush();
            panel->clear();
        } else if (typing) {
            m_timeline->setFocus(Qt::OtherFocusReason); // the rest of a word must not reach a button
        }
        if (focus && !typing) {
            focus->setFocus(Qt::OtherFocusReason);
        }
        closePanels();
    }
}

bool TicketView::isSaved() const
{
    const bool noteKept = m_note->text().isEmpty() || (m_noteSafe && m_note->isSaid());
    const bool answersKept = std::all_of(m_panels.cbegin(), m_panels.cend(), [](const ActionPanel *panel) { return panel->isKept(); });
    return m_page.unopened || (noteKept && answersKept && !m_form->hasFailed() && m_form->unsavedTexts(TicketForm::Unsaved::All).isEmpty());
}

void TicketView::sayAll()
{
    m_form->commitWritten();
    m_form->commitFailedAgain();
    for (ActionPanel *panel : std::as_const(m_panels)) {
        panel->flush();
    }
    m_note->flush();
    sayUnkeptAgain();
}

void TicketView::sayUnkeptAgain()
{
    for (ActionPanel *panel : std::as_const(m_panels)) {
        if (panel->hasFailed()) {
            panel->keep();
        }
    }
    if (!m_noteSafe) {
        m_note->keep();
    }
}

void TicketView::noteKeptSafe(const base::Result<> &kept)
{
    const bool before = std::exchange(m_noteSafe, kept.has_value());
    if (kept && !before) {
        tellRecovered();
    } else if (!kept && before) {
        showNotSaved(&kept.error());
    }
}

void TicketView::recover(const QString &column)
{
    m_form->recover(column);
    tellRecovered();
}

void TicketView::tellRecovered()
{
    if (m_saidNotSaved && !hasUnkept() && !m_form->hasFailed()) {
        showSaved();
    }
}

void TicketView::showSaved()
{
    m_saidSaved = true;
    m_saidNotSaved = false;
    m_closeAsked = false;
    m_failure->show(Tone::Ok, m_note->text().isEmpty() ? tr("Saved.") : tr("Saved. The note waits here until you note it."));
}

void TicketView::showNotSaved(const base::Error *why)
{
    m_saidNotSaved = true;
    m_failure->show(
        Tone::Bad,
        why && Words::isOfDisk(*why)
            ? tr("Not saved: %1. What is written stays here and is saved as soon as that is possible.").arg(Words::whyNotKept(*why))
            : tr("Not saved. What is written stays here; look at what is marked."));
}

void TicketView::flush()
{
    for (const QString &text : m_form->unsavedTexts(TicketForm::Unsaved::Failed)) {
        m_note->append(text);
    }
    m_note->flush();
    for (ActionPanel *panel : std::as_const(m_panels)) {
        panel->flush();
    }
}

} // namespace comptoir::ui
