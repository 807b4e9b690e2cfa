// SPDX-License-Identifier: GPL-3.0-or-later
// What accepting an operation costs the service where it has 10,000 tickets and where it has a million: the same pushes to both, in turn.
#include "CentralService.h"
#include "Clock.h"
#include "IdSource.h"
#include "OpMessage.h"
#include "OpsMessages.h"
#include "Organisation.h"
#include "Random.h"
#include "RowWriter.h"
#include "Ticket.h"
#include "TimelineEntry.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace comptoir;

namespace {

constexpr int kFew = 10'000;
constexpr int kMany = 1'000'000;
constexpr int kRounds = 1500; ///< measured, each an opening and a note
constexpr int kWarmUp = 200;
constexpr double kBar = 1.3;
const auto kTown = domain::OrganisationId::fromName("town");
const QString kLogin = QStringLiteral("anne");
const QString kPassword = QStringLiteral("correct horse battery");

template <class T>
T must(base::Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().message));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// The service over a database with so many tickets, with two entries each in their history, and one console at it.
class Service
{
public:
    explicit Service(int tickets) : m_tickets(tickets)
    {
        m_store = must(store::Store::open(
            {m_folder.filePath(QStringLiteral("central.db")), QStringLiteral(":/sql/central"), store::Db::Durability::Full, false}));
        m_service = std::make_unique<central::CentralService>(
            central::CentralService::Parts{.store = *m_store, .clock = m_clock, .random = m_random, .cost = {1, 8, 1}, .threads = false});
        fill();
        signIn();
    }

    /// An opening and a note on it, pushed one after the other as a console does; nanoseconds.
    qint64 work()
    {
        const auto id = m_ids.make<domain::OperationId>();
        domain::TicketOpen open;
        open.ticket.organisation = kTown;
        open.ticket.summary = QStringLiteral("Imprimante en panne");
        open.ticket.number = m_code + u'-' + QString::number(++m_counter);
        const qint64 opened = push(id, domain::EntityId{id.value}, open);
        // On any ticket there is: what is far apart in the file is not in memory.
        const auto any = domain::TicketId::fromName(QByteArray::number(m_random.below(quint64(m_tickets))));
        return opened
            + push(m_ids.make<domain::OperationId>(), domain::EntityId{any.value}, domain::TicketNote{QStringLiteral("rappelé"), false});
    }

private:
    void fill()
    {
        domain::Organisation town;
        town.id = kTown;
        town.name = town.shortName = town.code = QStringLiteral("town");
        must(m_store->write([&](store::Db &db) { return central::RowWriter(db, {}).put(town).map([](qint64) {}); }).result());
        constexpr int batch = 20'000;
        for (int from = 0; from < m_tickets; from += batch) {
            must(m_store->write([&](store::Db &db) { return fillFrom(db, from, std::min(m_tickets, from + batch)); }).result());
        }
    }

    base::Result<> fillFrom(store::Db &db, int from, int to)
    {
        const domain::ScopeId scope = domain::scopeOf(kTown);
        central::RowWriter rows(db, scope, 1000);
        for (int at = from; at < to; ++at) {
            domain::Ticket ticket;
            ticket.id = domain::TicketId::fromName(QByteArray::number(at));
            ticket.scope = scope;
            ticket.organisation = kTown;
            ticket.number = QStringLiteral("ZZ-%1").arg(at + 1);
            ticket.state = domain::TicketState::InProgress;
            ticket.summary = QStringLiteral("Écran noir au poste %1").arg(at);
            ticket.description = QString(200, u'x');
            ticket.openedMs = m_clock.nowMs();
            for (int line = 0; line < 2; ++line) {
                domain::TimelineEntry entry;
                entry.id = domain::OperationId::fromName(QByteArray(QByteArray::number(at) + '/' + QByteArray::number(line)));
                entry.scope = scope;
                entry.ticket = ticket.id;
                entry.text = QStringLiteral("rappelé l’agent, le câble est changé");
                if (const auto put = rows.replace(entry, 0); !put) {
                    return tl::unexpected(put.error());
                }
            }
            if (const auto put = rows.replace(ticket, 0); !put) {
                return tl::unexpected(put.error());
            }
        }
        return {};
    }

    void signIn()
    {
        domain::Operator who;
        who.login = who.name = kLogin;
        must(m_service->accounts().add({who, {}, {QStringLiteral("town")}}, kPassword).result().map([](const auto &) {}));
        wire::SignInRequest request;
        request.login = kLogin;
        request.password = kPassword;
        request.device = m_device;
        request.deviceName = QStringLiteral("bench");
        const auto reply = m_service->signIn(request.encode(), QStringLiteral("127.0.0.1")).result();
        const auto session = reply ? wire::SessionReply::decode(*reply) : base::fail(base::Error::Kind::Io, QStringLiteral("no sign-in"));
        const auto told = must(session);
        m_token = told.accessToken;
        m_code = told.deviceCode;
        m_epoch = told.epoch;
    }

    qint64 push(domain::OperationId id, domain::EntityId entity, const domain::Payload &payload)
    {
        domain::Operation op;
        op.id = id;
        op.entity = entity;
        op.scope = domain::scopeOf(kTown);
        op.payload = payload;
        wire::OpsRequest request;
        request.epoch = m_epoch;
        request.device = m_device;
        request.clockMs = m_clock.nowMs();
        request.ops.push_back(wire::OpMessage::from(op, 0));
        const QByteArray body = request.encode();
        QElapsedTimer timer;
        timer.start();
        const auto answer = m_service->acceptOps(m_token, body).result();
        const qint64 took = timer.nsecsElapsed();
        if (!answer || answer->accepted != 1) {
            std::fprintf(stderr, "an operation was not taken: %s\n",
                         answer ? answer->body.constData() : qPrintable(answer.error().problem.detail));
            std::exit(1);
        }
        return took;
    }

    int m_tickets;
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    base::IdSource m_ids{m_clock, m_random};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<central::CentralService> m_service;
    domain::DeviceId m_device = domain::DeviceId::fromName("bench");
    QByteArray m_token;
    QByteArray m_epoch;
    QString m_code;
    qint64 m_counter = 0;
};

qint64 median(std::vector<qint64> values)
{
    std::nth_element(values.begin(), values.begin() + qsizetype(values.size() / 2), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Service few(kFew);
    Service many(kMany);
    std::vector<qint64> atFew;
    std::vector<qint64> atMany;
    for (int round = -kWarmUp; round < kRounds; ++round) {
        const qint64 a = few.work();
        const qint64 b = many.work();
        if (round >= 0) {
            atFew.push_back(a);
            atMany.push_back(b);
        }
    }
    const double ratio = double(median(atMany)) / double(median(atFew));
    std::printf("op_cost\ttwo operations at %d tickets over those at %d, median of %d (%.0f over %.0f µs)\t%.2f x\t≤ %.1f x\t%s\n", kMany,
                kFew, kRounds, double(median(atMany)) / 1000, double(median(atFew)) / 1000, ratio, kBar, ratio <= kBar ? "ok" : "MISSED");
    return ratio <= kBar ? 0 : 1;
}
