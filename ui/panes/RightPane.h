// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallerCard.h"
#include "Error.h"

#include <QWidget>

#include <functional>

#include <memory>

namespace comptoir::ui {

struct Parts;

/// The right pane of the window: the caller's card above the tickets and drafts that are open, one of them in front.
/// Follows the calls by itself; never takes the focus because something happened, only because the operator asked.
class RightPane : public QWidget
{
    Q_OBJECT

public:
    explicit RightPane(const Parts &parts, QWidget *parent = nullptr);
    ~RightPane() override;

    /// Opens the ticket, or brings it to the front where it is open.
    void openTicket(domain::TicketId id, bool focus = false);
    /// The same; the field of that column gets the keyboard.
    void openTicketAt(domain::TicketId id, const QString &column);
    /// Opens a ticket that stands at the service alone, to read; it gets the keyboard.
    void openArchived(domain::ScopeId scope, domain::TicketId id);
    /// Ctrl+N: starts a draft for the caller on the card, if one is shown.
    void startDraft();
    /// Goes on with a draft kept earlier.
    void resumeDraft(const base::Uuid &draft);
    /// Shows the card of somebody found by search.
    void openPerson(domain::PersonId person);
    [[nodiscard]] bool hasCard() const;
    /// F4: the keyboard goes to the card, to where its caller is found or made.
    void correctCaller();
    /// F7: asks for the caller's agreement to take the machine over.
    void startAssist();
    /// Opens again what was open when the program stopped.
    void restore();
    /// Nothing that is written here stands in this window alone.
    [[nodiscard]] bool isKept() const;
    /// Keeps all that is being written here, then tells whether it is kept.
    void keepAll(std::function<void(bool kept)> then);
    /// The ticket in front; nil for a draft or nothing.
    [[nodiscard]] domain::TicketId current() const;
    /// Neither card nor ticket is shown.
    [[nodiscard]] bool isBlank() const;

Q_SIGNALS:
    /// Something came to be shown here: a folded pane opens.
    void shown();
    /// The card of another caller or person stands here; nobody at this window may have asked for it.
    void cardShown();
    /// Another ticket came to the front; nil for a draft or nothing.
    void currentChanged(comptoir::domain::TicketId ticket);

private:
    /// A draft that will hang on that major incident, or on none.
    void startDraftUnder(domain::TicketId parent);
    void giveAssistItsTicket();
    void offerRequester();
    void slideCardIn();

    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::ui
