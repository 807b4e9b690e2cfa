// SPDX-License-Identifier: GPL-3.0-or-later
#include "Pusher.h"

#include "Log.h"
#include "Mirror.h"
#include "OutboxTable.h"
#include "Planted.h"
#include "Problem.h"
#include "SettingTable.h"
#include "Store.h"
#include "Then.h"

namespace comptoir::sync {

namespace {

/// What a problem says, as the data of a refusal: shown beside the parked operation.
QByteArray refusalOf(const QByteArray &body)
{
    const auto problem = wire::Problem::decode(body);
    const QString detail = problem ? (problem->detail.isEmpty() ? problem->title : problem->detail) : QString();
    return wire::encodeRefusal({domain::Refusal::Code::Invalid, {}, {}, {}, detail});
}

base::Result<int> storeReply(store::Db &db, const QByteArray &body)
{
    const auto reply = wire::OpsReply::decode(body);
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    const int judged = static_cast<int>(reply->verdicts.size());
    return store::mirror::takeVerdicts(db, reply->verdicts)
        .and_then([&] { return reply->epoch.isEmpty() ? base::Result<>() : store::mirror::enterEpoch(db, reply->epoch); })
        .map([&] { return judged; });
}

} // namespace

Pusher::Pusher(store::Store &store, Transport &transport, const base::Clock &clock, base::Scheduler &scheduler, const Tuning &tuning,
               QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_tuning(tuning)
    , m_line(transport, scheduler, tuning)
{}

void Pusher::run()
{
    if (m_running) {
        return;
    }
    m_running = true;
    ++m_run;
    m_moved = 0;
    m_conflicts = 0;
    m_blocked.clear();
    sendNext();
}

void Pusher::abandon()
{
    m_running = false;
    ++m_run;
    m_line.abandon();
}

void Pusher::sendNext()
{
    const auto now = store::AgeAnchor::now(m_clock);
    const auto future = m_store.read([blocked = m_blocked, limits = m_limits, tuning = m_tuning, now](store::Db &db) {
        return OpsBatch::next(db, blocked, limits, tuning, now);
    });
    base::then(future, this, [this, run = m_run](const base::Result<std::optional<OpsBatch>> &batch) {
        if (run != m_run) {
            return;
        }
        if (!batch) {
            qCWarning(base::lcSync) << "the outbox cannot be read:" << batch.error().message;
            end(RoundEnd::Kind::Broken);
        } else if (*batch && (*batch)->damaged) {
            writeThenGoOn([](store::Db &db) { return store::mirror::setAsideDamaged(db); });
        } else if (*batch) {
            send(**batch);
        } else {
            end(m_blocked.empty() ? RoundEnd::Kind::Done : RoundEnd::Kind::Later);
        }
    });
}

void Pusher::send(const OpsBatch &batch)
{
    if (base::isPlanted(base::Plant::DroppedAtSend)) {
        (void)m_store.write([ops = batch.ops](store::Db &db) -> base::Result<> {
            for (const domain::OperationId &op : ops) {
                if (auto done = store::OutboxTable::judge(db, op, store::OutboxRow::State::Accepted, 0); !done) {
                    return done;
                }
            }
            return {};
        });
    }
    m_line.send({"POST", QStringLiteral("/v1/ops"), batch.body},
                [this, batch](const base::Result<Response> &answer) { takeAnswer(batch, answer); });
}

void Pusher::takeAnswer(const OpsBatch &batch, const base::Result<Response> &answer)
{
    if (!answer) {
        end(RoundEnd::Kind::Unreached);
        return;
    }
    switch (answer->status) {
    case 200: takeReply(batch, answer->body); return;
    case 400:
    case 413:
    case 422: narrow(batch, answer->body); return;
    case 401: end(RoundEnd::Kind::SignIn); return;
    case 409: takeConflict(answer->body); return;
    case 426: end(RoundEnd::Kind::TooOld, m_tuning.upgradeRetryMs); return;
    case 429:
    case 503:
        qCInfo(base::lcSync) << "the service takes nothing now:" << wire::Problem::decode(answer->body).value_or(wire::Problem{}).detail;
        end(RoundEnd::Kind::Later, answer->retryAfterS * qint64(1000));
        return;
    case 500: takeServerError(batch); return;
    default: end(RoundEnd::Kind::Later);
    }
}

template <class Work>
void Pusher::writeThenGoOn(Work work)
{
    base::then(m_store.write(std::move(work)), this, [this, run = m_run](const base::Result<> &done) {
        if (run != m_run) {
            return;
        }
        if (!done) {
            qCWarning(base::lcSync) << "the outbox cannot be written:" << done.error().message;
            end(RoundEnd::Kind::Broken);
            return;
        }
        sendNext();
    });
}

void Pusher::takeReply(const OpsBatch &batch, const QByteArray &body)
{
    m_serverErrors.erase(batch.scope);
    base::then(m_store.write([body](store::Db &db) { return storeReply(db, body); }), this,
               [this, run = m_run](const base::Result<int> &judged) {
                   if (run != m_run) {
                       return;
                   }
                   if (!judged || *judged == 0) {
                       qCWarning(base::lcSync) << "verdicts could not be taken:"
                                               << (judged ? QStringLiteral("there were none") : judged.error().message);
                       end(judged || judged.error().kind == base::Error::Kind::Protocol ? RoundEnd::Kind::Later : RoundEnd::Kind::Broken);
                       return;
                   }
                   m_moved += *judged;
                   sendNext();
               });
}

void Pusher::takeConflict(const QByteArray &body)
{
    const auto problem = wire::Problem::decode(body);
    const QByteArray epoch = problem ? problem->extension(QStringLiteral("epoch")).toUtf8() : QByteArray();
    if (epoch.isEmpty() || ++m_conflicts > m_tuning.mostServerErrors) {
        end(RoundEnd::Kind::Later); // the puller will learn what is out of step
        return;
    }
    writeThenGoOn([epoch](store::Db &db) { return store::mirror::enterEpoch(db, epoch); });
}

void Pusher::narrow(const OpsBatch &batch, const QByteArray &problem)
{
    if (batch.ops.size() > 1) {
        m_limits[batch.scope] = static_cast<int>(batch.ops.size() / 2);
        sendNext();
        return;
    }
    m_limits.erase(batch.scope);
    m_serverErrors.erase(batch.scope);
    writeThenGoOn([op = batch.ops.front(), why = refusalOf(problem)](store::Db &db) { return store::mirror::park(db, op, why); });
}

void Pusher::takeServerError(const OpsBatch &batch)
{
    probe(batch, 0);
}

// An outage parks nothing: only a service that is well in every other respect can show an operation to be poison.
void Pusher::probe(const OpsBatch &batch, int step)
{
    if (step == 2) {
        countServerError(batch);
        return;
    }
    const auto go = [this, batch, step](const base::Result<QByteArray> &empty) {
        if (!empty) {
            end(RoundEnd::Kind::Broken);
            return;
        }
        const Request request = step == 0 ? Request{"GET", QStringLiteral("/readyz"), {}, false}
                                          : Request{"POST", QStringLiteral("/v1/ops"), *empty};
        m_line.send(request, [this, batch, step](const base::Result<Response> &answer) {
            if (!answer) {
                end(RoundEnd::Kind::Unreached);
            } else if (answer->status != 200) {
                end(RoundEnd::Kind::Later);
            } else {
                probe(batch, step + 1);
            }
        });
    };
    const auto future = m_store.read([](store::Db &db) {
        return store::DeviceTable::read(db).map([](const store::DeviceRow &device) {
            wire::OpsRequest request;
            request.epoch = device.epoch;
            request.device = device.id;
            return request.encode();
        });
    });
    base::then(future, this, [this, run = m_run, go](const base::Result<QByteArray> &empty) {
        if (run == m_run) {
            go(empty);
        }
    });
}

void Pusher::countServerError(const OpsBatch &batch)
{
    if (++m_serverErrors[batch.scope] >= m_tuning.mostServerErrors) {
        m_serverErrors.erase(batch.scope);
        narrow(batch, {});
        return;
    }
    m_blocked.insert(batch.scope); // the other scopes go on
    sendNext();
}

void Pusher::end(RoundEnd::Kind kind, qint64 retryAfterMs)
{
    if (kind == RoundEnd::Kind::Done) {
        m_limits.clear();
    }
    m_running = false;
    ++m_run;
    Q_EMIT finished({kind, retryAfterMs, m_moved});
}

} // namespace comptoir::sync
