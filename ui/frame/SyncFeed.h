// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Parts.h"
#include "Result.h"
#include "SyncStatus.h"

#include <QFuture>
#include <QObject>

namespace comptoir::ui {

class DeskFrame;

/// Carries the agreement with the service to the status strip, and what waits to its drawer.
class SyncFeed : public QObject
{
    Q_OBJECT

public:
    SyncFeed(const Parts &parts, DeskFrame &frame, QObject *parent = nullptr);

    /// A key, a press or the window coming forward, while the service is lost: the operator is at work.
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Where a change was made is to be seen.
    void ticketAsked(comptoir::domain::TicketId id, const QString &column);
    void personAsked(comptoir::domain::PersonId id);
    void signInAsked();

private:
    void onStatus(const sync::SyncStatus &status);
    void readPending();
    /// Says why where it failed.
    void tellAndRead(QFuture<base::Result<>> done);

    const Parts &m_parts;
    DeskFrame &m_frame;
    int m_repairs = 0; ///< told of so far
    bool m_watching = false; ///< for signs that the operator is at work
    bool m_reading = false;
    bool m_again = false;
};

} // namespace comptoir::ui
