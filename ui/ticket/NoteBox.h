// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QPlainTextEdit;
class QTimer;

namespace comptoir::ui {

class KeyButton;
class PlainLabel;

/// Where a note is written, for the desk or for the requester. What is written is kept at every pause and comes back after a kill.
class NoteBox : public QWidget
{
    Q_OBJECT

public:
    explicit NoteBox(QWidget *parent = nullptr);

    /// Shows a text kept earlier, above what is written already.
    void showKept(const QString &text);
    /// That note was taken: it goes from the box, what was written since stays.
    void taken(const QString &note);
    /// The note was not taken: it may be sent again.
    void release() { m_sending = false; }
    /// Adds a line, for a sentence taken over from elsewhere.
    void append(const QString &text);
    [[nodiscard]] QString text() const;
    void focusText();
    /// What is written is kept now, if it was not yet.
    void flush();
    /// What is written is kept now, even if that was tried before.
    void keep();
    /// What is written has been said to be kept.
    [[nodiscard]] bool isSaid() const;

Q_SIGNALS:
    void typed();
    void noted(const QString &text, bool toRequester);
    void kept(const QString &text);
    /// A file is to be attached to the ticket.
    void attachWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void send();
    void grow();
    void showAim();

    QPlainTextEdit *m_text;
    QCheckBox *m_toRequester;
    KeyButton *m_attach;
    KeyButton *m_send;
    PlainLabel *m_complaint;
    QTimer *m_pause;
    bool m_sending = false; ///< said to be noted, and not answered yet: a key struck twice notes nothing twice
};

} // namespace comptoir::ui
