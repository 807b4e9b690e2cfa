// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Codes.h"

#include <QMap>
#include <QWidget>

class QAction;
class QMenu;

namespace comptoir::ui {

class KeyButton;

/// What can be done to a ticket as a whole.
enum class TicketAct { Claim, Assign, Wait, Resume, Resolve, Reopen, Close, Cancel, Link, Unlink };

/// One such deed with what it needs.
struct TicketDeed
{
    TicketAct act = TicketAct::Claim;
    QString code; ///< of the resolution, or of the reason to wait
    QString text; ///< note, reason, resolution; the number of the parent
    domain::GroupId group;
    domain::OperatorId assignee;
    qint64 untilMs = 0;

    bool operator==(const TicketDeed &) const = default;
};

/// The row of a ticket's buttons: the three that come next in its state, the others in a menu; every one has its key.
class TicketActions : public QWidget
{
    Q_OBJECT

public:
    explicit TicketActions(QWidget *parent = nullptr);

    /// Offers what the state machine permits in that state.
    void show(domain::TicketState state, bool mine, bool attached);
    using QWidget::show;
    /// While a question is open in the pane its keys belong to it.
    void suspend(bool suspended);
    [[nodiscard]] bool offers(TicketAct act) const;

Q_SIGNALS:
    void wanted(comptoir::ui::TicketAct act);

private:
    void make(TicketAct act, const QString &text, const QString &icon, const QKeySequence &key);
    void place();

    QMap<TicketAct, QAction *> m_actions;
    QList<TicketAct> m_offered; ///< most likely first
    QList<KeyButton *> m_buttons;
    KeyButton *m_more;
    QMenu *m_menu;
    bool m_suspended = false;
};

} // namespace comptoir::ui
