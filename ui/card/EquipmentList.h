// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Asset.h"

#include <QWidget>

class QVBoxLayout;

namespace comptoir::ui {

/// A caller's machines; the ones that can be taken over carry the button, the first of them the key.
class EquipmentList : public QWidget
{
    Q_OBJECT

public:
    explicit EquipmentList(QWidget *parent = nullptr);

    void show(const std::vector<domain::Asset> &assets);
    using QWidget::show;

Q_SIGNALS:
    void assistWanted(const comptoir::domain::Asset &asset);

private:
    std::vector<domain::Asset> m_shown;
    QVBoxLayout *m_lines;
};

/// The machine of a list that F7 means; nothing where none can be reached.
[[nodiscard]] const domain::Asset *reachable(const std::vector<domain::Asset> &assets);

} // namespace comptoir::ui
