// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace comptoir::ui {

/// Column heads: 11 px semibold on the surface, an arrow at the column that orders.
class QueueHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit QueueHeader(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

} // namespace comptoir::ui
