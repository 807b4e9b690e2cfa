// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Changes.h"
#include "Connection.h"
#include "Statement.h"

namespace comptoir::store {

/// One connection, used on one thread: a file of SQLite's, or whatever a Connection speaks to. The SQL run on it keeps to what SQLite and
/// PostgreSQL have in common, where the service's tables are concerned (docs/postgresql.md).
class Db
{
public:
    enum class Mode { Write, Read };
    enum class Durability { Full, Normal };

    [[nodiscard]] static base::Result<std::unique_ptr<Db>> open(const QString &path, Mode mode, Durability durability = Durability::Full);
    explicit Db(std::unique_ptr<Connection> connection);
    ~Db();
    Db(const Db &) = delete;
    Db &operator=(const Db &) = delete;

    /// A statement for `sql` (cached by its text). A statement that does not compile gives an Error at its first step.
    [[nodiscard]] Statement prepare(std::string_view sql);
    /// Runs statements separated by semicolons, without parameters.
    [[nodiscard]] base::Result<> run(std::string_view script);

    [[nodiscard]] base::Result<> begin();
    [[nodiscard]] base::Result<> commit();
    void rollback();
    /// Savepoint around `work`: kept if it succeeds, undone if it fails. False from `alive()` afterwards means the whole transaction is lost.
    template <class Work>
    [[nodiscard]] auto nested(Work &&work) -> decltype(work())
    {
        if (auto opened = run("SAVEPOINT nested"); !opened) {
            return tl::unexpected(opened.error());
        }
        auto result = work();
        if (!alive()) {
            return tl::unexpected(base::Error{base::Error::Kind::Io, QStringLiteral("the transaction was rolled back by the database")});
        }
        if (!result) {
            if (auto undone = undoNested(); !undone) {
                return tl::unexpected(undone.error());
            }
            return result;
        }
        if (auto kept = run("RELEASE nested"); !kept) {
            return tl::unexpected(kept.error());
        }
        return result;
    }
    /// False once the database has ended the open transaction by itself (disk full, I/O, a lost connection): nothing more may run in it.
    [[nodiscard]] bool alive() const;

    [[nodiscard]] qint64 changedRows() const;
    /// The INTEGER PRIMARY KEY the last INSERT gave; SQLite's alone tells (the console's tables).
    [[nodiscard]] qint64 lastRow() const;
    /// Says that an entity changed in this transaction; announced at commit.
    void touch(Entity kind, const base::Uuid &id);
    /// Says that so much changed that listeners must read everything again.
    void touchAll();
    [[nodiscard]] Changes takeChanges();

    /// How far Migrations have brought the schema.
    [[nodiscard]] base::Result<Schema> schema();
    [[nodiscard]] base::Result<> setSchema(const Schema &schema);
    /// As Connection has them.
    [[nodiscard]] std::string_view entityKey() const;
    [[nodiscard]] bool isShared() const;
    /// From here on the open transaction sees what the operator may see, and nothing else, where the database watches over that.
    [[nodiscard]] base::Result<> workFor(const base::Uuid &operatorId);

    /// The database's own check; Corrupt with its first line where it finds damage.
    [[nodiscard]] base::Result<> quickCheck();
    [[nodiscard]] base::Result<> checkpoint();
    /// Lets the cached statements go.
    void forgetStatements();
    /// True once a statement has met damage: the next start checks the file.
    [[nodiscard]] bool sawDamage() const;
    /// The index of words could not be changed as if it were damaged: it is to be made anew once this transaction is undone.
    void suspectWords();
    /// Whether it is, and forgets it.
    [[nodiscard]] bool takeWordsSuspected();

private:
    friend class Statement;
    [[nodiscard]] base::Result<> undoNested();
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::store
