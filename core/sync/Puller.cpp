// SPDX-License-Identifier: GPL-3.0-or-later
#include "Puller.h"

#include "Clock.h"
#include "CursorTable.h"
#include "Log.h"
#include "Mirror.h"
#include "Planted.h"
#include "Problem.h"
#include "SettingTable.h"
#include "Store.h"
#include "Then.h"

namespace comptoir::sync {

namespace {

constexpr int kMostIdle = 3; // a reply that races with another is asked for again; a service that repeats itself is not

/// For the planted bug alone.
base::Result<> keepCursors(store::Db &db, const QByteArray &body)
{
    const auto reply = wire::ChangesReply::decode(body);
    for (const wire::ScopePage &page : reply ? reply->pages : std::vector<wire::ScopePage>{}) {
        auto cursor = store::CursorTable::find(db, page.scope);
        if (cursor && *cursor && (*cursor)->at == wire::Cursor{page.generation, page.from}) {
            (*cursor)->at.seq = page.to;
            if (auto kept = store::CursorTable::put(db, **cursor); !kept) {
                return kept;
            }
        }
    }
    return {};
}

} // namespace

Puller::Puller(store::Store &store, Transport &transport, const base::Clock &clock, base::Scheduler &scheduler, const Tuning &tuning,
               QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_tuning(tuning)
    , m_line(transport, scheduler, tuning)
{}

void Puller::run()
{
    if (m_running) {
        return;
    }
    m_running = true;
    ++m_run;
    m_moved = 0;
    m_idle = 0;
    m_writing = false;
    m_ahead = false;
    m_next = nullptr;
    ask();
}

void Puller::abandon()
{
    m_running = false;
    ++m_run;
    m_line.abandon();
}

bool Puller::holds(domain::ScopeId scope, qint64 seq) const
{
    const auto reached = m_reached.find(scope);
    return reached != m_reached.end() && reached->second >= seq;
}

base::Result<wire::ChangesRequest> Puller::request(store::Db &db)
{
    const auto device = store::DeviceTable::read(db);
    const auto cursors = store::CursorTable::all(db);
    if (!device || !cursors) {
        return tl::unexpected(device ? cursors.error() : device.error());
    }
    wire::ChangesRequest request;
    request.epoch = device->epoch;
    request.device = device->id;
    for (const store::CursorRow &cursor : *cursors) {
        request.cursors.emplace(cursor.scope, cursor.at);
    }
    request.tables = store::mirror::keptTables();
    return request;
}

std::optional<wire::ChangesRequest> Puller::following(wire::ChangesRequest asked, const wire::ChangesReply &reply)
{
    if (reply.epoch != asked.epoch || !reply.drop.empty()) {
        return std::nullopt;
    }
    bool more = false;
    for (const wire::ScopePage &page : reply.pages) {
        wire::Cursor &cursor = asked.cursors.try_emplace(page.scope, wire::Cursor{page.generation, 0}).first->second;
        if (cursor != wire::Cursor{page.generation, page.from}) {
            return std::nullopt;
        }
        cursor.seq = page.to;
        more = more || (!page.complete && page.to > page.from);
    }
    return more ? std::optional(std::move(asked)) : std::nullopt;
}

base::Result<Puller::Taken> Puller::take(store::Db &db, const wire::ChangesReply &reply, const std::set<domain::ScopeId> &repaired)
{
    if (auto entered = store::mirror::enterEpoch(db, reply.epoch); !entered) {
        return tl::unexpected(entered.error());
    }
    Taken out;
    for (const domain::ScopeId &scope : reply.drop) {
        if (auto dropped = base::isPlanted(base::Plant::NoPurge) ? base::Result<>() : store::mirror::drop(db, scope); !dropped) {
            return tl::unexpected(dropped.error());
        }
    }
    for (const wire::ScopePage &page : reply.pages) {
        if (auto taken = takePage(db, page, repaired, out); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    return store::mirror::dropUntold(db).map([&] { return std::move(out); });
}

base::Result<> Puller::takePage(store::Db &db, const wire::ScopePage &page, const std::set<domain::ScopeId> &repaired, Taken &out)
{
    using store::mirror::PageFate;
    const auto fate = store::mirror::applyPage(db, page);
    if (!fate) {
        return tl::unexpected(fate.error());
    }
    const bool taken = *fate != PageFate::LeftAside;
    out.asTold = out.asTold && *fate == PageFate::Taken;
    out.more = out.more || !page.complete || !taken || *fate == PageFate::SetBack;
    if (taken) {
        out.pages += page.to > page.from ? 1 : 0;
        out.reached[page.scope] = *fate == PageFate::SetBack ? 0 : page.to;
        for (const wire::RowTable &table : page.tables) {
            out.rows += static_cast<qint64>(table.rowCount);
        }
    }
    if (*fate != PageFate::Disagrees) {
        return {};
    }
    const bool again = repaired.contains(page.scope);
    qCCritical(base::lcSync) << "the copy of scope" << wire::scopeText(page.scope) << "is not what the service has"
                             << (again ? "though it was fetched anew lately: it stays" : "and is fetched anew");
    if (again) {
        return {};
    }
    out.more = true;
    out.repairing.push_back(page.scope);
    return store::mirror::startOverWithOwn(db, page.scope); // it may be the service that lacks something
}

std::set<domain::ScopeId> Puller::repairedLately() const
{
    std::set<domain::ScopeId> out;
    for (const auto &[scope, atMs] : m_repairedMs) {
        if (m_clock.bootMs() - atMs < m_tuning.repairAgainMs) {
            out.insert(scope);
        }
    }
    return out;
}

void Puller::ask()
{
    base::then(m_store.read(&Puller::request), this, [this, run = m_run](const base::Result<wire::ChangesRequest> &request) {
        if (run != m_run) {
            return;
        }
        if (!request) {
            end(RoundEnd::Kind::Broken);
            return;
        }
        send(*request);
    });
}

void Puller::send(wire::ChangesRequest request)
{
    m_asked = std::move(request);
    ++m_turn;
    m_line.send({"POST", QStringLiteral("/v1/changes"), m_asked.encode()}, [this](const base::Result<Response> &answer) {
        if (answer && answer->status == 200) {
            read(answer->body);
        } else {
            afterWriting([this, answer] { takeAnswer(answer); });
        }
    });
}

void Puller::afterWriting(std::function<void()> next)
{
    if (m_writing) {
        m_next = std::move(next);
    } else {
        next();
    }
}

void Puller::takeAnswer(const base::Result<Response> &answer)
{
    if (!answer) {
        end(RoundEnd::Kind::Unreached);
        return;
    }
    switch (answer->status) {
    case 401: end(RoundEnd::Kind::SignIn); return;
    case 409:
    case 410: takeOutOfStep(*answer); return;
    case 426: end(RoundEnd::Kind::TooOld, m_tuning.upgradeRetryMs); return;
    default: end(RoundEnd::Kind::Later, answer->retryAfterS * qint64(1000));
    }
}

/// Decodes beside the writer, which may still be at the reply before.
void Puller::read(const QByteArray &body)
{
    const auto decoded = m_store.read([body](store::Db &) {
        return wire::ChangesReply::decode(body).map(
            [](wire::ChangesReply reply) { return std::make_shared<const wire::ChangesReply>(std::move(reply)); });
    });
    if (base::isPlanted(base::Plant::CursorBeforeRows)) {
        (void)m_store.write([body](store::Db &db) { return keepCursors(db, body); });
    }
    base::then(decoded, this, [this, run = m_run, turn = m_turn](const base::Result<Reply> &reply) {
        if (run != m_run || turn != m_turn) {
            return;
        }
        afterWriting([this, reply] {
            if (reply) {
                takeReply(*reply);
            } else {
                takeWritten(tl::unexpected(reply.error()));
            }
        });
    });
}

// What follows is asked for while the reply is written; it is taken only on cursors that stand where this reply says (applyPage), and let go where
// they came to stand elsewhere.
void Puller::takeReply(const Reply &reply)
{
    const quint64 run = m_run;
    m_writing = true;
    if (auto next = following(m_asked, *reply)) {
        m_ahead = true;
        send(std::move(*next));
    }
    base::then(m_store.write([reply, repaired = repairedLately()](store::Db &db) { return take(db, *reply, repaired); }), this,
               [this, run](const base::Result<Taken> &taken) {
                   if (run == m_run) {
                       takeWritten(taken);
                   }
               });
}

void Puller::takeWritten(const base::Result<Taken> &taken)
{
    m_writing = false;
    const bool ahead = std::exchange(m_ahead, false) && taken && taken->asTold;
    const auto next = std::exchange(m_next, nullptr);
    if (!ahead) {
        m_line.abandon();
        ++m_turn;
    }
    if (!taken) {
        qCWarning(base::lcSync) << "a page could not be taken:" << taken.error().message;
        end(taken.error().kind == base::Error::Kind::Protocol ? RoundEnd::Kind::Later : RoundEnd::Kind::Broken);
        return;
    }
    m_moved += taken->pages;
    for (const auto &[scope, seq] : taken->reached) {
        m_reached[scope] = seq;
    }
    for (const domain::ScopeId &scope : taken->repairing) {
        m_reached.erase(scope);
        m_repairedMs[scope] = m_clock.bootMs();
        Q_EMIT repairing(scope);
    }
    Q_EMIT pageTaken(taken->rows);
    m_idle = taken->pages > 0 ? 0 : m_idle + 1;
    if (ahead) {
        if (next) {
            next();
        }
    } else if (!taken->more) {
        end(RoundEnd::Kind::Done);
    } else if (m_idle >= kMostIdle) {
        end(RoundEnd::Kind::Later);
    } else {
        ask();
    }
}

void Puller::takeOutOfStep(const Response &answer)
{
    const auto problem = wire::Problem::decode(answer.body);
    const QByteArray epoch = problem ? problem->extension(QStringLiteral("epoch")).toUtf8() : QByteArray();
    const auto scope = problem ? wire::scopeFromText(problem->extension(QStringLiteral("scope")).toLatin1()) : std::nullopt;
    if (++m_idle > kMostIdle || (epoch.isEmpty() && !scope)) {
        end(RoundEnd::Kind::Later);
        return;
    }
    m_reached.clear();
    const auto future = m_store.write([epoch, scope, isAhead = answer.status == 409](store::Db &db) {
        if (!epoch.isEmpty()) {
            return store::mirror::enterEpoch(db, epoch);
        }
        return isAhead ? store::mirror::startOverWithOwn(db, *scope) : store::mirror::startOver(db, *scope);
    });
    base::then(future, this, [this, run = m_run](const base::Result<> &done) {
        if (run != m_run) {
            return;
        }
        if (done) {
            ask();
        } else {
            end(RoundEnd::Kind::Broken);
        }
    });
}

void Puller::end(RoundEnd::Kind kind, qint64 retryAfterMs)
{
    m_running = false;
    ++m_run;
    Q_EMIT finished({kind, retryAfterMs, m_moved});
}

} // namespace comptoir::sync
