// SPDX-License-Identifier: GPL-3.0-or-later
#include "Options.h"

#include "Profile.h"

#include <QCommandLineParser>
#include <QFile>

#include <sys/stat.h>

namespace comptoir::console {

using base::Error;
using base::fail;
using base::Result;

namespace {

constexpr auto kHelp = R"(Usage: comptoir [options] [comptoir://ticket/ID | comptoir://call/ID | tel:NUMBER]

The desk's console: calls, tickets, people; with or without the network.

  --service URL         the service, https://host or https://host:port (http for this machine itself)
  --login NAME          who signs in
  --password-file FILE  read the password from FILE (mode 0600), for unattended starts; the keyring is left alone
  --keep-sign-in        with --password-file: put the sign-in into the keyring, so that the next start needs no password
  --data DIR            where the operators' copies stand (default: $XDG_DATA_HOME/comptoir)
  --ca FILE             trust these certificate authorities too (PEM)
  --baresip HOST:PORT   the softphone baresip's ctrl_tcp (usually 127.0.0.1:4444)
  --assist-policy FILE  remote-help tools (default: /etc/comptoir/assist.json, else the built-in ones)
  --language fr|en      default: the system's
  --theme light|dark|contrast|system
  --animations on|off
  --log-level error|warning|info|debug
  --log-dir DIR         default: $XDG_STATE_HOME/comptoir
  --call-event ring|answer|hangup --number N --call-id ID [--extension E]
                        tell the running console of a call, for softphones that run a program
  --help, --version

Language, theme, telephone and log level also stand in the settings window (Ctrl ,); the command line wins.

Exit codes: 0 done; 1 the console could not run; 2 the command line is wrong;
3 no console runs that could be told; 4 the running console did not take the message;
5 another operator's console runs on these data (it comes to the front).
)";

void addOptions(QCommandLineParser &parser)
{
    for (const char *name : {"service", "login", "password-file", "data", "ca", "baresip", "assist-policy", "language", "theme",
                             "animations", "log-level", "log-dir", "call-event", "number", "call-id", "extension"}) {
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, QStringLiteral("value")));
    }
    parser.addOption(QCommandLineOption(QStringLiteral("keep-sign-in")));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("v"), QStringLiteral("version")}));
}

Result<> oneOf(const QCommandLineParser &parser, const QString &option, const QStringList &words, QString &into)
{
    if (!parser.isSet(option)) {
        return {};
    }
    into = parser.value(option);
    return words.contains(into)
        ? Result<>()
        : fail(Error::Kind::Invalid, QStringLiteral("--%1 is one of %2").arg(option, words.join(QStringLiteral(", "))));
}

/// `HOST:PORT` into its two parts; nothing of an empty one.
void takeTelephone(const QString &written, Options &out)
{
    const qsizetype colon = written.lastIndexOf(u':');
    out.baresipHost = written.left(std::max<qsizetype>(0, colon));
    out.baresipPort = static_cast<quint16>(written.mid(colon + 1).toUInt());
}

Result<> readTelephone(const QCommandLineParser &parser, Options &out)
{
    const QString written = parser.value(QStringLiteral("baresip"));
    if (!ui::isTelephoneAddress(written)) {
        return fail(Error::Kind::Invalid, QStringLiteral("--baresip is HOST:PORT"));
    }
    takeTelephone(written, out);
    return {};
}

Result<> readMessage(const QCommandLineParser &parser, Options &out)
{
    const QStringList rest = parser.positionalArguments();
    if (rest.size() > 1) {
        return fail(Error::Kind::Invalid, QStringLiteral("at most one address can be opened"));
    }
    if (parser.isSet(QStringLiteral("call-event"))) {
        out.action = Options::Action::Tell;
        return net::messageFromCallEvent(parser.value(QStringLiteral("call-event")), parser.value(QStringLiteral("number")),
                                         parser.value(QStringLiteral("call-id")), parser.value(QStringLiteral("extension")))
            .map([&](const net::LocalMessage &message) { out.message = message; });
    }
    if (rest.isEmpty()) {
        return {};
    }
    return net::messageFromUri(rest.front()).map([&](const net::LocalMessage &message) { out.message = message; });
}

Result<> readLook(const QCommandLineParser &parser, Options &out)
{
    QString animations = QStringLiteral("on");
    QString level = QStringLiteral("info");
    return oneOf(parser, QStringLiteral("language"), {QStringLiteral("fr"), QStringLiteral("en"), QStringLiteral("system")}, out.language)
        .and_then([&] {
            return oneOf(parser, QStringLiteral("theme"),
                         {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast"), QStringLiteral("system")},
                         out.theme);
        })
        .and_then([&] {
            return oneOf(parser, QStringLiteral("animations"), {QStringLiteral("on"), QStringLiteral("off")}, animations);
        })
        .and_then([&] {
            out.animations = animations == u"on";
            return base::logLevelFrom(parser.isSet(QStringLiteral("log-level")) ? parser.value(QStringLiteral("log-level")) : level);
        })
        .map([&](base::LogLevel chosen) { out.logLevel = chosen; });
}

} // namespace

Result<Options> Options::read(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) {
        return fail(Error::Kind::Invalid, parser.errorText());
    }
    Options out;
    out.said = parser.optionNames();
    if (parser.isSet(QStringLiteral("help"))) {
        out.action = Action::Help;
        return out;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        out.action = Action::Version;
        return out;
    }
    out.service = parser.value(QStringLiteral("service"));
    out.login = parser.value(QStringLiteral("login"));
    out.passwordFile = parser.value(QStringLiteral("password-file"));
    out.keepSignIn = parser.isSet(QStringLiteral("keep-sign-in"));
    out.data = parser.isSet(QStringLiteral("data")) ? parser.value(QStringLiteral("data")) : net::Profile::defaultRoot();
    out.authorities = parser.value(QStringLiteral("ca"));
    out.assistPolicy = parser.value(QStringLiteral("assist-policy"));
    out.logFolder = parser.isSet(QStringLiteral("log-dir")) ? parser.value(QStringLiteral("log-dir")) : base::defaultLogFolder();
    return readLook(parser, out)
        .and_then([&] { return readTelephone(parser, out); })
        .and_then([&] { return readMessage(parser, out); })
        .map([&] { return out; });
}

void Options::fillFrom(const ui::Preferences &kept)
{
    const auto unsaid = [this](const char *name) { return !said.contains(QLatin1String(name)); };
    sizePercent = kept.sizePercent;
    if (unsaid("language")) {
        language = kept.language;
    }
    if (unsaid("theme")) {
        theme = kept.theme;
    }
    if (unsaid("baresip") && ui::isTelephoneAddress(kept.telephone)) {
        takeTelephone(kept.telephone, *this);
    }
    if (unsaid("log-level")) {
        logLevel = base::logLevelFrom(kept.logLevel).value_or(logLevel);
    }
}

QString Options::helpText()
{
    return QString::fromLatin1(kHelp);
}

Result<QString> passwordIn(const QString &path)
{
    QFile file(path);
    struct stat seen
    {};
    if (!file.open(QIODevice::ReadOnly) || ::fstat(file.handle(), &seen) != 0) {
        return fail(Error::Kind::NotFound, QStringLiteral("the password file %1 cannot be read").arg(path));
    }
    if ((seen.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return fail(Error::Kind::Forbidden, QStringLiteral("the password file %1 may be read by others; its mode must be 0600").arg(path));
    }
    QString text = QString::fromUtf8(file.read(4096));
    while (text.endsWith(u'\n') || text.endsWith(u'\r')) {
        text.chop(1);
    }
    if (text.isEmpty()) {
        return fail(Error::Kind::Invalid, QStringLiteral("the password file %1 is empty").arg(path));
    }
    return text;
}

} // namespace comptoir::console
