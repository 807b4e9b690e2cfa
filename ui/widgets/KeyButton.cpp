// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeyButton.h"

#include "DeskStyle.h"
#include "Icons.h"

#include <QEvent>
#include <QKeySequence>
#include <QPainter>
#include <QShortcutEvent>

namespace comptoir::ui {

namespace {
constexpr int kIconGap = 8;
constexpr int kKeyGap = 12;
constexpr int kLeastPadding = 4;
} // namespace

struct KeyButton::Paint
{
    QColor ground; ///< invalid = none
    QColor border; ///< invalid = none
    QColor text;
    QColor key;
    QColor ring;
    qreal radius = 6;
};

QString shownKey(const QKeySequence &keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) { // whatever Qt calls them in the language in use
        text.replace(QKeySequence(key).toString(QKeySequence::NativeText), u"⏎"_qs);
    }
    return text.size() > 1 ? text.replace(u'+', u' ') : text;
}

KeyButton::KeyButton(const QString &text, const QString &iconName, Look look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_icon(iconName)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setFont(fontOf(FontRole::Body));
}

void KeyButton::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void KeyButton::setTrailingIcon(const QString &name)
{
    m_trailing = name;
    updateGeometry();
}

void KeyButton::setIconTone(Tone tone)
{
    m_iconTone = tone;
    update();
}

void KeyButton::setTextTone(Tone tone)
{
    m_textTone = tone;
    update();
}

void KeyButton::setKeyHint(const QString &hint)
{
    m_hint = hint;
    updateGeometry();
    update();
}

void KeyButton::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
}

void KeyButton::setLeftAligned(bool left)
{
    m_left = left;
    update();
}

int KeyButton::padding() const
{
    if (m_look == Look::Link) {
        return 4;
    }
    return m_small ? 8 : 12;
}

QString KeyButton::keyText() const
{
    return m_hint.isEmpty() ? shownKey(shortcut()) : m_hint;
}

int KeyButton::contentWidth(bool withKey) const
{
    int width = m_icon.isEmpty() ? 0 : kIconPx;
    const QString shown = text();
    if (!shown.isEmpty()) {
        // Advances are rounded: two pixels more keep a text that fits from being cut.
        width += (width > 0 ? kIconGap : 0) + QFontMetrics(font()).horizontalAdvance(shown) + 2;
    }
    if (!m_trailing.isEmpty()) {
        width += 4 + 14;
    }
    if (const QString key = keyText(); withKey && !key.isEmpty()) {
        width += kKeyGap + QFontMetrics(fontOf(FontRole::Key)).horizontalAdvance(key);
    }
    return width;
}

bool KeyButton::showsKey() const
{
    return !keyText().isEmpty() && contentWidth(true) <= width() - 2 * kLeastPadding;
}

QSize KeyButton::sizeHint() const
{
    return {contentWidth(true) + 2 * padding(), m_small ? 24 : 30};
}

QSize KeyButton::minimumSizeHint() const
{
    return {contentWidth(false) + 2 * padding(), m_small ? 24 : 30};
}

bool KeyButton::event(QEvent *event)
{
    if (event->type() == QEvent::Shortcut && isEnabled()) {
        const auto *struck = static_cast<QShortcutEvent *>(event);
        if (struck->key() == shortcut() && !struck->isAmbiguous()) {
            click(); // QAbstractButton's own way shows it pressed for a tenth of a second first, and forgets it where the window closes meanwhile
            return true;
        }
    }
    const bool handled = QAbstractButton::event(event);
    if (event->type() == QEvent::Polish || event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return handled;
}

KeyButton::Paint KeyButton::paintOf() const
{
    const Tokens &t = tokens();
    const bool lit = isEnabled() && (isDown() || isChecked() || underMouse());
    Paint paint{.ground = {}, .border = {}, .text = t.text, .key = t.muted, .ring = t.accent};
    switch (m_look) {
    case Look::Normal:
        paint.ground = lit ? t.hover : t.raised;
        paint.border = t.fieldline;
        break;
    case Look::Primary:
        paint.ground = lit ? (t.accent.lightness() > 128 ? t.accent.lighter(106) : t.accent.darker(112)) : t.accent;
        paint.text = paint.key = t.onaccent;
        paint.ring = t.text;
        break;
    case Look::Danger:
        paint.ground = lit ? t.hangup.darker(112) : t.hangup;
        paint.text = paint.key = t.onhangup;
        paint.ring = t.onhangup;
        break;
    case Look::Answer:
        paint.ground = lit ? (t.ok.lightness() > 128 ? t.ok.lighter(106) : t.ok.darker(112)) : t.ok;
        paint.text = paint.key = t.onaccent;
        paint.border = t.calltext;
        paint.ring = t.calltext;
        break;
    case Look::Quiet: paint.ground = lit ? t.hover : QColor(); break;
    case Look::OnCall:
    case Look::CallPill:
        paint.ground = lit ? t.callring : t.callpill;
        paint.border = m_look == Look::OnCall ? t.callline : QColor();
        paint.text = t.calltext;
        paint.key = t.callmuted;
        paint.ring = t.calltext;
        paint.radius = m_look == Look::CallPill ? height() / 2.0 : 6;
        break;
    case Look::Link: paint.text = paint.key = t.accent; break;
    }
    if (m_textTone) {
        paint.text = colour(*m_textTone);
    }
    if (!isEnabled()) {
        paint.text = paint.key = m_look == Look::OnCall || m_look == Look::CallPill ? t.callmuted : t.muted;
        if (m_look == Look::Primary || m_look == Look::Danger) {
            paint.ground = t.bg;
            paint.border = t.line;
        }
    }
    return paint;
}

void KeyButton::paintEvent(QPaintEvent *)
{
    const Paint look = paintOf();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(look.border.isValid() ? QPen(look.border, 1) : QPen(Qt::NoPen));
    painter.setBrush(look.ground.isValid() ? QBrush(look.ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, look.radius, look.radius);

    // Where the room is short the air goes first, then the key.
    const bool withKey = showsKey();
    const int pad = withKey ? std::clamp((width() - contentWidth(true)) / 2, kLeastPadding, padding()) : padding();
    const int available = width() - 2 * pad;
    const int content = std::min(contentWidth(withKey), available);
    int x = m_left ? pad : (width() - content) / 2;
    const int right = m_left ? width() - pad : x + content;
    if (!m_icon.isEmpty()) {
        paintIcon(painter, QRect(x, 0, kIconPx, height()), m_icon, m_iconTone && isEnabled() ? colour(*m_iconTone) : look.text);
        x += kIconPx + kIconGap;
    }
    int textRight = right;
    if (withKey) {
        const QFont keyFont = fontOf(FontRole::Key);
        const int keyWidth = QFontMetrics(keyFont).horizontalAdvance(keyText());
        painter.setFont(keyFont);
        painter.setPen(look.key);
        painter.drawText(QRect(textRight - keyWidth, 0, keyWidth, height()), Qt::AlignVCenter | Qt::AlignRight, keyText());
        textRight -= keyWidth + kKeyGap;
    }
    if (!m_trailing.isEmpty()) {
        paintIcon(painter, QRect(textRight - 14, 0, 14, height()), m_trailing, look.text, 14);
        textRight -= 18;
    }
    painter.setFont(font());
    painter.setPen(look.text);
    painter.drawText(QRect(x, 0, textRight - x, height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, textRight - x + 1));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), look.radius, look.ring);
    }
}

} // namespace comptoir::ui
