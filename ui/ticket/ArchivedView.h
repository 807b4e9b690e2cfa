// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Archive.h"
#include "TicketHeader.h"
#include "TicketWords.h"

#include <QWidget>

class QFormLayout;

namespace comptoir::ui {

class AttachmentStrip;
class EmptyState;
class FitScroll;
class KeyButton;
class Notice;
class TimelineView;

/// A ticket that stands at the service alone, to read: header, where it comes from, fields, history, its files. Nothing in it can be changed;
/// texts can be selected and copied, files saved.
class ArchivedView : public QWidget
{
    Q_OBJECT

public:
    explicit ArchivedView(QWidget *parent = nullptr);

    /// It is on its way. What was read before stays.
    void showAsking();
    void show(const desk::ArchivePage &told, const TicketNames &names, const TicketWords::NameOf &nameOf);
    using QWidget::show;
    void showFailure(const base::Error &error);
    /// The keyboard goes to the history, or to what can be done while there is none.
    void focusFirst();
    /// What is shown there is given apart.
    [[nodiscard]] AttachmentStrip *files() const { return m_files; }

Q_SIGNALS:
    /// To be read (again).
    void readWanted();

private:
    void fill(const domain::Ticket &ticket, const TicketNames &names, const TicketWords::NameOf &nameOf);
    void addField(const QString &column, const QString &value);

    TicketHeader *m_header;
    Notice *m_notice;
    KeyButton *m_again;
    QWidget *m_body;
    QWidget *m_fields;
    QFormLayout *m_rows;
    FitScroll *m_scroll;
    TimelineView *m_timeline;
    AttachmentStrip *m_files;
    EmptyState *m_empty;
    bool m_told = false; ///< something was read
    bool m_wantsKeyboard = false; ///< as soon as there is something to give it to
};

} // namespace comptoir::ui
