// SPDX-License-Identifier: GPL-3.0-or-later
#include "RightDrawer.h"

#include "KeyButton.h"
#include "Tokens.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace comptoir::ui {

RightDrawer::RightDrawer(QWidget *content, QWidget *parent) : QWidget(parent), m_content(content), m_bar(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(12, 6, 12, 0);
    auto *close = new KeyButton(tr("Back to the queue"), QStringLiteral("chevron-right"), KeyButton::Look::Quiet, m_bar);
    close->setSmall(true);
    close->setKeyHint(tr("Esc"));
    close->setAccessibleName(close->text());
    row->addWidget(close);
    row->addStretch();
    column->addWidget(m_bar);
    column->addWidget(content, 1);
    m_bar->hide();
    connect(close, &KeyButton::clicked, this, &RightDrawer::closeAsked);
}

void RightDrawer::setFolding(bool folding)
{
    m_folding = folding;
    m_bar->setVisible(folding);
    layout()->setContentsMargins(folding ? 1 : 0, 0, 0, 0);
    update();
}

void RightDrawer::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), tokens().bg);
    if (m_folding) {
        painter.fillRect(QRect(0, 0, 1, height()), tokens().fieldline);
    }
}

void RightDrawer::keyPressEvent(QKeyEvent *event)
{
    if (m_folding && event->key() == Qt::Key_Escape) {
        Q_EMIT closeAsked();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace comptoir::ui
