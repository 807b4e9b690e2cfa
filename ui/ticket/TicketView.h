// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"
#include "TicketActions.h"
#include "TicketForm.h"
#include "TicketHeader.h"
#include "TicketWords.h"

#include <QWidget>

class QBoxLayout;

namespace comptoir::ui {

class ActionPanel;
class AttachmentStrip;
class FitScroll;
class Notice;
class NoteBox;
class RefusedList;
class TimelineView;

/// One ticket: header, what can be done, fields that save themselves, history, note. In a wide pane the history stands beside the fields.
/// Takes values, says what is wanted; knows no service.
class TicketView : public QWidget
{
    Q_OBJECT

public:
    /// From this width on, in pixels, the history stands beside the fields.
    static constexpr int kBesideWidth = 820;

    explicit TicketView(QWidget *parent = nullptr);

    void show(const desk::TicketPage &page, const TicketNames &names, const TicketWords::NameOf &nameOf);
    using QWidget::show;
    void showLists(const FormLists &lists, const Choices &operators);
    void showPeople(const QString &text, const std::vector<desk::PersonHit> &hits);
    void showKeptNote(const QString &text);
    /// Something failed: at its field if it has one, else in a line.
    void showFailure(const QString &column, const base::Error &error);
    void hideFailure();
    /// The ticket has left this desk: what was read of it stays to be read, and the service can be asked. A page shown again ends that.
    void showLeft();
    /// Gives that field the keyboard, as soon as a page is shown.
    void goTo(const QString &column);
    /// The value last committed of that field was taken.
    void taken(const QString &column);
    /// A deed or note was taken: its question closes and forgets.
    void done(TicketAct act);
    void noteTaken(const QString &text);
    void appendNote(const QString &text);
    /// Whether closing it loses nothing. Where something could not be saved it is tried once more and said; asked again, it may close.
    [[nodiscard]] bool mayClose();
    /// The note in the box could not be kept, and why, or was again.
    void noteKeptSafe(const base::Result<> &kept);
    /// Everything that is being written, and what could not be kept before, is said now.
    void sayAll();
    /// The note and the questions' texts that could not be kept are said once more.
    void sayUnkeptAgain();
    /// The field's value that could not be taken was taken after all.
    void recover(const QString &column);
    /// Nothing stands in this view alone.
    [[nodiscard]] bool isSaved() const;
    /// What an asked saving came to.
    void showSaved();
    void showNotSaved(const base::Error *why);
    /// The note that is being written is kept now, and with it what stands in fields that could not take it.
    void flush();
    [[nodiscard]] const domain::Ticket &ticket() const { return m_page.ticket; }
    [[nodiscard]] const desk::TicketPage &page() const { return m_page; }
    [[nodiscard]] TicketForm *form() const { return m_form; }
    [[nodiscard]] AttachmentStrip *files() const { return m_files; }
    /// Those that come before a deed.
    [[nodiscard]] const QMap<TicketAct, ActionPanel *> &questions() const { return m_panels; }
    /// A question's text could not be kept, and why, or was again.
    void answerKept(const base::Result<> &kept);
    /// A question that makes no sense in the ticket's state any more closes; what is written in it, open or not, goes into the note.
    void closeStale();
    /// The note or a question's text could not be kept: it is to be said again.
    [[nodiscard]] bool hasUnkept() const;

Q_SIGNALS:
    /// Ctrl+S: fields save themselves, but who asks is answered.
    void saveWanted();
    void edited(const QString &column, const QString &value, const QString &display);
    /// A refused change is set once more; its notice goes only when that was taken.
    void setAgain(const QString &column, const QString &value, const QString &display, comptoir::domain::OperationId refused);
    void tagged(const QStringList &added, const QStringList &removed);
    void wanted(const comptoir::ui::TicketDeed &deed);
    void noted(const QString &text, bool toRequester);
    void noteKept(const QString &text);
    void attachWanted();
    /// The ticket has left, and is to be read from the service.
    void archiveWanted();
    void dismissed(comptoir::domain::OperationId op);
    /// A refused deed is to be done again on what stands.
    void insisted(comptoir::domain::OperationId op);
    /// The ticket's opening was refused, and it is to be a draft again.
    void redraftWanted();
    /// That an own value was replaced by an earlier one has been seen.
    void lossSeen(comptoir::domain::OperationId op);
    void peopleWanted(const QString &text);
    void ticketWanted(comptoir::domain::TicketId ticket);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildPanels();
    /// In a narrow pane the fields scroll before the history becomes a slit.
    void shareHeight();
    void ask(TicketAct act);
    void confirm(TicketAct act);
    void closePanels();
    void showRefusals(const TicketWords::NameOf &nameOf);
    /// A ticket whose opening was refused can be read and made a draft again, nothing else.
    void lockUnopened();
    void lock(bool locked);
    /// What stands in questions, fields and the note of a ticket that can take nothing any more goes into the kept note.
    void keepWritten();
    /// Without the keyboard.
    void takeIntoNote(const QString &text);
    void settleRefused(const QString &column, bool insist);
    /// Asks the question of a refused deed, with what was meant in it.
    void changeRefused(const desk::TicketPage::Refused &refused);

    desk::TicketPage m_page;
    QString m_goTo; ///< the field that is to have the keyboard once a page is shown
    qint64 m_nowMs = 0;
    bool m_noteSafe = true;
    bool m_saidNotSaved = false; ///< the line says that something is not
    bool m_saidSaved = false; ///< the line says that all is saved; the next key takes it away
    void onTyped();
    void tellRecovered();
    bool m_closeAsked = false;
    TicketHeader *m_header;
    TicketActions *m_actions;
    RefusedList *m_refused;
    Notice *m_failure;
    Notice *m_left;
    TicketForm *m_form;
    FitScroll *m_fields;
    TimelineView *m_timeline;
    AttachmentStrip *m_files;
    NoteBox *m_note;
    QBoxLayout *m_body;
    QMap<TicketAct, ActionPanel *> m_panels;
    std::optional<TicketAct> m_confirmed; ///< whose question was answered, and that is not done yet
    QString m_words; ///< with these
    struct Meant
    {
        domain::OperationId op;
        QString value; ///< as the operation carried it: the id where the field is one
        QString display; ///< beside a person's id the name
        bool lost = false; ///< taken, but an earlier one of somebody else stands
    };
    QMap<QString, Meant> m_fieldRefusals; ///< by column
    std::pair<TicketAct, domain::OperationId> m_changing; ///< the question that stands for a refused deed; nil = none does
};

} // namespace comptoir::ui
