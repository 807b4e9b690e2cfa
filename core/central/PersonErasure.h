// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Asset.h"
#include "Attachment.h"
#include "Contact.h"
#include "Erasure.h"
#include "Db.h"
#include "Ticket.h"

#include <map>
#include <set>

namespace comptoir::base {
class Random;
}

namespace comptoir::central {

class RowWriter;

/// How much of a person there is, by table.
struct ErasureCounts
{
    qint64 people = 0; ///< their own row
    qint64 tickets = 0;
    qint64 entries = 0; ///< of histories
    qint64 contacts = 0;
    qint64 assets = 0;
    qint64 notes = 0; ///< about other people, that tell of them
    qint64 verdicts = 0; ///< kept refusals that tell of them
    qint64 scopes = 0; ///< which these rows stand in
    qint64 attachments = 0; ///< files, on their tickets or named after them
    qint64 values = 0; ///< of the audit, that tell of them

    bool operator==(const ErasureCounts &) const = default;
};

/// The erasure of one person from the service's database: read first, written after, inside one transaction (or read alone, for a preview). It
/// reads every row of every scope once.
class PersonErasure
{
public:
    PersonErasure(store::Db &db, domain::PersonId person) : m_db(db), m_who{person, m_traces} {}

    /// Finds what there is to change. Changes nothing.
    [[nodiscard]] base::Result<ErasureCounts> read();
    /// Changes what read() found: rows under new seqs, the person's own row to a tombstone, and in every scope that is reached a row that tells
    /// consoles. The person need not be there (any more).
    [[nodiscard]] base::Result<> write(qint64 atMs, base::Random &random);
    /// The scopes write() has written in.
    [[nodiscard]] std::set<domain::ScopeId> reached() const;

private:
    struct Rows
    {
        std::vector<domain::Ticket> tickets;
        std::vector<domain::TimelineEntry> entries;
        std::vector<domain::Contact> contacts;
        std::vector<domain::Asset> assets;
        std::vector<domain::Person> people;
        std::vector<domain::Attachment> attachments;
        std::vector<QString> contents; ///< digests of what those files held

        [[nodiscard]] bool isEmpty() const
        {
            return tickets.empty() && entries.empty() && contacts.empty() && assets.empty() && people.empty() && attachments.empty();
        }
    };

    [[nodiscard]] base::Result<> readTraces();
    [[nodiscard]] base::Result<> readNames(domain::ScopeId scope);
    [[nodiscard]] base::Result<> readScope(domain::ScopeId scope);
    [[nodiscard]] base::Result<> readAttachments(domain::ScopeId scope, Rows &found);
    [[nodiscard]] base::Result<> readVerdicts();
    [[nodiscard]] base::Result<> readAuditValues();
    template <class T, class Take>
    [[nodiscard]] base::Result<> readTable(domain::ScopeId scope, Take &&take);
    [[nodiscard]] static base::Result<> bringBack(RowWriter &writer, const Rows &rows);
    [[nodiscard]] base::Result<> writeScope(domain::ScopeId scope, const Rows &rows, qint64 atMs);
    /// Their bytes go, with what has come of those on their way; a content that another file of the scope has stays for that one.
    [[nodiscard]] base::Result<> dropBlobs(domain::ScopeId scope, const Rows &rows);
    [[nodiscard]] base::Result<> writeVerdicts();
    [[nodiscard]] base::Result<> eraseAuditValues(qint64 atMs);

    store::Db &m_db;
    domain::PlainTraces m_traces;
    domain::ErasedPerson m_who;
    std::optional<domain::Person> m_person;
    std::set<domain::TicketId> m_own;
    std::map<domain::ScopeId, Rows> m_rows;
    std::vector<std::pair<base::Uuid, QString>> m_verdicts; ///< operation, what is left of its result
    std::map<domain::ScopeId, std::vector<qint64>> m_auditValues; ///< by chain, the entries they are of
};

} // namespace comptoir::central
