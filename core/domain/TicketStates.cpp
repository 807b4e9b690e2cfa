// SPDX-License-Identifier: GPL-3.0-or-later
#include "Apply.h"

namespace comptoir::domain {

namespace {

constexpr auto kNo = std::optional<TicketState>{};
constexpr std::optional<TicketState> kNew = TicketState::New;
constexpr std::optional<TicketState> kProgress = TicketState::InProgress;
constexpr std::optional<TicketState> kWaiting = TicketState::Waiting;
constexpr std::optional<TicketState> kResolved = TicketState::Resolved;
constexpr std::optional<TicketState> kClosed = TicketState::Closed;
constexpr std::optional<TicketState> kCancelled = TicketState::Cancelled;

struct Line
{
    OpKind kind;
    std::array<std::optional<TicketState>, 6> after; ///< by the state before, in the order of TicketState
};

// clang-format off
/// What each operation makes of each state. kNo = refused. Opening needs a ticket that is not there, so it has no line.
constexpr std::array kTable{
    //                            New         InProgress  Waiting     Resolved    Closed     Cancelled
    Line{OpKind::TicketEdit,     {kNew,       kProgress,  kWaiting,   kResolved,  kNo,       kNo}},
    Line{OpKind::TicketTag,      {kNew,       kProgress,  kWaiting,   kResolved,  kNo,       kNo}},
    Line{OpKind::TicketClaim,    {kProgress,  kProgress,  kWaiting,   kNo,        kNo,       kNo}},
    Line{OpKind::TicketAssign,   {kNew,       kProgress,  kWaiting,   kNo,        kNo,       kNo}},
    Line{OpKind::TicketNote,     {kNew,       kProgress,  kWaiting,   kResolved,  kClosed,   kCancelled}},
    Line{OpKind::TicketWait,     {kWaiting,   kWaiting,   kWaiting,   kNo,        kNo,       kNo}},
    Line{OpKind::TicketResume,   {kNo,        kNo,        kProgress,  kNo,        kNo,       kNo}},
    Line{OpKind::TicketResolve,  {kResolved,  kResolved,  kResolved,  kNo,        kNo,       kNo}},
    Line{OpKind::TicketReopen,   {kNo,        kNo,        kNo,        kProgress,  kProgress, kNo}},
    Line{OpKind::TicketClose,    {kNo,        kNo,        kNo,        kClosed,    kNo,       kNo}},
    Line{OpKind::TicketCancel,   {kCancelled, kCancelled, kCancelled, kNo,        kNo,       kNo}},
    Line{OpKind::TicketLink,     {kNew,       kProgress,  kWaiting,   kResolved,  kNo,       kNo}},
    Line{OpKind::TicketAssist,   {kNew,       kProgress,  kWaiting,   kResolved,  kClosed,   kCancelled}},
    Line{OpKind::TicketAttach,   {kNew,       kProgress,  kWaiting,   kResolved,  kClosed,   kCancelled}},
};

// clang-format on

} // namespace

std::optional<TicketState> stateAfter(TicketState from, OpKind kind)
{
    for (const Line &line : kTable) {
        if (line.kind == kind) {
            return line.after[size_t(from)];
        }
    }
    return std::nullopt;
}

} // namespace comptoir::domain
