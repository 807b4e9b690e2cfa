// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Person.h"

#include <QWidget>

class QVBoxLayout;

namespace comptoir::ui {

class KeyButton;
class PlainLabel;

/// The numbers the desk has learned of a person, each with a button that forgets it and, as long as the card stands, learns it again.
class LearnedNumbers : public QWidget
{
    Q_OBJECT

public:
    explicit LearnedNumbers(QWidget *parent = nullptr);

    /// Numbers shown before that this person has no more read as forgotten.
    void show(const domain::Person &person);
    using QWidget::show;

Q_SIGNALS:
    void forgetWanted(comptoir::domain::PersonId person, const comptoir::domain::PhoneNumber &number);
    void learnWanted(comptoir::domain::PersonId person, const comptoir::domain::PhoneNumber &number);

private:
    struct Line
    {
        domain::PhoneNumber number;
        QWidget *row;
        PlainLabel *words;
        KeyButton *button;
        bool known = true;
    };
    void add(const domain::PhoneNumber &number);
    void press(const QString &key);
    static void word(const Line &line);

    domain::PersonId m_person;
    std::vector<Line> m_lines;
    QVBoxLayout *m_column;
};

} // namespace comptoir::ui
