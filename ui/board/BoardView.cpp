// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardView.h"

#include "BarList.h"
#include "Card.h"
#include "FigureTile.h"
#include "KeyButton.h"
#include "OperatorTable.h"
#include "PlainLabel.h"
#include "Words.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QGridLayout>
#include <QLocale>
#include <QRegularExpression>
#include <QScrollArea>

namespace comptoir::ui {

namespace {

constexpr int kTileGap = 12;
constexpr int kBarHeight = 48;
constexpr int kOrganisationRows = 8;
constexpr int kGroupRows = 8;
constexpr int kFourAbreastFromPx = 1200;

/// The filter with that one condition.
desk::QueueFilter only(bool desk::QueueFilter::*condition)
{
    desk::QueueFilter filter;
    filter.*condition = true;
    return filter;
}

QStringList labelsOf(const std::vector<desk::BoardBar> &bars)
{
    QStringList labels;
    for (const desk::BoardBar &bar : bars) {
        labels << bar.label;
    }
    return labels;
}

} // namespace

BoardView::BoardView(QWidget *parent)
    : QWidget(parent)
    , m_when(new PlainLabel(tr("reading…"), FontRole::Body, Tone::CallMuted, this))
    , m_full(new KeyButton(tr("Wall screen"), u"monitor"_qs, KeyButton::Look::CallPill, this))
    , m_organisations(new BarList(tr("Open tickets by organisation"), tr("Organisation"), this))
    , m_states(new BarList(tr("By state"), tr("State"), this))
    , m_ages(new BarList(tr("By age"), tr("Opened"), this))
    , m_groups(new BarList(tr("By group"), tr("Group"), this))
    , m_operators(new OperatorTable(this))
{
    m_waiting = makeTile(tr("Calls waiting"), desk::CallList::Waiting);
    m_taken = makeTile(tr("Calls taken today"), desk::CallList::TakenToday);
    m_missed = makeTile(tr("Missed calls today"), desk::CallList::MissedToday);
    m_breached = makeTile(tr("Late"), only(&desk::QueueFilter::breached));
    m_dueSoon = makeTile(tr("Due within 2 h"), only(&desk::QueueFilter::dueSoon));
    m_unassigned = makeTile(tr("Without assignee"), only(&desk::QueueFilter::unassigned));
    m_open = makeTile(tr("Open tickets"), desk::QueueFilter{});
    build();
    for (BarList *list : {m_organisations, m_states, m_ages, m_groups}) {
        connect(list, &BarList::openList, this, &BoardView::openList);
    }
    connect(m_operators, &OperatorTable::openList, this, &BoardView::openList);
}

FigureTile *BoardView::makeTile(const QString &title, const desk::QueueFilter &filter)
{
    auto *tile = new FigureTile(title, this);
    connect(tile, &FigureTile::clicked, this, [this, filter, title] { Q_EMIT openList(filter, title); });
    return tile;
}

FigureTile *BoardView::makeTile(const QString &title, desk::CallList calls)
{
    auto *tile = new FigureTile(title, this);
    connect(tile, &FigureTile::clicked, this, [this, calls] { Q_EMIT openCalls(calls); });
    return tile;
}

QWidget *BoardView::makeBar()
{
    auto *bar = new Ground(Ground::Kind::Call, this);
    bar->setFixedHeight(kBarHeight);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(new PlainLabel(tr("Control room"), FontRole::PaneTitle, Tone::Call, bar));
    row->addWidget(m_when);
    row->addStretch(1);
    m_full->setKeyHint(u"F11"_qs);
    auto *back = new KeyButton(tr("Back to the desk"), u"x"_qs, KeyButton::Look::CallPill, bar);
    back->setKeyHint(tr("Esc"));
    row->addWidget(m_full);
    row->addWidget(back);
    connect(m_full, &KeyButton::clicked, this, &BoardView::fullScreenWanted);
    connect(back, &KeyButton::clicked, this, &BoardView::leave);
    return bar;
}

void BoardView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    auto *ground = new Ground(Ground::Kind::Bg, this);
    auto *rows = new QVBoxLayout(ground);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(kTileGap);
    m_tiles = new QGridLayout;
    m_tiles->setSpacing(kTileGap);
    QWidget *before = m_full;
    for (FigureTile *tile : {m_waiting, m_taken, m_missed, m_breached, m_dueSoon, m_unassigned, m_open}) {
        setTabOrder(before, tile);
        before = tile;
    }
    rows->addLayout(m_tiles);
    m_cards = new QGridLayout;
    m_cards->setSpacing(kTileGap);
    arrange(false);
    rows->addLayout(m_cards, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(ground);
    column->addWidget(scroll, 1);
}

void BoardView::arrange(bool narrow)
{
    if (m_narrow == narrow) {
        return;
    }
    m_narrow = narrow;
    const int abreast = narrow ? 4 : 7;
    int at = 0;
    for (FigureTile *tile : {m_waiting, m_taken, m_missed, m_breached, m_dueSoon, m_unassigned, m_open}) {
        m_tiles->addWidget(tile, at / abreast, at % abreast);
        ++at;
    }
    for (int column = 0; column < 7; ++column) {
        m_tiles->setColumnStretch(column, column < abreast ? 1 : 0);
    }
    if (narrow) {
        m_cards->addWidget(m_organisations, 0, 0, 1, 4);
        m_cards->addWidget(m_states, 1, 0, 1, 2);
        m_cards->addWidget(m_ages, 1, 2, 1, 2);
        m_cards->addWidget(m_operators, 2, 0, 1, 4);
        m_cards->addWidget(m_groups, 3, 0, 1, 4);
    } else {
        m_cards->addWidget(m_organisations, 0, 0, 1, 2);
        m_cards->addWidget(m_states, 0, 2);
        m_cards->addWidget(m_ages, 0, 3);
        m_cards->addWidget(m_operators, 1, 0, 1, 2);
        m_cards->addWidget(m_groups, 1, 2, 1, 2);
    }
    for (int i = 0; i < 4; ++i) {
        m_cards->setColumnStretch(i, 1);
        m_cards->setRowStretch(i, !narrow && i == 1 ? 1 : 0);
    }
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width() < kFourAbreastFromPx);
}

void BoardView::show(const desk::BoardFigures &figures, qint64 nowMs)
{
    m_figures = figures;
    m_shown = true;
    QStringList ages;
    for (const desk::BoardBar &bar : figures.byAge) {
        ages << Words::age(bar.code);
    }
    QStringList states;
    for (const desk::BoardBar &bar : figures.byState) {
        const auto state = domain::fromCode<domain::TicketState>(bar.code);
        states << (state ? Words::of(*state) : bar.label);
    }
    QStringList groups = labelsOf(figures.byGroup);
    groups.replaceInStrings(QRegularExpression(u"^$"_qs), tr("No group"));
    m_organisations->show(figures.byOrganisation, labelsOf(figures.byOrganisation), kOrganisationRows);
    m_states->show(figures.byState, states, int(figures.byState.size()));
    m_ages->show(figures.byAge, ages, int(figures.byAge.size()));
    m_groups->show(figures.byGroup, groups, kGroupRows);
    showTickets();
    tick(nowMs);
}

void BoardView::tick(qint64 nowMs)
{
    if (!m_shown) {
        return;
    }
    showWhen();
    const bool waits = m_figures.presenceKnown && m_figures.callsWaiting > 0 && m_figures.oldestWaitingSinceMs > 0;
    m_waiting->show(m_figures.presenceKnown ? QString::number(m_figures.callsWaiting) : u"—"_qs, waits ? Tone::Warn : Tone::Text,
                    waits                         ? tr("longest %1").arg(Times::timer(nowMs - m_figures.oldestWaitingSinceMs))
                        : m_figures.presenceKnown ? tr("nobody waits")
                                                  : tr("service not reached"),
                    m_figures.presenceKnown ? u"zap"_qs : u"cloud-off"_qs, m_figures.presenceKnown ? tr("right now") : tr("not known"));
    m_operators->show(m_figures.operators, m_figures.presenceKnown, nowMs);
}

void BoardView::showWhen()
{
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(m_figures.madeMs);
    m_when->setText(m_gap ? m_gap.title()
                          : tr("figures of %1, %2", "day, time")
                                .arg(QLocale().toString(made.date(), QLocale::LongFormat), Times::clockSeconds(m_figures.madeMs)));
    m_when->setToolTip(m_gap ? plainToolTip(m_gap.next()) : QString());
}

void BoardView::showTickets()
{
    const QString open = tr("open the list");
    const QString calls = tr("open the calls");
    const desk::BoardFigures &f = m_figures;
    showCount(*m_taken, f.callsTakenToday, Tone::Text, tr("by this desk's mirror"), u"phone-call"_qs, calls);
    showCount(*m_missed, f.callsMissedToday, Tone::Bad, tr("calls", nullptr, f.callsMissedToday), u"phone-missed"_qs, calls);
    showCount(*m_breached, f.breached, Tone::Bad, tr("tickets", nullptr, f.breached), u"triangle-alert"_qs, open);
    showCount(*m_dueSoon, f.dueSoon, Tone::Warn, tr("tickets", nullptr, f.dueSoon), u"clock"_qs, open);
    showCount(*m_unassigned, f.unassigned, Tone::Text, tr("tickets", nullptr, f.unassigned), u"inbox"_qs, open);
    showCount(*m_open, f.open, Tone::Text, tr("tickets", nullptr, f.open), u"list"_qs, open);
}

void BoardView::showCount(FigureTile &tile, int figure, Tone tone, const QString &line, const QString &icon, const QString &opens) const
{
    if (m_gap) {
        tile.show(u"—"_qs, Tone::Text, tr("copy not filled yet"), u"cloud-off"_qs, tr("not known"));
    } else {
        tile.show(QLocale().toString(figure), figure > 0 ? tone : Tone::Text, line, icon, opens);
    }
}

void BoardView::showCopy(const sync::SyncStatus &status)
{
    if (const CopyGap now(status); now != m_gap) {
        m_gap = now;
        if (m_shown) {
            showTickets();
            showWhen();
        }
    }
}

void BoardView::showFailure(const QString &text)
{
    m_when->setText(text);
}

void BoardView::showFullScreen(bool full)
{
    m_full->setText(full ? tr("Leave full screen") : tr("Wall screen"));
}

} // namespace comptoir::ui
