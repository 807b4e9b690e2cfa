// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssistPolicy.h"
#include "BaresipEvents.h"
#include "FedInPieces.h"
#include "Fuzz.h"
#include "LocalMessage.h"
#include "Netstrings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace comptoir::fuzz {

void netstrings(QByteArrayView input)
{
    constexpr qsizetype most = 4096;
    const std::vector<QByteArray> pieces = fedInPieces<net::Netstrings>(input, most);
    for (const QByteArray &frame : pieces) {
        MUST(frame.size() <= most);
        (void)net::baresipEvent(QJsonDocument::fromJson(frame).object());
    }
    (void)net::baresipEvent(QJsonDocument::fromJson(input.toByteArray()).object());
    const QString text = QString::fromUtf8(input);
    MUST(net::sipUser(text).size() <= 64);
    (void)net::baresipCause(text);
}

void localMessage(QByteArrayView input)
{
    const auto again = [](const base::Result<net::LocalMessage> &read) {
        if (!read) {
            return;
        }
        const auto same = net::decode(net::encode(*read).trimmed());
        MUST(same.has_value());
        MUST(net::encode(*same) == net::encode(*read));
    };
    again(net::decode(input.toByteArray()));
    const auto named = net::messageFromUri(QString::fromUtf8(input));
    MUST(!named || !std::holds_alternative<desk::CallEvent>(*named)); // an address navigates; it reports no call
    again(named);
}

void assist(QByteArrayView input)
{
    // Up to the first line end the target of a machine's inventory, then an administrator's policy.
    const qsizetype end = input.indexOf('\n');
    const QString target = QString::fromUtf8(end < 0 ? input : input.first(end));
    const auto policy = end < 0 ? base::Result<net::AssistPolicy>(net::AssistPolicy::builtIn())
                                : net::AssistPolicy::fromJson(input.sliced(end + 1).toByteArray());
    if (!policy) {
        return;
    }
    for (const net::AssistTool &tool : policy->tools()) {
        const auto command = policy->command({tool.serves, target});
        if (!command) {
            continue;
        }
        const auto &[chosen, made] = *command;
        MUST(made.arguments.size() == chosen->arguments.size());
        MUST(made.program == chosen->program);
        for (qsizetype at = 0; at < made.arguments.size(); ++at) {
            // Whatever the target is, an argument that was no option becomes none.
            MUST(made.arguments[at].startsWith(u'-') == chosen->arguments[at].startsWith(u'-'));
            MUST(!made.arguments[at].contains(QChar(0)));
        }
        MUST(made.uri.section(u':', 0, 0) == chosen->uri.section(u':', 0, 0));
    }
}

} // namespace comptoir::fuzz
