// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tickets.h"

#include <QObject>

#include <functional>

class QTimer;

namespace comptoir::ui {

class AnswerKeeping;
class AttachmentKeeping;
class DraftView;
class Lull;
struct Parts;
struct TicketDeed;

/// Between a draft's view and the desk: keeps it at every pause in typing, opens the ticket, discards with a way back.
class DraftController : public QObject
{
    Q_OBJECT

public:
    /// The machines to choose from are the requester's, read anew where the requester changes.
    DraftController(const Parts &parts, desk::Draft draft, DraftView *view, QObject *parent = nullptr);
    ~DraftController() override;

    [[nodiscard]] base::Uuid id() const;
    /// What stands in the view is kept now, if it was not yet.
    void flush();
    /// Begun where nothing could be written: it is held here and kept as soon as it can be.
    void holdUnkept(const base::Error &why);
    /// Its tab is to close: where nothing was written the draft goes, else it is kept first; closable() follows. One that cannot be kept
    /// says so and stays; asked again it goes.
    void askToClose();
    /// What stands in the view is kept now, even if that was tried before.
    void keepNow();
    /// Something is on its way to the disk: settled() follows.
    [[nodiscard]] bool isBusy() const;
    /// Nothing was written in it yet, by whomever.
    [[nodiscard]] bool isBlank() const;
    /// Nothing stands in the view alone.
    [[nodiscard]] bool isKept() const;
    /// Opens the ticket as it stands, then `next`; once, however often it is asked.
    void open(std::function<void(domain::TicketId)> next = {});
    /// Opens the ticket as it stands, hanging on that one.
    void openUnder(domain::TicketId parent);
    /// Somebody the operator looked up: becomes the requester where there is none and the organisation is theirs; one button takes it back.
    void offerRequester(const domain::Ticket &theirs);

Q_SIGNALS:
    void closable();
    /// All that was on its way to the disk has its answer.
    void settled();
    void titled(const QString &number, const QString &summary);
    /// The draft has become this ticket.
    void opened(comptoir::domain::TicketId ticket);
    void ticketWanted(comptoir::domain::TicketId ticket);

private:
    void listen();
    void showLists();
    void readAssets();
    /// Where there is one organisation only, nobody has to choose it.
    void takeOnlyOrganisation();
    void readLookAlikes();
    /// Shows these values as if written, and keeps them.
    void fillIn(domain::Ticket ticket);
    /// Takes back of the offer what was not changed since.
    void undoOffer();
    /// An incident of another organisation, or one that is not here, would keep the ticket from ever being opened: the draft lets go of it.
    void checkParent();
    void save();
    /// Says what stands in the questions, where it was not said or not kept yet.
    void sayAnswers();
    void settleSaved(const base::Result<desk::Draft> &saved);
    /// One answer came; whoever waits for the last goes on.
    void answer();
    void act(const TicketDeed &deed);
    void discard();
    void settleOpened(const base::Result<domain::TicketId> &ticket);
    [[nodiscard]] desk::Draft written() const;

    const Parts &m_parts;
    desk::Draft m_draft;
    std::vector<domain::Asset> m_assets;
    domain::PersonId m_assetsOf; ///< whose they are
    /// What an offered requester changed.
    struct Offer
    {
        domain::Ticket before;
        domain::Ticket after;
    };
    std::optional<Offer> m_offer; ///< to go back from
    domain::Ticket m_comparedWith; ///< what the look-alikes shown resemble
    bool m_organisationTaken = false; ///< once; an operator who takes it out is left in peace
    DraftView *m_view;
    AnswerKeeping *m_answers;
    AttachmentKeeping *m_files;
    QTimer *m_pause;
    Lull *m_lull; ///< in the typing, before look-alikes are read
    bool m_over = false; ///< opened or discarded: nothing is kept any more
    QTimer *m_retry;
    std::optional<base::Error> m_unkept; ///< why what is written stands here alone
    int m_saving = 0; ///< asked of the store, which has not answered yet
    bool m_closing = false; ///< its tab goes as soon as it is kept
    bool m_closeAsked = false; ///< and that it is not was told
    bool m_opening = false; ///< asked of the desk, which has not answered yet
    std::vector<std::function<void(domain::TicketId)>> m_next; ///< to be done once it is open
};

} // namespace comptoir::ui
