// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Preferences.h"

#include <QDialog>

class QLineEdit;
class QVBoxLayout;

namespace comptoir::ui {

class ChoiceBox;
class PlainLabel;

/// The few things one may want otherwise. Each field saves itself; what waits for the next start stands apart and says so.
class SettingsWindow : public QDialog
{
    Q_OBJECT

public:
    SettingsWindow(const Preferences &now, int rowPx, QWidget *parent = nullptr);
    ~SettingsWindow() override;

Q_SIGNALS:
    void chosen(const comptoir::ui::Preferences &preferences);
    void rowHeightChosen(int rowPx);

private:
    void buildNow(QVBoxLayout &column, int rowPx);
    void buildLater(QVBoxLayout &column);
    ChoiceBox *addBox(QVBoxLayout &column, const QString &name, const QString &label);
    void take(const Preferences &next);
    void takeTelephone();
    /// Says what is wrong with what stands in the field, if anything.
    void checkTelephone();

    Preferences m_now;
    QLineEdit *m_telephone = nullptr;
    PlainLabel *m_complaint;
};

} // namespace comptoir::ui
