// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchPanel.h"

#include "ArchiveWords.h"
#include "Icons.h"
#include "PlainLabel.h"
#include "SearchDelegate.h"
#include "SearchModel.h"
#include "Words.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace comptoir::ui {

namespace {

constexpr int kTypingPauseMs = 40;
constexpr int kAgainMs = 700; // between two readings of what stands there already
constexpr int kWidth = 520;
constexpr int kMostHeight = 460;
constexpr int kLongestText = 200;

/// What could be rung: mostly digits, at least three.
QString numberIn(const QString &text)
{
    int digits = 0;
    for (const QChar sign : text) {
        if (sign.isDigit()) {
            ++digits;
        } else if (!u" .-/+()"_qs.contains(sign)) {
            return {};
        }
    }
    return digits >= 3 ? text.trimmed() : QString();
}

} // namespace

SearchPanel::SearchPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new SearchModel(this))
    , m_text(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_hint(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
    , m_pause(new QTimer(this))
    , m_again(new QTimer(this))
{
    setAccessibleName(tr("Search"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_text);
    column->addWidget(m_list);
    column->addWidget(m_hint);
    m_text->addAction(icon(QStringLiteral("search"), Tone::Muted), QLineEdit::LeadingPosition);
    m_text->setPlaceholderText(tr("Name, number, ticket, words…"));
    m_text->setAccessibleName(tr("Search people and tickets"));
    m_text->setMaxLength(kLongestText);
    m_text->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(*m_model, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(8, 4, 8, 4);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kTypingPauseMs);
    m_again->setSingleShot(true);
    m_again->setInterval(kAgainMs);
    hide();
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_pause->start(); });
    connect(m_pause, &QTimer::timeout, this, &SearchPanel::onTyped);
    connect(m_again, &QTimer::timeout, this, [this] {
        if (isWatching()) {
            onTyped();
        }
    });
    connect(m_list, &QListView::clicked, this, &SearchPanel::choose);
}

void SearchPanel::openOver(const QWidget *place)
{
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
    }
    const QPoint right = place->mapTo(parentWidget(), QPoint(place->width(), 0));
    const int wide = std::min(kWidth, parentWidget()->width() - 16);
    setGeometry(std::max(8, right.x() + 8 - wide), right.y() - 8, wide, height());
    settle();
    show();
    raise();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void SearchPanel::type(const QString &text)
{
    m_text->setText(text);
}

void SearchPanel::leave()
{
    const bool had = isAncestorOf(QApplication::focusWidget());
    hide();
    m_chooseWhenThere = false;
    if (had && m_before && window()->isAncestorOf(m_before)) {
        m_before->setFocus();
    }
    m_before = nullptr;
}

void SearchPanel::onTyped()
{
    const QString text = m_text->text().trimmed();
    m_walked = false;
    m_failure.clear();
    m_model->order(std::any_of(text.cbegin(), text.cend(), [](QChar sign) { return sign.isDigit(); }));
    m_model->showNumber(numberIn(text));
    m_again->stop();
    if (text != m_olderAsked) {
        m_olderAsked.clear();
        m_olderTold.clear();
        text.isEmpty() ? m_model->forgetOlder() : m_model->offerOlder(false);
    }
    if (text.isEmpty()) {
        m_model->clear();
        m_awaited = 0;
    } else {
        m_awaited = 2;
        Q_EMIT asked(text);
    }
    settle();
}

void SearchPanel::lookAgain()
{
    // Rows come ten times a second while much is fetched; one reading in a while shows them as well.
    if (isWatching() && !m_again->isActive()) {
        m_again->start();
    }
}

bool SearchPanel::isWatching() const
{
    return isVisible() && !m_walked && m_awaited <= 0 && !m_pause->isActive() && !m_text->text().trimmed().isEmpty();
}

void SearchPanel::showPeople(const QString &text, const std::vector<desk::PersonHit> &hits)
{
    if (text == m_text->text().trimmed()) {
        --m_awaited;
        m_model->showPeople(hits);
        settle();
    }
}

void SearchPanel::showTickets(const QString &text, const std::vector<desk::TicketHit> &hits)
{
    if (text == m_text->text().trimmed()) {
        --m_awaited;
        m_model->showTickets(hits);
        settle();
    }
}

void SearchPanel::showFailure(const QString &text, const base::Error &error)
{
    if (text == m_text->text().trimmed()) {
        --m_awaited;
        m_failure = Words::of(error);
        settle();
    }
}

void SearchPanel::askOlder()
{
    const QString text = m_text->text().trimmed();
    if (text.isEmpty() || (text == m_olderAsked && m_olderTold.isEmpty())) {
        return; // asked already
    }
    m_olderAsked = text;
    m_olderTold.clear();
    m_walked = true; // the operator has said what is wanted: nothing here takes the choice back
    m_list->setCurrentIndex({});
    m_model->awaitOlder();
    settle();
    Q_EMIT olderAsked(text);
}

void SearchPanel::showOlder(const QString &text, const std::vector<desk::ArchiveHit> &hits)
{
    if (text != m_olderAsked || text != m_text->text().trimmed()) {
        return;
    }
    const bool chosen = m_list->currentIndex().isValid();
    m_model->showOlder(hits);
    m_olderTold = hits.empty() ? tr("Nothing found in the older tickets either. Fewer or shorter words find more.") : QString();
    settle();
    if (const int first = m_model->firstOlder(); first >= 0 && !chosen) {
        put(first);
    }
}

void SearchPanel::showOlderFailure(const QString &text, const base::Error &error)
{
    if (text == m_olderAsked && text == m_text->text().trimmed()) {
        m_olderTold = ArchiveWords::notFound(error);
        const bool chosen = m_list->currentIndex().isValid();
        m_model->offerOlder(true);
        settle();
        if (!chosen) {
            put(m_model->rowCount() - 1); // the last row: to try again
        }
    }
}

void SearchPanel::showCopy(const sync::SyncStatus &status)
{
    if (const CopyGap now(status); now != m_gap) {
        m_gap = now;
        if (isVisible()) {
            settle();
        }
    }
}

void SearchPanel::settle()
{
    if (!m_walked) {
        m_list->setCurrentIndex({});
        walk(1);
    }
    const int rows = m_model->rowCount();
    m_hint->setText(hint());
    int tall = 0;
    for (int row = 0; row < rows; ++row) {
        tall += m_list->sizeHintForRow(row);
    }
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(std::min(tall + 4, kMostHeight));
    resize(width(), sizeHint().height());
    if (m_chooseWhenThere && m_awaited <= 0) {
        choose();
    }
}

QString SearchPanel::hint() const
{
    if (m_text->text().trimmed().isEmpty()) {
        return tr("Beginnings suffice, in any order; accents do not matter.");
    }
    if (!m_failure.isEmpty()) {
        return m_failure;
    }
    if (!m_olderTold.isEmpty()) {
        return m_olderTold;
    }
    if (!m_model->foundHere() && m_awaited <= 0 && m_olderAsked.isEmpty()) {
        return m_gap ? QString(m_gap.title() % u". " % m_gap.next()) : tr("Nothing found. Fewer or shorter words find more.");
    }
    return tr("⏎ opens   ↑↓ walk   Esc back");
}

void SearchPanel::put(int row)
{
    m_list->setCurrentIndex(m_model->index(row));
    m_text->setAccessibleDescription(m_model->index(row).data(Qt::AccessibleTextRole).toString());
}

void SearchPanel::walk(int step)
{
    const int rows = m_model->rowCount();
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    for (int tries = 0; tries < rows; ++tries) {
        row = (row + step + rows) % rows;
        // The service is asked for nothing that nobody chose.
        if (m_model->isChoice(row) && (m_walked || m_model->entry(row).kind != SearchModel::Entry::Kind::Offer)) {
            put(row);
            return;
        }
    }
}

void SearchPanel::choose()
{
    if (m_pause->isActive() || m_awaited > 0) {
        m_chooseWhenThere = true; // typed and confirmed faster than it was found
        return;
    }
    m_chooseWhenThere = false;
    const QModelIndex at = m_list->currentIndex();
    if (!at.isValid() || !m_model->isChoice(at.row())) {
        return;
    }
    const SearchModel::Entry entry = m_model->entry(at.row());
    if (entry.kind == SearchModel::Entry::Kind::Offer) {
        askOlder();
        return;
    }
    leave();
    switch (entry.kind) {
    case SearchModel::Entry::Kind::Person: Q_EMIT personChosen(entry.person); break;
    case SearchModel::Entry::Kind::Ticket: Q_EMIT ticketChosen(entry.ticket); break;
    case SearchModel::Entry::Kind::Number: Q_EMIT numberChosen(entry.number); break;
    case SearchModel::Entry::Kind::Archived: Q_EMIT archivedChosen(entry.scope, entry.ticket); break;
    case SearchModel::Entry::Kind::Offer:
    case SearchModel::Entry::Kind::Waiting:
    case SearchModel::Entry::Kind::Title: break;
    }
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text) {
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        hide();
    }
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        m_walked = true;
        walk(1);
        return true;
    case Qt::Key_Up:
        m_walked = true;
        walk(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: static_cast<QKeyEvent *>(event)->modifiers().testFlag(Qt::ControlModifier) ? askOlder() : choose(); return true;
    case Qt::Key_Escape: leave(); return true;
    default: m_chooseWhenThere = false; return QWidget::eventFilter(watched, event);
    }
}

void SearchPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().fieldline, 1));
    painter.setBrush(tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace comptoir::ui
