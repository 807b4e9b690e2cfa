// SPDX-License-Identifier: GPL-3.0-or-later
#include "Assist.h"

#include "Clock.h"
#include "Log.h"
#include "SettingTable.h"
#include "Store.h"
#include "Then.h"
#include "Tickets.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace comptoir::desk {

using base::Error;
using base::Result;

namespace {

/// Where the session under way is noted, so that it is written to its ticket even if this program dies meanwhile.
const QString kOpenKey = QStringLiteral("assist.open");

QString noteOf(const Assist::Session &session, qint64 agreedMs)
{
    const QJsonObject json{{QStringLiteral("ticket"), session.ticket.toString()}, {QStringLiteral("asset"), session.asset.toString()},
                           {QStringLiteral("name"), session.assetName},           {QStringLiteral("tool"), session.offer.tool},
                           {QStringLiteral("target"), session.offer.target},      {QStringLiteral("agreed_ms"), agreedMs},
                           {QStringLiteral("started_ms"), session.startedMs}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

domain::TicketAssist lostSession(const QJsonObject &json)
{
    domain::TicketAssist log;
    log.asset = domain::AssetId{base::Uuid::fromString(json.value(QLatin1String("asset")).toString()).value_or(base::Uuid{})};
    log.assetName = json.value(QLatin1String("name")).toString();
    log.tool = json.value(QLatin1String("tool")).toString();
    log.target = json.value(QLatin1String("target")).toString();
    log.agreed = true;
    log.agreedMs = json.value(QLatin1String("agreed_ms")).toInteger();
    log.started = json.value(QLatin1String("started_ms")).toInteger() > 0;
    log.outcome = QStringLiteral("lost");
    return log;
}

} // namespace

struct Assist::Private
{
    Private(const DeskParts &with, Tickets &to, AssistLauncher &by, Assist *whose) : parts(with), tickets(to), launcher(by), q(whose) {}

    DeskParts parts;
    Tickets &tickets;
    AssistLauncher &launcher;
    Assist *q;
    Session session;
    qint64 agreedMs = 0;

    [[nodiscard]] bool runs() const { return session.phase == Session::Phase::Starting || session.phase == Session::Phase::Running; }
    void show() { Q_EMIT q->sessionChanged(session); }
    void keep(const QString &note);
    void write(domain::TicketId ticket, const domain::TicketAssist &log);
    void onStarted();
    void onEnded(const QString &outcome);
    void recover();
};

void Assist::Private::keep(const QString &note)
{
    const auto future = parts.store.write([note](store::Db &db) { return store::SettingTable::put(db, kOpenKey, note); });
    base::then(future, q, [](const Result<> &done) {
        if (!done) {
            qCWarning(base::lcDesk, "the remote-help session could not be noted: %s", qUtf8Printable(done.error().message));
        }
    });
}

void Assist::Private::write(domain::TicketId ticket, const domain::TicketAssist &log)
{
    base::then(tickets.logAssist(ticket, log), q, [this](const Result<> &done) {
        if (done) {
            keep({});
        } else {
            Q_EMIT q->failed(done.error());
        }
    });
}

void Assist::Private::onStarted()
{
    if (session.phase != Session::Phase::Starting) {
        return;
    }
    session.phase = Session::Phase::Running;
    session.startedMs = parts.clock.nowMs();
    keep(noteOf(session, agreedMs));
    show();
}

void Assist::Private::onEnded(const QString &outcome)
{
    if (!runs()) {
        return;
    }
    const bool started = session.phase == Session::Phase::Running;
    session.phase = Session::Phase::Ended;
    session.durationMs = started ? std::max<qint64>(0, parts.clock.nowMs() - session.startedMs) : 0;
    session.outcome = outcome;
    domain::TicketAssist log;
    log.asset = session.asset;
    log.assetName = session.assetName;
    log.tool = session.offer.tool;
    log.target = session.offer.target;
    log.agreed = true;
    log.agreedMs = agreedMs;
    log.started = started;
    log.durationMs = session.durationMs;
    log.outcome = outcome;
    show();
    write(session.ticket, log);
    if (!started) {
        Q_EMIT q->failed({outcome == u"not_installed"     ? Error::Kind::NotFound
                              : outcome == u"auth_failed" ? Error::Kind::Auth
                                                          : Error::Kind::Network,
                          QStringLiteral("remote help did not start: %1").arg(outcome)});
    }
}

void Assist::Private::recover()
{
    const auto future = parts.store.read([](store::Db &db) { return store::SettingTable::all(db); });
    base::then(future, q, [this](const Result<QHash<QString, QString>> &settings) {
        const QString note = settings ? settings->value(kOpenKey) : QString();
        const QJsonObject json = QJsonDocument::fromJson(note.toUtf8()).object();
        const auto ticket = base::Uuid::fromString(json.value(QLatin1String("ticket")).toString());
        if (ticket && !runs()) {
            write(domain::TicketId{*ticket}, lostSession(json));
        }
    });
}

Assist::Assist(const DeskParts &parts, Tickets &tickets, AssistLauncher &launcher, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(parts, tickets, launcher, this))
{
    connect(&launcher, &AssistLauncher::started, this, [this] { m_d->onStarted(); });
    connect(&launcher, &AssistLauncher::ended, this, [this](const QString &outcome) { m_d->onEnded(outcome); });
    m_d->recover();
}

Assist::~Assist() = default;

std::vector<Assist::Offer> Assist::offers(const domain::Asset &asset) const
{
    std::vector<Offer> out;
    for (const domain::RemoteAccess &access : asset.remote.list) {
        const auto plan = m_d->launcher.plan(access);
        if (!plan) {
            qCInfo(base::lcDesk, "a way into an asset is not offered: %s", qUtf8Printable(plan.error().message));
            continue;
        }
        const Offer offer{plan->tool, plan->target, plan->shown, plan->tracksEnd};
        // First those whose beginning and end are known for certain.
        const auto at = offer.tracksEnd ? std::find_if(out.begin(), out.end(), [](const Offer &one) { return !one.tracksEnd; }) : out.end();
        out.insert(at, offer);
    }
    return out;
}

void Assist::start(domain::TicketId ticket, const domain::Asset &asset, const Offer &offer, qint64 agreedMs)
{
    if (m_d->runs()) {
        Q_EMIT failed({Error::Kind::Busy, QStringLiteral("another remote-help session runs")});
        return;
    }
    // The plan is made anew from the machine's own entry: what is shown is what is run, and nothing else can be slipped in.
    for (const domain::RemoteAccess &access : asset.remote.list) {
        const auto plan = m_d->launcher.plan(access);
        if (!plan || plan->tool != offer.tool || plan->target != offer.target || plan->shown != offer.command) {
            continue;
        }
        m_d->agreedMs = agreedMs;
        m_d->session = {Session::Phase::Starting, ticket, asset.id, asset.name, offer, 0, 0, {}};
        m_d->keep(noteOf(m_d->session, agreedMs));
        m_d->show();
        m_d->launcher.launch(*plan);
        return;
    }
    Q_EMIT failed({Error::Kind::NotFound, QStringLiteral("this way into the machine is no longer offered")});
}

void Assist::declined(domain::TicketId ticket, const domain::Asset &asset, const Offer &offer)
{
    domain::TicketAssist log;
    log.asset = asset.id;
    log.assetName = asset.name;
    log.tool = offer.tool;
    log.target = offer.target;
    log.outcome = QStringLiteral("not_agreed");
    base::then(m_d->tickets.logAssist(ticket, log), this, [this](const Result<> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
        }
    });
}

void Assist::end()
{
    if (m_d->runs()) {
        m_d->launcher.terminate();
    }
}

const Assist::Session &Assist::session() const
{
    return m_d->session;
}

} // namespace comptoir::desk
