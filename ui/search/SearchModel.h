// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Archive.h"
#include "Lookup.h"

#include <QAbstractListModel>

namespace comptoir::ui {

/// What the search found, in one list: people, tickets, a number to call.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Entry
    {
        enum class Kind { Title, Person, Ticket, Number, Offer, Waiting, Archived };

        Kind kind = Kind::Title;
        QString text;
        QString detail; ///< muted, after the text
        QString iconName;
        domain::PersonId person;
        domain::TicketId ticket;
        domain::ScopeId scope;
        QString number;

        bool operator==(const Entry &) const = default;
    };

    explicit SearchModel(QObject *parent = nullptr);

    /// Which of the two groups comes first in what is shown from now on.
    void order(bool ticketsFirst);
    void clear();
    void showPeople(const std::vector<desk::PersonHit> &hits);
    void showTickets(const std::vector<desk::TicketHit> &hits);
    /// A number somebody typed that could be rung; empty = none.
    void showNumber(const QString &number);
    /// After all else: that older tickets can be asked for, again where that has failed.
    void offerOlder(bool again);
    /// They are being asked for.
    void awaitOlder();
    void showOlder(const std::vector<desk::ArchiveHit> &hits);
    void forgetOlder();
    /// The row of the first older ticket; −1 where none is shown.
    [[nodiscard]] int firstOlder() const;
    /// Something on this desk was found.
    [[nodiscard]] bool foundHere() const { return !m_people.empty() || !m_tickets.empty() || !m_numbers.empty(); }
    /// Whether Enter does something with it.
    [[nodiscard]] bool isChoice(int row) const { return entry(row).kind != Entry::Kind::Title && entry(row).kind != Entry::Kind::Waiting; }
    [[nodiscard]] const Entry &entry(int row) const { return m_entries[size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void rebuild();

    bool m_ticketsFirst = false;
    std::vector<Entry> m_people;
    std::vector<Entry> m_tickets;
    std::vector<Entry> m_numbers;
    std::vector<Entry> m_older;
    std::vector<Entry> m_entries;
};

} // namespace comptoir::ui
