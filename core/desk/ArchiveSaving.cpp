// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveSaving.h"

#include "ArchiveSource.h"
#include "BlobKeep.h"
#include "Store.h"
#include "Then.h"

#include <QPromise>

#include <utility>

namespace comptoir::desk {

using base::Error;
using base::Result;

struct ArchiveSaving::Job
{
    ArchivedFile file;
    QString path;
    std::function<void(qint64)> moved;
    QPromise<Result<>> promise = {};
    QByteArray bytes = {};
};

ArchiveSaving::ArchiveSaving(ArchiveSource &source, store::Store &store) : m_source(source), m_store(store) {}

ArchiveSaving::~ArchiveSaving() = default;

QFuture<Result<>> ArchiveSaving::add(const ArchivedFile &file, const QString &path, std::function<void(qint64)> moved)
{
    const auto job = std::make_shared<Job>(Job{file, path, std::move(moved)});
    job->promise.start();
    QFuture<Result<>> future = job->promise.future();
    m_waiting.push_back(job);
    next();
    return future;
}

void ArchiveSaving::next()
{
    if (m_busy || m_waiting.empty()) {
        return;
    }
    m_busy = true;
    const auto job = m_waiting.front();
    m_waiting.pop_front();
    const qint64 size = job->file.line.size;
    if (size <= 0 || size > domain::kMostAttachmentBytes) {
        end(job, base::fail(Error::Kind::Protocol, QStringLiteral("no attachment has this size")));
        return;
    }
    if (!job->promise.isCanceled()) {
        job->bytes.reserve(size);
    }
    ask(job);
}

void ArchiveSaving::ask(const std::shared_ptr<Job> &job)
{
    if (job->promise.isCanceled()) {
        end(job, base::fail(Error::Kind::Cancelled, {}));
        return;
    }
    const auto &[scope, ticket, line] = job->file;
    base::then(m_source.piece(scope, ticket, line.id, job->bytes.size()), &m_context,
               [this, job](const Result<QByteArray> &piece) { take(job, piece); });
}

void ArchiveSaving::take(const std::shared_ptr<Job> &job, const Result<QByteArray> &piece)
{
    if (!piece) {
        end(job, tl::unexpected(piece.error()));
        return;
    }
    const qint64 size = job->file.line.size;
    if (piece->isEmpty() || job->bytes.size() + piece->size() > size) {
        end(job, base::fail(Error::Kind::Corrupt, QStringLiteral("the attachment does not have the size it is said to have")));
        return;
    }
    job->bytes.append(*piece);
    if (job->moved && !job->promise.isCanceled()) {
        job->moved(job->bytes.size());
    }
    job->bytes.size() < size ? ask(job) : write(job);
}

void ArchiveSaving::write(const std::shared_ptr<Job> &job)
{
    const auto future = m_store.read([bytes = std::exchange(job->bytes, {}), sum = job->file.line.sha256, path = job->path,
                                      asked = job->promise.future()](store::Db &) -> Result<> {
        if (asked.isCanceled()) {
            return base::fail(Error::Kind::Cancelled, {});
        }
        return store::BlobKeep::writeOut(bytes, sum, path);
    });
    base::then(future, &m_context, [this, job](const Result<> &done) { end(job, done); });
}

void ArchiveSaving::end(const std::shared_ptr<Job> &job, const Result<> &done)
{
    m_busy = false;
    job->bytes = {};
    job->promise.addResult(done);
    job->promise.finish();
    next();
}

} // namespace comptoir::desk
