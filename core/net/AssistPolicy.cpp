// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssistPolicy.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace comptoir::net {

using base::Error;
using base::fail;
using base::Result;

namespace {

constexpr qint64 kMostPolicyBytes = 64 * 1024;
constexpr int kMostTools = 50;
constexpr int kMostArguments = 40;

tl::unexpected<Error> wrong(const QString &what)
{
    return fail(Error::Kind::Invalid, QStringLiteral("the remote-help policy: ") + what);
}

bool isTidyText(const QString &text)
{
    return text.size() <= 1024 && std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; });
}

/// A shell, or something that reads a program out of its arguments.
bool isShell(const QString &program)
{
    static const QStringList names{
        QStringLiteral("sh"),   QStringLiteral("bash"),    QStringLiteral("dash"),          QStringLiteral("zsh"),  QStringLiteral("ksh"),
        QStringLiteral("fish"), QStringLiteral("busybox"), QStringLiteral("env"),           QStringLiteral("sudo"), QStringLiteral("xterm"),
        QStringLiteral("perl"), QStringLiteral("cmd.exe"), QStringLiteral("powershell.exe")};
    const QString name = QFileInfo(program).fileName().toLower();
    return names.contains(name) || name.startsWith(QLatin1String("python")) || name.endsWith(QLatin1String(".bat"))
        || name.endsWith(QLatin1String(".cmd"));
}

Result<> checkProgram(const AssistTool &tool)
{
    if (!tool.program.startsWith(u'/') || tool.program.contains(u'{') || tool.program.contains(QLatin1String("/../"))) {
        return wrong(QStringLiteral("tool %1: the program is not an absolute path").arg(tool.name));
    }
    if (isShell(tool.program)) {
        return wrong(QStringLiteral("tool %1: a shell or script interpreter may not be started").arg(tool.name));
    }
    for (const QString &argument : tool.arguments) {
        if (!isTidyText(argument)) {
            return wrong(QStringLiteral("tool %1: an argument has control characters or is too long").arg(tool.name));
        }
    }
    return slotsOf(tool.arguments).map([](const auto &) {});
}

Result<> checkUri(const AssistTool &tool)
{
    const qsizetype colon = tool.uri.indexOf(u':');
    const QString scheme = tool.uri.left(colon).toLower();
    static const QStringList refused{QStringLiteral("file"), QStringLiteral("javascript"), QStringLiteral("data"), QStringLiteral("http"),
                                     QStringLiteral("vbscript")};
    const auto plain = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'.'; };
    if (colon < 2 || !std::all_of(scheme.begin(), scheme.end(), plain) || refused.contains(scheme) || !isTidyText(tool.uri)
        || tool.uri.contains(u' ')) {
        return wrong(QStringLiteral("tool %1: the URI has no fit scheme").arg(tool.name));
    }
    // The host of a web address is the administrator's, never the machine's.
    const qsizetype hostEnd = tool.uri.indexOf(u'/', colon + 3);
    if (scheme == u"https" && (hostEnd < 0 || tool.uri.left(hostEnd).contains(u'{'))) {
        return wrong(QStringLiteral("tool %1: a slot stands in the host of the address").arg(tool.name));
    }
    return slotsOf({tool.uri}).map([](const auto &) {});
}

Result<AssistTool> toolFrom(const QJsonObject &json)
{
    static const QStringList known{QStringLiteral("name"),      QStringLiteral("serves"), QStringLiteral("program"),
                                   QStringLiteral("arguments"), QStringLiteral("uri"),    QStringLiteral("log")};
    for (const QString &key : json.keys()) {
        if (!known.contains(key)) {
            return wrong(QStringLiteral("unknown key %1").arg(key));
        }
    }
    AssistTool tool;
    tool.name = json.value(QStringLiteral("name")).toString();
    tool.serves = json.value(QStringLiteral("serves")).toString(tool.name);
    tool.program = json.value(QStringLiteral("program")).toString();
    tool.uri = json.value(QStringLiteral("uri")).toString();
    tool.tigerVncLog = json.value(QStringLiteral("log")).toString() == u"tigervnc";
    const QJsonArray arguments = json.value(QStringLiteral("arguments")).toArray();
    for (const QJsonValue &argument : arguments) {
        if (!argument.isString()) {
            return wrong(QStringLiteral("tool %1: every argument is a text").arg(tool.name));
        }
        tool.arguments += argument.toString();
    }
    if (!slotValue(SlotKind::Id, tool.name) || !slotValue(SlotKind::Id, tool.serves)) {
        return wrong(QStringLiteral("a tool has no fit name"));
    }
    if (tool.program.isEmpty() == tool.uri.isEmpty() || tool.arguments.size() > kMostArguments) {
        return wrong(QStringLiteral("tool %1 needs either a program or a URI").arg(tool.name));
    }
    if (!tool.uri.isEmpty() && !tool.arguments.isEmpty()) {
        return wrong(QStringLiteral("tool %1: arguments are for a program, a URI takes none").arg(tool.name));
    }
    auto checked = tool.uri.isEmpty() ? checkProgram(tool) : checkUri(tool);
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    return tool;
}

AssistTool uriTool(const QString &name, const QString &uri)
{
    AssistTool tool;
    tool.name = name;
    tool.serves = name;
    tool.uri = uri;
    return tool;
}

} // namespace

QString AssistCommand::shown() const
{
    return program.isEmpty() ? uri : (QStringList(program) + arguments).join(u' ');
}

AssistPolicy AssistPolicy::builtIn()
{
    AssistTool vnc;
    vnc.name = vnc.serves = QStringLiteral("vnc");
    vnc.program = QStringLiteral("/usr/bin/xtigervncviewer");
    // Its exit code says nothing and a dialog of its own would hang: all is read from its log.
    vnc.arguments = {QStringLiteral("-SecurityTypes"), QStringLiteral("X509Vnc,X509Plain,TLSVnc,TLSPlain,VncAuth"),
                     QStringLiteral("-ReconnectOnError=0"), QStringLiteral("-AlertOnFatalError=0"), QStringLiteral("{host}::{port}")};
    vnc.tigerVncLog = true;
    AssistPolicy policy;
    // MeshCentral needs the address of its server: it comes with an administrator's file.
    policy.m_tools = {vnc, uriTool(QStringLiteral("rustdesk"), QStringLiteral("rustdesk://{id}")),
                      uriTool(QStringLiteral("anydesk"), QStringLiteral("anydesk:{digits}")),
                      uriTool(QStringLiteral("teamviewer"), QStringLiteral("https://start.teamviewer.com/{digits}"))};
    return policy;
}

Result<AssistPolicy> AssistPolicy::fromFile(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (handle < 0) {
        return fail(Error::Kind::NotFound, QStringLiteral("the remote-help policy %1 cannot be read").arg(path));
    }
    QFile file;
    struct stat seen
    {};
    const bool fine = ::fstat(handle, &seen) == 0 && file.open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    if (!fine) {
        ::close(handle);
        return fail(Error::Kind::Io, QStringLiteral("the remote-help policy %1 cannot be read").arg(path));
    }
    if (!S_ISREG(seen.st_mode) || seen.st_uid != 0 || (seen.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
        return fail(Error::Kind::Forbidden,
                    QStringLiteral("the remote-help policy %1 must be a file of root that nobody else may write").arg(path));
    }
    if (seen.st_size > kMostPolicyBytes) {
        return wrong(QStringLiteral("the file is longer than 64 KiB"));
    }
    return fromJson(file.read(kMostPolicyBytes));
}

Result<AssistPolicy> AssistPolicy::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return wrong(QStringLiteral("not a JSON object (%1, at byte %2)").arg(error.errorString()).arg(error.offset));
    }
    const QJsonArray tools = document.object().value(QStringLiteral("tools")).toArray();
    if (tools.size() > kMostTools) {
        return wrong(QStringLiteral("more than %1 tools").arg(kMostTools));
    }
    AssistPolicy policy;
    for (const QJsonValue &one : tools) {
        auto tool = toolFrom(one.toObject());
        if (!tool) {
            return tl::unexpected(tool.error());
        }
        policy.m_tools.push_back(std::move(*tool));
    }
    return policy;
}

} // namespace comptoir::net
