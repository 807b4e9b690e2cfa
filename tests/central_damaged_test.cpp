// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CentralRig.h"
#include "DamageTally.h"
#include "Executors.h"

#include <algorithm>

using namespace comptoir;
using namespace comptoir::tests;
using store::Store;

namespace {

constexpr int kFiles = 500;
const QString kAnne = QStringLiteral("anne");

/// Everything anne sees, the audit's state, and whether she may write: as text, with the status of each.
struct Answers
{
    QByteArray rows;
    bool isFound = false; ///< `comptoird verify` says so
    bool refusedSomething = false; ///< a request ended in 500, or the audit is said to be damaged

    bool operator==(const Answers &) const = default;
};

class Service
{
public:
    explicit Service(const QString &path, const StillClock &clock) : m_clock(clock)
    {
        auto opened = Store::open({path, QStringLiteral(":/sql/central"), store::Db::Durability::Normal, false});
        if (!opened) {
            m_fault = opened.error().message;
            return;
        }
        m_store = std::move(*opened);
        m_service = std::make_unique<central::CentralService>(
            central::CentralService::Parts{*m_store, m_clock, m_random, {1, 8, 1}, false});
    }

    [[nodiscard]] QString fault() const { return m_fault; }

    Answers answers(const domain::DeviceId &device)
    {
        Answers out;
        wire::SignInRequest request;
        request.login = kAnne;
        request.password = QString::fromUtf16(CentralRig::kPassword);
        request.device = device;
        const auto signedIn = m_service->signIn(request.encode(), QStringLiteral("192.0.2.1")).result();
        out.refusedSomething = !signedIn;
        if (signedIn) {
            const auto session = wire::SessionReply::decode(*signedIn).value();
            wire::ChangesRequest pull;
            pull.device = device;
            const auto page = m_service->changesAfter(session.accessToken, pull.encode(), false).result();
            out.rows = page ? page->body : QByteArray();
            wire::OpsRequest push;
            push.device = device;
            const auto pushed = m_service->acceptOps(session.accessToken, push.encode()).result();
            out.refusedSomething = !page || !pushed;
        }
        out.refusedSomething = out.refusedSomething || !m_service->audit().verify().result();
        out.isFound = !m_service->verify().result();
        return out;
    }

private:
    const StillClock &m_clock;
    base::SeededRandom m_random{3};
    std::unique_ptr<Store> m_store;
    std::unique_ptr<central::CentralService> m_service;
    QString m_fault;
};

/// A service at work: what was done last stands in its log. The second copy is of after a clean stop. What was answered after each commit.
std::vector<QByteArray> make(const QString &killed, const QString &closed, StillClock &clock)
{
    std::vector<QByteArray> after;
    QString path;
    QTemporaryDir kept;
    {
        CentralRig rig;
        path = rig.folder.filePath(QStringLiteral("central.db"));
        rig.addOperator(kAnne, domain::Role::Supervisor, {QStringLiteral("A")});
        Desk anne = rig.signIn(kAnne);
        const auto noteState = [&] {
            clock.now = rig.clock.now + 1000;
            copyDatabase(path, killed, true);
            after.push_back(Service(killed, clock).answers(domain::DeviceId::fromName("pc")).rows);
        };
        noteState();
        for (int at = 0; at < 60; ++at) {
            REQUIRE(
                rig.verdict(anne, rig.ticketOpen(anne, rig.a, QStringLiteral("Ticket %1, d'assez de texte pour quelques pages").arg(at)))
                    .code
                == wire::VerdictCode::Ok);
            noteState();
        }
        clock.now = rig.clock.now + 1000;
        copyDatabase(path, killed, true);
    }
    copyDatabase(killed, closed, false);
    // Opened and closed once: the log goes into the file.
    REQUIRE(Store::open({closed, QStringLiteral(":/sql/central"), store::Db::Durability::Normal, false}));
    return after;
}

std::string endOf(const QString &path, const StillClock &clock, const Answers &sound, const std::vector<QByteArray> &after)
{
    Service service(path, clock);
    if (!service.fault().isEmpty()) {
        return "refused, told why";
    }
    const Answers now = service.answers(domain::DeviceId::fromName("pc"));
    if (now == sound) {
        return "harmless: the same answers";
    }
    if (now.refusedSomething) {
        return "met in use: an error, no answer";
    }
    if (now.isFound) {
        return "found by verify, and at the start";
    }
    // All rows are as they were after one commit: what a power cut leaves, too.
    const bool isEarlier = std::find(after.begin(), after.end(), now.rows) != after.end();
    return isEarlier ? "as before the last commits: the log was cut" : "changed within a row, unseen";
}

} // namespace

TEST_CASE("of 500 damaged databases of the service none ends the program, and what the damage shows in is refused",
          "[central][damage][file]")
{
    QTemporaryDir folder;
    const QString killed = folder.filePath(QStringLiteral("killed.db"));
    const QString closed = folder.filePath(QStringLiteral("closed.db"));
    const QString path = folder.filePath(QStringLiteral("tried.db"));
    StillClock clock;
    const auto after = make(killed, closed, clock);
    Answers sound;
    for (const QString &from : {closed, killed}) {
        copyDatabase(from, path, from == killed);
        sound = Service(path, clock).answers(domain::DeviceId::fromName("pc"));
        REQUIRE_FALSE(sound.refusedSomething);
        REQUIRE(sound.rows.contains("Ticket 59"));
    }
    DamageTally tally;
    for (int seed = 0; seed < kFiles; ++seed) {
        const auto kind = static_cast<Damage::Kind>(seed % Damage::kKinds);
        INFO("seed " << seed << ", " << Damage::name(kind));
        const bool unclean = kind >= Damage::Kind::LogFlipped || seed % 2 == 0;
        copyDatabase(unclean ? killed : closed, path, unclean);
        REQUIRE(Damage(quint64(seed), kind).doTo(path));
        tally.count(kind, endOf(path, clock, sound, after));
    }
    tally.print("service");
    CHECK(tally.of("refused, told why") > 0);
    CHECK(tally.of("harmless: the same answers") > 0);
    CHECK(tally.of("changed within a row, unseen") <= 5);
}
