// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tickets.h"

#include <QObject>

#include <functional>

class QTimer;

namespace comptoir::ui {

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
    /// Its tab closes: where nothing was written the draft goes, else it is kept.
    void close();
    /// Opens the ticket as it stands, then `next`; once, however often it is asked.
    void open(std::function<void(domain::TicketId)> next = {});
    /// Opens the ticket as it stands, hanging on that one.
    void openUnder(domain::TicketId parent);
    /// Somebody the operator looked up: becomes the requester where there is none and the organisation is theirs; one button takes it back.
    void offerRequester(const domain::Ticket &theirs);

Q_SIGNALS:
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
    QTimer *m_pause;
    Lull *m_lull; ///< in the typing, before look-alikes are read
    bool m_over = false; ///< opened or discarded: nothing is kept any more
    bool m_opening = false; ///< asked of the desk, which has not answered yet
    std::vector<std::function<void(domain::TicketId)>> m_next; ///< to be done once it is open
};

} // namespace comptoir::ui
