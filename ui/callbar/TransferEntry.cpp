// SPDX-License-Identifier: GPL-3.0-or-later
#include "TransferEntry.h"

#include "Icons.h"
#include "KeyButton.h"
#include "PlainLabel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace comptoir::ui {

TransferEntry::TransferEntry(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_number(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_take(new KeyButton(tr("Transfer"), QStringLiteral("phone-forwarded"), KeyButton::Look::Primary, this))
{
    setFixedWidth(320);
    setAccessibleName(tr("Pass the call on"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(new SectionLabel(tr("Pass the call on to"), this));
    column->addWidget(m_number);
    column->addWidget(m_list);
    column->addWidget(m_take, 0, Qt::AlignRight);
    m_number->setPlaceholderText(tr("Number, extension or name"));
    m_number->setAccessibleName(tr("Number, extension or name"));
    m_list->setAccessibleName(tr("Colleagues"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedHeight(180);
    m_take->setKeyHint(QStringLiteral("⏎"));
    m_take->setAccessibleName(m_take->text());
    m_number->installEventFilter(this);
    connect(m_number, &QLineEdit::textEdited, this, &TransferEntry::narrow);
    connect(m_number, &QLineEdit::returnPressed, this, &TransferEntry::take);
    connect(m_list, &QListWidget::itemActivated, this, &TransferEntry::take);
    connect(m_take, &KeyButton::clicked, this, &TransferEntry::take);
}

void TransferEntry::openUnder(QWidget *place, std::vector<Place> colleagues)
{
    m_places = std::move(colleagues);
    m_number->clear();
    narrow();
    move(place->mapToGlobal(QPoint(0, place->height() + 4)));
    show();
    m_number->setFocus();
}

void TransferEntry::narrow()
{
    m_list->clear();
    const QString typed = m_number->text().trimmed();
    for (const Place &place : m_places) {
        if (typed.isEmpty() || place.name.contains(typed, Qt::CaseInsensitive) || place.number.startsWith(typed)) {
            auto *item = new QListWidgetItem(icon(QStringLiteral("headset"), Tone::Muted), place.name % u" · " % place.number, m_list);
            item->setData(Qt::UserRole, place.number);
        }
    }
    m_take->setEnabled(!typed.isEmpty() || m_list->count() > 0);
}

void TransferEntry::take()
{
    const QListWidgetItem *item = m_list->currentItem();
    QString number = item ? item->data(Qt::UserRole).toString() : m_number->text().trimmed();
    const bool dialable = !number.isEmpty() && (number.front().isDigit() || number.front() == u'+');
    if (!item && !dialable && m_list->count() == 1) {
        number = m_list->item(0)->data(Qt::UserRole).toString();
    } else if (!dialable) {
        return;
    }
    close();
    Q_EMIT transferTo(number);
}

bool TransferEntry::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_number && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void TransferEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().raised);
    painter.setPen(QPen(tokens().fieldline, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace comptoir::ui
