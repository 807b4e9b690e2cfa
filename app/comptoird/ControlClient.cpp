// SPDX-License-Identifier: GPL-3.0-or-later
#include "ControlClient.h"

#include "SocketPath.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

namespace comptoir::service {

namespace asio = boost::asio;
using asio::local::stream_protocol;

namespace {

/// An import's report of all its rows is the longest of answers.
constexpr std::size_t kMostAnswerBytes = 64 * 1024 * 1024;

/// The service was there and took the command.
tl::unexpected<base::Error> brokenOff(const AdminRequest &request)
{
    return base::fail(
        base::Error::Kind::Network,
        request.action.startsWith(QLatin1String("import."))
            ? QStringLiteral("the service ended in the middle of the import, killed or broken down (its log may tell why); what it "
                             "had written stands, and the next run goes on")
            : QStringLiteral("the service ended before it answered, killed or broken down (its log may tell why): look what was "
                             "done before you do it again"));
}

} // namespace

base::Result<AdminReply> askService(const QString &socket, const AdminRequest &request, const std::function<void(qint64, qint64)> &progress)
{
    const auto failed = [](const char *what) {
        return base::fail(base::Error::Kind::Locked,
                          QStringLiteral("another process works on the data folder and %1").arg(QLatin1String(what)));
    };
    const SocketPath path(socket);
    if (!path.isValid()) {
        return failed("its socket is not there");
    }
    asio::io_context io;
    stream_protocol::socket line(io);
    boost::system::error_code failure;
    line.connect(stream_protocol::endpoint(path.reachable()), failure);
    if (failure) {
        return failed("its socket does not answer: is it an import?");
    }
    const QByteArray asked = request.encode() + '\n';
    asio::write(line, asio::buffer(asked.constData(), std::size_t(asked.size())), failure);
    std::string answer;
    for (;;) {
        const std::size_t size = asio::read_until(line, asio::dynamic_buffer(answer, kMostAnswerBytes), '\n', failure);
        if (failure == asio::error::eof || failure == asio::error::connection_reset) {
            return brokenOff(request);
        }
        if (failure) {
            return base::fail(
                base::Error::Kind::Network,
                QStringLiteral("the answer of the service could not be read: %1").arg(QString::fromStdString(failure.message())));
        }
        const QByteArray told(answer.data(), qsizetype(size));
        answer.erase(0, size);
        const auto come = AdminProgress::decode(told);
        if (!come) {
            return AdminReply::decode(told);
        }
        if (progress) {
            progress(come->done, come->of);
        }
    }
}

} // namespace comptoir::service
