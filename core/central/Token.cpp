// SPDX-License-Identifier: GPL-3.0-or-later
#include "Token.h"

#include <QCryptographicHash>

namespace comptoir::central {

QByteArray newToken(base::Random &random)
{
    return random.bytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenDigest(QByteArrayView token)
{
    return QCryptographicHash::hash(token.toByteArray(), QCryptographicHash::Sha256);
}

} // namespace comptoir::central
