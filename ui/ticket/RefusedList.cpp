// SPDX-License-Identifier: GPL-3.0-or-later
#include "RefusedList.h"

#include "KeyButton.h"
#include "Layouts.h"
#include "Notice.h"
#include "Words.h"

#include <QBoxLayout>

namespace comptoir::ui {

namespace {

constexpr qsizetype kShownText = 200; // the whole text goes with "Into a note"

} // namespace

QString refusedMine(const desk::TicketPage::Refused &refused, const TicketWords::NameOf &nameOf)
{
    const bool isField = refused.kind == u"ticket.edit"_qs && !refused.refusal.field.isEmpty();
    return isField ? TicketWords::value(refused.refusal.field, refused.mine, nameOf) : refused.mine;
}

QString refusedStands(const desk::TicketPage::Refused &refused, const TicketWords::NameOf &nameOf)
{
    return refused.refusal.field.isEmpty() ? QString() : TicketWords::value(refused.refusal.field, refused.refusal.current, nameOf);
}

RefusedList::RefusedList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    hide();
}

void RefusedList::show(const std::vector<desk::TicketPage::Refused> &refused, const TicketWords::NameOf &nameOf, bool unopened)
{
    if (refused == m_shown && unopened == m_unopened) {
        return;
    }
    m_shown = refused;
    m_unopened = unopened;
    emptyLayout(*m_column);
    for (const desk::TicketPage::Refused &one : refused) {
        add(one, nameOf);
    }
    setVisible(!refused.empty());
}

void RefusedList::add(const desk::TicketPage::Refused &refused, const TicketWords::NameOf &nameOf)
{
    QStringList parts{tr("%1 was refused.").arg(Words::operation(refused.kind)), Words::of(refused.refusal)};
    const bool opening = opensIt(refused); // the fields below show what was meant
    if (const QString mine = opening ? QString() : refusedMine(refused, nameOf).left(kShownText); !mine.isEmpty()) {
        parts << tr("Yours: “%1”.").arg(mine);
    }
    if (const QString stands = refusedStands(refused, nameOf); !stands.isEmpty()) {
        parts << tr("What stands: %1 “%2”.").arg(TicketWords::field(refused.refusal.field), stands.left(kShownText));
    }
    auto *notice = new Notice(Tone::Bad, this);
    addWaysOut(*notice, refused);
    notice->show(Tone::Bad, parts.join(u' '));
    m_column->addWidget(notice);
}

bool RefusedList::opensIt(const desk::TicketPage::Refused &refused) const
{
    return m_unopened && refused.kind == u"ticket.open"_qs;
}

void RefusedList::addWaysOut(Notice &notice, const desk::TicketPage::Refused &refused)
{
    const bool opening = opensIt(refused);
    if (opening) {
        auto *redraft = notice.addAction(tr("Back to a draft"));
        redraft->setObjectName(u"redraft"_qs);
        redraft->setSmall(true);
        redraft->setToolTip(refused.refusal.field == u"number" ? tr("Under a new number, with everything written here")
                                                               : tr("Under the same number, with everything written here"));
        connect(redraft, &KeyButton::clicked, this, &RefusedList::redraftWanted);
    } else if (!m_unopened && !refused.mine.isEmpty()) {
        auto *keep = notice.addAction(tr("Into a note"));
        keep->setSmall(true);
        connect(keep, &KeyButton::clicked, this, [this, text = refused.mine] { Q_EMIT textWanted(text); });
    }
    if (m_unopened) {
        if (opening) {
            addLetGo(notice);
        }
        return; // what was written to it goes with it, into the draft or away
    }
    auto *dismiss = notice.addAction(tr("Understood"));
    dismiss->setSmall(true);
    connect(dismiss, &KeyButton::clicked, this, [this, op = refused.op] { Q_EMIT dismissed(op); });
}

void RefusedList::addLetGo(Notice &notice)
{
    auto *letGo = notice.addAction(tr("Let it go"));
    letGo->setSmall(true);
    connect(letGo, &KeyButton::clicked, this, [this, letGo, sure = false]() mutable {
        if (!std::exchange(sure, true)) {
            letGo->setText(tr("Really let it go?"));
            return;
        }
        for (const desk::TicketPage::Refused &one : std::vector(m_shown)) { // the first may empty the list
            Q_EMIT dismissed(one.op);
        }
    });
}

} // namespace comptoir::ui
