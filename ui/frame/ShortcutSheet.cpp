// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShortcutSheet.h"

#include "Card.h"
#include "KeyButton.h"
#include "PlainLabel.h"

#include <QApplication>
#include <QCoreApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

namespace comptoir::ui {

namespace {

struct Key
{
    QString keys;
    QString does;
};

struct Section
{
    QString title;
    std::vector<Key> keys;
};

class KeyList
{
    Q_DECLARE_TR_FUNCTIONS(comptoir::ui::ShortcutSheet)

public:
    [[nodiscard]] static std::vector<Section> sections(bool board);

private:
    [[nodiscard]] static std::vector<Key> ofWindow(bool board);
};

std::vector<Key> KeyList::ofWindow(bool board)
{
    std::vector<Key> keys{{tr("Ctrl K"), tr("Search everywhere")},
                          {u"F6"_qs, tr("Next part of the window")},
                          {tr("Ctrl 1 2 3"), tr("Queues, table, right pane")},
                          {tr("Ctrl J"), tr("Changes not sent yet")}};
    if (board) {
        keys.push_back({tr("Ctrl B"), tr("Control room")});
        keys.push_back({u"F11"_qs, tr("Control room on the whole screen")});
    }
    keys.push_back({tr("Ctrl ,"), tr("Settings")});
    keys.push_back({tr("F1 or ?"), tr("This list")});
    keys.push_back({tr("Esc"), tr("Back; nothing is ever lost by it")});
    return keys;
}

std::vector<Section> KeyList::sections(bool board)
{
    return {
        {tr("Call"),
         {{u"F9"_qs, tr("Answer, then hang up")},
          {u"F8"_qs, tr("Hold, resume")},
          {tr("Shift F8"), tr("Transfer")},
          {u"F10"_qs, tr("End the wrap-up")},
          {tr("Ctrl D"), tr("Call back, in a list of calls")},
          {u"F7"_qs, tr("Take the machine over")},
          {u"F4"_qs, tr("Correct who calls")}}},
        {tr("Ticket"),
         {{tr("Ctrl N"), tr("New ticket")},
          {tr("Ctrl S"), tr("Keep or save")},
          {tr("Ctrl ⏎"), tr("Resolve now, confirm")},
          {tr("Ctrl T"), tr("Hand over")},
          {tr("Ctrl H"), tr("Put on hold, resume")},
          {tr("Alt ⏎"), tr("Add the note")},
          {tr("Ctrl M"), tr("Attach to the major incident")},
          {tr("Ctrl Shift A"), tr("Attach a file; Ctrl V attaches a picture")},
          {tr("Ctrl PgUp"), tr("Previous open ticket; Ctrl PgDn the next")},
          {tr("Ctrl W"), tr("Close the ticket's tab")}}},
        {tr("Queue"),
         {{u"⏎"_qs, tr("Open the ticket")},
          {tr("Ctrl P"), tr("Take it")},
          {tr("Ctrl F"), tr("Filter this queue")},
          {tr("Shift ↑ ↓"), tr("Select several")},
          {tr("Menu", "the context-menu key"), tr("What can be done; columns, row height")},
          {tr("letters"), tr("Jump to number, requester or summary")}}},
        {tr("Window"), ofWindow(board)},
    };
}

} // namespace

ShortcutSheet::ShortcutSheet(bool board, QWidget *parent) : QWidget(parent), m_sheet(new Card(this))
{
    setAccessibleName(tr("Keys of the desk"));
    setFocusPolicy(Qt::StrongFocus);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch();
    outer->addWidget(m_sheet, 0, Qt::AlignCenter);
    outer->addStretch();
    auto *grid = new QGridLayout(m_sheet);
    grid->setContentsMargins(24, 20, 24, 24);
    grid->setHorizontalSpacing(40);
    grid->setVerticalSpacing(16);
    grid->addWidget(new PlainLabel(tr("Keys of the desk"), FontRole::PaneTitle, Tone::Text, m_sheet), 0, 0, 1, 2);
    int at = 0;
    for (const Section &section : KeyList::sections(board)) {
        auto *column = new QVBoxLayout;
        column->setSpacing(6);
        column->addWidget(new SectionLabel(section.title, m_sheet));
        for (const Key &key : section.keys) {
            auto *row = new QHBoxLayout;
            auto *keys = new PlainLabel(key.keys, FontRole::Strong, Tone::Text, m_sheet);
            keys->setFixedWidth(84);
            row->addWidget(keys);
            row->addWidget(new PlainLabel(key.does, FontRole::Body, Tone::Text, m_sheet), 1);
            column->addLayout(row);
        }
        column->addStretch();
        grid->addLayout(column, 1 + at / 2, at % 2);
        ++at;
    }
    m_sheet->setMinimumWidth(720);
    hide();
}

void ShortcutSheet::open()
{
    m_before = QApplication::focusWidget();
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void ShortcutSheet::leave()
{
    hide();
    if (m_before) {
        m_before->setFocus();
    }
}

void ShortcutSheet::paintEvent(QPaintEvent *)
{
    QColor veil = tokens().call;
    veil.setAlphaF(0.45F);
    QPainter(this).fillRect(rect(), veil);
}

void ShortcutSheet::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape || key == Qt::Key_F1 || key == Qt::Key_Question || key == Qt::Key_Return || key == Qt::Key_Enter) {
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

void ShortcutSheet::mousePressEvent(QMouseEvent *)
{
    leave();
}

} // namespace comptoir::ui
