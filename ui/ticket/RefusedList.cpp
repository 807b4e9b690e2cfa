// SPDX-License-Identifier: GPL-3.0-or-later
#include "RefusedList.h"

#include "KeyButton.h"
#include "Layouts.h"
#include "Notice.h"
#include "Words.h"

#include <QBoxLayout>
#include <QSet>

namespace comptoir::ui {

namespace {

/// Deeds that are asked for in words.
bool hasQuestion(const QString &kind)
{
    static const QSet<QString> kinds{u"ticket.assign"_qs, u"ticket.wait"_qs,   u"ticket.resolve"_qs,
                                     u"ticket.reopen"_qs, u"ticket.cancel"_qs, u"ticket.link"_qs};
    return kinds.contains(kind);
}

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

QString refusedWhy(const desk::TicketPage::Refused &refused, qint64 nowMs)
{
    const QString why = Words::of(refused.refusal);
    return refused.who.isEmpty()
        ? why
        : RefusedList::tr("%1 What stands was set by %2, %3.").arg(why, refused.who, Times::moment(refused.atMs, nowMs));
}

RefusedList::RefusedList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    hide();
}

void RefusedList::show(const std::vector<desk::TicketPage::Refused> &refused, const Saying &saying, bool unopened)
{
    if (refused == m_shown && unopened == m_unopened) {
        return;
    }
    m_shown = refused;
    m_unopened = unopened;
    emptyLayout(*m_column);
    for (const desk::TicketPage::Refused &one : refused) {
        add(one, saying);
    }
    setVisible(!refused.empty());
}

void RefusedList::add(const desk::TicketPage::Refused &refused, const Saying &saying)
{
    QStringList parts{tr("%1 was refused.").arg(Words::operation(refused.kind)), refusedWhy(refused, saying.nowMs)};
    const bool opening = opensIt(refused); // the fields below show what was meant
    if (const QString mine = opening ? QString() : refusedMine(refused, saying.nameOf).left(kShownText); !mine.isEmpty()) {
        parts << tr("Yours: “%1”.").arg(mine);
    }
    if (const QString stands = refusedStands(refused, saying.nameOf); !stands.isEmpty()) {
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
    } else if (!m_unopened && !refused.mine.isEmpty() && !(refused.again && hasQuestion(refused.kind))) {
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
    addInsisting(notice, refused);
    auto *dismiss = notice.addAction(refused.again ? tr("Leave it") : tr("Understood"));
    dismiss->setObjectName(u"leave"_qs);
    dismiss->setSmall(true);
    connect(dismiss, &KeyButton::clicked, this, [this, op = refused.op] { Q_EMIT dismissed(op); });
}

void RefusedList::addInsisting(Notice &notice, const desk::TicketPage::Refused &refused)
{
    if (!refused.again) {
        return;
    }
    if (hasQuestion(refused.kind)) {
        auto *change = notice.addAction(tr("Change it…"));
        change->setObjectName(u"change"_qs);
        change->setSmall(true);
        change->setToolTip(tr("Opens the question with what you meant in it"));
        connect(change, &KeyButton::clicked, this, [this, refused] { Q_EMIT changeWanted(refused); });
    }
    auto *insist = notice.addAction(tr("Do it again"));
    insist->setObjectName(u"insist"_qs);
    insist->setSmall(true);
    insist->setToolTip(tr("On what stands now; the history keeps both"));
    connect(insist, &KeyButton::clicked, this, [this, op = refused.op] { Q_EMIT insisted(op); });
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
