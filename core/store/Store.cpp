// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store.h"

#include "Executors.h"
#include "Log.h"
#include "Migrations.h"
#include "PersonTable.h"
#include "PrivateFile.h"
#include "Repair.h"
#include "TicketTable.h"

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

} // namespace

Store::Store(std::unique_ptr<Private> d, QObject *parent) : QObject(parent), m_d(std::move(d))
{
    const Config &config = m_d->config;
    const auto count = [&](Db::Mode mode) { return config.backend ? config.backend->most(mode) : 1; };
    m_writer = std::make_unique<Lane>(config.threads, QStringLiteral("store-writer"), count(Db::Mode::Write));
    m_reader = std::make_unique<Lane>(config.threads, QStringLiteral("store-reader"), count(Db::Mode::Read));
}

Store::~Store()
{
    const Lane::End reader = m_reader->close();
    const Lane::End writer = m_writer->close();
    m_d->damageMet = reader.metDamage || writer.metDamage;
    if (m_d->config.backend) {
        return;
    }
    if (writer.wasOpen && !m_d->damageMet) {
        QFile::remove(m_d->marker());
    } else if (QFile met(m_d->marker()); m_d->damageMet && met.open(QIODevice::WriteOnly)) {
        met.write("damage was met\n"); // the next start looks at everything
    }
}

base::Result<std::unique_ptr<Store>> Store::open(const Config &config, QObject *parent)
{
    auto d = std::make_unique<Private>();
    d->config = config;
    if (config.backend) {
        std::unique_ptr<Store> store(new Store(std::move(d), parent));
        return store->openBackend().map([&] { return std::move(store); });
    }
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

base::Result<> Store::openBackend()
{
    Backend &backend = *m_d->config.backend;
    return backend.prepare().and_then([&] { return m_writer->open([&] { return backend.connect(Db::Mode::Write); }); }).and_then([&] {
        return m_reader->open([&] { return backend.connect(Db::Mode::Read); });
    });
}

base::Result<> Store::openBoth()
{
    return m_writer->open([this] { return openWriter(); }).and_then([this] {
        return m_reader->open([this] { return Db::open(m_d->config.path, Db::Mode::Read); });
    });
}

base::Result<std::unique_ptr<Db>> Store::openWriter()
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
        return tl::unexpected(marked.error());
    }
    return std::move(db->db);
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
    m_writer->drain();
    m_reader->drain();
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

void Store::mendWords(Db &db)
{
    if (!db.takeWordsSuspected()) {
        return;
    }
    auto done = db.begin()
                    .and_then([&] { return PersonTable::indexWords(db); })
                    .and_then([&] { return TicketTable::indexWords(db); })
                    .and_then([&] { return db.commit(); });
    if (!done) {
        db.rollback();
    }
    qCWarning(base::lcStore).noquote() << "the index of words was out of step"
                                       << (done ? QStringLiteral("and was made anew") : done.error().message);
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
