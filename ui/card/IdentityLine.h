// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallerCard.h"

#include <QWidget>

namespace comptoir::ui {

/// How sure the identity is, as shape, word and figure, and why: "Identité sûre, 97 % · numéro direct connu".
class IdentityLine : public QWidget
{
    Q_OBJECT

public:
    explicit IdentityLine(QWidget *parent = nullptr);

    void show(const desk::Candidate &candidate);
    using QWidget::show;
    [[nodiscard]] QString text() const;

    [[nodiscard]] static QString reasonWords(const desk::IdentityReason &reason);
    /// "Identité sûre, 97 %", "Probable, 70 %", "Possible, 30 %"
    [[nodiscard]] static QString scoreWords(int score);

    [[nodiscard]] QSize sizeHint() const override { return {200, 20}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_score = 0;
    QString m_sure;
    QString m_why;
};

} // namespace comptoir::ui
