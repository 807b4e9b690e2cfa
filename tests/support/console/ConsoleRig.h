// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangesMessages.h"
#include "Console.h"
#include "FakeHttp.h"
#include "MainWindow.h"
#include "Store.h"

#include <QApplication>
#include <QPointer>
#include <QTemporaryDir>

namespace comptoir::tests {

inline const QString kPassword = QStringLiteral("correct horse battery");

struct HandClock final : base::Clock
{
    qint64 ms = 1'700'000'000'000;
    [[nodiscard]] qint64 nowMs() const override { return ms; }
    [[nodiscard]] qint64 bootMs() const override { return ms; }
    [[nodiscard]] QByteArray bootId() const override { return "b"; }
};

/// Timers of the event loop; those of an hour and more by hand.
struct HandScheduler final : base::Scheduler
{
    base::QtScheduler soon;
    std::vector<std::function<void()>> late;
    void after(qint64 delayMs, QObject *context, std::function<void()> work) override
    {
        if (delayMs < net::kLeaseLookMs) {
            soon.after(delayMs, context, std::move(work));
        } else {
            late.push_back([guard = QPointer<QObject>(context), work = std::move(work)] {
                if (guard) {
                    work();
                }
            });
        }
    }
    void passAnHour()
    {
        for (const auto &work : std::exchange(late, {})) {
            work();
        }
    }
};

struct HandKeyring final : net::Keyring
{
    QHash<QString, QByteArray> secrets;
    int asked = 0;
    bool declines = false; ///< whoever is asked to unlock it presses Cancel
    QFuture<base::Result<QByteArray>> read(const QString &key) override
    {
        ++asked;
        if (declines) {
            return QtFuture::makeReadyFuture(base::Result<QByteArray>(base::fail(base::Error::Kind::Io, {})));
        }
        return QtFuture::makeReadyFuture(secrets.contains(key) ? base::Result<QByteArray>(secrets.value(key))
                                                               : base::Result<QByteArray>(base::fail(base::Error::Kind::NotFound, {})));
    }
    QFuture<base::Result<>> write(const QString &key, const QByteArray &secret) override
    {
        ++asked;
        if (declines) {
            return QtFuture::makeReadyFuture(base::Result<>(base::fail(base::Error::Kind::Io, {})));
        }
        secrets.insert(key, secret);
        return QtFuture::makeReadyFuture(base::Result<>());
    }
    QFuture<base::Result<>> remove(const QString &key) override
    {
        ++asked;
        secrets.remove(key);
        return QtFuture::makeReadyFuture(base::Result<>());
    }
};

template <class T>
T *visibleWindow()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *one = qobject_cast<T *>(window); one && one->isVisible()) {
            return one;
        }
    }
    return nullptr;
}

/// A machine with a console on it, and a service that lets Amélie in and, unless told otherwise, answers nothing else.
struct ConsoleRig
{
    QTemporaryDir folder;
    HandClock clock;
    HandScheduler scheduler;
    HandKeyring keyring;
    console::SystemParts system{clock, scheduler, keyring};
    bool up = true;
    bool serves = false; ///< it has nothing new for anybody
    bool withdrawn = false; ///< Amélie's account
    int issued = 0; ///< access tokens so far
    QByteArray expired; ///< the access token that is taken no more
    FakeHttp service{[this](const FakeHttp::Request &request) {
        const bool in = request.path == "/v1/session" && request.method == "POST";
        if (up && withdrawn) {
            const bool refresh = request.path == "/v1/session/refresh";
            return FakeHttp::reply(401, refresh ? R"({"status":401,"code":"withdrawn"})" : R"({"status":401,"code":"sign_in"})");
        }
        if (up && request.path == "/v1/session" && request.method == "DELETE") {
            return FakeHttp::reply(request.token == expired ? 401 : 204);
        }
        if (up && serves && request.path == "/v1/changes") {
            return FakeHttp::reply(200, wire::encodeChangesReply("e", {}, {}));
        }
        if (!up || (!in && request.path != "/v1/session/refresh")) {
            return FakeHttp::reply(503);
        }
        wire::SessionReply reply;
        reply.accessToken = "access" + QByteArray::number(++issued);
        reply.accessExpiresInS = 900;
        reply.refreshToken = "refresh";
        reply.operatorId = domain::OperatorId{base::Uuid::fromName("amelie")};
        reply.operatorName = QStringLiteral("Amélie Roche");
        reply.groups.list = {domain::GroupId::fromName("desktop")};
        reply.deviceCode = QStringLiteral("7K");
        reply.epoch = "e";
        return FakeHttp::reply(200, reply.encode());
    }};
    console::Options options;
    std::unique_ptr<console::Console> console;

    ConsoleRig();

    void start();
    static void enter(const QString &address);
    ui::MainWindow *signIn();
    static ui::MainWindow *mainWindow();
    /// What a second start of the program says, while this one goes on.
    [[nodiscard]] bool tell(const net::LocalMessage &message) const;
    /// The copy on this machine, once no console holds it.
    [[nodiscard]] std::unique_ptr<store::Store> copy() const;
    /// One row of the service's in the copy, and how far it was fetched.
    void fetchOne() const;
    /// A ticket opened here that the service has not been told of.
    void leaveUnsent() const;
    [[nodiscard]] int unsent() const;
    /// The password is ready to open the copy without the service.
    [[nodiscard]] bool opensOffline() const;
    [[nodiscard]] bool holdsTheRow() const;
    /// The same in the bytes on the disk, with no store that would make up for a wipe.
    [[nodiscard]] bool bytesHoldTheRow() const;
    [[nodiscard]] QStringList drafts() const;
};

/// Begins a ticket by the keyboard and types its summary.
void typeDraft(ui::MainWindow *window, const QString &summary);

} // namespace comptoir::tests
