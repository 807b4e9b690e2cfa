// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace comptoir::ui {

class Notice;
class PlainLabel;

/// A label with its editor or editors; below them, when a change was refused, both versions and what to do.
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    /// The width of every label column of the pane, in pixels.
    static constexpr int kLabelWidth = 100;

    FieldRow(const QString &label, std::initializer_list<QWidget *> editors, QWidget *parent = nullptr);

    /// "Pas repris : « mine » — vaut : « stands »", why, and two ways out.
    void showRefused(const QString &mine, const QString &stands, const QString &why);
    /// A plain failure, without versions.
    void showFailed(const QString &text);
    void clearRefused();
    [[nodiscard]] bool showsRefused() const;

Q_SIGNALS:
    /// The operator wants the refused value once more, or leaves what stands.
    void insisted();
    void yielded();

private:
    void makeNotice();

    QVBoxLayout *m_column;
    Notice *m_notice = nullptr;
    QWidget *m_actions = nullptr;
};

} // namespace comptoir::ui
