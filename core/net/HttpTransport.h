// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Session.h"
#include "Transport.h"

#include <QUrl>

#include <memory>

namespace comptoir::base {
class Clock;
}

namespace comptoir::net {

/// The way to the service over HTTP/1.1. Verifies the peer (TLS 1.2 or newer), follows no redirection, keeps no cookie,
/// and ends whatever takes too long. An access token that ran out is renewed once, by one request, however many wait for it.
class HttpTransport : public sync::Transport
{
    Q_OBJECT

public:
    struct Config
    {
        QUrl service; ///< `https://desk.example.org` (or http to this machine itself)
        QString authorities; ///< PEM file of a private certificate authority, beside the system's; empty = none
    };
    /// Time limits, smaller in tests (Tuning.h says why these).
    struct Limits
    {
        int connectMs;
        int idleMs;
        int totalMs;
        int eventsIdleMs;
    };

    /// Invalid for an address that is neither https nor http to this machine, or a file of authorities that holds none.
    [[nodiscard]] static base::Result<std::unique_ptr<HttpTransport>> open(const Config &config, Session &session,
                                                                           const base::Clock &clock);
    ~HttpTransport() override;

    void setLimits(const Limits &limits);
    [[nodiscard]] QFuture<base::Result<sync::Response>> send(const sync::Request &request) override;
    void openEvents() override;
    void closeEvents() override;

private:
    struct Private;
    explicit HttpTransport(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::net
