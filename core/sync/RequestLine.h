// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scheduler.h"
#include "Transport.h"
#include "Tuning.h"

namespace comptoir::sync {

/// Sends one request at a time. Each is answered exactly once, by the transport or by the watchdog; a late answer is dropped.
class RequestLine : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(const base::Result<Response> &)>;

    RequestLine(Transport &transport, base::Scheduler &scheduler, const Tuning &tuning, QObject *parent = nullptr);
    void send(const Request &request, Answered answered);
    /// Drops what is on its way: nobody is told.
    void abandon();

private:
    void settle(quint64 number, const base::Result<Response> &answer);

    Transport &m_transport;
    base::Scheduler &m_scheduler;
    const Tuning &m_tuning;
    quint64 m_number = 0;
    Answered m_answered;
};

} // namespace comptoir::sync
