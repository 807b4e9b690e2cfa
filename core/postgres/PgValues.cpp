// SPDX-License-Identifier: GPL-3.0-or-later
#include "PgValues.h"

#include <QtEndian>

#include <postgresql/libpq-fe.h>

#include <algorithm>
#include <string_view>

namespace comptoir::postgres {

namespace {

using Kind = base::Error::Kind;

template <class T>
T bigEndian(std::string_view bytes)
{
    return bytes.size() >= sizeof(T) ? qFromBigEndian<T>(bytes.data()) : T(0);
}

template <class T>
std::string toBigEndian(T value)
{
    std::string out(sizeof(T), '\0');
    qToBigEndian(value, out.data());
    return out;
}

/// The binary form of numeric: count, weight, sign and scale, then digits of base 10,000.
qint64 numericIn(std::string_view bytes)
{
    const int count = bigEndian<qint16>(bytes);
    const int weight = bigEndian<qint16>(bytes.substr(std::min<std::size_t>(2, bytes.size())));
    const bool negative = bytes.size() >= 6 && bigEndian<quint16>(bytes.substr(4)) == 0x4000;
    qint64 out = 0;
    for (int at = 0; at <= weight; ++at) {
        const std::size_t place = 8 + 2 * static_cast<std::size_t>(at);
        out = out * 10000 + (at < count && place + 2 <= bytes.size() ? bigEndian<qint16>(bytes.substr(place)) : 0);
    }
    return negative ? -out : out;
}

Kind kindOf(std::string_view state)
{
    // Serialisation, deadlock, lock not available, cancelled, the server going, coming or full of connections, or its connection lost.
    constexpr std::string_view kPassing[] = {"40", "55P03", "57", "08", "53300", "53400", "25P03"};
    if (std::any_of(std::begin(kPassing), std::end(kPassing), [&](std::string_view one) { return state.starts_with(one); })) {
        return Kind::Busy;
    }
    if (state == "53100") {
        return Kind::Full;
    }
    if (state.starts_with("XX00") && state != "XX000") {
        return Kind::Corrupt;
    }
    return state.starts_with("22") || state.starts_with("23") ? Kind::Invalid : Kind::Io;
}

} // namespace

bool isNil(std::string_view bytes)
{
    return bytes == nilBytes();
}

const std::string &nilBytes()
{
    static const std::string nil(16, '\0');
    return nil;
}

qint64 integerIn(unsigned type, std::string_view bytes)
{
    switch (type) {
    case kInt8: return bigEndian<qint64>(bytes);
    case kInt4: return bigEndian<qint32>(bytes);
    case kInt2: return bigEndian<qint16>(bytes);
    case kBool: return !bytes.empty() && bytes.front() != 0;
    case kNumeric: return numericIn(bytes);
    default: return 0;
    }
}

std::string binaryOf(unsigned type, qint64 value)
{
    switch (type) {
    case kInt8: return toBigEndian(value);
    case kInt4: return toBigEndian(static_cast<qint32>(value));
    case kInt2: return toBigEndian(static_cast<qint16>(value));
    case kBool: return std::string(1, value != 0 ? '\1' : '\0');
    default: return {};
    }
}

base::Error errorOf(const pg_conn *connection, const pg_result *result)
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const char *primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    const QString told = QString::fromUtf8(primary ? primary : PQerrorMessage(connection)).simplified();
    if (!state || PQstatus(connection) == CONNECTION_BAD) {
        return {Kind::Busy, QStringLiteral("the database is away: %1").arg(told)};
    }
    return {kindOf(state), QStringLiteral("database: %1 (%2)").arg(told, QLatin1String(state))};
}

} // namespace comptoir::postgres
