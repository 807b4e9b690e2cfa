// SPDX-License-Identifier: GPL-3.0-or-later
#include "Notice.h"

#include "Icons.h"
#include "KeyButton.h"
#include "PlainLabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace comptoir::ui {

namespace {

constexpr int kLeastPx = 36;
constexpr int kMostBeside = 2;

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Bad: return QStringLiteral("circle-alert");
    case Tone::Warn: return QStringLiteral("triangle-alert");
    case Tone::Ok: return QStringLiteral("circle-check");
    default: return QStringLiteral("info");
    }
}

} // namespace

Notice::Notice(Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_icon(iconOf(tone))
    , m_text(new PlainLabel({}, FontRole::Body, tone, this))
    , m_close(new KeyButton({}, QStringLiteral("x"), KeyButton::Look::Quiet, this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_actions(new QHBoxLayout)
{
    m_text->setWordWrap(true);
    m_row->setContentsMargins(12 + kIconPx + 8, 6, 6, 6);
    m_row->setSpacing(8);
    m_row->addWidget(m_text, 1);
    m_actions->setSpacing(8);
    m_row->addLayout(m_actions);
    m_row->addWidget(m_close);
    m_close->setSmall(true);
    m_close->setAccessibleName(tr("Dismiss this message"));
    m_close->setToolTip(plainToolTip(tr("Dismiss this message")));
    m_close->hide();
    setMinimumHeight(kLeastPx);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(m_close, &KeyButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
}

void Notice::show(Tone tone, const QString &text, const QString &iconName)
{
    m_tone = tone;
    m_icon = iconName.isEmpty() ? iconOf(tone) : iconName;
    m_text->setTone(tone);
    m_text->setText(text);
    setAccessibleName(text);
    update();
    QWidget::show();
    if (m_placed) {
        fit();
    }
}

void Notice::fit()
{
    setMinimumHeight(std::max(kLeastPx, m_row->hasHeightForWidth() ? m_row->totalHeightForWidth(width()) : 0));
}

void Notice::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_placed = true;
    // Not inside the parent's layout, which would not notice.
    QMetaObject::invokeMethod(this, &Notice::fit, Qt::QueuedConnection);
}

KeyButton *Notice::addAction(const QString &text, const QString &iconName)
{
    auto *button = new KeyButton(text, iconName, KeyButton::Look::Normal, this);
    m_actions->addWidget(button);
    if (m_actions->count() > kMostBeside) {
        m_row->setDirection(QBoxLayout::TopToBottom);
        m_actions->setAlignment(Qt::AlignLeft);
    }
    return button;
}

void Notice::setDismissable(bool on)
{
    m_close->setVisible(on);
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground(m_tone));
    painter.drawRoundedRect(rect(), 6, 6);
    paintIcon(painter, QRect(12, m_text->y(), kIconPx, std::min(m_text->height(), 30)), m_icon, colour(m_tone));
}

} // namespace comptoir::ui
