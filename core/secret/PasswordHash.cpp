// SPDX-License-Identifier: GPL-3.0-or-later
#include "PasswordHash.h"

#include <argon2.h>

#include <cstring>

namespace comptoir::secret {

using base::Error;
using base::fail;
using base::Result;

namespace {

constexpr size_t kSaltBytes = 16;
constexpr size_t kHashBytes = 32;

/// The password as bytes, overwritten when it goes. Normal form C: the same password typed on another system is equal.
class PasswordBytes
{
public:
    explicit PasswordBytes(const QString &password) : m_bytes(password.normalized(QString::NormalizationForm_C).toUtf8()) {}
    ~PasswordBytes() { explicit_bzero(m_bytes.data(), size()); }
    Q_DISABLE_COPY_MOVE(PasswordBytes)

    [[nodiscard]] const char *data() const { return m_bytes.constData(); }
    [[nodiscard]] size_t size() const { return static_cast<size_t>(m_bytes.size()); }
    [[nodiscard]] bool isTooLong() const { return m_bytes.size() > kPasswordMaxBytes; }

private:
    QByteArray m_bytes;
};

/// `$argon2id$v=19$m=…,t=…,p=…$`
QByteArray costPrefix(HashCost cost)
{
    return QByteArrayLiteral("$argon2id$v=19$m=") + QByteArray::number(cost.memoryKib) + ",t=" + QByteArray::number(cost.passes)
        + ",p=" + QByteArray::number(cost.lanes) + '$';
}

} // namespace

Result<QByteArray> hashPassword(const QString &password, base::Random &random, HashCost cost)
{
    const PasswordBytes bytes(password);
    if (bytes.size() == 0 || bytes.isTooLong()) {
        return fail(Error::Kind::Invalid, QStringLiteral("a password has 1 to %1 bytes").arg(kPasswordMaxBytes));
    }
    const QByteArray salt = random.bytes(kSaltBytes);
    const size_t length = argon2_encodedlen(cost.passes, cost.memoryKib, cost.lanes, kSaltBytes, kHashBytes, Argon2_id);
    QByteArray encoded(static_cast<qsizetype>(length), '\0');
    const int code = argon2id_hash_encoded(cost.passes, cost.memoryKib, cost.lanes, bytes.data(), bytes.size(), salt.constData(),
                                           kSaltBytes, kHashBytes, encoded.data(), length);
    if (code != ARGON2_OK) {
        const auto kind = code == ARGON2_MEMORY_ALLOCATION_ERROR ? Error::Kind::Busy : Error::Kind::Invalid;
        return fail(kind, QString::fromLatin1(argon2_error_message(code)));
    }
    encoded.truncate(static_cast<qsizetype>(qstrlen(encoded.constData())));
    return encoded;
}

Result<bool> verifyPassword(const QString &password, const QByteArray &encoded)
{
    const PasswordBytes bytes(password);
    if (bytes.isTooLong()) {
        return false;
    }
    const int code = argon2id_verify(encoded.constData(), bytes.data(), bytes.size());
    switch (code) {
    case ARGON2_OK: return true;
    case ARGON2_VERIFY_MISMATCH: return false;
    case ARGON2_MEMORY_ALLOCATION_ERROR: return fail(Error::Kind::Busy, QString::fromLatin1(argon2_error_message(code)));
    default: return fail(Error::Kind::Corrupt, QString::fromLatin1(argon2_error_message(code)));
    }
}

bool needsRehash(const QByteArray &encoded, HashCost cost)
{
    return !encoded.startsWith(costPrefix(cost));
}

QByteArray dummyHash()
{
    // Salt and hash of zero bytes: finding a password for it is finding a preimage.
    return costPrefix(HashCost{}) + QByteArray(kSaltBytes, '\0').toBase64(QByteArray::OmitTrailingEquals) + '$'
        + QByteArray(kHashBytes, '\0').toBase64(QByteArray::OmitTrailingEquals);
}

} // namespace comptoir::secret
