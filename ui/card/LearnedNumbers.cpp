// SPDX-License-Identifier: GPL-3.0-or-later
#include "LearnedNumbers.h"

#include "KeyButton.h"
#include "PlainLabel.h"

#include <QBoxLayout>

namespace comptoir::ui {

LearnedNumbers::LearnedNumbers(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    hide();
}

void LearnedNumbers::show(const domain::Person &person)
{
    if (person.id != m_person) {
        m_person = person.id;
        for (const Line &line : m_lines) {
            line.row->deleteLater();
        }
        m_lines.clear();
    }
    const auto &numbers = person.numbers.list;
    for (const domain::PhoneNumber &number : numbers) {
        const bool shown = std::any_of(m_lines.begin(), m_lines.end(), [&](const Line &line) { return line.number.key == number.key; });
        if (number.kind == domain::NumberKind::Learned && !shown) {
            add(number);
        }
    }
    for (Line &line : m_lines) {
        line.known = std::any_of(numbers.begin(), numbers.end(), [&](const auto &number) { return number.key == line.number.key; });
        word(line);
    }
    setVisible(!m_lines.empty());
}

void LearnedNumbers::add(const domain::PhoneNumber &number)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *words = new PlainLabel({}, FontRole::Secondary, Tone::Muted, row);
    auto *button = new KeyButton({}, {}, KeyButton::Look::Link, row);
    button->setSmall(true);
    layout->addWidget(words);
    layout->addWidget(button);
    layout->addStretch(1);
    m_column->addWidget(row);
    connect(button, &KeyButton::clicked, this, [this, key = number.key] { press(key); });
    m_lines.push_back({number, row, words, button});
}

void LearnedNumbers::word(const Line &line)
{
    line.words->setText((line.known ? tr("Learned number %1") : tr("Forgotten number %1")).arg(line.number.written));
    line.button->setText(line.known ? tr("Forget") : tr("Learn again"));
    line.button->setAccessibleName((line.known ? tr("Forget the number %1") : tr("Learn the number %1 again")).arg(line.number.written));
}

void LearnedNumbers::press(const QString &key)
{
    const auto line = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &one) { return one.number.key == key; });
    if (line->known) {
        Q_EMIT forgetWanted(m_person, line->number);
    } else {
        Q_EMIT learnWanted(m_person, line->number);
    }
}

} // namespace comptoir::ui

#include "moc_LearnedNumbers.cpp"
