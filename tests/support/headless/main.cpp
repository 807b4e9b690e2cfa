// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskWork.h"
#include "HeadlessDesk.h"
#include "Log.h"
#include "Options.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace comptoir;

namespace {

void say(const QJsonObject &json)
{
    std::puts(QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// Reads one JSON object a line from standard input; performs one after the other.
class Commands : public QObject
{
    Q_OBJECT

public:
    explicit Commands(tests::DeskWork &work) : m_work(work)
    {
        connect(&m_input, &QSocketNotifier::activated, this, [this] { read(); });
    }

private:
    void read()
    {
        char piece[65536];
        const ssize_t got = ::read(STDIN_FILENO, piece, sizeof piece);
        if (got <= 0) {
            QCoreApplication::quit();
            return;
        }
        m_rest.append(piece, got);
        next();
    }

    void next()
    {
        const qsizetype end = m_rest.indexOf('\n');
        if (m_busy || end < 0) {
            return;
        }
        m_busy = true;
        const QJsonObject wanted = QJsonDocument::fromJson(m_rest.left(end)).object();
        m_rest.remove(0, end + 1);
        m_work.perform(wanted, [this](const QJsonObject &answer) {
            say(answer);
            m_busy = false;
            next();
        });
    }

    tests::DeskWork &m_work;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
    QByteArray m_rest;
    bool m_busy = false;
};

} // namespace

/// headless_console SERVICE LOGIN PASSWORD-FILE DATA [AUTHORITIES]
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const auto password = words.size() == 5 || words.size() == 6 ? console::passwordIn(words[3])
                                                                 : base::Result<QString>(base::fail({}, QStringLiteral("usage")));
    if (!password || !base::startLog(QStringLiteral("headless"), words[4], base::LogLevel::Info)) {
        std::fputs("headless_console SERVICE LOGIN PASSWORD-FILE DATA [AUTHORITIES]\n", stderr);
        return 2;
    }
    tests::HeadlessDesk desk;
    std::unique_ptr<Commands> commands;
    QObject::connect(&desk, &tests::HeadlessDesk::failed, &application, [](const QString &why) {
        say({{QStringLiteral("failed"), why}});
        QCoreApplication::exit(1);
    });
    QObject::connect(&desk, &tests::HeadlessDesk::ready, &application, [&](bool online) {
        commands = std::make_unique<Commands>(*desk.work());
        say({{QStringLiteral("ready"), true}, {QStringLiteral("online"), online}});
    });
    desk.start({words[1], words[2], *password, words[4], words.value(5)});
    return QCoreApplication::exec();
}

#include "main.moc"
