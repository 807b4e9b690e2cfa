// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallList.h"
#include "Contact.h"
#include "Id.h"
#include "Ids.h"
#include "Parts.h"
#include "Result.h"
#include "SideModel.h"
#include "SyncStatus.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

namespace comptoir::ui {

class DeskFrame;

/// Carries queues, counts, calls and drafts from the desk to the window; one reading of a kind at a time, the newest wish wins.
class QueueFeed : public QObject
{
    Q_OBJECT

public:
    QueueFeed(const Parts &parts, DeskFrame &frame, QObject *parent = nullptr);

    /// Shows these calls in the middle of the window.
    void openCalls(desk::CallList which);
    /// Reads for the first time and opens the queue that was open last.
    void start();

Q_SIGNALS:
    void ticketOpened(comptoir::domain::TicketId id);
    void draftOpened(const comptoir::base::Uuid &draft);
    void boardOpened();
    void newTicketAsked();
    void cardAsked(comptoir::domain::PersonId person);
    void callAsked(const QString &number);

private:
    void wire();
    void open(const SideEntry &entry);
    void openLast();
    void readAll();
    void readRows();
    void readCounts();
    void readContacts();
    [[nodiscard]] QFuture<base::Result<std::vector<domain::Contact>>> calls(desk::CallList which) const;
    void readDrafts();
    void claim(const std::vector<domain::TicketId> &ids);
    void tick();
    void takeStatus(const sync::SyncStatus &status);

    /// What came of claiming several tickets at once.
    struct Claimed
    {
        std::size_t awaited = 0;
        std::size_t taken = 0;
        std::optional<base::Error> failure; ///< the first
    };
    void tellClaimed(const Claimed &claimed, std::size_t asked);

    struct Reading
    {
        bool running = false;
        bool again = false;
    };
    /// Whether to begin now; otherwise it is remembered to read again.
    [[nodiscard]] static bool begin(Reading &reading);
    /// Whether to read once more.
    [[nodiscard]] static bool end(Reading &reading);

    const Parts &m_parts;
    DeskFrame &m_frame;
    SideModel::Content m_content;
    Reading m_rows;
    Reading m_counts;
    Reading m_contacts;
    QTimer m_minute;
    bool m_started = false;
};

} // namespace comptoir::ui
