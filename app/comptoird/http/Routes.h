// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CentralService.h"
#include "HttpMessages.h"
#include "Metrics.h"

#include <functional>
#include <memory>

namespace comptoir::service {

/// Which request goes where, and how answers and faults become HTTP. Used on the endpoint's thread; work at the database comes back through `post`.
class Routes
{
public:
    struct Parts
    {
        central::CentralService &service;
        central::EventHub &hub;
        const base::Clock &clock;
        std::function<void(std::function<void()>)> post; ///< runs something on the endpoint's thread, from any thread
        std::function<std::size_t()> connections;
        std::function<void()> cursorAhead; ///< a console knows more than the database: has that gone back?
    };

    explicit Routes(Parts parts) : m_parts(std::move(parts)) {}

    /// Method and path of every route; the description (resources/openapi) holds the same.
    [[nodiscard]] static std::vector<std::pair<QByteArray, QByteArray>> all();
    void serve(const HttpRequest &request, const std::shared_ptr<HttpClient> &client);
    /// A request the connection refused by itself.
    void refused(int status) { m_metrics.answered("malformed", status, 0); }
    /// From now on readyz says that the service is going.
    void stopping() { m_stopping = true; }

private:
    using Client = std::shared_ptr<HttpClient>;
    struct Asked
    {
        HttpRequest request;
        Client client;
        QByteArray route;
        qint64 sinceUs = 0;
    };
    struct Route
    {
        const char *method;
        const char *path;
        void (Routes::*run)(const Asked &);
        bool database;
    };
    static const std::vector<Route> &table();

    void signIn(const Asked &asked);
    void refresh(const Asked &asked);
    void signOut(const Asked &asked);
    void ops(const Asked &asked);
    void changes(const Asked &asked);
    void events(const Asked &asked);
    void presence(const Asked &asked);
    void readBlob(const Asked &asked);
    void writeBlob(const Asked &asked);
    void searchArchive(const Asked &asked);
    void readArchive(const Asked &asked);
    void health(const Asked &asked);
    void ready(const Asked &asked);
    void metrics(const Asked &asked);
    void openapi(const Asked &asked);

    /// Waits for an answer without a thread, then goes on with `then(value)` on the endpoint's thread, or tells the fault.
    template <class T, class Then>
    void afterwards(const Asked &asked, QFuture<central::Answer<T>> answer, Then then);
    void tell(const Asked &asked, HttpReply reply);
    void tell(const Asked &asked, const central::Fault &fault);
    void tellPage(const Asked &asked, const central::PackedPage &page);
    void listen(const Asked &asked, const central::Listener &listener);

    Parts m_parts;
    Metrics m_metrics;
    int m_inFlight = 0;
    bool m_stopping = false;
};

} // namespace comptoir::service
