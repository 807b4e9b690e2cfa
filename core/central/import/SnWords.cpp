// SPDX-License-Identifier: GPL-3.0-or-later
#include "SnWords.h"

namespace comptoir::central {

using domain::Channel;
using domain::Level;
using domain::Priority;
using domain::Resolution;
using domain::TicketState;
using domain::WaitReason;

std::optional<SnState> snState(QStringView word)
{
    struct Line
    {
        QStringView word;
        SnState state;
    };
    static const std::array<Line, 12> lines{{{u"New", {TicketState::New, WaitReason::None, true}},
                                             {u"Active", {TicketState::InProgress, WaitReason::None, true}},
                                             {u"In Progress", {TicketState::InProgress, WaitReason::None, true}},
                                             {u"Awaiting User Info", {TicketState::Waiting, WaitReason::Requester, true}},
                                             {u"Awaiting Vendor", {TicketState::Waiting, WaitReason::Supplier, true}},
                                             {u"Awaiting Problem", {TicketState::Waiting, WaitReason::Other, true}},
                                             {u"Awaiting Evidence", {TicketState::Waiting, WaitReason::Other, true}},
                                             {u"On Hold", {TicketState::Waiting, WaitReason::Other, true}},
                                             {u"Resolved", {TicketState::Resolved, WaitReason::None, true}},
                                             {u"Closed", {TicketState::Closed, WaitReason::None, true}},
                                             {u"Canceled", {TicketState::Cancelled, WaitReason::None, true}},
                                             {u"-100", {TicketState::New, WaitReason::None, false}}}};
    for (const Line &line : lines) {
        if (line.word == word) {
            return line.state;
        }
    }
    return std::nullopt;
}

std::optional<Level> snLevel(QStringView word)
{
    constexpr std::array<Level, 3> levels{Level::High, Level::Medium, Level::Low};
    const int digit = word.isEmpty() ? -1 : word.front().unicode() - u'1';
    return digit >= 0 && digit < 3 ? std::optional(levels[static_cast<std::size_t>(digit)]) : std::nullopt;
}

std::optional<Priority> snPriority(QStringView word)
{
    constexpr std::array<Priority, 5> priorities{Priority::P1, Priority::P2, Priority::P3, Priority::P4, Priority::P5};
    const int digit = word.isEmpty() ? -1 : word.front().unicode() - u'1';
    return digit >= 0 && digit < 5 ? std::optional(priorities[static_cast<std::size_t>(digit)]) : std::nullopt;
}

std::optional<Resolution> snResolution(QStringView word)
{
    struct Line
    {
        QStringView word;
        Resolution resolution;
    };
    static constexpr std::array<Line, 9> lines{{{u"Solved (Permanently)", Resolution::Fixed},
                                                {u"Solved Remotely (Permanently)", Resolution::Fixed},
                                                {u"Solution provided", Resolution::Fixed},
                                                {u"Solved (Work Around)", Resolution::Workaround},
                                                {u"Solved Remotely (Work Around)", Resolution::Workaround},
                                                {u"Workaround provided", Resolution::Workaround},
                                                {u"Not Solved (Not Reproducible)", Resolution::NoFault},
                                                {u"User error", Resolution::Advice},
                                                {u"Duplicate", Resolution::Duplicate}}};
    for (const Line &line : lines) {
        if (line.word.compare(word, Qt::CaseInsensitive) == 0) {
            return line.resolution;
        }
    }
    return std::nullopt;
}

Channel snChannel(QStringView word)
{
    if (word == u"Phone") {
        return Channel::Phone;
    }
    if (word == u"Email") {
        return Channel::Mail;
    }
    return word == u"Self service" || word == u"Self-service" ? Channel::Portal : Channel::Other;
}

QString unknownWord(const QString &state, const QString &impact, const QString &urgency, const QString &priority)
{
    if (!snState(state)) {
        return QStringLiteral("the state \"%1\" is not known").arg(state.left(60));
    }
    if (!snLevel(impact)) {
        return QStringLiteral("the impact \"%1\" is not known").arg(impact.left(60));
    }
    if (!snLevel(urgency)) {
        return QStringLiteral("the urgency \"%1\" is not known").arg(urgency.left(60));
    }
    return snPriority(priority) ? QString() : QStringLiteral("the priority \"%1\" is not known").arg(priority.left(60));
}

} // namespace comptoir::central
