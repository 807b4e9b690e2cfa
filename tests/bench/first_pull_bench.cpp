// SPDX-License-Identifier: GPL-3.0-or-later
// The first pull of N tickets, decoding and all, against a plain insert of the same rows with the same indexes through the C API.
#include "EntityRows.h"
#include "Compression.h"
#include "Fold.h"
#include "Mirror.h"
#include "PageWriter.h"
#include "Random.h"
#include "Store.h"
#include "Ticket.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <cstdio>

using namespace comptoir;
using domain::Ticket;

namespace {

constexpr int kPageRows = 5000; // of the service

const auto kTown = domain::OrganisationId::fromName("town");

QString words(base::Random &random, int count)
{
    static const QStringList
        list = QStringLiteral("imprimante réseau écran messagerie accès dossier partagé mot de passe oublié poste lent téléphone agenda "
                              "logiciel paie état civil cœur scanner badge visioconférence mairie école médiathèque imprime plus "
                              "depuis ce matin erreur connexion refusée fichier verrouillé demande nouvel arrivant")
                   .split(u' ');
    QStringList out;
    for (int i = 0; i < count; ++i) {
        out.append(list[qsizetype(random.below(quint64(list.size())))]);
    }
    return out.join(u' ');
}

std::vector<Ticket> tickets(int count)
{
    base::SeededRandom random(1);
    const domain::ApplyContext context{};
    std::vector<Ticket> out;
    for (int i = 0; i < count; ++i) {
        Ticket ticket;
        ticket.id = domain::TicketId::fromName(QByteArray::number(i));
        ticket.scope = domain::scopeOf(kTown);
        ticket.organisation = kTown;
        ticket.number = QStringLiteral("7K-%1").arg(i + 1);
        ticket.state = i % 20 == 0 ? domain::TicketState::InProgress : domain::TicketState::Closed;
        ticket.requester = domain::PersonId::fromName(QByteArray::number(random.below(20000)));
        ticket.requesterName = words(random, 2);
        ticket.group = domain::GroupId::fromName(QByteArray::number(random.below(20)));
        ticket.assignee = domain::OperatorId::fromName(QByteArray::number(random.below(40)));
        ticket.category = domain::CategoryId::fromName(QByteArray::number(random.below(100)));
        ticket.site = domain::SiteId::fromName(QByteArray::number(random.below(600)));
        ticket.summary = words(random, 6);
        ticket.description = words(random, 30);
        ticket.openedMs = 1'700'000'000'000 + i * qint64(300'000);
        ticket.updatedMs = ticket.openedMs + qint64(random.below(86'400'000));
        ticket.resolveDueMs = ticket.openedMs + 86'400'000;
        ticket.resolution = words(random, 8);
        out.push_back(std::move(ticket));
    }
    return out;
}

/// Replies of one page each, packed as they travel.
std::vector<QByteArray> replies(const std::vector<Ticket> &all)
{
    std::vector<QByteArray> out;
    for (std::size_t from = 0; from < all.size(); from += kPageRows) {
        const std::size_t to = std::min(from + kPageRows, all.size());
        wire::PageWriter page(domain::scopeOf(kTown), 1, qint64(from));
        page.beginTable("ticket", wire::headerOf<Ticket>());
        for (std::size_t i = from; i < to; ++i) {
            wire::writeRow(page, all[i], qint64(i + 1));
        }
        page.endTable();
        out.push_back(wire::compress(wire::encodeChangesReply("epoch", {page.finish(qint64(to), 0, to == all.size())}, {})));
    }
    return out;
}

store::Store::Config config(const QString &path)
{
    store::Store::Config out;
    out.path = path;
    out.migrations = QStringLiteral(":/sql/console");
    return out;
}

qint64 pull(const QString &path, const std::vector<QByteArray> &pages)
{
    auto store = store::Store::open(config(path));
    QElapsedTimer timer;
    timer.start();
    for (const QByteArray &packed : pages) {
        const auto done = (*store)
                              ->write([&](store::Db &db) -> base::Result<> {
                                  return wire::decompress(packed, wire::kMostReplyBytes)
                                      .and_then([&](const QByteArray &json) -> base::Result<> {
                                          const auto reply = wire::ChangesReply::decode(json);
                                          if (!reply) {
                                              return tl::unexpected(reply.error());
                                          }
                                          for (const wire::ScopePage &page : reply->pages) {
                                              if (auto taken = store::mirror::applyPage(db, page); !taken) {
                                                  return tl::unexpected(taken.error());
                                              }
                                          }
                                          return {};
                                      });
                              })
                              .result();
        if (!done) {
            std::fprintf(stderr, "%s\n", qPrintable(done.error().message));
            std::exit(1);
        }
    }
    return timer.elapsed();
}

/// The rows as bytes, made before the clock runs.
struct PlainRow
{
    std::vector<QByteArray> texts;
    std::vector<domain::Cell> cells;
    std::string folded;
};

std::vector<PlainRow> plainRows(const std::vector<Ticket> &all)
{
    std::vector<PlainRow> out(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        domain::forEachField<Ticket>([&](const auto &field) {
            out[i].cells.push_back(domain::toCell(all[i].*(field.member)));
            const auto *text = std::get_if<QString>(&out[i].cells.back());
            out[i].texts.push_back(text ? text->toUtf8() : QByteArray());
        });
        const Ticket &t = all[i];
        out[i].folded = store::foldWords(
            (t.number + u' ' + t.summary + u' ' + t.description + u' ' + t.requesterName).toUtf8().toStdString());
    }
    return out;
}

qint64 plainInsert(const QString &path, const std::vector<PlainRow> &rows)
{
    { // the same schema and pragmas
        auto store = store::Store::open(config(path));
    }
    sqlite3 *db = nullptr;
    sqlite3_open(QFile::encodeName(path).constData(), &db);
    sqlite3_exec(
        db,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=20000; PRAGMA cache_size=-16000; PRAGMA secure_delete=ON;",
        nullptr, nullptr, nullptr);
    std::string columns;
    std::string marks;
    domain::forEachField<Ticket>([&](const auto &field) {
        columns += std::string(field.name) + ",";
        marks += "?,";
    });
    sqlite3_stmt *insert = nullptr;
    sqlite3_stmt *word = nullptr;
    sqlite3_prepare_v2(db, ("INSERT INTO ticket(" + columns + "seq) VALUES(" + marks + "?)").c_str(), -1, &insert, nullptr);
    sqlite3_prepare_v2(db, "INSERT INTO ticket_text(rowid,words) VALUES(?,?)", -1, &word, nullptr);
    QElapsedTimer timer;
    timer.start();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % kPageRows == 0) {
            sqlite3_exec(db, i == 0 ? "BEGIN" : "COMMIT; BEGIN", nullptr, nullptr, nullptr);
        }
        int at = 1;
        for (const domain::Cell &cell : rows[i].cells) {
            const QByteArray &text = rows[i].texts[std::size_t(at - 1)];
            if (const auto *number = std::get_if<qint64>(&cell)) {
                sqlite3_bind_int64(insert, at, *number);
            } else if (std::holds_alternative<QString>(cell)) {
                sqlite3_bind_text(insert, at, text.constData(), int(text.size()), SQLITE_STATIC);
            } else if (const auto *id = std::get_if<base::Uuid>(&cell)) {
                sqlite3_bind_blob(insert, at, id->bytes.data(), 16, SQLITE_STATIC);
            } else {
                sqlite3_bind_null(insert, at);
            }
            ++at;
        }
        sqlite3_bind_int64(insert, at, sqlite3_int64(i + 1));
        if (sqlite3_step(insert) != SQLITE_DONE) {
            std::fprintf(stderr, "%s\n", sqlite3_errmsg(db));
            std::exit(1);
        }
        sqlite3_reset(insert);
        sqlite3_bind_int64(word, 1, sqlite3_last_insert_rowid(db));
        sqlite3_bind_text(word, 2, rows[i].folded.c_str(), int(rows[i].folded.size()), SQLITE_STATIC);
        sqlite3_step(word);
        sqlite3_reset(word);
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    const qint64 elapsed = timer.elapsed();
    sqlite3_finalize(insert);
    sqlite3_finalize(word);
    sqlite3_close(db);
    return elapsed;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    qputenv("QT_LOGGING_RULES", "comptoir.*=false");
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const std::vector<Ticket> all = tickets(count);
    const std::vector<QByteArray> pages = replies(all);
    const std::vector<PlainRow> rows = plainRows(all);
    QTemporaryDir folder;
    qint64 plain = 0;
    qint64 pulled = 0;
    for (int round = 0; round < 2; ++round) { // interleaved, the better of two: other work on the machine falls on both
        const qint64 one = plainInsert(folder.filePath(QStringLiteral("plain%1.db").arg(round)), rows);
        const qint64 two = pull(folder.filePath(QStringLiteral("pull%1.db").arg(round)), pages);
        plain = round == 0 ? one : std::min(plain, one);
        pulled = round == 0 ? two : std::min(pulled, two);
    }
    std::printf("first_pull\t%d tickets: plain insert %lld ms, first pull %lld ms\tratio %.2f\thold >= 0.60\t%s\n", count,
                static_cast<long long>(plain), static_cast<long long>(pulled), double(plain) / double(pulled),
                double(plain) / double(pulled) >= 0.6 ? "ok" : "MISSED");
    return double(plain) / double(pulled) >= 0.6 ? 0 : 1;
}
