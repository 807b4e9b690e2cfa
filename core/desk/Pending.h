// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "DeskParts.h"
#include "Result.h"
#include "TicketPage.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace comptoir::desk {

/// The operations made here that the service has not confirmed, and those it refused: what the status bar opens.
class Pending : public QObject
{
    Q_OBJECT

public:
    struct Item
    {
        enum class State {
            Waiting,
            Sent,
            Refused,
            Parked,
            Overtaken, ///< taken, but an earlier value of somebody else's stands
        };

        domain::OperationId op;
        QString kind; ///< operation code, `ticket.note`
        domain::EntityId entity;
        QString label; ///< ticket number and summary, or the person's name
        QString text; ///< what was meant, in words of the operation
        qint64 madeMs = 0;
        State state = State::Waiting;
        domain::Refusal refusal; ///< where refused
        TicketPage::Lost lost = {}; ///< where overtaken
        bool placed = true; ///< what it is about can be opened
        bool again = false; ///< tryAgain() has something to do

        bool operator==(const Item &) const = default;
    };

    Pending(const DeskParts &parts, QObject *parent = nullptr);
    ~Pending() override;

    /// What was refused of one call is one item. Refused first, then overtaken, then what waits in the order they were made; at most 500.
    [[nodiscard]] QFuture<base::Result<std::vector<Item>>> items();
    /// Takes it off the list; what was refused of one call goes together.
    QFuture<base::Result<>> dismiss(domain::OperationId op);
    /// Does what was refused of `entity` again, in its order. Forbidden where its organisation is not granted (yet), Busy while that is
    /// being fetched.
    QFuture<base::Result<>> tryAgain(domain::EntityId entity);
    /// The same of everything that can be tried again; what cannot be yet stays as it is.
    void tryAllAgain();

Q_SIGNALS:
    void changed();
    /// So many values of this operator's were overtaken and not looked at; told anew (at most twice a second) when that may have changed.
    void overtakenCounted(int count);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
