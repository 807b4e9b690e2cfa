// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SyncStatus.h"

#include <QWidget>

class QTimer;

namespace comptoir::ui {

class KeyButton;
class PlainLabel;

/// The bottom of the window: how this desk stands with the service, in shape and words, and who sits here.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void show(const sync::SyncStatus &status);
    using QWidget::show;
    /// So many values of this operator's were overtaken by somebody else's.
    void showConflicts(int count);
    /// "Poste 7K · Amélie Durand · Centre d'appels"
    void showPlace(const QString &place);
    /// A short word about what was just done; leaves by itself.
    void showMessage(const QString &text);

Q_SIGNALS:
    /// What waits or was refused is to be seen.
    void pendingAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showDetail();

    sync::SyncStatus m_status;
    QString m_message;
    KeyButton *m_state;
    PlainLabel *m_detail;
    KeyButton *m_refused;
    KeyButton *m_conflicts;
    PlainLabel *m_place;
    QTimer *m_messageEnd;
};

} // namespace comptoir::ui
