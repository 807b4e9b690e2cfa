// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Error.h"
#include "Ids.h"
#include "TicketPage.h"

#include <QWidget>

#include <functional>

class QStackedWidget;
class QTabBar;
class QTimer;

namespace comptoir::ui {

class ArchivedController;
class ArchivedView;
class DraftController;
class DraftView;
class EmptyState;
class TicketController;
class TicketView;
struct Parts;

/// The tickets and drafts that are open, one in front; tabs when there are several. Ctrl+W closes the front one, Ctrl+PgUp/PgDown turn.
class OpenTickets : public QWidget
{
    Q_OBJECT

public:
    explicit OpenTickets(const Parts &parts, QWidget *parent = nullptr);
    ~OpenTickets() override;

    /// `column`: the field that is to have the keyboard.
    /// Brings a draft in which nothing was written to the front; false where there is none.
    bool showBlankDraft();
    void openTicket(domain::TicketId id, bool focus, const QString &column = {});
    /// A ticket that stands at the service alone, to read; it gets the keyboard. Not opened again by the next start.
    void openArchived(domain::ScopeId scope, domain::TicketId id);
    /// `unkept`: begun where nothing could be written, and why.
    void openDraft(const desk::Draft &draft, const std::optional<base::Error> &unkept = {});
    /// Nothing that is written in any of them stands in this window alone.
    [[nodiscard]] bool isKept() const;
    /// Keeps all that is being written in them, then tells whether it is kept.
    void keepAll(std::function<void(bool kept)> then);
    [[nodiscard]] domain::TicketId current() const;
    [[nodiscard]] DraftController *currentDraft() const;
    [[nodiscard]] TicketController *currentTicket() const;
    [[nodiscard]] TicketView *currentView() const;
    [[nodiscard]] bool isEmpty() const;
    void refreshTimes();

Q_SIGNALS:
    void currentChanged(comptoir::domain::TicketId ticket);
    void draftWanted();
    /// A draft in front became a ticket.
    void draftOpened(comptoir::domain::TicketId ticket);

private:
    struct Item
    {
        QWidget *view = nullptr;
        TicketController *ticket = nullptr;
        DraftController *draft = nullptr;
        ArchivedController *archived = nullptr;

        [[nodiscard]] bool isKept() const;
        [[nodiscard]] bool isBusy() const;
        void keepNow() const;
    };

    /// What is being written in it is kept now.
    static void flush(const Item &item);
    /// A view for a ticket: the one made beforehand, while nothing else was to do, or a new one.
    [[nodiscard]] TicketView *freshView();
    void prepareView();
    int add(const Item &item, const QString &title);
    [[nodiscard]] int indexOf(domain::TicketId id) const;
    [[nodiscard]] int indexOfView(const QWidget *view) const;
    void bringFront(int index);
    /// Brings the first such draft to the front, the keyboard in its summary; false where there is none.
    bool showDraft(const std::function<bool(const DraftController &)> &which);
    /// The operator closes a tab: one whose words could not be saved says so first, and stays.
    void askToClose(int index);
    void close(int index);
    void tellKept();
    void title(const QWidget *view, const QString &number, const QString &summary);
    /// The ticket of that tab has left this desk: it is read from the service in its place, or beside it where something in it is not kept.
    void replaceByArchived(const QWidget *view, domain::ScopeId scope, domain::TicketId ticket);
    void replaceOnceRead(const QWidget *view, domain::TicketId ticket);
    void replaceDraft(const QWidget *view, domain::TicketId ticket);
    void remember();

    const Parts &m_parts;
    std::vector<Item> m_items;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    TicketView *m_prepared = nullptr;
    QTimer *m_preparing;
    std::function<void(bool kept)> m_afterKeeping;
};

} // namespace comptoir::ui
