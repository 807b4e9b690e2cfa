// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlobTransfers.h"

#include "Clock.h"
#include "SessionOf.h"
#include "Token.h"

#include <QCryptographicHash>
#include <QPromise>

namespace comptoir::central {

namespace {

/// What tells the type of a file stands at its beginning.
constexpr qsizetype kBlobHead = 512;

/// Checks a file that has come whole: reads it in turns, so that other reads go in between, and settles it.
class BlobWalk : public std::enable_shared_from_this<BlobWalk>
{
public:
    BlobWalk(store::Store &store, QByteArray token, const blobs::Address &address, qint64 nowMs)
        : m_store(store)
        , m_token(std::move(token))
        , m_address(address)
        , m_nowMs(nowMs)
    {}

    QFuture<Answer<blobs::Settled>> begin(const blobs::State &state)
    {
        m_promise.start();
        m_store
            .read([self = shared_from_this()](store::Db &db) {
                return self->session(db).and_then([&](const Session &who) { return blobs::toCheck(db, who, self->m_address); });
            })
            .then([self = shared_from_this(), state](const Answer<std::optional<blobs::Check>> &check) {
                if (!check) {
                    return self->end(tl::unexpected(check.error()));
                }
                if (!*check) {
                    return self->end(blobs::Settled{state, {}, {}});
                }
                self->m_check = **check;
                self->goOn();
            });
        return m_promise.future();
    }

private:
    [[nodiscard]] Answer<Session> session(store::Db &db) const { return sessionOf(db, tokenDigest(m_token), m_nowMs); }

    void goOn()
    {
        m_store.read([self = shared_from_this()](store::Db &db) { return blobs::nextOf(db, self->m_address.scope, self->m_check); })
            .then([self = shared_from_this()](const base::Result<QByteArray> &bytes) {
                if (!bytes) {
                    return self->end(tl::unexpected<Fault>(bytes.error()));
                }
                if (bytes->isEmpty()) {
                    return self->settle(); // gone meanwhile, which settling sees; or short, and then it is not what was announced
                }
                self->m_hash.addData(*bytes);
                self->m_check.head += bytes->left(kBlobHead - self->m_check.head.size());
                self->m_check.read += bytes->size();
                self->m_check.read < self->m_check.size ? self->goOn() : self->settle();
            });
    }

    void settle()
    {
        m_store
            .write([self = shared_from_this(), digest = m_hash.result()](store::Db &db) {
                return self->session(db).and_then(
                    [&](const Session &who) { return blobs::settle(db, who, self->m_address, self->m_check, digest, self->m_nowMs); });
            })
            .then([self = shared_from_this()](const Answer<blobs::Settled> &done) {
                self->end(done && done->refused ? tl::unexpected<Fault>(*done->refused) : done);
            });
    }

    void end(Answer<blobs::Settled> answer)
    {
        m_promise.addResult(std::move(answer));
        m_promise.finish();
    }

    store::Store &m_store;
    QByteArray m_token;
    blobs::Address m_address;
    qint64 m_nowMs;
    blobs::Check m_check;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QPromise<Answer<blobs::Settled>> m_promise;
};

} // namespace

QFuture<Answer<blobs::State>> BlobTransfers::state(const QByteArray &token, const blobs::Address &address)
{
    return m_parts.store.read([=, nowMs = m_parts.clock.nowMs()](store::Db &db) {
        return sessionOf(db, tokenDigest(token), nowMs).and_then([&](const Session &who) { return blobs::stateOf(db, who, address); });
    });
}

QFuture<Answer<blobs::Settled>> BlobTransfers::put(const QByteArray &token, const blobs::Address &address, qint64 offset,
                                                   const QByteArray &bytes)
{
    const qint64 nowMs = m_parts.clock.nowMs();
    return m_parts.store
        .write([=, quota = m_parts.quota, &random = m_parts.random](store::Db &db) {
            return sessionOf(db, tokenDigest(token), nowMs).and_then([&](const Session &who) {
                return blobs::take(db, who, address, {offset, bytes}, {quota, nowMs, random});
            });
        })
        .then([=, &store = m_parts.store](const Answer<blobs::State> &state) {
            if (!state || state->stored || state->received < state->size) {
                return QtFuture::makeReadyFuture(state.map([](const blobs::State &told) { return blobs::Settled{told, {}, {}}; }));
            }
            return std::make_shared<BlobWalk>(store, token, address, nowMs)->begin(*state);
        })
        .unwrap();
}

QFuture<Answer<blobs::Part>> BlobTransfers::read(const QByteArray &token, const blobs::Address &address, qint64 from, qint64 most)
{
    const auto work = [=, nowMs = m_parts.clock.nowMs()](store::Db &db) {
        return sessionOf(db, tokenDigest(token), nowMs).and_then([&](const Session &who) -> Answer<blobs::Part> {
            auto part = blobs::read(db, who, address, from, most);
            const auto noted = part && from == 0 ? blobs::noteRead(db, who, address, nowMs) : base::Result<>();
            return noted ? part : tl::unexpected<Fault>(noted.error());
        });
    };
    // Who fetches a file begins at its beginning, and that is noted.
    return from == 0 ? m_parts.store.write(work) : m_parts.store.read(work);
}

} // namespace comptoir::central
