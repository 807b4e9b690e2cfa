// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Contact.h"
#include "DemoSentences.h"
#include "TicketLife.h"

namespace comptoir::central {

/// One ticket with its history and the call it came by.
struct DemoStory
{
    domain::Ticket ticket;
    std::vector<domain::TimelineEntry> entries;
    std::optional<domain::Contact> contact;
};

/// Invents the tickets of the demonstration, one after the other, in the order of their opening.
class DemoTickets
{
public:
    /// `codes` are the device codes of the operators, in their order.
    DemoTickets(const DemoPlan &plan, const DemoWords &words, const DemoDirectory &directory, std::vector<QString> codes);

    /// The next ticket, opened at `openedMs`.
    [[nodiscard]] DemoStory next(qint64 openedMs);
    /// A call without a ticket, at `ms`.
    [[nodiscard]] domain::Contact idleCall(qint64 ms);
    /// Claire Martin's open ticket.
    [[nodiscard]] DemoStory claires();
    /// The major incident first, then the tickets that hang on it.
    [[nodiscard]] std::vector<DemoStory> majorIncident();

    /// The highest counter given under each operator's code.
    [[nodiscard]] const std::vector<qint64> &counters() const { return m_counters; }
    /// The first thing the reducer refused: a fault of the demonstration; empty = nothing.
    [[nodiscard]] const QString &refused() const { return m_refused; }

private:
    /// What one ticket is about, drawn before it is opened.
    struct Subject
    {
        std::size_t person = 0;
        std::size_t leaf = 0;
        std::size_t opener = 0;
        DemoSentences::Known known;
        domain::Ticket asked;
    };

    [[nodiscard]] Subject subject(std::size_t person, std::size_t leaf, std::size_t opener);
    void chooseLevels(const DemoWords::Theme &theme, domain::Ticket &asked);
    void chooseAsset(Subject &about);
    [[nodiscard]] QString number(std::size_t opener);
    [[nodiscard]] domain::Contact call(std::size_t person, std::size_t operatorAt, qint64 ringMs, qint64 talkMs);
    [[nodiscard]] DemoStory told(const TicketLife &life, std::optional<domain::Contact> contact = std::nullopt);

    void solveAtOnce(TicketLife &life, const Subject &about, qint64 ms);
    void passOn(TicketLife &life, const Subject &about, qint64 ms);
    [[nodiscard]] bool work(TicketLife &life, std::size_t solver, qint64 &ms, double minutes);
    void finish(TicketLife &life, const Subject &about, std::size_t solver, qint64 ms);
    [[nodiscard]] bool assist(TicketLife &life, const Subject &about, std::size_t operatorAt, qint64 ms);

    const DemoPlan &m_plan;
    const DemoWords &m_words;
    const DemoDirectory &m_directory;
    DemoSentences m_sentences;
    Dice m_dice;
    std::vector<QString> m_codes;
    std::vector<qint64> m_counters;
    WeightedWords m_leaves;
    QString m_refused;
};

} // namespace comptoir::central
