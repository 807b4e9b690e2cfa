// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "Limits.h"
#include "OpMessage.h"

namespace comptoir::wire {

class JsonWriter;

/// `POST /v1/ops`: a batch of at most kMostOps operations and kMostOpsBytes.
struct OpsRequest
{
    QByteArray epoch; ///< of the service as the console knows it; empty before the first contact
    domain::DeviceId device;
    int protocol = kProtocol;
    qint64 clockMs = 0; ///< the console's wall clock as it sends; 0 = not told
    std::vector<OpMessage> ops;

    [[nodiscard]] QByteArray encode() const;
    /// Full where a limit is passed (413), Invalid for anything else that is wrong (400).
    [[nodiscard]] static base::Result<OpsRequest> decode(QByteArrayView json);
};

/// What became of an operation.
enum class VerdictCode { Ok, Noop, Taken, Stale, Gone, Forbidden, Invalid, Unknown, TooOld, Ahead, HashMismatch };

[[nodiscard]] VerdictCode verdictOf(domain::Refusal::Code code);
/// Ok and Noop.
[[nodiscard]] bool isAccepted(VerdictCode code);

/// The service's final word on one operation, stored there under its id.
struct Verdict
{
    domain::OperationId id;
    domain::ScopeId scope;
    VerdictCode code = VerdictCode::Ok;
    qint64 seq = 0; ///< in the scope; 0 where the scope is not granted
    QByteArray data; ///< JSON object or empty: of a refusal `field`, `current`, `set_by`, `reason`

    /// The refusal told by `data`; nothing for accepted operations.
    [[nodiscard]] std::optional<domain::Refusal> refusal() const;
    [[nodiscard]] static Verdict refused(domain::OperationId id, domain::ScopeId scope, qint64 seq, const domain::Refusal &refusal);

    bool operator==(const Verdict &) const = default;
};

/// The JSON of Verdict::data for a refusal.
[[nodiscard]] QByteArray encodeRefusal(const domain::Refusal &refusal);
/// Appends one verdict as a JSON object.
void writeVerdict(JsonWriter &out, const Verdict &verdict);

/// The answer to an OpsRequest, a verdict per operation in the order of the request.
struct OpsReply
{
    QByteArray epoch;
    std::vector<Verdict> verdicts;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static base::Result<OpsReply> decode(QByteArrayView json);
};

} // namespace comptoir::wire

namespace comptoir::domain {

template <>
struct CodesOf<wire::VerdictCode>
{
    using V = wire::VerdictCode;
    static constexpr std::array list{std::pair{V::Ok, "ok"},
                                     std::pair{V::Noop, "noop"},
                                     std::pair{V::Taken, "taken"},
                                     std::pair{V::Stale, "stale"},
                                     std::pair{V::Gone, "gone"},
                                     std::pair{V::Forbidden, "forbidden"},
                                     std::pair{V::Invalid, "invalid"},
                                     std::pair{V::Unknown, "unknown"},
                                     std::pair{V::TooOld, "too_old"},
                                     std::pair{V::Ahead, "ahead"},
                                     std::pair{V::HashMismatch, "hash_mismatch"}};
};

} // namespace comptoir::domain
