// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

#include "Lane.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>

namespace comptoir::store {

/// A database that is no file of the store's own: where its connections come from.
class Backend
{
public:
    virtual ~Backend() = default;
    /// Brings the schema to what this program needs. Before any connection is asked for.
    [[nodiscard]] virtual base::Result<> prepare() = 0;
    /// A connection, used on the thread that asks.
    [[nodiscard]] virtual base::Result<std::unique_ptr<Db>> connect(Db::Mode mode) = 0;
    /// How many of them a store may hold.
    [[nodiscard]] virtual int most(Db::Mode mode) const = 0;
};

/// A database file with one writing connection (alone on the writer thread) and one read-only connection (alone on the reader thread).
/// The only door to disk. On a database behind a Backend there may be several of each, and what is given to them runs side by side.
/// Callers get futures and go on with `base::then(future, this, …)`; nothing waits.
class Store : public QObject
{
    Q_OBJECT

public:
    /// What to do where an unclean stop left the file damaged.
    enum class OnDamage {
        Refuse, ///< an Error Corrupt; somebody restores a backup (the service)
        Rebuild, ///< a new mirror with the old outbox, drafts and settings; the damaged file is kept beside (the console)
    };

    /// Where futures finish, and so where what was hung on them begins. Qt 6.4 may run a continuation twice, the second time with what the
    /// first has moved away, where one thread hangs it on a future that another thread is just finishing.
    enum class Finish {
        Anywhere, ///< on the store's threads, or through Config::post: for programs without Qt's event loop
        AtHome, ///< on the thread the store belongs to, through its event loop; what is not finished when the store goes never is
    };

    using Post = std::function<void(std::function<void()>)>;

    struct Config
    {
        QString path; ///< the file; its folder exists with mode 0700
        QString migrations; ///< resource folder of numbered SQL files, `:/sql/console`
        Db::Durability durability = Db::Durability::Full;
        bool threads = true; ///< false: everything runs at once on the caller's thread
        OnDamage onDamage = OnDamage::Refuse;
        Finish finish = Finish::Anywhere;
        /// For programs with an event loop that is not Qt's: futures finish in what it runs, so let it run everything on the one thread that
        /// uses this store (see Finish).
        Post post = {};
        /// The database that takes the place of the file, where there is one; `path` is then unused, and nothing is repaired or wiped.
        std::shared_ptr<Backend> backend = {};
    };

    /// Opens, checks after an unclean stop, migrates. Blocks: programs call it through openLater().
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(const Config &config, QObject *parent = nullptr);
    /// The same on a thread of its own; the store then belongs to the thread of the caller, where the future finishes, through its event loop.
    [[nodiscard]] static QFuture<base::Result<std::shared_ptr<Store>>> openLater(const Config &config);
    /// Empties the copy of the service in a closed file, on a thread of its own: what the service has goes, what is this operator's alone
    /// (outbox, drafts, notices, settings) stays. What cannot be done now, Locked or Full, is done when the file is opened next. Finishes
    /// as openLater() does; nothing is done where there is no file.
    [[nodiscard]] static QFuture<base::Result<>> wipeLater(const Config &config);
    /// The first step of a wipe, while the store may still be open: notes, on a thread of its own, that the copy is to be emptied, so that
    /// nothing that ends the program between this and wipeLater() leaves it full.
    [[nodiscard]] static QFuture<base::Result<>> markForWipe(const Config &config);
    /// Whether a wipe of that file was begun and has not come to its end.
    [[nodiscard]] static bool isMarkedForWipe(const QString &path);
    /// Whether a closed file holds something of the service's, as an offline start would find it. Reads on a thread of its own and finishes
    /// as openLater() does; no wipe may be under way. What cannot be read holds nothing.
    [[nodiscard]] static QFuture<bool> holdsCopyLater(const QString &path);
    ~Store() override;

    /// Runs `work(Db &)` in one transaction on the writer. Its Result decides: a value commits and announces, an error rolls back.
    template <class Work>
    auto write(Work work) -> QFuture<std::invoke_result_t<Work, Db &>>
    {
        return enqueue(*m_writer, [this, task = std::move(work)](Db &db) mutable { return transact(db, task); });
    }

    /// Runs `work(Db &)` on the reader, in one snapshot. Reads only.
    template <class Work>
    auto read(Work work) -> QFuture<std::invoke_result_t<Work, Db &>>
    {
        return enqueue(*m_reader, [task = std::move(work)](Db &db) mutable { return snapshot(db, task); });
    }

    /// Waits until all work given so far is done; its futures may still be on their way. For the end of a program.
    void drain();

    /// True where the last stop was unclean and the check found damage: the mirror was emptied, outbox and drafts were kept.
    [[nodiscard]] bool wasRepaired() const;
    [[nodiscard]] QString path() const;

Q_SIGNALS:
    /// After a commit, on the store's own thread of origin (the thread that owns this object).
    void changed(const comptoir::store::Changes &changes);

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> d, QObject *parent);
    [[nodiscard]] base::Result<> openBoth();
    [[nodiscard]] base::Result<std::unique_ptr<Db>> openWriter();
    [[nodiscard]] base::Result<> openBackend();

    template <class Work>
    auto transact(Db &db, Work &work) -> std::invoke_result_t<Work, Db &>
    {
        if (auto begun = db.begin(); !begun) {
            return tl::unexpected(begun.error());
        }
        auto result = work(db);
        if (!result) {
            db.rollback();
            mendWords(db);
            return result;
        }
        if (auto committed = db.commit(); !committed) {
            db.rollback();
            return tl::unexpected(committed.error());
        }
        announce(db.takeChanges());
        return result;
    }

    template <class Work>
    static auto snapshot(Db &db, Work &work) -> std::invoke_result_t<Work, Db &>
    {
        if (auto begun = db.begin(); !begun) {
            return tl::unexpected(begun.error());
        }
        auto result = work(db);
        db.rollback();
        return result;
    }

    template <class Work>
    auto enqueue(Lane &lane, Work work) -> QFuture<std::invoke_result_t<Work, Db &>>
    {
        using Answer = std::invoke_result_t<Work, Db &>;
        // Not a QPromise: that one, dropped with the store, would start what hangs on it, for objects that are gone already.
        QFutureInterface<Answer> promise;
        promise.reportStarted();
        QFuture<Answer> future = promise.future();
        lane.run([this, promise, task = std::move(work)](Db &db) mutable {
            auto answer = std::make_shared<Answer>(task(db));
            finish([promise, answer]() mutable {
                promise.reportAndMoveResult(std::move(*answer));
                promise.reportFinished();
            });
        });
        return future;
    }

    void announce(Changes changes);
    /// After a transaction that was undone: makes the index of words anew where that took it for damaged. The work may then be tried again.
    void mendWords(Db &db);
    /// Runs `work` where futures finish.
    void finish(std::function<void()> work);

    std::unique_ptr<Private> m_d;
    std::unique_ptr<Lane> m_writer;
    std::unique_ptr<Lane> m_reader;
};

} // namespace comptoir::store
