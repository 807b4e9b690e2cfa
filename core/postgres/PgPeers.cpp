// SPDX-License-Identifier: GPL-3.0-or-later
#include "PgPeers.h"

#include "Log.h"
#include "PgConnection.h"
#include "PostgresTuning.h"

#include <QThread>

#include <postgresql/libpq-fe.h>

#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace comptoir::postgres {

PgPeers::PgPeers(const PgAddress &address, Calls calls)
    : m_address(address)
    , m_calls(std::move(calls))
    , m_wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    , m_thread(QThread::create([this] { loop(); }))
{
    m_thread->setObjectName(QStringLiteral("peers"));
    m_thread->start();
}

PgPeers::~PgPeers()
{
    m_ending = true;
    wake();
    m_thread->wait();
    ::close(m_wake);
}

void PgPeers::wake()
{
    const std::uint64_t one = 1;
    static_cast<void>(!::write(m_wake, &one, sizeof one)); // full is awake, too
}

void PgPeers::wait(int descriptor, int mostMs) const
{
    pollfd watched[]{{m_wake, POLLIN, 0}, {descriptor, POLLIN, 0}};
    ::poll(watched, descriptor >= 0 ? 2 : 1, mostMs);
    std::uint64_t count = 0;
    static_cast<void>(!::read(m_wake, &count, sizeof count));
}

void PgPeers::loop()
{
    while (!m_ending) {
        const auto connection = PgConnection::open(m_address, store::Db::Mode::Read);
        const auto listening = connection ? (*connection)->run(std::string("LISTEN ") + kChannel)
                                          : base::Result<>(tl::unexpected(connection.error()));
        if (listening) {
            listen(**connection);
        } else {
            qCWarning(base::lcStore) << "events of other instances:" << listening.error().message;
            wait(-1, int(kMostWait.count()));
        }
    }
}

void PgPeers::listen(PgConnection &connection)
{
    m_calls.connected();
    while (send(connection)) {
        if (m_ending) {
            return;
        }
        wait(PQsocket(connection.handle()), -1);
        if (!receive(connection)) {
            qCWarning(base::lcStore) << "the line to other instances was lost";
            return;
        }
    }
}

bool PgPeers::send(PgConnection &connection)
{
    for (const QByteArray &text : m_calls.next()) {
        const char *values[]{kChannel, text.constData()};
        pg_result *done = PQexecParams(connection.handle(), "SELECT pg_notify($1, $2)", 2, nullptr, values, nullptr, nullptr, 0);
        const bool sent = PQresultStatus(done) == PGRES_TUPLES_OK;
        PQclear(done);
        if (!sent) {
            return false;
        }
    }
    return receive(connection); // notifications may have come with the answer
}

bool PgPeers::receive(PgConnection &connection)
{
    if (PQconsumeInput(connection.handle()) == 0) {
        return false;
    }
    while (PGnotify *told = PQnotifies(connection.handle())) {
        if (told->be_pid != PQbackendPID(connection.handle())) {
            m_calls.heard(QByteArray(told->extra));
        }
        PQfreemem(told);
    }
    return PQstatus(connection.handle()) == CONNECTION_OK;
}

} // namespace comptoir::postgres
