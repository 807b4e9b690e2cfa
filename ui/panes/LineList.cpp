// SPDX-License-Identifier: GPL-3.0-or-later
#include "LineList.h"

#include "LineButton.h"

#include <QVBoxLayout>

namespace comptoir::ui {

LineList::LineList(bool pressable, QWidget *parent) : QWidget(parent), m_pressable(pressable), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

LineButton *LineList::made(const QString &key)
{
    auto *button = new LineButton(this);
    button->setPressable(m_pressable);
    button->setTextMuted(!m_pressable);
    connect(button, &LineButton::clicked, this, [this, key] { Q_EMIT chosen(key); });
    return button;
}

void LineList::show(const std::vector<Line> &lines)
{
    std::vector<Shown> before = std::exchange(m_shown, {});
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const Line &line = lines[at];
        const auto kept = std::find_if(before.begin(), before.end(),
                                       [&](const Shown &one) { return one.button && one.line.key == line.key; });
        Shown now{line, kept == before.end() ? made(line.key) : std::exchange(kept->button, nullptr)};
        if (kept == before.end() || kept->line != line) {
            now.button->show(line.icon, line.front, line.text, line.end);
        }
        if (m_column->indexOf(now.button) != int(at)) {
            m_column->insertWidget(int(at), now.button);
            now.button->setVisible(true); // at once, not a turn of the event loop later
        }
        m_shown.push_back(now);
    }
    for (const Shown &gone : before) {
        if (gone.button) {
            m_column->removeWidget(gone.button);
            gone.button->hide();
            gone.button->deleteLater();
        }
    }
}

} // namespace comptoir::ui
