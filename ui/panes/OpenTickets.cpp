// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenTickets.h"

#include "ArchivedController.h"
#include "ArchivedView.h"
#include "DraftController.h"
#include "DraftView.h"
#include "EmptyState.h"
#include "Icons.h"
#include "KeyButton.h"
#include "Parts.h"
#include "PlainLabel.h"
#include "Settings.h"
#include "Then.h"
#include "TicketController.h"
#include "TicketView.h"
#include "Tickets.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPointer>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

namespace comptoir::ui {

namespace {

constexpr qsizetype kTabLetters = 24;
constexpr int kPrepareMs = 1500; // after the last ticket was opened; its reading and painting are over by then

} // namespace

OpenTickets::OpenTickets(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_preparing(new QTimer(this))
{
    m_preparing->setSingleShot(true);
    m_preparing->setInterval(kPrepareMs);
    connect(m_preparing, &QTimer::timeout, this, &OpenTickets::prepareView);
    m_preparing->start();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_tabs->setMovable(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setAccessibleName(tr("Open tickets"));
    m_tabs->hide();
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    m_empty->show(u"ticket"_qs, tr("No ticket is open"), tr("Choose one in the queue, or begin a new one."), tr("New ticket"));
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionTriggered, this, &OpenTickets::draftWanted);
    connect(m_tabs, &QTabBar::currentChanged, this, &OpenTickets::bringFront);
    connect(m_tabs, &QTabBar::tabMoved, this, [this](int from, int to) {
        const auto first = m_items.begin() + std::min(from, to);
        const auto last = m_items.begin() + std::max(from, to) + 1;
        std::rotate(first, from < to ? first + 1 : last - 1, last); // those between move up by one
        remember();
    });
    const auto key = [this](const QKeySequence &keys, auto press) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, press);
    };
    key(Qt::CTRL | Qt::Key_W, [this] { askToClose(m_tabs->currentIndex()); });
    key(Qt::CTRL | Qt::Key_PageDown, [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % std::max(1, m_tabs->count())); });
    key(Qt::CTRL | Qt::Key_PageUp,
        [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() - 1) % std::max(1, m_tabs->count())); });
}

OpenTickets::~OpenTickets()
{
    std::for_each(m_items.begin(), m_items.end(), &OpenTickets::flush);
}

void OpenTickets::prepareView()
{
    if (m_prepared) {
        return;
    }
    // Its many widgets take longer to make and to polish than the rest of the way from a key to the screen.
    m_prepared = new TicketView(m_stack);
    m_prepared->hide();
    for (QWidget *part : m_prepared->findChildren<QWidget *>()) {
        part->ensurePolished();
    }
}

TicketView *OpenTickets::freshView()
{
    m_preparing->start();
    return m_prepared ? std::exchange(m_prepared, nullptr) : new TicketView(m_stack);
}

int OpenTickets::add(const Item &item, const QString &title)
{
    m_items.push_back(item);
    m_stack->addWidget(item.view);
    const QSignalBlocker quiet(m_tabs);
    const int index = m_tabs->addTab(ui::icon(item.draft ? u"square-pen"_qs : item.archived ? u"archive"_qs : u"ticket"_qs), title);
    auto *closer = new KeyButton({}, u"x"_qs, KeyButton::Look::Quiet, m_tabs);
    closer->setSmall(true);
    closer->setFocusPolicy(Qt::NoFocus);
    closer->setAccessibleName(tr("Close this tab"));
    connect(closer, &KeyButton::clicked, this, [this, view = item.view] { askToClose(indexOfView(view)); });
    m_tabs->setTabButton(index, QTabBar::RightSide, closer);
    m_tabs->setVisible(m_tabs->count() > 1);
    return index;
}

int OpenTickets::indexOf(domain::TicketId id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const Item &item) { return item.ticket && item.ticket->id() == id; });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

int OpenTickets::indexOfView(const QWidget *view) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const Item &item) { return item.view == view; });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

void OpenTickets::openTicket(domain::TicketId id, bool focus, const QString &column)
{
    int index = indexOf(id);
    if (index < 0) {
        auto *view = freshView();
        auto *control = new TicketController(m_parts, id, view, view);
        index = add({.view = view, .ticket = control}, tr("Ticket"));
        connect(control, &TicketController::titled, this,
                [this, view](const QString &number, const QString &summary) { title(view, number, summary); });
        connect(
            control, &TicketController::missing, this, [this, view] { close(indexOfView(view)); }, Qt::QueuedConnection);
        connect(
            control, &TicketController::redrafted, this,
            [this, view](const desk::Draft &draft) {
                close(indexOfView(view));
                openDraft(draft);
            },
            Qt::QueuedConnection);
        connect(control, &TicketController::closable, this, [this, view] { close(indexOfView(view)); });
        connect(control, &TicketController::archiveWanted, this,
                [this, view](domain::ScopeId scope, domain::TicketId ticket) { replaceByArchived(view, scope, ticket); });
        connect(control, &TicketController::settled, this, &OpenTickets::tellKept);
        connect(view, &TicketView::ticketWanted, this, [this](domain::TicketId other) { openTicket(other, true); });
    }
    m_tabs->setCurrentIndex(index);
    bringFront(index);
    if (!column.isEmpty()) {
        static_cast<TicketView *>(m_items[std::size_t(index)].view)->goTo(column);
    } else if (focus) {
        static_cast<TicketView *>(m_items[std::size_t(index)].view)->form()->focusSummary();
    }
    remember();
}

void OpenTickets::openArchived(domain::ScopeId scope, domain::TicketId id)
{
    const auto same = std::find_if(m_items.begin(), m_items.end(),
                                   [&](const Item &item) { return item.archived && item.archived->id() == id; });
    int index = same == m_items.end() ? -1 : int(same - m_items.begin());
    if (index < 0) {
        auto *view = new ArchivedView(m_stack);
        auto *control = new ArchivedController(m_parts, scope, id, view, view);
        index = add({.view = view, .archived = control}, tr("Older ticket"));
        connect(control, &ArchivedController::titled, this,
                [this, view](const QString &number, const QString &summary) { title(view, number, summary); });
    }
    m_tabs->setCurrentIndex(index);
    bringFront(index);
    static_cast<ArchivedView *>(m_items[std::size_t(index)].view)->focusFirst();
}

void OpenTickets::replaceByArchived(const QWidget *view, domain::ScopeId scope, domain::TicketId ticket)
{
    if (const int index = indexOfView(view); index >= 0 && m_items[std::size_t(index)].isKept()) {
        close(index);
    }
    openArchived(scope, ticket);
}

bool OpenTickets::showDraft(const std::function<bool(const DraftController &)> &which)
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].draft && which(*m_items[i].draft)) {
            m_tabs->setCurrentIndex(int(i));
            bringFront(int(i));
            static_cast<DraftView *>(m_items[i].view)->focusSummary();
            return true;
        }
    }
    return false;
}

bool OpenTickets::showBlankDraft()
{
    return showDraft([](const DraftController &one) { return one.isBlank(); });
}

void OpenTickets::openDraft(const desk::Draft &draft, const std::optional<base::Error> &unkept)
{
    if (showDraft([&](const DraftController &one) { return one.id() == draft.id; })) {
        return;
    }
    auto *view = new DraftView(m_stack);
    auto *control = new DraftController(m_parts, draft, view, view);
    const int index = add({.view = view, .draft = control}, draft.ticket.number);
    connect(control, &DraftController::titled, this,
            [this, view](const QString &number, const QString &summary) { title(view, number, summary); });
    connect(
        control, &DraftController::opened, this, [this, view](domain::TicketId ticket) { replaceOnceRead(view, ticket); },
        Qt::QueuedConnection);
    connect(control, &DraftController::ticketWanted, this, [this](domain::TicketId other) { openTicket(other, true); });
    connect(control, &DraftController::closable, this, [this, view] { close(indexOfView(view)); });
    connect(control, &DraftController::settled, this, &OpenTickets::tellKept);
    if (unkept) {
        control->holdUnkept(*unkept);
    }
    title(view, draft.ticket.number, draft.ticket.summary);
    m_tabs->setCurrentIndex(index);
    bringFront(index);
    view->focusSummary();
}

void OpenTickets::replaceOnceRead(const QWidget *view, domain::TicketId ticket)
{
    // What the operator looks for first is the row in the queue. The store reads in turn: once this is read the queue has its rows, and
    // a timer of no time comes after the frame that shows them.
    base::then(m_parts.tickets.page(ticket), this,
               [this, draft = QPointer<const QWidget>(view), ticket](const base::Result<desk::TicketPage> &) {
                   QTimer::singleShot(0, this, [this, draft, ticket] { replaceDraft(draft, ticket); });
               });
}

void OpenTickets::replaceDraft(const QWidget *view, domain::TicketId ticket)
{
    const int index = indexOfView(view);
    if (index < 0) {
        return; // closed meanwhile
    }
    const bool wasFront = index == m_tabs->currentIndex();
    close(index);
    if (wasFront) {
        openTicket(ticket, true);
    }
    Q_EMIT draftOpened(ticket);
}

void OpenTickets::title(const QWidget *view, const QString &number, const QString &summary)
{
    if (const int index = indexOfView(view); index >= 0) {
        // A tab reads "&" as the mark of a key.
        const QString written = QString(number + u" "_qs + summary).simplified();
        const QString text = written.isEmpty() ? tr("New ticket") : written;
        QString shortened = text.size() > kTabLetters ? text.left(kTabLetters - 1) + u'…' : text;
        m_tabs->setTabText(index, shortened.replace(u'&', u"&&"_qs));
        m_tabs->setTabToolTip(index, plainToolTip(text));
    }
}

void OpenTickets::bringFront(int index)
{
    if (index < 0 || index >= int(m_items.size())) {
        m_stack->setCurrentWidget(m_empty);
        Q_EMIT currentChanged({});
        return;
    }
    m_stack->setCurrentWidget(m_items[std::size_t(index)].view);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].ticket) {
            m_items[i].ticket->front(int(i) == index);
        }
    }
    Q_EMIT currentChanged(current());
}

void OpenTickets::askToClose(int index)
{
    if (index < 0 || index >= int(m_items.size())) {
        return;
    }
    const Item item = m_items[std::size_t(index)];
    m_tabs->setCurrentIndex(index); // where it stays, it says why
    if (item.archived) {
        close(index);
    } else {
        item.draft ? item.draft->askToClose() : item.ticket->askToClose();
    }
}

void OpenTickets::close(int index)
{
    if (index < 0 || index >= int(m_items.size())) {
        return;
    }
    const Item item = m_items[std::size_t(index)];
    const bool hadKeyboard = item.view->isAncestorOf(QApplication::focusWidget());
    flush(item);
    m_items.erase(m_items.begin() + index);
    {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->removeTab(index);
    }
    m_stack->removeWidget(item.view);
    item.view->hide();
    item.view->deleteLater();
    m_tabs->setVisible(m_tabs->count() > 1);
    bringFront(m_tabs->currentIndex());
    if (hadKeyboard) {
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason); // else it goes wherever the window's order leads
    }
    remember();
}

void OpenTickets::remember()
{
    QStringList ids;
    for (const Item &item : m_items) {
        if (item.ticket) {
            ids << item.ticket->id().toString();
        }
    }
    m_parts.settings.keep(u"open_tickets"_qs, ids.join(u' '));
}

domain::TicketId OpenTickets::current() const
{
    const TicketController *ticket = currentTicket();
    return ticket ? ticket->id() : domain::TicketId{};
}

DraftController *OpenTickets::currentDraft() const
{
    const int index = indexOfView(m_stack->currentWidget());
    return index < 0 ? nullptr : m_items[std::size_t(index)].draft;
}

TicketController *OpenTickets::currentTicket() const
{
    const int index = indexOfView(m_stack->currentWidget());
    return index < 0 ? nullptr : m_items[std::size_t(index)].ticket;
}

TicketView *OpenTickets::currentView() const
{
    return qobject_cast<TicketView *>(m_stack->currentWidget());
}

bool OpenTickets::isEmpty() const
{
    return m_items.empty();
}

void OpenTickets::refreshTimes()
{
    if (TicketController *ticket = currentTicket()) {
        ticket->refreshTimes();
    }
}

} // namespace comptoir::ui
