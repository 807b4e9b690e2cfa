// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store.h"

#include "Executors.h"
#include "Log.h"
#include "Migrations.h"
#include "PrivateFile.h"
#include "Repair.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace comptoir::store {

struct Store::Private
{
    Config config;
    FileLock lock;
    bool repaired = false;
    bool damageMet = false;

    /// Stands while the database is open: one that is found at the start tells of an unclean stop.
    [[nodiscard]] QString marker() const { return config.path + QStringLiteral(".open"); }
};

namespace {

/// Runs `work` on the executor and waits for its answer.
template <class Work>
auto runNow(Executor &executor, Work work)
{
    // Shared: the caller may wake, and go on, before finish() has returned on the other thread.
    const auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    promise->start();
    executor.run([promise, &work] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future().result();
}

void runNowVoid(Executor &executor, const std::function<void()> &work)
{
    runNow(executor, [&] {
        work();
        return true;
    });
}

/// Runs the work on a thread of its own; the future finishes at home (see Store::Finish): the thread's object lives there, and goes only
/// after this was delivered.
template <class Work>
auto aside(Work work) -> QFuture<std::invoke_result_t<Work>>
{
    const auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    promise->start();
    QThread *worker = QThread::create([promise, work = std::move(work)] {
        const auto tell = [promise, answer = work()] {
            promise->addResult(answer);
            promise->finish();
        };
        QMetaObject::invokeMethod(QThread::currentThread(), tell, Qt::QueuedConnection);
    });
    QObject::connect(worker, &QThread::finished, worker, &QObject::deleteLater);
    worker->start();
    return promise->future();
}

std::unique_ptr<Executor> executorFor(bool threads, const QString &name)
{
    if (threads) {
        return std::make_unique<ThreadExecutor>(name);
    }
    return std::make_unique<InlineExecutor>();
}

} // namespace

Store::Store(std::unique_ptr<Private> d, QObject *parent) : QObject(parent), m_d(std::move(d))
{
    m_writer = executorFor(m_d->config.threads, QStringLiteral("store-writer"));
    m_reader = executorFor(m_d->config.threads, QStringLiteral("store-reader"));
}

Store::~Store()
{
    bool sound = m_writeDb != nullptr;
    runNowVoid(*m_reader, [this] {
        m_d->damageMet = m_readDb && m_readDb->sawDamage();
        m_readDb.reset();
    });
    runNowVoid(*m_writer, [this] {
        m_d->damageMet = m_d->damageMet || (m_writeDb && m_writeDb->sawDamage());
        m_writeDb.reset();
    });
    sound = sound && !m_d->damageMet;
    m_reader.reset();
    m_writer.reset();
    if (sound) {
        QFile::remove(m_d->marker());
    } else if (QFile met(m_d->marker()); m_d->damageMet && met.open(QIODevice::WriteOnly)) {
        met.write("damage was met\n"); // the next start looks at everything
    }
}

base::Result<std::unique_ptr<Store>> Store::open(const Config &config, QObject *parent)
{
    auto d = std::make_unique<Private>();
    d->config = config;
    auto lock = FileLock::take(config.path + QStringLiteral(".lock"));
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    d->lock = std::move(*lock);
    std::unique_ptr<Store> store(new Store(std::move(d), parent));
    if (auto opened = store->openBoth(); !opened) {
        return tl::unexpected(opened.error());
    }
    return store;
}

base::Result<> Store::openBoth()
{
    return runNow(*m_writer, [this] { return openWriter(); }).and_then([this] {
        return runNow(*m_reader, [this] {
            return Db::open(m_d->config.path, Db::Mode::Read).map([this](std::unique_ptr<Db> db) { m_readDb = std::move(db); });
        });
    });
}

base::Result<> Store::openWriter()
{
    const Config &config = m_d->config;
    const auto migrations = Migrations::in(config.migrations);
    if (!migrations) {
        return tl::unexpected(migrations.error());
    }
    const QFileInfo marker(m_d->marker());
    const bool unclean = marker.exists() && QFile::exists(config.path);
    auto db = openChecked(config, *migrations, !unclean ? Check::None : marker.size() == 0 ? Check::Pages : Check::Whole);
    if (!db) {
        return tl::unexpected(db.error());
    }
    m_d->repaired = db->repaired;
    if (auto marked = makePrivateFile(m_d->marker()); !marked) {
        return marked;
    }
    m_writeDb = std::move(db->db);
    return {};
}

QFuture<base::Result<std::shared_ptr<Store>>> Store::openLater(const Config &config)
{
    return aside([config, home = QThread::currentThread()] {
        return open(config).map([home](std::unique_ptr<Store> opened) {
            opened->moveToThread(home);
            return std::shared_ptr<Store>(std::move(opened));
        });
    });
}

QFuture<base::Result<>> Store::wipeLater(const Config &config)
{
    return aside([config]() -> base::Result<> {
        if (!QFile::exists(config.path)) {
            return {};
        }
        return makePrivateFile(wipeMarker(config.path)).and_then([&] { return open(config).map([](const auto &) {}); });
    });
}

QFuture<base::Result<>> Store::markForWipe(const Config &config)
{
    return aside([path = config.path] { return QFile::exists(path) ? makePrivateFile(wipeMarker(path)) : base::Result<>(); });
}

bool Store::isMarkedForWipe(const QString &path)
{
    return QFile::exists(wipeMarker(path));
}

QFuture<bool> Store::holdsCopyLater(const QString &path)
{
    return aside([path] {
        if (!QFile::exists(path) || isMarkedForWipe(path)) {
            return false;
        }
        const auto db = Db::open(path, Db::Mode::Read);
        if (!db) {
            return false;
        }
        Statement query = (*db)->prepare("SELECT EXISTS(SELECT 1 FROM cursor)");
        const auto found = query.step();
        return found && *found && query.integer(0) != 0;
    });
}

bool Store::wasRepaired() const
{
    return m_d->repaired;
}

QString Store::path() const
{
    return m_d->config.path;
}

void Store::drain()
{
    const auto nothing = [] {};
    runNowVoid(*m_writer, nothing);
    runNowVoid(*m_reader, nothing);
}

void Store::finish(std::function<void()> work)
{
    if (m_d->config.post) {
        m_d->config.post(std::move(work));
        return;
    }
    if (m_d->config.finish == Finish::Anywhere || QThread::currentThread() == thread()) {
        work();
        return;
    }
    QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
}

void Store::announce(Changes changes)
{
    if (changes.isEmpty()) {
        return;
    }
    if (QThread::currentThread() == thread()) {
        Q_EMIT changed(changes);
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, told = std::move(changes)] { Q_EMIT changed(told); }, Qt::QueuedConnection);
}

} // namespace comptoir::store
