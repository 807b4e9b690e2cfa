// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fonts.h"
#include "Tokens.h"

#include <QAbstractButton>

#include <optional>

namespace comptoir::ui {

/// A button that shows the key which does the same: its shortcut() in muted small letters beside the text.
class KeyButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Look {
        Normal, ///< bordered
        Primary, ///< one a pane
        Danger, ///< filled red
        Answer, ///< filled green, on the call bar
        Quiet, ///< no border until hovered
        OnCall, ///< bordered, on the call bar
        CallPill, ///< round, on the call bar
        Link, ///< accent text, as an action inside a line
    };

    explicit KeyButton(const QString &text, const QString &iconName = {}, Look look = Look::Normal, QWidget *parent = nullptr);

    void setIconName(const QString &name);
    /// An icon after the text, such as `chevron-down` where a menu opens.
    void setTrailingIcon(const QString &name);
    /// The tone of the leading icon where it differs from the text's.
    void setIconTone(Tone tone);
    /// The tone of the text where it differs from the look's.
    void setTextTone(Tone tone);
    /// A key that is shown only; the shortcut belongs to somebody else.
    void setKeyHint(const QString &hint);
    /// 24 px high, for rows and notices.
    void setSmall(bool small);
    /// Text from the left edge, the key at the right one.
    void setLeftAligned(bool left);

    /// Whether the button is wide enough for its key.
    [[nodiscard]] bool showsKey() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Paint;
    [[nodiscard]] Paint paintOf() const;
    [[nodiscard]] QString keyText() const;
    [[nodiscard]] int contentWidth(bool withKey) const;
    [[nodiscard]] int padding() const;

    Look m_look;
    QString m_icon;
    QString m_trailing;
    QString m_hint;
    std::optional<Tone> m_iconTone;
    std::optional<Tone> m_textTone;
    bool m_small = false;
    bool m_left = false;
};

/// "Ctrl+Return" as a button shows it: "Ctrl ⏎".
[[nodiscard]] QString shownKey(const QKeySequence &keys);

} // namespace comptoir::ui
