// SPDX-License-Identifier: GPL-3.0-or-later
#include "RequestLine.h"

#include "Planted.h"
#include "Then.h"

namespace comptoir::sync {

RequestLine::RequestLine(Transport &transport, base::Scheduler &scheduler, const Tuning &tuning, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_tuning(tuning)
{}

void RequestLine::send(const Request &request, Answered answered)
{
    const quint64 number = ++m_number;
    m_answered = std::move(answered);
    m_scheduler.after(m_tuning.watchdogMs, this,
                      [this, number] { settle(number, base::fail(base::Error::Kind::Timeout, QStringLiteral("no answer in time"))); });
    base::then(m_transport.send(request), this, [this, number](const base::Result<Response> &answer) { settle(number, answer); });
}

void RequestLine::abandon()
{
    ++m_number;
    m_answered = nullptr;
}

void RequestLine::settle(quint64 number, const base::Result<Response> &answer)
{
    const bool late = number != m_number && !base::isPlanted(base::Plant::StalePage);
    if (late || !m_answered) {
        return;
    }
    const Answered answered = std::exchange(m_answered, nullptr);
    answered(answer);
}

} // namespace comptoir::sync
