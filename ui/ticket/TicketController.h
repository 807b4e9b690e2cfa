// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TicketActions.h"
#include "TicketPage.h"
#include "Tickets.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace comptoir::ui {

class AnswerKeeping;
class AttachmentKeeping;
class TicketView;
struct Parts;

/// Between one ticket's view and the desk: reads its page when it changes, makes an operation of what the view wants, shows what failed.
class TicketController : public QObject
{
    Q_OBJECT

public:
    TicketController(const Parts &parts, domain::TicketId id, TicketView *view, QObject *parent = nullptr);
    /// Which replaced changes have been seen is forgotten once they are too old to be told anyway.
    static void forgetOldLosses(const Parts &parts);

    [[nodiscard]] domain::TicketId id() const { return m_id; }
    /// The operator looks at it: it counts as read.
    void front(bool inFront);
    void linkTo(domain::TicketId parent);
    /// What stands in the note is kept now, if it was not yet.
    void flush();
    /// Its tab is to close: what is being written is saved first; closable() follows. Where that fails it says so and stays; asked again
    /// it goes.
    void askToClose();
    /// What is being written, and what could not be saved before, is saved now.
    void keepNow();
    /// Something is on its way to the disk: settled() follows.
    [[nodiscard]] bool isBusy() const { return m_asked > 0; }
    /// Nothing stands in the view alone.
    [[nodiscard]] bool isKept() const;
    /// The view's texts by the clock ("18 min") move on.
    void refreshTimes();

Q_SIGNALS:
    void closable();
    /// All that was on its way to the disk has its answer.
    void settled();
    /// Number and summary, for the tab.
    void titled(const QString &number, const QString &summary);
    /// Its opening was refused; it is this draft now.
    void redrafted(const comptoir::desk::Draft &draft);
    /// It has left this desk and is to be read from the service.
    void archiveWanted(comptoir::domain::ScopeId scope, comptoir::domain::TicketId ticket);
    /// It is not here, or not within this operator's rights.
    void missing();

private:
    void listen();
    void load();
    void show(const desk::TicketPage &page);
    void edit(const QString &column, const QString &value, const QString &display);
    void dismiss(domain::OperationId refused);
    void redraft();
    void act(const TicketDeed &deed);
    void link(const QString &number);
    using Ask = std::function<desk::Tickets::Done()>;
    void settle(const Ask &ask, const QString &column, std::function<void()> taken = {});
    void keepNote(const QString &text);
    /// What the disk did not take is asked once more, quietly.
    void retry();
    void retryIfUnkept();
    void answer(const base::Result<> &result);

    struct Failed
    {
        Ask ask;
        std::function<void()> taken;
    };
    QMap<QString, Failed> m_failed; ///< by column: what the disk did not take
    QTimer m_retry;
    std::optional<TicketAct> m_acting; ///< asked for, and not answered yet
    int m_asked = 0; ///< of the store, which has not answered yet
    bool m_closing = false; ///< its tab goes as soon as all is saved
    bool m_saveAsked = false; ///< the operator waits for an answer
    std::optional<base::Error> m_why; ///< the last failure since something was asked

    const Parts &m_parts;
    domain::TicketId m_id;
    TicketView *m_view;
    AnswerKeeping *m_answers;
    AttachmentKeeping *m_files;
    desk::TicketPage m_page;
    bool m_loading = false;
    bool m_again = false;
    bool m_front = false;
    bool m_shown = false;
    bool m_unread = false; ///< the last reading failed, and the view says so
};

} // namespace comptoir::ui
