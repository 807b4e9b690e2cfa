// SPDX-License-Identifier: GPL-3.0-or-later
#include "Metrics.h"

#include <QFile>

#include <unistd.h>

namespace comptoir::service {

namespace {

QByteArray family(const char *name, const char *type, const char *help)
{
    return QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> words = file.readAll().split(' ');
    return words.size() > 1 ? words.at(1).toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}

} // namespace

void Metrics::answered(const QByteArray &route, int status, qint64 microseconds)
{
    ++m_answers[{route, status}];
    Timing &timing = m_timings[route];
    ++timing.count;
    timing.microseconds += microseconds;
}

void Metrics::operations(int accepted, int refused)
{
    m_accepted += accepted;
    m_refused += refused;
}

QByteArray Metrics::text(const Gauges &now) const
{
    QByteArray out = family("comptoird_requests_total", "counter", "Requests answered, by route and status.");
    for (const auto &[key, count] : m_answers) {
        out += "comptoird_requests_total{route=\"" + key.first + "\",status=\"" + QByteArray::number(key.second) + "\"} "
            + QByteArray::number(count) + '\n';
    }
    out += family("comptoird_request_seconds", "summary", "Time from a request read to its answer made.");
    for (const auto &[route, timing] : m_timings) {
        out += "comptoird_request_seconds_sum{route=\"" + route + "\"} " + QByteArray::number(double(timing.microseconds) / 1e6, 'f', 6)
            + '\n';
        out += "comptoird_request_seconds_count{route=\"" + route + "\"} " + QByteArray::number(timing.count) + '\n';
    }
    out += family("comptoird_operations_total", "counter", "Operations judged.");
    out += "comptoird_operations_total{verdict=\"accepted\"} " + QByteArray::number(m_accepted) + '\n';
    out += "comptoird_operations_total{verdict=\"refused\"} " + QByteArray::number(m_refused) + '\n';
    out += family("comptoird_connections", "gauge", "Open connections.") + "comptoird_connections " + QByteArray::number(now.connections)
        + '\n';
    out += family("comptoird_event_streams", "gauge", "Open streams of events.") + "comptoird_event_streams "
        + QByteArray::number(now.streams) + '\n';
    out += family("comptoird_requests_in_flight", "gauge", "Requests at the database.") + "comptoird_requests_in_flight "
        + QByteArray::number(now.inFlight) + '\n';
    out += family("process_resident_memory_bytes", "gauge", "Resident memory.") + "process_resident_memory_bytes "
        + QByteArray::number(residentBytes()) + '\n';
    return out;
}

} // namespace comptoir::service
