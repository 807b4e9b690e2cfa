// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Transport.h"

#include <functional>
#include <optional>

namespace comptoir::tests {

/// Who listens to a stream of events.
struct EventSink
{
    std::function<void()> wake; ///< something is there to take; may come again before it was taken
    std::function<void()> close; ///< the service has ended the stream
};

/// What a simulated network leads to: a service, made for the tests or the real one.
class Answering
{
public:
    virtual ~Answering() = default;
    /// The answer to a request of a device; an Error where the service ended before it answered.
    [[nodiscard]] virtual base::Result<sync::Response> answer(const sync::Request &request, domain::DeviceId device, qint64 nowMs) = 0;

    /// Whether there are streams of events at all; consoles poll where there are none.
    [[nodiscard]] virtual bool hasEvents() const { return false; }
    /// Opens the device's stream, in place of the one it had; false where the service does not answer now.
    [[nodiscard]] virtual bool openEvents(domain::DeviceId, const EventSink &) { return false; }
    /// What waits in the device's stream.
    [[nodiscard]] virtual std::optional<QByteArray> takeEvent(domain::DeviceId) { return std::nullopt; }
    virtual void closeEvents(domain::DeviceId) {}

    /// What is on its way to the service is on its way whoever sent it.
    [[nodiscard]] QObject *way() { return &m_way; }

private:
    QObject m_way;
};

} // namespace comptoir::tests
