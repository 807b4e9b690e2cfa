// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditRow.h"

#include <QByteArrayList>
#include <QCryptographicHash>

namespace comptoir::central {

namespace {

void add(QCryptographicHash &hash, const QByteArray &value)
{
    hash.addData(QByteArray(QByteArray::number(value.size()) + ':'));
    hash.addData(value);
}

void add(QCryptographicHash &hash, char type, const QByteArray &value)
{
    hash.addData(QByteArray(1, type));
    add(hash, value);
}

QByteArray untyped(const QByteArray &before, const AuditRow &row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    add(hash, QByteArray::number(row.atMs));
    add(hash, row.actor.value_or(base::Uuid().toBytes()));
    for (const QByteArray &text : row.texts) {
        add(hash, text);
    }
    return hash.result();
}

} // namespace

AuditRow AuditRow::of(const store::Statement &row)
{
    const auto bytes = [&](int column) {
        const std::string_view text = row.view(column);
        return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    };
    return {row.integer(0),
            row.integer(1),
            row.isNull(2) ? std::nullopt : std::optional(row.blob(2)),
            {bytes(3), bytes(4), bytes(5)},
            row.blob(6)};
}

QByteArray AuditRow::digestAfter(const QByteArray &before, domain::ScopeId chain, Form form) const
{
    if (form == Form::Untyped) {
        return untyped(before, *this);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    add(hash, 'B', before);
    if (form == Form::Chained) {
        add(hash, 'C', chain.value.toBytes());
    }
    add(hash, 'I', QByteArray::number(no));
    add(hash, 'I', QByteArray::number(atMs));
    add(hash, actor ? 'B' : 'N', actor.value_or(QByteArray()));
    for (const QByteArray &text : texts) {
        add(hash, 'T', text);
    }
    if (form == Form::Chained) {
        add(hash, 'S', sealed);
    }
    return hash.result();
}

bool AuditRow::hasActorOrNone() const
{
    return !actor || (actor->size() == 16 && *actor != base::Uuid().toBytes());
}

QByteArray AuditRow::told(QByteArrayView name) const
{
    for (const QByteArray &word : texts[2].split(' ')) {
        if (word.startsWith(name) && word.size() > name.size() && word.at(name.size()) == '=') {
            return word.mid(name.size() + 1);
        }
    }
    return {};
}

QByteArray sealOf(const QByteArray &salt, const QByteArray &value)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    add(hash, 'B', salt);
    add(hash, 'T', value);
    return hash.result();
}

} // namespace comptoir::central
