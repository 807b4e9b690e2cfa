// SPDX-License-Identifier: GPL-3.0-or-later
#include "Console.h"
#include "DesktopScheme.h"
#include "ExitSignals.h"
#include "KeptPreferences.h"
#include "Language.h"
#include "LocalCalls.h"
#include "Log.h"
#include "Options.h"
#include "Theme.h"

#include <QApplication>

#include <cstdio>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace comptoir;

namespace {

// As --help tells them.
constexpr int kCannotRun = 1;
constexpr int kUsage = 2;
constexpr int kNobodyThere = 3;
constexpr int kNotTaken = 4;
constexpr int kOthersConsole = 5;

QStringList argumentsFrom(int argc, char **argv)
{
    QStringList out;
    for (int i = 0; i < argc; ++i) {
        out += QString::fromLocal8Bit(argv[i]);
    }
    return out;
}

int complain(int code, const QString &message)
{
    std::fprintf(stderr, "comptoir: %s\n", qUtf8Printable(message));
    return code;
}

/// While Qt looks for the display: without one it would say much and abort.
void sayWhyNoWindow(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type == QtFatalMsg) {
        complain(kCannotRun, QStringLiteral("no display can be opened; DISPLAY, WAYLAND_DISPLAY or QT_QPA_PLATFORM name it"));
        ::_exit(kCannotRun);
    }
}

/// Tells the running console; nothing where none runs and this start is to become it.
std::optional<int> tellRunningConsole(const console::Options &options)
{
    const auto told = net::tellRunning(net::localSocketPath(options.data), options.message.value_or(net::ShowWindow{options.login}));
    if (told) {
        return 0;
    }
    if (told.error().kind == base::Error::Kind::Locked) {
        return complain(kOthersConsole, told.error().message);
    }
    if (told.error().kind != base::Error::Kind::NotFound) {
        return complain(kNotTaken, told.error().message);
    }
    if (options.action == console::Options::Action::Tell) {
        return complain(kNobodyThere, told.error().message);
    }
    return std::nullopt;
}

int run(int &argc, char **argv, const console::Options &options)
{
    if (auto logging = base::startLog(QStringLiteral("comptoir"), options.logFolder, options.logLevel); !logging) {
        return complain(kCannotRun, logging.error().message);
    }
    const QtMessageHandler logging = qInstallMessageHandler(&sayWhyNoWindow);
    QApplication application(argc, argv);
    qInstallMessageHandler(logging);
    QApplication::setApplicationName(QStringLiteral("comptoir"));
    QApplication::setApplicationDisplayName(QStringLiteral("Comptoir"));
    QApplication::setApplicationVersion(QStringLiteral(COMPTOIR_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.comptoir.Comptoir"));
    ui::useLanguage(application, options.language);
    ui::DesktopScheme desktop(QApplication::palette()); // before the theme sets its own
    ui::Theme theme(application);
    theme.setAnimations(options.animations);
    std::optional<ui::Scheme> chosen; // none: as the desktop
    bool asked = false;
    const auto use = [&](const QString &word) {
        chosen = ui::Theme::schemeFrom(word);
        theme.apply(chosen.value_or(desktop.scheme()));
        if (!chosen && !std::exchange(asked, true)) {
            desktop.ask();
        }
    };
    QObject::connect(&desktop, &ui::DesktopScheme::changed, [&](ui::Scheme scheme) { theme.apply(chosen.value_or(scheme)); });
    use(options.theme);

    console::ExitSignals signals;
    QObject::connect(&signals, &console::ExitSignals::asked, &application, [] { QApplication::exit(0); });
    console::SystemParts system;
    console::Console console(options, system);
    QObject::connect(&console, &console::Console::themeChosen, use);
    if (const auto started = console.start(); !started) {
        return complain(kCannotRun, started.error().message);
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2); // one heap a thread would keep what each thread once needed
#endif
    auto options = console::Options::read(argumentsFrom(argc, argv));
    if (!options) {
        return complain(kUsage, options.error().message);
    }
    switch (options->action) {
    case console::Options::Action::Help: std::fputs(qUtf8Printable(console::Options::helpText()), stdout); return 0;
    case console::Options::Action::Version: std::puts("comptoir " COMPTOIR_VERSION); return 0;
    case console::Options::Action::Run:
    case console::Options::Action::Tell: break;
    }
    if (const auto told = tellRunningConsole(*options)) {
        return *told;
    }
    options->fillFrom(console::keptPreferences(options->data));
    if (options->sizePercent != 100 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) {
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options->sizePercent / 100.0));
    }
    return run(argc, argv, *options);
}
