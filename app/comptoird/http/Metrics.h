// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>

namespace comptoir::service {

/// Counts what the endpoint did, for Prometheus. Names no person and no address.
class Metrics
{
public:
    void answered(const QByteArray &route, int status, qint64 microseconds);
    void operations(int accepted, int refused);
    /// What is there at this moment.
    struct Gauges
    {
        std::size_t connections = 0;
        std::size_t streams = 0;
        int inFlight = 0;
    };
    /// The text exposition format, version 0.0.4.
    [[nodiscard]] QByteArray text(const Gauges &now) const;

private:
    struct Timing
    {
        qint64 count = 0;
        qint64 microseconds = 0;
    };

    std::map<std::pair<QByteArray, int>, qint64> m_answers;
    std::map<QByteArray, Timing> m_timings;
    qint64 m_accepted = 0;
    qint64 m_refused = 0;
};

} // namespace comptoir::service
