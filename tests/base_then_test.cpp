// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Then.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

using namespace comptoir;

namespace {

/// An answer that is on its way.
struct Pending
{
    QPromise<int> promise;

    Pending() { promise.start(); }
    [[nodiscard]] QFuture<int> future() const { return promise.future(); }
    void answer(int value)
    {
        promise.addResult(value);
        promise.finish();
    }
};

} // namespace

TEST_CASE("what was asked goes on once, when the answer comes, with its value", "[base][then]")
{
    QObject context;
    Pending pending;
    std::vector<int> told;
    const auto next = base::then(pending.future(), &context, [&](int value) { told.push_back(value); });
    CHECK(told.empty());
    CHECK_FALSE(next.isFinished());
    pending.answer(7);
    CHECK(told == std::vector<int>{7});
    QCoreApplication::processEvents();
    CHECK(told.size() == 1);
    CHECK(next.isFinished());
    CHECK_FALSE(next.isCanceled());
}

TEST_CASE("an answer that is there already goes on at once", "[base][then]")
{
    QObject context;
    Pending pending;
    pending.answer(7);
    CHECK(base::then(pending.future(), &context, [](int value) { return value + 1; }).result() == 8);
}

TEST_CASE("an answer that comes after the asker is gone goes nowhere", "[base][then]")
{
    auto context = std::make_unique<QObject>();
    Pending pending;
    int told = 0;
    const auto next = base::then(pending.future(), context.get(), [&](int) { return ++told; });
    context.reset();
    pending.answer(7);
    CHECK(told == 0);
    CHECK(next.isFinished());
    CHECK(next.isCanceled());
}

TEST_CASE("an asker that goes after its answer changes nothing of what came of it", "[base][then]")
{
    auto context = std::make_unique<QObject>();
    Pending pending;
    const auto next = base::then(pending.future(), context.get(), [](int value) { return value + 1; });
    pending.answer(7);
    context.reset();
    CHECK_FALSE(next.isCanceled());
    CHECK(next.result() == 8);
}

TEST_CASE("an asker may go while it is told, and nothing further is told to it", "[base][then]")
{
    auto context = std::make_unique<QObject>();
    Pending pending;
    int further = 0;
    const auto first = base::then(pending.future(), context.get(), [&context](int value) {
        context.reset();
        return value;
    });
    const auto second = base::then(first, context.get(), [&](int) { ++further; });
    pending.answer(7);
    CHECK(first.result() == 7);
    CHECK(further == 0);
    CHECK(second.isCanceled());
}

TEST_CASE("one thing after another is each told on the object that asked for it", "[base][then]")
{
    QObject outer;
    auto inner = std::make_unique<QObject>();
    Pending first;
    Pending second;
    std::vector<int> told;
    base::then(first.future(), &outer, [&](int value) {
        told.push_back(value);
        base::then(second.future(), inner.get(), [&](int again) { told.push_back(again); });
    });
    first.answer(1);
    SECTION("both are there")
    {
        second.answer(2);
        CHECK(told == std::vector<int>{1, 2});
    }
    SECTION("the inner one is gone meanwhile")
    {
        inner.reset();
        second.answer(2);
        CHECK(told == std::vector<int>{1});
    }
}

TEST_CASE("a question that is cancelled, dropped or ended by an exception is not gone on with", "[base][then]")
{
    QObject context;
    int told = 0;
    auto pending = std::make_unique<Pending>();
    const auto next = base::then(base::then(pending->future(), &context, [&](int) { return ++told; }), &context, [&](int) { ++told; });
    SECTION("cancelled")
    {
        pending->future().cancel();
        pending->promise.finish();
    }
    SECTION("ended by an exception")
    {
        pending->promise.setException(std::make_exception_ptr(1));
        pending->promise.finish();
    }
    SECTION("dropped")
    {
        pending.reset();
    }
    CHECK(told == 0);
    CHECK(next.isFinished());
    CHECK(next.isCanceled());
}
