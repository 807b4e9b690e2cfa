// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Choice.h"
#include "Result.h"

#include <QMap>
#include <QWidget>

class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QTimer;
class QVBoxLayout;

namespace comptoir::ui {

class ChoiceBox;
class KeyButton;
class PlainLabel;

/// A question inside the pane, never a dialog: a title, a few fields, one button that does it, one that leaves. Ctrl+Enter does it, Enter
/// too in a line; Esc leaves and keeps what was written for the next time. Its text says itself at every pause, so that it can be kept.
class ActionPanel : public QWidget
{
    Q_OBJECT

public:
    ActionPanel(const QString &title, const QString &confirm, QWidget *parent = nullptr);

    ChoiceBox *addChoice(const QString &name, const QString &label, const Choices &choices, const QString &none = {});
    QLineEdit *addLine(const QString &name, const QString &label, const QString &hint = {});
    QPlainTextEdit *addText(const QString &name, const QString &label, const QString &hint = {});
    /// A choice of moments: none, tomorrow morning, a week on, another date that is then written.
    void addMoment(const QString &name, const QString &label);

    void setChoices(const QString &name, const Choices &choices);
    void choose(const QString &name, const QString &value);
    [[nodiscard]] QString value(const QString &name) const;
    /// Milliseconds since 1970; 0 = none.
    [[nodiscard]] qint64 moment(const QString &name, qint64 nowMs) const;
    /// Puts a text kept earlier above what is written already.
    void showKept(const QString &text);
    /// The text last said to be kept was, or was not.
    void keptSafe(const base::Result<> &kept);
    /// Says the text to be kept now, if it was not yet.
    void flush();
    /// Says it, even if that was tried before.
    void keep();
    /// What is written in its text has been said to be kept, and nothing speaks against it.
    [[nodiscard]] bool isKept() const;
    /// Keeping it failed, or the disk is full: it is to be said again.
    [[nodiscard]] bool hasFailed() const { return !m_safe; }
    /// Shows it and puts the cursor into the first field that is empty.
    void open(qint64 nowMs);
    /// One line under the fields when it cannot be done as written; `ofDisk`: it goes as soon as the disk has taken the text.
    void complain(const QString &text, bool ofDisk = false);
    /// Forgets what was written, after it was done.
    void clear();

Q_SIGNALS:
    /// A text or line is being written.
    void typed();
    void kept(const QString &text);
    void confirmed();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addField(const QString &label, QWidget *editor);
    void onTyped();
    [[nodiscard]] QString text() const;
    void leave();
    /// Says that it is wanted, unless a text is longer than can be taken.
    void confirm();

    QVBoxLayout *m_fields;
    KeyButton *m_confirm;
    PlainLabel *m_complaint;
    QList<QWidget *> m_order;
    QMap<QString, ChoiceBox *> m_choices;
    QMap<QString, QLineEdit *> m_lines;
    QMap<QString, QPlainTextEdit *> m_texts;
    QMap<QString, QDateTimeEdit *> m_dates;
    QTimer *m_pause; ///< until what is typed is said to be kept
    QString m_said; ///< to be kept, last
    bool m_safe = true; ///< as far as is known
    bool m_ofDisk = false; ///< the complaint tells of the disk
};

} // namespace comptoir::ui
