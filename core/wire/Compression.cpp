// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compression.h"

#include <zstd.h>

#include <memory>

namespace comptoir::wire {

namespace {

constexpr int kLevel = 1;

struct StreamFreer
{
    void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
};

} // namespace

QByteArray compress(QByteArrayView plain)
{
    QByteArray out(qsizetype(ZSTD_compressBound(static_cast<size_t>(plain.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress(out.data(), static_cast<size_t>(out.size()), plain.data(), static_cast<size_t>(plain.size()), kLevel);
    Q_ASSERT(!ZSTD_isError(size));
    out.truncate(qsizetype(size));
    return out;
}

base::Result<QByteArray> decompress(QByteArrayView packed, qsizetype most)
{
    const auto damaged = [] { return base::fail(base::Error::Kind::Protocol, QStringLiteral("the compressed data is damaged")); };
    const auto tooLarge = [&] {
        return base::fail(base::Error::Kind::Full, QStringLiteral("more than %1 bytes after decompression").arg(most));
    };
    const unsigned long long told = ZSTD_getFrameContentSize(packed.data(), static_cast<size_t>(packed.size()));
    if (told == ZSTD_CONTENTSIZE_ERROR) {
        return damaged();
    }
    if (told != ZSTD_CONTENTSIZE_UNKNOWN && told > static_cast<unsigned long long>(most)) {
        return tooLarge();
    }
    // The size told is a claim: room is made as the data comes.
    const std::unique_ptr<ZSTD_DStream, StreamFreer> stream(ZSTD_createDStream());
    QByteArray out(std::min<qsizetype>(most, std::max<qsizetype>(packed.size() * 4, qsizetype(ZSTD_DStreamOutSize()))), Qt::Uninitialized);
    ZSTD_inBuffer in{packed.data(), static_cast<size_t>(packed.size()), 0};
    ZSTD_outBuffer to{out.data(), static_cast<size_t>(out.size()), 0};
    for (;;) {
        const size_t left = ZSTD_decompressStream(stream.get(), &to, &in);
        if (ZSTD_isError(left)) {
            return damaged();
        }
        if (left == 0) {
            break;
        }
        if (to.pos < to.size) {
            if (in.pos == in.size) {
                return damaged();
            }
            continue;
        }
        if (out.size() == most) {
            return tooLarge();
        }
        out.resize(std::min(most, out.size() * 2));
        to.dst = out.data();
        to.size = static_cast<size_t>(out.size());
    }
    if (in.pos != in.size) {
        return damaged();
    }
    out.truncate(qsizetype(to.pos));
    return out;
}

} // namespace comptoir::wire
