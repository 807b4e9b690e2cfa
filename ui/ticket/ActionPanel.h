// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Choice.h"

#include <QMap>
#include <QWidget>

class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace comptoir::ui {

class ChoiceBox;
class KeyButton;
class PlainLabel;

/// A question inside the pane, never a dialog: a title, a few fields, one button that does it, one that leaves. Ctrl+Enter does it, Enter
/// too in a line; Esc leaves and keeps what was written for the next time.
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
    /// It is open, and something is written in its text.
    [[nodiscard]] bool asksText() const;
    /// Shows it and puts the cursor into the first field that is empty.
    void open(qint64 nowMs);
    /// One line under the fields when it cannot be done as written.
    void complain(const QString &text);
    /// Forgets what was written, after it was done.
    void clear();

Q_SIGNALS:
    /// A text or line is being written.
    void typed();
    void confirmed();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addField(const QString &label, QWidget *editor);
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
};

} // namespace comptoir::ui
