// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Error.h"
#include "Lookup.h"
#include "TicketActions.h"
#include "TicketForm.h"
#include "TicketPage.h"

#include <QPointer>
#include <QWidget>

class QShortcut;

namespace comptoir::ui {

class ActionPanel;
class AttachmentStrip;
class FitScroll;
class KeyButton;
class LineList;
class Notice;
class PlainLabel;

/// A ticket being written. Says every pause what stands in it; ends by resolving at once, handing over, keeping, or, with a way back, discarding.
class DraftView : public QWidget
{
    Q_OBJECT

public:
    explicit DraftView(QWidget *parent = nullptr);

    void show(const desk::Draft &draft);
    using QWidget::show;
    void showLists(const FormLists &lists, const Choices &operators);
    void showPeople(const QString &text, const std::vector<desk::PersonHit> &hits);
    /// "7K-142 · brouillon gardé à 14:06:21"
    void showSaved(const QString &number, qint64 savedMs);
    /// What is written stands in this window alone, and why; or, asked to close, that closing once more gives it up.
    void showUnkept(const base::Error &why, bool closing);
    /// Those that come before the deeds a draft can be opened with.
    [[nodiscard]] QMap<TicketAct, ActionPanel *> questions() const;
    /// The draft was dropped; one button brings it back.
    void showDiscarded(bool discarded);
    /// Values filled in by the desk; what is being written stays.
    void take(const domain::Ticket &ticket);
    /// Says that this person became the requester; one button takes it back.
    void showOffer(const QString &name);
    /// Whether it was made from a ticket to which something had been done that is done again when this one is saved.
    [[nodiscard]] bool repeats() const;
    void hideOffer();
    /// The major incident it was to hang on is of another organisation, or (no number) is not here any more.
    void showParentDropped(const QString &number);
    /// Open tickets this one may be about again; a hint that never blocks.
    void showLookAlikes(const std::vector<desk::LookAlike> &found, qint64 nowMs);
    void showFailure(const base::Error &error);
    /// While the ticket is being opened nothing can be pressed twice, and no key is taken that would not count.
    void showBusy(bool busy);
    /// What stands in the fields, over the draft it was shown with.
    [[nodiscard]] desk::Draft draft() const;
    void focusSummary();
    [[nodiscard]] TicketForm *form() const { return m_form; }
    [[nodiscard]] AttachmentStrip *files() const { return m_files; }

Q_SIGNALS:
    void typed();
    void keepWanted();
    /// Ctrl+S while a question is open: the draft is kept as it is.
    void saveWanted();
    /// Resolve (code, text) or Assign (group, assignee, text), after opening.
    void wanted(const comptoir::ui::TicketDeed &deed);
    void discardWanted();
    void attachWanted();
    void undoWanted();
    void peopleWanted(const QString &text);
    void organisationChanged(const QString &organisation);
    void offerUndone();
    void ticketWanted(comptoir::domain::TicketId ticket);

private:
    void build();
    void buildPanels();
    void ask(ActionPanel *panel);
    void closePanels();
    void showHead();
    void showRepeated();
    void enable(bool on);

    QPointer<QWidget> m_typing; ///< had the keyboard when it became busy
    bool m_busy = false;
    desk::Draft m_draft;
    qint64 m_savedMs = 0;
    bool m_discarded = false;
    bool m_diskTold = false; ///< the line says that the disk did not take it
    PlainLabel *m_title;
    PlainLabel *m_line;
    TicketForm *m_form;
    FitScroll *m_fields;
    AttachmentStrip *m_files;
    Notice *m_notice;
    KeyButton *m_undo;
    Notice *m_unkept;
    Notice *m_damaged; ///< it is not what was written
    Notice *m_repeated;
    Notice *m_offer;
    PlainLabel *m_alikeTitle;
    LineList *m_alike;
    ActionPanel *m_resolvePanel;
    ActionPanel *m_assignPanel;
    QWidget *m_buttons;
    QShortcut *m_save; ///< while a question stands in the place of the buttons
    QList<KeyButton *> m_ends;
};

} // namespace comptoir::ui
