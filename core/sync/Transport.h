// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QFuture>
#include <QObject>

#include <utility>
#include <vector>

namespace comptoir::sync {

struct Request
{
    QByteArray method; ///< `GET`, `HEAD`, `POST`, `PUT`, `DELETE`
    QString path; ///< `/v1/ops`
    QByteArray body; ///< JSON; of a `PUT` plain bytes
    bool signedIn = true; ///< send the access token; a 401 is refreshed once by the transport itself
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
};

struct Response
{
    int status = 0;
    QByteArray body; ///< decompressed
    int retryAfterS = 0; ///< of 429 and 503
    qint64 offset = -1; ///< `Upload-Offset`: how much of a file the service has; −1 = not told
};

/// The way to the service. An Error is a service that was not reached; every HTTP status is a Response.
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual QFuture<base::Result<Response>> send(const Request &request) = 0;
    /// Opens (again) the stream of server-sent events; `eventArrived` and `eventsClosed` follow.
    virtual void openEvents() = 0;
    virtual void closeEvents() = 0;

Q_SIGNALS:
    void eventsOpened();
    /// One event's data (JSON).
    void eventArrived(const QByteArray &message);
    void eventsClosed();
    /// The service no longer accepts this sign-in: the password is needed again.
    void signInNeeded();
};

} // namespace comptoir::sync
