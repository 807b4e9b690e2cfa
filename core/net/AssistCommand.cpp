// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssistPolicy.h"

namespace comptoir::net {

using base::Error;
using base::fail;
using base::Result;

namespace {

/// Cuts `host::port`, `host:port` (VNC counts displays below 100), `host` into its parts.
std::pair<QString, QString> hostAndPort(const QString &target)
{
    const qsizetype bracket = target.startsWith(u'[') ? target.indexOf(u']') : -1;
    const qsizetype from = bracket < 0 ? 0 : bracket;
    if (const qsizetype twice = target.indexOf(QLatin1String("::"), from); twice >= 0) {
        return {target.left(twice), target.mid(twice + 2)};
    }
    const qsizetype once = target.indexOf(u':', from);
    if (once < 0) {
        return {target, QStringLiteral("5900")};
    }
    const QString tail = target.mid(once + 1);
    const int number = tail.toInt();
    return {target.left(once), tail.size() <= 2 && number > 0 ? QString::number(5900 + number) : tail};
}

Result<SlotValues> valuesFor(const QList<SlotKind> &wanted, const QString &written)
{
    SlotValues values;
    // Around the whole a space may have been pasted; inside it nothing is forgiven.
    const QString target = written.trimmed();
    const auto [host, port] = hostAndPort(target);
    for (const SlotKind kind : wanted) {
        const QString raw = kind == SlotKind::Host ? host : kind == SlotKind::Port ? port : target;
        auto value = slotValue(kind, raw);
        if (!value) {
            return tl::unexpected(value.error());
        }
        values.insert(kind, *value);
    }
    return values;
}

Result<AssistCommand> commandOf(const AssistTool &tool, const QString &target)
{
    const bool isUri = !tool.uri.isEmpty();
    const QStringList texts = isUri ? QStringList{tool.uri} : tool.arguments;
    auto wanted = slotsOf(texts);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    auto values = valuesFor(*wanted, target);
    if (!values) {
        return tl::unexpected(values.error());
    }
    auto done = filled(texts, *values, isUri);
    if (!done) {
        return tl::unexpected(done.error());
    }
    AssistCommand command;
    command.tigerVncLog = tool.tigerVncLog;
    if (isUri) {
        command.uri = done->front();
    } else {
        command.program = tool.program;
        command.arguments = *done;
    }
    return command;
}

} // namespace

Result<std::pair<const AssistTool *, AssistCommand>> AssistPolicy::command(const domain::RemoteAccess &access) const
{
    Result<std::pair<const AssistTool *, AssistCommand>> last = fail(
        Error::Kind::NotFound, QStringLiteral("no tool of the policy serves %1").arg(access.tool.left(32)));
    for (const AssistTool &tool : m_tools) {
        if (tool.serves.compare(access.tool, Qt::CaseInsensitive) != 0) {
            continue;
        }
        auto command = commandOf(tool, access.id);
        if (command) {
            return std::pair(&tool, std::move(*command));
        }
        last = tl::unexpected(command.error());
    }
    return last;
}

} // namespace comptoir::net
