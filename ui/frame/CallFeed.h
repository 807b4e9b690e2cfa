// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallState.h"
#include "Parts.h"

#include <QObject>
#include <QTimer>

namespace comptoir::ui {

class DeskFrame;
class TransferEntry;

/// Carries the call's state to the call bar and what the operator presses back to the telephone.
class CallFeed : public QObject
{
    Q_OBJECT

public:
    CallFeed(const Parts &parts, DeskFrame &frame, QObject *parent = nullptr);

    void dial(const QString &number);

private:
    void onState(const desk::CallState &state);
    void openTransfer(QWidget *under);

    const Parts &m_parts;
    DeskFrame &m_frame;
    TransferEntry *m_transfer;
    QTimer m_second;
};

} // namespace comptoir::ui
