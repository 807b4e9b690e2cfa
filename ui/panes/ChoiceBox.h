// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Choice.h"

#include <QComboBox>

namespace comptoir::ui {

/// A list to choose one value from. A long list is searched by typing any part of a label; a text that means nothing falls back to what
/// stood there. The wheel only turns it while it has the focus.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    /// With `none`, nothing may be chosen and reads so.
    explicit ChoiceBox(const QString &none = {}, QWidget *parent = nullptr);

    /// Replaces the list; the value stays if the new list has it or it is chosen again later.
    void show(const Choices &choices);
    using QComboBox::show;
    [[nodiscard]] QString value() const;
    [[nodiscard]] QString label() const;
    /// Shows a value without saying `chosen`; a value that is not in the list reads as `otherwise`.
    void setValue(const QString &value, const QString &otherwise = {});

    [[nodiscard]] QSize sizeHint() const override;
    void showPopup() override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The operator chose another value than the one that stood.
    void chosen(const QString &value);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeSearchable();
    void settle(int index);
    void settleTyped();
    /// Before the list opens: rows as in any other list, no narrower than the field.
    void dress(QAbstractItemView &list);

    QString m_none;
    QString m_value;
    QString m_otherwise;
};

} // namespace comptoir::ui
