// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveWords.h"

#include "Words.h"

#include <QDateTime>
#include <QLocale>

namespace comptoir::ui {

namespace {

QDate dateOf(qint64 atMs)
{
    return QDateTime::fromMSecsSinceEpoch(atMs).date();
}

} // namespace

QString ArchiveWords::older(qint64 closedMs)
{
    return closedMs == 0 ? tr("Older") : tr("Older · closed %1").arg(QLocale().toString(dateOf(closedMs), u"d MMM yyyy"_qs));
}

QString ArchiveWords::readAt(qint64 readMs, domain::TicketState state)
{
    const bool over = state == domain::TicketState::Closed || state == domain::TicketState::Cancelled;
    return over ? tr("This ticket is no longer kept on this desk: read from the service at %1.").arg(Times::clock(readMs))
                : tr("This ticket has come back to the desks: as it stood at %1.").arg(Times::clock(readMs));
}

QString ArchiveWords::notFound(const base::Error &error)
{
    using Kind = base::Error::Kind;
    switch (error.kind) {
    case Kind::Network: return tr("Older tickets stand at the service, which is not reached just now. What is on this desk is above.");
    case Kind::Timeout: return tr("The service took too long to look in the older tickets. More or longer words find faster.");
    case Kind::Auth: return tr("The service wants the password again before it shows older tickets: sign in below.");
    case Kind::Forbidden: return tr("Your rights do not reach the older tickets. A supervisor can grant them.");
    case Kind::NotFound: return tr("This service does not show older tickets yet. Tell your administrator.");
    case Kind::Busy: return tr("The service has too much to do just now. Try again in a moment.");
    default: return tr("The service answered something unexpected. Try again; if it lasts, tell your administrator.");
    }
}

QString ArchiveWords::notRead(const base::Error &error)
{
    using Kind = base::Error::Kind;
    switch (error.kind) {
    case Kind::Network: return tr("This ticket stands at the service alone, which is not reached just now.");
    case Kind::Timeout: return tr("The service took too long to show this ticket.");
    case Kind::NotFound: return tr("The service has no such ticket, or not within your rights.");
    case Kind::Forbidden: return tr("Your rights do not reach this ticket. A supervisor can grant them.");
    default: return notFound(error);
    }
}

QString ArchiveWords::notToSave(const QString &file)
{
    return tr("This cannot be saved: %1.", "file and where it is").arg(file);
}

QString ArchiveWords::notSaved(const QString &name, const base::Error &error)
{
    using Kind = base::Error::Kind;
    switch (error.kind) {
    case Kind::Network: return tr("%1 was not saved: the service is not reached just now. Try again later.").arg(name);
    case Kind::Timeout: return tr("%1 was not saved: the service took too long. Try again later.").arg(name);
    case Kind::Busy: return tr("%1 was not saved: the service has too much to do just now. Try again in a moment.").arg(name);
    case Kind::Auth: return tr("%1 was not saved: the service wants the password again. Sign in below.").arg(name);
    case Kind::NotFound:
    case Kind::Forbidden: return tr("%1 was not saved: the service does not have it, or not within your rights.").arg(name);
    case Kind::Corrupt: return tr("%1 was not saved: what came is not the file that was attached. Tell your administrator.").arg(name);
    case Kind::Full: return tr("%1 was not saved: the disk is full. Free some space, then try again.").arg(name);
    case Kind::Io: return tr("%1 was not saved: it cannot be written there. Choose another place.").arg(name);
    default: return tr("%1 was not saved: the service answered something unexpected. If it lasts, tell your administrator.").arg(name);
    }
}

QString ArchiveWords::day(qint64 atMs)
{
    return atMs == 0 ? QString() : QLocale().toString(dateOf(atMs), u"d MMMM yyyy"_qs);
}

} // namespace comptoir::ui
