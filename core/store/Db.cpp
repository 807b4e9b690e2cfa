// SPDX-License-Identifier: GPL-3.0-or-later
#include "Db.h"

#include "DbPrivate.h"
#include "Planted.h"
#include "SqliteConnection.h"

namespace comptoir::store {

using Kind = base::Error::Kind;

base::Error Db::Private::note(base::Error error)
{
    sawDamage = sawDamage || error.kind == Kind::Corrupt;
    if (inTransaction && !failed && !base::isPlanted(base::Plant::AfterRollback)) {
        failed = error;
    }
    return error;
}

base::Result<> Db::Private::noted(base::Result<> done)
{
    return done ? done : tl::unexpected(note(std::move(done.error())));
}

Db::Db(std::unique_ptr<Connection> connection) : m_d(std::make_unique<Private>())
{
    m_d->connection = std::move(connection);
}

base::Result<std::unique_ptr<Db>> Db::open(const QString &path, Mode mode, Durability durability)
{
    return SqliteConnection::open(path, mode, durability).map([](std::unique_ptr<SqliteConnection> connection) {
        return std::make_unique<Db>(std::move(connection));
    });
}

Db::~Db()
{
    forgetStatements();
}

void Db::forgetStatements()
{
    for (auto &[sql, statements] : m_d->idle) {
        statements.clear(); // the entry stays: a statement in use comes back to it
    }
}

bool Db::sawDamage() const
{
    return m_d->sawDamage;
}

void Db::suspectWords()
{
    m_d->wordsSuspected = true;
}

bool Db::takeWordsSuspected()
{
    return std::exchange(m_d->wordsSuspected, false);
}

Statement Db::prepare(std::string_view sql)
{
    auto home = m_d->idle.find(sql);
    if (home == m_d->idle.end()) {
        home = m_d->idle.emplace(std::string(sql), std::vector<std::unique_ptr<StatementDriver>>{}).first;
    }
    auto handle = std::make_unique<Statement::Handle>();
    handle->db = m_d.get();
    handle->home = &home->second;
    if (!home->second.empty()) {
        handle->driver = std::move(home->second.back());
        home->second.pop_back();
    } else if (auto prepared = m_d->connection->prepare(sql)) {
        handle->driver = std::move(*prepared);
    } else {
        handle->error = m_d->note(std::move(prepared.error()));
    }
    return Statement(std::move(handle));
}

base::Result<> Db::run(std::string_view script)
{
    if (m_d->failed) {
        return tl::unexpected(*m_d->failed);
    }
    return m_d->noted(m_d->connection->run(script));
}

base::Result<> Db::begin()
{
    m_d->failed.reset();
    m_d->changes = {};
    auto begun = m_d->noted(m_d->connection->begin());
    m_d->inTransaction = begun.has_value();
    return begun;
}

base::Result<> Db::commit()
{
    if (m_d->lost() && base::isPlanted(base::Plant::AfterRollback)) {
        m_d->inTransaction = false; // each statement since has committed by itself
        return {};
    }
    if (m_d->lost()) {
        return base::fail(Kind::Io, QStringLiteral("the transaction was rolled back by the database"));
    }
    if (m_d->failed) {
        return tl::unexpected(*m_d->failed);
    }
    auto done = m_d->noted(m_d->connection->commit());
    m_d->inTransaction = !done.has_value();
    return done;
}

void Db::rollback()
{
    m_d->connection->rollback();
    m_d->inTransaction = false;
    m_d->failed.reset();
    m_d->changes = {};
}

base::Result<> Db::undoNested()
{
    if (m_d->lost()) {
        return base::fail(Kind::Io, QStringLiteral("the transaction was rolled back by the database"));
    }
    m_d->failed.reset();
    return run("ROLLBACK TO nested; RELEASE nested");
}

bool Db::alive() const
{
    return !m_d->lost();
}

qint64 Db::changedRows() const
{
    return m_d->connection->changedRows();
}

qint64 Db::lastRow() const
{
    return m_d->connection->lastRow();
}

void Db::touch(Entity kind, const base::Uuid &id)
{
    if (m_d->changes.everything) {
        return;
    }
    m_d->changes.kinds.insert(kind);
    m_d->changes.ids.insert(id);
    if (m_d->changes.ids.size() > Changes::kMostIds) {
        touchAll();
    }
}

void Db::touchAll()
{
    m_d->changes = {};
    m_d->changes.everything = true;
}

Changes Db::takeChanges()
{
    return std::exchange(m_d->changes, {});
}

base::Result<Schema> Db::schema()
{
    return m_d->connection->schema();
}

base::Result<> Db::setSchema(const Schema &schema)
{
    return m_d->noted(m_d->connection->setSchema(schema));
}

std::string_view Db::entityKey() const
{
    return m_d->connection->entityKey();
}

bool Db::isShared() const
{
    return m_d->connection->isShared();
}

base::Result<> Db::workFor(const base::Uuid &operatorId)
{
    return m_d->noted(m_d->connection->workFor({reinterpret_cast<const char *>(operatorId.bytes.data()), operatorId.bytes.size()}));
}

base::Result<> Db::quickCheck()
{
    return m_d->noted(m_d->connection->quickCheck());
}

base::Result<> Db::checkpoint()
{
    return m_d->noted(m_d->connection->checkpoint());
}

} // namespace comptoir::store
