// SPDX-License-Identifier: GPL-3.0-or-later
#include "LookAlikes.h"

#include "Durations.h"
#include "Fold.h"
#include "TicketQueue.h"

namespace comptoir::desk {

using base::Result;

namespace {

constexpr qint64 kLookBackMs = 14 * base::kDayMs;
constexpr int kLeastLetters = 4;
constexpr int kStemLetters = 6; // "imprimante" and "imprimer" are about the same thing
constexpr int kReadByWords = 60; // the newest that share a word; an older one that shares more is not looked at

/// What every second summary says, in both languages.
bool isLittleWord(const QString &word)
{
    static const QStringList little{
        QStringLiteral("avec"),  QStringLiteral("apres"),      QStringLiteral("aucun"),    QStringLiteral("aucune"),
        QStringLiteral("autre"), QStringLiteral("avant"),      QStringLiteral("cette"),    QStringLiteral("chez"),
        QStringLiteral("dans"),  QStringLiteral("depuis"),     QStringLiteral("elle"),     QStringLiteral("entre"),
        QStringLiteral("fait"),  QStringLiteral("leur"),       QStringLiteral("lors"),     QStringLiteral("mais"),
        QStringLiteral("matin"), QStringLiteral("meme"),       QStringLiteral("parce"),    QStringLiteral("plus"),
        QStringLiteral("pour"),  QStringLiteral("quand"),      QStringLiteral("sans"),     QStringLiteral("sous"),
        QStringLiteral("tous"),  QStringLiteral("tout"),       QStringLiteral("toute"),    QStringLiteral("very"),
        QStringLiteral("vers"),  QStringLiteral("after"),      QStringLiteral("from"),     QStringLiteral("since"),
        QStringLiteral("that"),  QStringLiteral("this"),       QStringLiteral("when"),     QStringLiteral("with"),
        QStringLiteral("does"),  QStringLiteral("impossible"), QStringLiteral("probleme"), QStringLiteral("demande")};
    return little.contains(word);
}

CardTicket cardOf(const store::TicketLine &line)
{
    return {line.id, line.number, line.summary, line.state, line.openedMs};
}

Result<> add(store::Db &db, const store::TicketConditions &which, LookAlike::Why why, std::size_t limit, std::vector<LookAlike> &out)
{
    const auto lines = store::TicketQueue::lines(db, which, store::TicketOrder::Opened, true, static_cast<int>(limit), {});
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    for (const store::TicketLine &line : *lines) {
        const bool known = std::any_of(out.begin(), out.end(), [&](const LookAlike &one) { return one.ticket.id == line.id; });
        if (!known && out.size() < limit) {
            out.push_back({cardOf(line), why});
        }
    }
    return {};
}

Result<> addByWords(store::Db &db, const domain::Ticket &written, std::size_t limit, std::vector<LookAlike> &out)
{
    const QStringList stems = stemsOf(written.summary);
    if (stems.isEmpty()) {
        return {};
    }
    store::TicketConditions which;
    which.open().matching(store::anyOfQuery(stems));
    if (written.organisation) {
        which.ofOrganisation(written.organisation);
    }
    const auto lines = store::TicketQueue::lines(db, which, store::TicketOrder::Opened, true, kReadByWords, {});
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    const qsizetype least = std::min<qsizetype>(2, stems.size());
    std::vector<std::pair<qsizetype, std::size_t>> order; // most shared words first, then the newest
    for (std::size_t i = 0; i < lines->size(); ++i) {
        const QStringList theirs = stemsOf((*lines)[i].summary);
        const auto shared = std::count_if(stems.begin(), stems.end(), [&](const QString &stem) { return theirs.contains(stem); });
        if (shared >= least) {
            order.emplace_back(-shared, i);
        }
    }
    std::sort(order.begin(), order.end());
    for (const auto &[shared, at] : order) {
        const store::TicketLine &line = (*lines)[at];
        const bool known = std::any_of(out.begin(), out.end(), [&, id = line.id](const LookAlike &one) { return one.ticket.id == id; });
        if (!known && out.size() < limit) {
            out.push_back({cardOf(line), LookAlike::Why::Words});
        }
    }
    return {};
}

} // namespace

QStringList stemsOf(QStringView summary)
{
    QStringList stems;
    for (const QString &word : store::foldedWords(summary)) {
        const QString stem = word.left(kStemLetters);
        if (word.size() >= kLeastLetters && !isLittleWord(word) && !stems.contains(stem)) {
            stems.append(stem);
        }
    }
    return stems;
}

Result<std::vector<LookAlike>> readLookAlikes(store::Db &db, const domain::Ticket &written, qint64 nowMs, int limit)
{
    const auto most = static_cast<std::size_t>(std::max(0, limit));
    std::vector<LookAlike> out;
    const auto recent = [&] { return store::TicketConditions().open().openedBetween(nowMs - kLookBackMs, 0); };
    if (written.requester) {
        if (auto done = add(db, recent().requestedBy(written.requester), LookAlike::Why::Requester, most, out); !done) {
            return tl::unexpected(done.error());
        }
    }
    if (written.asset) {
        if (auto done = add(db, recent().aboutAsset(written.asset), LookAlike::Why::Asset, most, out); !done) {
            return tl::unexpected(done.error());
        }
    }
    return addByWords(db, written, most, out).map([&] { return std::move(out); });
}

} // namespace comptoir::desk
