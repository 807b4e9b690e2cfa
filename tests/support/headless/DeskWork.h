// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Access.h"
#include "Archive.h"
#include "Attachments.h"
#include "CallHandling.h"
#include "Catalogue.h"
#include "HttpArchive.h"
#include "Lookup.h"
#include "SyncEngine.h"
#include "Tickets.h"

#include <QJsonObject>

namespace comptoir::tests {

/// A telephone without a line: it rings when it is told to.
class HandTelephone : public desk::CallSource
{
    Q_OBJECT

public:
    [[nodiscard]] bool controlsCalls() const override { return false; }
    [[nodiscard]] bool isConnected() const override { return true; }
    void answer(const QString &) override {}
    void hangUp(const QString &) override {}
    void hold(const QString &) override {}
    void resume(const QString &) override {}
    void transfer(const QString &, const QString &) override {}
    void dial(const QString &) override {}
};

/// What the operator of a headless console does: one JSON object says what, one says what came of it.
class DeskWork : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const QJsonObject &)>;

    DeskWork(console::SystemParts &system, console::Access &access, std::shared_ptr<store::Store> store, desk::DeskSession session);
    ~DeskWork() override;

    void begin(const std::function<void()> &ready);
    /// `answer` is called once what was wanted is kept (or was refused): `{"ok":true,"ops":[{"id","kind","entity"}], …}`, `{"error":"…"}`.
    void perform(const QJsonObject &wanted, const Answer &answer);

private:
    using Command = void (DeskWork::*)(const QJsonObject &, const Answer &);

    void open(const QJsonObject &wanted, const Answer &answer);
    void change(const QJsonObject &wanted, const Answer &answer);
    void contact(const QJsonObject &wanted, const Answer &answer);
    void addPerson(const QJsonObject &wanted, const Answer &answer);
    void editPerson(const QJsonObject &wanted, const Answer &answer);
    void status(const QJsonObject &wanted, const Answer &answer);
    void showTicket(const QJsonObject &wanted, const Answer &answer);
    void showPerson(const QJsonObject &wanted, const Answer &answer);
    void showContact(const QJsonObject &wanted, const Answer &answer);
    void attach(const QJsonObject &wanted, const Answer &answer);
    void showFiles(const QJsonObject &wanted, const Answer &answer);
    void wantFile(const QJsonObject &wanted, const Answer &answer);
    void saveFile(const QJsonObject &wanted, const Answer &answer);
    void searchArchive(const QJsonObject &wanted, const Answer &answer);
    void readArchived(const QJsonObject &wanted, const Answer &answer);
    [[nodiscard]] desk::Tickets::Done changed(domain::TicketId id, const QJsonObject &wanted);

    /// Answers with the operations that the outbox holds since the last time.
    void confirm(const QJsonObject &reply, const Answer &answer);
    template <class T, class Work>
    void after(QFuture<base::Result<T>> future, const Answer &answer, Work work);

    desk::DeskSession m_session;
    std::shared_ptr<store::Store> m_store;
    desk::Catalogue m_catalogue;
    desk::DeskParts m_parts;
    desk::Tickets m_tickets;
    desk::Attachments m_files;
    desk::Lookup m_lookup;
    HandTelephone m_telephone;
    desk::CallHandling m_calls;
    sync::SyncEngine m_engine;
    net::HttpArchive m_archiveSource;
    desk::Archive m_archive;
    qint64 m_lastNo = 0; ///< of the outbox, told so far
    int m_callCount = 0;
};

} // namespace comptoir::tests
