// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QThread>

namespace comptoir::base {

/// Goes on with `f(value)` when `future` has its value, unless `context` is gone by then; at once where the value is there already. What it
/// returns has f's value, or is cancelled where f was not called: context gone, future cancelled, dropped, or ended by an exception.
///
/// Not QFuture's own `then(context, …)`: in Qt 6.4 that one asserts where the context is gone first. And Qt 6.4 may run a continuation twice
/// where one thread hangs it on a future that another is just finishing; so `future` finishes on the thread of `context`, which is where this
/// is called and where f runs (Store::Finish::AtHome, Store::openLater, the transports and the keyring finish there).
template <class T, class F>
auto then(QFuture<T> future, QObject *context, F f) -> QFuture<std::invoke_result_t<F, T>>
{
    using Next = std::invoke_result_t<F, T>;
    Q_ASSERT(context && context->thread() == QThread::currentThread());
    QPromise<Next> promise;
    promise.start();
    const QFuture<Next> next = promise.future();
    // A promise that goes without a value cancels what hangs on it.
    future.then([guard = QPointer<QObject>(context), promise = std::move(promise), f = std::move(f)](T value) mutable {
        if (!guard) {
            return;
        }
        Q_ASSERT_X(guard->thread() == QThread::currentThread(), "base::then", "a future that does not finish at home");
        if constexpr (std::is_void_v<Next>) {
            f(std::move(value));
        } else {
            promise.addResult(f(std::move(value)));
        }
        promise.finish();
    });
    return next;
}

} // namespace comptoir::base
