// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueueView.h"

#include "Card.h"
#include "Chip.h"
#include "EmptyState.h"
#include "Icons.h"
#include "KeyButton.h"
#include "Notice.h"
#include "PlainLabel.h"
#include "QueueModel.h"
#include "QueueTable.h"
#include "Words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QStackedLayout>
#include <QTimer>

namespace comptoir::ui {

namespace {
constexpr int kPage = 200;
constexpr int kTypingMs = 150;
} // namespace

QueueView::QueueView(QWidget *parent)
    : QWidget(parent)
    , m_model(new QueueModel(this))
    , m_table(new QueueTable(*m_model, this))
    , m_titleLabel(new PlainLabel({}, FontRole::PaneTitle, Tone::Text, this))
    , m_count(new PlainLabel({}, FontRole::Body, Tone::Muted, this))
    , m_openOnly(new Chip({}, Tone::Accent, this))
    , m_orderChip(new Chip({}, Tone::Accent, this))
    , m_filter(new QLineEdit(this))
    , m_new(new KeyButton(tr("New"), QStringLiteral("plus"), KeyButton::Look::Normal, this))
    , m_notice(new Notice(Tone::Bad, this))
    , m_empty(new EmptyState(this))
    , m_head(new Ground(Ground::Kind::Surface, this))
    , m_typing(new QTimer(this))
{
    buildHead();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(new Rule(Qt::Horizontal, this));
    column->addWidget(m_notice);
    m_notice->hide();
    m_notice->setDismissable(true);
    m_body = new QStackedLayout;
    m_body->addWidget(m_table);
    auto *emptyGround = new Ground(Ground::Kind::Surface, this);
    auto *centre = new QVBoxLayout(emptyGround);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->addWidget(m_empty);
    m_body->addWidget(emptyGround);
    column->addLayout(m_body, 1);
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingMs);

    connect(m_table, &QueueTable::orderChosen, this, &QueueView::chooseOrder);
    connect(m_model, &QueueModel::moreWanted, this, [this] {
        m_ask.limit += kPage;
        Q_EMIT asked();
    });
    connect(m_filter, &QLineEdit::textEdited, this, [this] { m_typing->start(); });
    connect(m_typing, &QTimer::timeout, this, [this] {
        m_ask.filter.text = m_filter->text().trimmed();
        m_ask.limit = kPage;
        Q_EMIT asked();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, &QueueView::focusTable);
    connect(m_openOnly, &Chip::clicked, this, [this] {
        m_ask.filter.closedToo = !m_ask.filter.closedToo;
        m_ask.limit = kPage;
        showHead();
        Q_EMIT asked();
    });
    connect(m_orderChip, &Chip::clicked, this, &QueueView::popUpOrders);
    connect(m_new, &KeyButton::clicked, this, &QueueView::newTicketAsked);
    connect(m_empty, &EmptyState::actionTriggered, this, &QueueView::newTicketAsked);
}

void QueueView::buildHead()
{
    auto *row = new QHBoxLayout(m_head);
    m_head->setFixedHeight(44);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    m_titleLabel->setElided(true);
    row->addWidget(m_titleLabel, 0, Qt::AlignVCenter);
    row->addWidget(m_count, 0, Qt::AlignVCenter);
    m_openOnly->setPressable(true);
    m_orderChip->setPressable(true);
    row->addWidget(m_openOnly);
    row->addWidget(m_orderChip);
    row->addStretch(1);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter this queue"));
    m_filter->setToolTip(plainToolTip(tr("Words of number, summary, description or requester (Ctrl F)")));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(72);
    m_filter->setMaximumWidth(160);
    m_filter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(m_filter, 2);
    row->addWidget(m_new);
    m_new->setKeyHint(shownKey(QKeySequence(Qt::CTRL | Qt::Key_N)));
    m_new->setAccessibleName(tr("New ticket"));
    showHead();
}

void QueueView::choose(const QString &title, const desk::QueueFilter &filter, const QString &next)
{
    m_title = title;
    m_next = next;
    m_ask.filter = filter;
    m_ask.limit = kPage;
    m_filter->setText(filter.text);
    m_notice->hide();
    m_model->show({}, false);
    m_table->setAccessibleName(tr("Queue %1").arg(title));
    showHead();
    m_count->setText({});
    m_read = false;
    m_body->setCurrentIndex(0);
    Q_EMIT asked();
}

void QueueView::rename(const QString &title)
{
    if (title != m_title) {
        m_title = title;
        m_table->setAccessibleName(tr("Queue %1").arg(title));
        showHead();
    }
}

void QueueView::show(std::vector<desk::QueueRow> rows, bool more)
{
    m_notice->hide();
    m_more = more;
    m_table->show(std::move(rows), more);
    m_read = true;
    showBody();
    showHead();
}

void QueueView::showBody()
{
    const bool none = m_read && m_model->rowCount() == 0 && m_gap.known();
    if (none && !m_ask.filter.text.isEmpty()) {
        m_empty->show(QStringLiteral("search"), tr("Nothing matches “%1”").arg(m_ask.filter.text.left(60)),
                      m_gap ? m_gap.next() : tr("Fewer or shorter words find more; Ctrl K searches everywhere."));
    } else if (none && m_gap) {
        m_empty->show(m_gap.iconName(), m_gap.title(), m_gap.next(), tr("New ticket"));
    } else if (none) {
        m_empty->show(QStringLiteral("check-check"), tr("Nothing in this queue"), m_next, tr("New ticket"));
    }
    m_body->setCurrentIndex(none ? 1 : 0);
}

void QueueView::showCopy(const sync::SyncStatus &status)
{
    if (const CopyGap now(status); now != m_gap) {
        m_gap = now;
        showBody();
        showHead();
    }
}

void QueueView::showError(const base::Error &error)
{
    m_notice->show(Tone::Bad, Words::of(error));
}

void QueueView::setNow(qint64 nowMs)
{
    m_model->setNow(nowMs);
}

QString QueueView::wordOf(desk::QueueOrder order)
{
    switch (order) {
    case desk::QueueOrder::Due: return tr("by due time");
    case desk::QueueOrder::Priority: return tr("by priority");
    case desk::QueueOrder::Number: return tr("by number");
    case desk::QueueOrder::Summary: return tr("by summary");
    case desk::QueueOrder::Requester: return tr("by requester");
    case desk::QueueOrder::Organisation: return tr("by organisation");
    case desk::QueueOrder::State: return tr("by state");
    case desk::QueueOrder::Opened: return tr("by opening");
    case desk::QueueOrder::Updated: return tr("by last change");
    }
    return {};
}

void QueueView::showHead()
{
    m_titleLabel->setText(m_title);
    const QString count = QLocale().toString(m_model->rowCount()) % (m_more ? u"+"_qs : QString());
    m_count->setText(m_ask.filter.closedToo || m_ask.filter.state ? tr("%1 tickets", nullptr, m_model->rowCount()).arg(count)
                                                                  : tr("%1 open", nullptr, m_model->rowCount()).arg(count));
    m_count->setVisible(!m_gap || m_model->rowCount() > 0);
    m_openOnly->setVisible(!m_ask.filter.state);
    m_openOnly->setText(m_ask.filter.closedToo ? tr("state: all") : tr("state: open"));
    m_openOnly->setTrailingIcon(m_ask.filter.closedToo ? QString() : QStringLiteral("x"));
    m_openOnly->setAccessibleName(m_ask.filter.closedToo ? tr("All states are shown; press for open tickets only")
                                                         : tr("Open tickets only; press for all states"));
    m_orderChip->setText(wordOf(m_ask.order));
    m_orderChip->setTrailingIcon(m_ask.descending ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"));
    m_orderChip->setAccessibleName(tr("Ordered %1; press to choose").arg(wordOf(m_ask.order)));
    m_table->showOrder(m_ask.order, m_ask.descending);
}

void QueueView::chooseOrder(desk::QueueOrder order, bool descending)
{
    m_ask.order = order;
    m_ask.descending = descending;
    showHead();
    Q_EMIT asked();
}

void QueueView::popUpOrders()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Order of the queue"));
    using Order = desk::QueueOrder;
    for (const Order order : {Order::Due, Order::Priority, Order::Number, Order::Summary, Order::Requester, Order::Organisation,
                              Order::State, Order::Opened, Order::Updated}) {
        QAction *one = menu->addAction(wordOf(order));
        one->setCheckable(true);
        one->setChecked(order == m_ask.order);
        connect(one, &QAction::triggered, this, [this, order] { chooseOrder(order, order == Order::Opened || order == Order::Updated); });
    }
    menu->addSeparator();
    QAction *turned = menu->addAction(icon(QStringLiteral("arrow-up-down")), tr("The other way round"));
    connect(turned, &QAction::triggered, this, [this] { chooseOrder(m_ask.order, !m_ask.descending); });
    menu->popup(m_orderChip->mapToGlobal(QPoint(0, m_orderChip->height() + 4)));
}

void QueueView::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void QueueView::focusTable()
{
    if (m_body->currentIndex() == 0) { // rows, or a queue whose rows are on their way
        m_table->setFocus(Qt::ShortcutFocusReason);
    } else {
        m_filter->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace comptoir::ui
