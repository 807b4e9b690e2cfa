// SPDX-License-Identifier: GPL-3.0-or-later
// What was refused of a ticket, or overtaken: at its field, or in the list.
#include "ActionPanel.h"
#include "RefusedList.h"
#include "TicketView.h"
#include "Words.h"

#include <QHash>

namespace comptoir::ui {

void TicketView::showRefusals(const TicketWords::NameOf &nameOf)
{
    m_form->clearRefused();
    m_fieldRefusals.clear();
    std::vector<desk::TicketPage::Refused> others;
    for (const desk::TicketPage::Refused &refused : m_page.refused) {
        const QString &column = refused.refusal.field;
        if (refused.kind == u"ticket.edit"_qs && !column.isEmpty()
            && m_form->showRefused(column, refusedMine(refused, nameOf), refusedStands(refused, nameOf), refusedWhy(refused, m_nowMs))) {
            m_fieldRefusals.insert(column, {refused.op, refused.value, refused.mine == refused.value ? QString() : refused.mine});
        } else {
            others.push_back(refused);
        }
    }
    for (const desk::TicketPage::Lost &lost : m_page.lost) {
        const auto words = [&](const QString &name, const QString &value) {
            return name.isEmpty() ? TicketWords::value(lost.field, value, nameOf) : name;
        };
        const QString why = tr("%1 wrote it at %2; it reached the service after yours.").arg(lost.who, Times::moment(lost.atMs, m_nowMs));
        if (!m_fieldRefusals.contains(lost.field)
            && m_form->showRefused(lost.field, words(lost.mineName, lost.mine), words(lost.standsName, lost.stands), why)) {
            m_fieldRefusals.insert(lost.field, {lost.op, lost.mine, lost.mineName, true});
        }
    }
    m_refused->show(others, {nameOf, m_nowMs}, m_page.unopened);
}

void TicketView::changeRefused(const desk::TicketPage::Refused &refused)
{
    static const QHash<QString, TicketAct> acts{{u"ticket.assign"_qs, TicketAct::Assign},   {u"ticket.wait"_qs, TicketAct::Wait},
                                                {u"ticket.resolve"_qs, TicketAct::Resolve}, {u"ticket.reopen"_qs, TicketAct::Reopen},
                                                {u"ticket.cancel"_qs, TicketAct::Cancel},   {u"ticket.link"_qs, TicketAct::Link}};
    const auto act = acts.constFind(refused.kind);
    if (act == acts.cend()) {
        return;
    }
    ActionPanel &panel = *m_panels.value(*act);
    if (!panel.value(u"text"_qs).contains(refused.mine)) {
        panel.showKept(refused.mine);
    }
    for (auto it = refused.chosen.cbegin(); it != refused.chosen.cend(); ++it) {
        panel.choose(it.key(), it.value());
    }
    ask(*act);
    m_changing = {*act, refused.op};
}

void TicketView::settleRefused(const QString &column, bool insist)
{
    const Meant refused = m_fieldRefusals.value(column);
    if (refused.op.isNull()) {
        // A failure of this very moment, not a stored refusal: the field says itself once more, or shows what stands.
        if (insist) {
            m_form->clearRefused();
            m_form->commitAgain(column);
        } else {
            m_form->restore(column, m_page.ticket);
            m_form->clearRefused();
        }
        return;
    }
    if (refused.lost) {
        if (insist) {
            Q_EMIT edited(column, refused.value, refused.display);
        }
        Q_EMIT lossSeen(refused.op);
    } else if (insist) {
        Q_EMIT setAgain(column, refused.value, refused.display, refused.op);
    } else {
        Q_EMIT dismissed(refused.op);
    }
}

} // namespace comptoir::ui
