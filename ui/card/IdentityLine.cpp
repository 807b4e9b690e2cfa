// SPDX-License-Identifier: GPL-3.0-or-later
#include "IdentityLine.h"

#include "Fonts.h"
#include "Icons.h"
#include "PlainLabel.h"
#include "Tokens.h"

#include <QPainter>

namespace comptoir::ui {

namespace {

constexpr int kLikelyFrom = 50;

Tone toneOf(int score)
{
    return score >= desk::kSureScore ? Tone::Ok : score >= kLikelyFrom ? Tone::Accent : Tone::Warn;
}

QString iconOf(int score)
{
    return score >= desk::kSureScore ? u"shield-check"_qs : score >= kLikelyFrom ? u"shield-question-mark"_qs : u"circle-help"_qs;
}

} // namespace

IdentityLine::IdentityLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString IdentityLine::scoreWords(int score)
{
    if (score >= desk::kSureScore) {
        return tr("Sure at %1 %").arg(score);
    }
    return score >= kLikelyFrom ? tr("Likely, %1 %").arg(score) : tr("Possible, %1 %").arg(score);
}

QString IdentityLine::reasonWords(const desk::IdentityReason &reason)
{
    using Kind = desk::IdentityReason::Kind;
    switch (reason.kind) {
    case Kind::NumberKnown: return tr("known number");
    case Kind::NumberLearned: return tr("number learned earlier");
    case Kind::ExtensionPlan: return reason.detail.isEmpty() ? tr("internal extension") : tr("extension %1").arg(reason.detail);
    case Kind::LastLogin: return tr("signed in on %1").arg(reason.detail);
    case Kind::SeenInTicket: return reason.detail.isEmpty() ? tr("called from this number before") : tr("named in %1").arg(reason.detail);
    case Kind::SameName: return tr("same name as the telephone shows");
    case Kind::Confirmed: return tr("confirmed by you");
    }
    return {};
}

void IdentityLine::show(const desk::Candidate &candidate)
{
    m_score = candidate.score;
    m_sure = scoreWords(candidate.score);
    QStringList why;
    for (const desk::IdentityReason &reason : candidate.reasons) {
        why << reasonWords(reason);
    }
    m_why = why.join(u" · "_qs);
    setAccessibleName(text());
    setToolTip(plainToolTip(text()));
    update();
}

QString IdentityLine::text() const
{
    return m_why.isEmpty() ? m_sure : m_sure + u" · "_qs + m_why;
}

void IdentityLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, {0, 0, 14, height()}, iconOf(m_score), colour(toneOf(m_score)), 14);
    QFont strong = fontOf(FontRole::Strong);
    strong.setPixelSize(fontOf(FontRole::Secondary).pixelSize());
    painter.setFont(strong);
    painter.setPen(colour(toneOf(m_score)));
    QRect room = rect().adjusted(19, 0, 0, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, m_sure);
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(m_sure));
    if (!m_why.isEmpty()) {
        painter.setFont(fontOf(FontRole::Secondary));
        painter.setPen(colour(Tone::Muted));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(u" · "_qs + m_why, Qt::ElideRight, room.width()));
    }
}

} // namespace comptoir::ui
