// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace comptoir::domain {

// Every enumeration is stored and sent as a text code. CodesOf<E>::list is the one place that pairs value and code.

template <class E>
struct CodesOf;

/// The text code of an enumerator.
template <class E>
[[nodiscard]] QLatin1String codeOf(E value)
{
    for (const auto &[candidate, code] : CodesOf<E>::list) {
        if (candidate == value) {
            return QLatin1String(code);
        }
    }
    return {};
}

/// The enumerator of a text code; nothing for an unknown code.
template <class E>
[[nodiscard]] std::optional<E> fromCode(QStringView code)
{
    for (const auto &[candidate, text] : CodesOf<E>::list) {
        if (code == QLatin1String(text)) {
            return candidate;
        }
    }
    return std::nullopt;
}

enum class TicketKind { Incident, Request };
enum class TicketState { New, InProgress, Waiting, Resolved, Closed, Cancelled };
enum class WaitReason { None, Requester, Supplier, Part, Appointment, Other };
/// Impact and urgency share this scale (SERVICE-DESK.md, ITIL matrix).
enum class Level { High, Medium, Low };
/// P1 (most pressing) to P5.
enum class Priority { P1, P2, P3, P4, P5 };
enum class Channel { Phone, WalkIn, Portal, Mail, Chat, Other };
enum class Role { Operator, Supervisor, Administrator, BusinessAgent };
enum class AssetKind { Workstation, Phone, Printer, Server, Application, Other };
enum class NumberKind { Direct, Extension, Mobile, Switchboard, Learned };
enum class Direction { In, Out };
enum class CallOutcome { Ringing, Answered, Missed, Rejected, Busy, Abandoned };
enum class OperatorState { Available, OnCall, WrapUp, Pause, Offline };

template <>
struct CodesOf<TicketKind>
{
    static constexpr std::array list{std::pair{TicketKind::Incident, "incident"}, std::pair{TicketKind::Request, "request"}};
};

template <>
struct CodesOf<TicketState>
{
    static constexpr std::array list{std::pair{TicketState::New, "new"},         std::pair{TicketState::InProgress, "in_progress"},
                                     std::pair{TicketState::Waiting, "waiting"}, std::pair{TicketState::Resolved, "resolved"},
                                     std::pair{TicketState::Closed, "closed"},   std::pair{TicketState::Cancelled, "cancelled"}};
};

template <>
struct CodesOf<WaitReason>
{
    static constexpr std::array list{
        std::pair{WaitReason::None, ""},     std::pair{WaitReason::Requester, "requester"},     std::pair{WaitReason::Supplier, "supplier"},
        std::pair{WaitReason::Part, "part"}, std::pair{WaitReason::Appointment, "appointment"}, std::pair{WaitReason::Other, "other"}};
};

template <>
struct CodesOf<Level>
{
    static constexpr std::array list{std::pair{Level::High, "high"}, std::pair{Level::Medium, "medium"}, std::pair{Level::Low, "low"}};
};

template <>
struct CodesOf<Priority>
{
    static constexpr std::array list{std::pair{Priority::P1, "p1"}, std::pair{Priority::P2, "p2"}, std::pair{Priority::P3, "p3"},
                                     std::pair{Priority::P4, "p4"}, std::pair{Priority::P5, "p5"}};
};

template <>
struct CodesOf<Channel>
{
    static constexpr std::array list{std::pair{Channel::Phone, "phone"},   std::pair{Channel::WalkIn, "walk_in"},
                                     std::pair{Channel::Portal, "portal"}, std::pair{Channel::Mail, "mail"},
                                     std::pair{Channel::Chat, "chat"},     std::pair{Channel::Other, "other"}};
};

template <>
struct CodesOf<Role>
{
    static constexpr std::array list{std::pair{Role::Operator, "operator"}, std::pair{Role::Supervisor, "supervisor"},
                                     std::pair{Role::Administrator, "administrator"}, std::pair{Role::BusinessAgent, "business_agent"}};
};

template <>
struct CodesOf<AssetKind>
{
    static constexpr std::array list{std::pair{AssetKind::Workstation, "workstation"}, std::pair{AssetKind::Phone, "phone"},
                                     std::pair{AssetKind::Printer, "printer"},         std::pair{AssetKind::Server, "server"},
                                     std::pair{AssetKind::Application, "application"}, std::pair{AssetKind::Other, "other"}};
};

template <>
struct CodesOf<NumberKind>
{
    static constexpr std::array list{std::pair{NumberKind::Direct, "direct"}, std::pair{NumberKind::Extension, "extension"},
                                     std::pair{NumberKind::Mobile, "mobile"}, std::pair{NumberKind::Switchboard, "switchboard"},
                                     std::pair{NumberKind::Learned, "learned"}};
};

template <>
struct CodesOf<Direction>
{
    static constexpr std::array list{std::pair{Direction::In, "in"}, std::pair{Direction::Out, "out"}};
};

template <>
struct CodesOf<CallOutcome>
{
    static constexpr std::array list{std::pair{CallOutcome::Ringing, "ringing"}, std::pair{CallOutcome::Answered, "answered"},
                                     std::pair{CallOutcome::Missed, "missed"},   std::pair{CallOutcome::Rejected, "rejected"},
                                     std::pair{CallOutcome::Busy, "busy"},       std::pair{CallOutcome::Abandoned, "abandoned"}};
};

template <>
struct CodesOf<OperatorState>
{
    static constexpr std::array list{std::pair{OperatorState::Available, "available"}, std::pair{OperatorState::OnCall, "on_call"},
                                     std::pair{OperatorState::WrapUp, "wrap_up"}, std::pair{OperatorState::Pause, "pause"},
                                     std::pair{OperatorState::Offline, "offline"}};
};

} // namespace comptoir::domain
