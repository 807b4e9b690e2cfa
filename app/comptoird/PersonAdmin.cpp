// SPDX-License-Identifier: GPL-3.0-or-later
#include "Admin.h"
#include "Counted.h"

namespace comptoir::service {

namespace {

using base::Result;
using central::ErasureCounts;
using central::Erasures;

QString lineOf(const Erasures::Candidate &one)
{
    return QStringList{one.person.id.toString(), one.person.displayName(), one.person.email, one.organisation}.join(u'\t');
}

QString countsOf(const ErasureCounts &counts)
{
    return QStringList{counted(counts.tickets, "ticket", "tickets"),
                       counted(counts.entries, "entry of a history", "entries of histories"),
                       counted(counts.contacts, "call", "calls"),
                       counted(counts.assets, "machine", "machines"),
                       counted(counts.notes, "note about somebody else", "notes about somebody else"),
                       counted(counts.verdicts, "kept refusal", "kept refusals"),
                       counted(counts.attachments, "file", "files")}
        .join(QStringLiteral(", "));
}

QString copiesOf(const QStringList &copies)
{
    return copies.isEmpty()
        ? QString()
        : QStringLiteral("\nThese files still hold the person and are not touched; restored, they are erased again:\n  ")
            + copies.join(QStringLiteral("\n  "));
}

AdminEffect previewed(const Result<Erasures::Preview> &preview)
{
    if (!preview) {
        return failure(preview.error());
    }
    const domain::Person &who = preview->who.person;
    AdminEffect out = done(
        QStringLiteral("%1 (%2, %3)\nWould go: the person's own row. Would lose who they were for: %4, in %5. Tickets and "
                       "calls stay.%6")
            .arg(who.displayName(), preview->who.organisation, who.id.toString(), countsOf(preview->counts),
                 counted(preview->counts.scopes, "scope", "scopes"), copiesOf(preview->copies)));
    out.reply.report = who.id.toString() + u'\n' + who.displayName();
    return out;
}

AdminEffect erased(const Result<Erasures::Done> &deed)
{
    if (!deed) {
        return failure(deed.error());
    }
    AdminEffect out = done(
        QStringLiteral("erased; changed: %1. Consoles follow when they next come.%2").arg(countsOf(deed->counts), copiesOf(deed->copies)));
    out.moved = true;
    if (!deed->notScrubbed.isEmpty()) {
        out.reply.remarks = QStringLiteral("the database could not be rewritten (%1): bytes of the person may stand in freed pages until "
                                           "it is; run the next backup or erasure when nobody works")
                                .arg(deed->notScrubbed);
    }
    return out;
}

} // namespace

std::optional<QFuture<AdminEffect>> performOnPeople(central::Erasures &erasures, const AdminRequest &request)
{
    if (request.action == u"person.list") {
        return erasures.find(request.subject).then([](const Result<std::vector<Erasures::Candidate>> &found) {
            if (!found) {
                return failure(found.error());
            }
            QStringList lines;
            for (const Erasures::Candidate &one : *found) {
                lines.append(lineOf(one));
            }
            return done(lines.join(u'\n'));
        });
    }
    if (request.action == u"person.preview") {
        return erasures.preview(request.subject).then(previewed);
    }
    if (request.action == u"person.erase") {
        const auto id = base::Uuid::fromString(request.subject);
        return erasures.erase(domain::PersonId{id.value_or(base::Uuid{})}, request.name).then(erased);
    }
    return std::nullopt;
}

} // namespace comptoir::service
