// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpMessage.h"

#include "PayloadCodec.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace comptoir::wire {

namespace {

void addPart(QCryptographicHash &hash, QByteArrayView part)
{
    std::array<char, 4> length{};
    qToBigEndian(static_cast<quint32>(part.size()), length.data());
    hash.addData(QByteArrayView(length.data(), qsizetype(length.size())));
    hash.addData(part);
}

} // namespace

QByteArray OpMessage::hash() const
{
    if (!formerHash.isEmpty()) {
        return formerHash;
    }
    QByteArray joinedDeps;
    for (const domain::OperationId &dep : deps) {
        joinedDeps += dep.value.toBytes();
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addPart(hash, id.value.toBytes());
    addPart(hash, scope.value.toBytes());
    addPart(hash, entity.value.toBytes());
    addPart(hash, kind);
    addPart(hash, QByteArray::number(version));
    addPart(hash, joinedDeps);
    addPart(hash, payload);
    return hash.result();
}

base::Result<domain::Operation> OpMessage::toOperation() const
{
    const auto known = domain::fromCode<domain::OpKind>(QString::fromLatin1(kind));
    if (!known) {
        return base::fail(base::Error::Kind::TooNew, QStringLiteral("unknown kind of operation"));
    }
    auto read = decodePayload(*known, version, payload);
    if (!read) {
        return tl::unexpected(read.error());
    }
    return domain::Operation{id, scope, entity, version, deps, std::move(*read)};
}

OpMessage OpMessage::from(const domain::Operation &op, qint64 ageMs)
{
    const QLatin1String code = domain::codeOf(op.kind());
    return {op.id, op.scope, op.entity, QByteArray(code.data(), code.size()), op.version, op.deps, ageMs, encodePayload(op.payload)};
}

QByteArray scopeText(domain::ScopeId scope)
{
    return scope.isNull() ? QByteArrayLiteral("shared") : scope.value.toText();
}

std::optional<domain::ScopeId> scopeFromText(QByteArrayView text)
{
    if (text == QByteArrayView("shared")) {
        return domain::ScopeId{};
    }
    const auto id = base::Uuid::fromText(text);
    return id && !id->isNull() ? std::optional(domain::ScopeId{*id}) : std::nullopt;
}

} // namespace comptoir::wire
