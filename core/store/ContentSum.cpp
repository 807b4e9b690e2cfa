// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContentSum.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace comptoir::store {

namespace {

constexpr qsizetype kSumBytes = 8;

} // namespace

ContentSum &ContentSum::add(QByteArrayView bytes)
{
    add(qint64(bytes.size()));
    m_bytes.append(bytes);
    return *this;
}

ContentSum &ContentSum::add(const QString &text)
{
    const QByteArray bytes = QString(text.startsWith(QChar(0xFEFF)) ? text.mid(1) : text).toUtf8();
    return add(QByteArrayView(bytes));
}

ContentSum &ContentSum::add(qint64 number)
{
    std::array<char, sizeof number> bytes{};
    qToBigEndian(number, bytes.data());
    m_bytes.append(bytes.data(), qsizetype(bytes.size()));
    return *this;
}

QByteArray ContentSum::value() const
{
    return QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).left(kSumBytes);
}

} // namespace comptoir::store
