// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "History.h"
#include "Random.h"

#include <limits>

using namespace comptoir;
using desk::OrderedEntry;

namespace {

OrderedEntry edit(int n, qint64 seq, const QStringList &fields)
{
    OrderedEntry out;
    out.entry.id = domain::OperationId::fromName(QByteArray::number(n));
    out.entry.kind = fields.isEmpty() ? domain::EntryKind::Note : domain::EntryKind::Edited;
    out.entry.actor = domain::OperatorId::fromName(n % 2 ? "me" : "other");
    out.entry.atMs = n;
    for (const QString &field : fields) {
        out.entry.changes.list.push_back({field, {}, QString::number(n)});
    }
    out.seq = seq;
    return out;
}

/// The rule as it is said in History.h, however long it takes: the ids in the order shown, those that came late with a star.
QStringList byTheRule(const std::vector<OrderedEntry> &byTime)
{
    const auto placeOf = [](const OrderedEntry &one) { return one.seq == 0 ? std::numeric_limits<qint64>::max() : one.seq; };
    std::vector<std::pair<OrderedEntry, bool>> out;
    for (const OrderedEntry &one : byTime) {
        const auto passed = std::find_if(out.begin(), out.end(), [&](const auto &before) {
            const auto &mine = one.entry.changes.list;
            const auto &theirs = before.first.entry.changes.list;
            const bool share = std::any_of(mine.begin(), mine.end(), [&](const auto &a) {
                return std::any_of(theirs.begin(), theirs.end(), [&](const auto &b) { return a.field == b.field; });
            });
            return share && placeOf(before.first) > placeOf(one);
        });
        if (passed != out.end()) {
            passed->second = true;
        }
        out.insert(passed, {one, false});
    }
    QStringList ids;
    for (const auto &[one, late] : out) {
        ids += QString(one.entry.id.toString() + (late ? u"*" : u""));
    }
    return ids;
}

QStringList shown(const std::vector<OrderedEntry> &byTime)
{
    QStringList ids;
    for (const auto &line : desk::historyOf(byTime)) {
        ids += QString(line.entry.id.toString() + (line.late ? u"*" : u""));
    }
    return ids;
}

} // namespace

TEST_CASE("however edits pass each other, the history is in the order the rule says", "[desk][history]")
{
    base::SeededRandom random(11);
    const QStringList names{QStringLiteral("summary"), QStringLiteral("site"), QStringLiteral("asset"), QStringLiteral("tags")};
    for (int round = 0; round < 300; ++round) {
        std::vector<OrderedEntry> byTime;
        const int many = 1 + static_cast<int>(random.below(60));
        for (int n = 0; n < many; ++n) {
            QStringList fields;
            for (const QString &name : names) {
                if (random.below(3) == 0) {
                    fields += name;
                }
            }
            // Some are not sent yet, some came out of turn.
            byTime.push_back(edit(n, random.below(8) == 0 ? 0 : static_cast<qint64>(1 + random.below(100)), fields));
        }
        INFO("round " << round);
        REQUIRE(shown(byTime) == byTheRule(byTime));
    }
}

TEST_CASE("edits that all pass an earlier one at the same place keep their order", "[desk][history]")
{
    std::vector<OrderedEntry> byTime{edit(0, 0, {QStringLiteral("summary")})};
    for (int n = 1; n <= 400; ++n) {
        byTime.push_back(edit(n, n, {QStringLiteral("summary")}));
    }
    CHECK(shown(byTime) == byTheRule(byTime));
}

TEST_CASE("a ticket with ten times five thousand edits is laid out (pair by pair it takes minutes)", "[desk][history]")
{
    const bool outOfTurn = GENERATE(false, true);
    std::vector<OrderedEntry> byTime;
    for (int n = 0; n < 50'000; ++n) {
        byTime.push_back(edit(n, outOfTurn ? 100'000 - n : n + 1, {QStringLiteral("summary"), QStringLiteral("site")}));
    }
    const auto lost = desk::lostBy(domain::OperatorId::fromName("me"), byTime);
    CHECK(desk::historyOf(byTime).size() == byTime.size());
    CHECK(lost.size() < byTime.size());
}
