// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Clock.h"
#include "Keyring.h"
#include "Tuning.h"

#include <QPromise>

using namespace comptoir;
using base::Error;

namespace {

struct StandingClock final : base::Clock
{
    qint64 ms = 1'000'000;
    [[nodiscard]] qint64 nowMs() const override { return ms; }
    [[nodiscard]] qint64 bootMs() const override { return ms; }
    [[nodiscard]] QByteArray bootId() const override { return "b"; }
};

/// A keyring whose every answer is decided here, and comes after so long.
struct DecidedKeyring final : net::Keyring
{
    explicit DecidedKeyring(StandingClock &with) : clock(with) {}

    StandingClock &clock;
    std::optional<Error::Kind> no;
    qint64 lastsMs = 20;
    int reads = 0;
    int writes = 0;
    int removals = 0;

    QFuture<base::Result<QByteArray>> read(const QString &) override
    {
        ++reads;
        return begun<QByteArray>(QByteArray("token"));
    }
    QFuture<base::Result<>> write(const QString &, const QByteArray &) override
    {
        ++writes;
        return begun<void>({});
    }
    QFuture<base::Result<>> remove(const QString &) override
    {
        ++removals;
        return begun<void>({});
    }
    /// The answer of what was asked last.
    void end() { std::exchange(later, {})(); }

private:
    template <class Value>
    QFuture<base::Result<Value>> begun(const base::Result<Value> &yes)
    {
        auto promise = std::make_shared<QPromise<base::Result<Value>>>();
        promise->start();
        later = [this, promise, yes] {
            clock.ms += lastsMs;
            promise->addResult(no ? base::Result<Value>(base::fail(*no, {})) : yes);
            promise->finish();
        };
        return promise->future();
    }
    std::function<void()> later;
};

const QString kKey = QStringLiteral("key");

} // namespace

TEST_CASE("a keyring that was declined, failed or did not answer in time is not asked again; what is in it can still be taken out",
          "[net][keyring]")
{
    StandingClock clock;
    DecidedKeyring system(clock);
    net::KeyringOnce keyring(system, clock);
    SECTION("at the reading")
    {
        system.no = GENERATE(Error::Kind::Io, Error::Kind::Timeout);
        const auto token = keyring.read(kKey);
        system.end();
        CHECK(token.result().error().kind == *system.no);
    }
    SECTION("at the reading, which then says that there is no such entry")
    {
        system.no = Error::Kind::NotFound;
        system.lastsMs = net::kKeyringPromptMs;
        const auto token = keyring.read(kKey);
        system.end();
        CHECK(token.result().error().kind == Error::Kind::NotFound);
    }
    SECTION("at the writing")
    {
        system.no = Error::Kind::Io;
        const auto written = keyring.write(kKey, "token");
        system.end();
        CHECK_FALSE(written.result());
    }
    const int asked = system.reads + system.writes;
    system.no.reset();
    CHECK_FALSE(keyring.write(kKey, "another").result());
    CHECK_FALSE(keyring.read(kKey).result());
    CHECK(system.reads + system.writes == asked);
    const auto removed = keyring.remove(kKey);
    REQUIRE(system.removals == 1);
    system.end();
    CHECK(removed.result());
}

TEST_CASE("a keyring that has no such entry yet is asked to keep one", "[net][keyring]")
{
    StandingClock clock;
    DecidedKeyring system(clock);
    net::KeyringOnce keyring(system, clock);
    system.no = Error::Kind::NotFound;
    const auto none = keyring.read(kKey);
    system.end();
    CHECK_FALSE(none.result());
    system.no.reset();
    const auto written = keyring.write(kKey, "token");
    REQUIRE(system.writes == 1);
    system.end();
    CHECK(written.result());
}
