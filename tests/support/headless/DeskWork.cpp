// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskWork.h"

#include "ContactTable.h"
#include "SettingTable.h"
#include "Snapshot.h"
#include "Store.h"
#include "Then.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace comptoir::tests {

using base::Error;
using base::Result;

namespace {

QJsonObject failure(const Error &error)
{
    return {{QStringLiteral("error"), error.message}};
}

QString textIn(const QJsonObject &json, QLatin1String name)
{
    return json.value(name).toString();
}

template <class IdType>
IdType idIn(const QJsonObject &json, QLatin1String name)
{
    return IdType{base::Uuid::fromString(textIn(json, name)).value_or(base::Uuid{})};
}

template <class T>
QJsonObject columnsOf(const T &entity)
{
    return QJsonDocument::fromJson(store::toSnapshot(entity).toUtf8()).object();
}

template <class T>
Result<T> entityIn(const QJsonObject &json, QLatin1String name)
{
    return store::fromSnapshot<T>(json.value(name).toObject());
}

Result<std::vector<QJsonObject>> operationsSince(store::Db &db, qint64 no)
{
    std::vector<QJsonObject> out;
    auto query = db.prepare("SELECT no,op_id,kind,entity FROM outbox WHERE no>? ORDER BY no");
    query.bind(0, no);
    for (;;) {
        const auto more = query.step();
        if (!more || !*more) {
            return more.map([&](bool) { return out; });
        }
        out.push_back({{QStringLiteral("no"), query.integer(0)},
                       {QStringLiteral("id"), query.uuid(1).toString()},
                       {QStringLiteral("kind"), query.text(2)},
                       {QStringLiteral("entity"), query.uuid(3).toString()}});
    }
}

} // namespace

template <class T, class Work>
void DeskWork::after(QFuture<Result<T>> future, const Answer &answer, Work work)
{
    base::then(future, this, [answer, work](const Result<T> &done) {
        if (!done) {
            answer(failure(done.error()));
        } else if constexpr (std::is_void_v<T>) {
            work();
        } else {
            work(*done);
        }
    });
}

DeskWork::DeskWork(console::SystemParts &system, console::Access &access, std::shared_ptr<store::Store> store, desk::DeskSession session)
    : m_session(std::move(session))
    , m_store(std::move(store))
    , m_catalogue(*m_store)
    , m_parts{*m_store, system.clock, system.ids, m_session, m_catalogue}
    , m_tickets(m_parts)
    , m_files(m_parts)
    , m_lookup(m_parts)
    , m_calls(m_parts)
    , m_engine(sync::SyncEngine::Parts{*m_store, access.transport(), system.clock, system.scheduler, system.random})
    , m_archiveSource(access.transport())
    , m_archive(m_archiveSource, *m_store, system.clock)
{
    m_calls.add(&m_telephone);
    connect(&access.session(), &net::Session::renewed, this, [this](const wire::SessionReply &reply) {
        m_store->write([device = m_session.device, code = reply.deviceCode, counter = reply.highestCounter](store::Db &db) {
            return store::DeviceTable::learn(db, device, code, counter);
        });
        m_engine.wake();
    });
}

DeskWork::~DeskWork()
{
    m_engine.stop();
}

void DeskWork::begin(const std::function<void()> &ready)
{
    base::then(m_catalogue.load(), this, [this, ready](const Result<> &) {
        base::then(m_store->read([](store::Db &db) { return operationsSince(db, 0); }), this,
                   [this, ready](const Result<std::vector<QJsonObject>> &ops) {
                       m_lastNo = ops && !ops->empty() ? ops->back().value(QLatin1String("no")).toInteger() : 0;
                       m_engine.start();
                       ready();
                   });
    });
}

void DeskWork::perform(const QJsonObject &wanted, const Answer &answer)
{
    static const QHash<QString, Command> commands{
        {QStringLiteral("open"), &DeskWork::open},
        {QStringLiteral("contact"), &DeskWork::contact},
        {QStringLiteral("person"), &DeskWork::addPerson},
        {QStringLiteral("edit_person"), &DeskWork::editPerson},
        {QStringLiteral("status"), &DeskWork::status},
        {QStringLiteral("show_ticket"), &DeskWork::showTicket},
        {QStringLiteral("show_person"), &DeskWork::showPerson},
        {QStringLiteral("show_contact"), &DeskWork::showContact},
        {QStringLiteral("attach"), &DeskWork::attach},
        {QStringLiteral("files"), &DeskWork::showFiles},
        {QStringLiteral("want_file"), &DeskWork::wantFile},
        {QStringLiteral("save_file"), &DeskWork::saveFile},
        {QStringLiteral("archive_search"), &DeskWork::searchArchive},
        {QStringLiteral("archive_ticket"), &DeskWork::readArchived},
    };
    const QString what = textIn(wanted, QLatin1String("do"));
    const Command command = commands.value(what, &DeskWork::change);
    if (what != u"status") {
        m_engine.operatorActive(); // as a key in the window
    }
    (this->*command)(wanted, answer);
}

void DeskWork::confirm(const QJsonObject &reply, const Answer &answer)
{
    const qint64 last = m_lastNo;
    after(m_store->read([last](store::Db &db) { return operationsSince(db, last); }), answer,
          [this, reply, answer](const std::vector<QJsonObject> &ops) {
              QJsonObject told = reply;
              QJsonArray list;
              for (const QJsonObject &op : ops) {
                  m_lastNo = op.value(QLatin1String("no")).toInteger();
                  list.append(op);
              }
              told.insert(QStringLiteral("ok"), true);
              told.insert(QStringLiteral("ops"), list);
              answer(told);
          });
}

void DeskWork::open(const QJsonObject &wanted, const Answer &answer)
{
    const auto beginning = entityIn<domain::Ticket>(wanted, QLatin1String("ticket"));
    if (!beginning) {
        answer(failure(beginning.error()));
        return;
    }
    after(m_tickets.startDraft(*beginning), answer, [this, answer](const desk::Draft &draft) {
        after(m_tickets.open(draft), answer, [this, answer, number = draft.ticket.number](domain::TicketId id) {
            confirm({{QStringLiteral("ticket"), id.toString()}, {QStringLiteral("number"), number}}, answer);
        });
    });
}

desk::Tickets::Done DeskWork::changed(domain::TicketId id, const QJsonObject &wanted)
{
    const QString what = textIn(wanted, QLatin1String("do"));
    const QString text = textIn(wanted, QLatin1String("text"));
    if (what == u"note") {
        return m_tickets.note(id, text, wanted.value(QLatin1String("to_requester")).toBool());
    }
    if (what == u"claim") {
        return m_tickets.claim(id);
    }
    if (what == u"resolve") {
        return m_tickets.resolve(id, textIn(wanted, QLatin1String("code")), text);
    }
    if (what == u"reopen") {
        return m_tickets.reopen(id, text);
    }
    if (what == u"wait") {
        return m_tickets.wait(id, domain::WaitReason::Requester, 0, text);
    }
    if (what == u"cancel") {
        return m_tickets.cancel(id, text);
    }
    if (what == u"assign") {
        return m_tickets.assign(id, {}, m_session.operatorId, text);
    }
    if (what == u"tag") {
        return m_tickets.tag(id, {text}, {});
    }
    if (what == u"edit") {
        return m_tickets.edit(id, textIn(wanted, QLatin1String("field")), text);
    }
    return QtFuture::makeReadyFuture(Result<>(base::fail(Error::Kind::Invalid, QStringLiteral("no such command: %1").arg(what))));
}

void DeskWork::change(const QJsonObject &wanted, const Answer &answer)
{
    after(changed(idIn<domain::TicketId>(wanted, QLatin1String("ticket")), wanted), answer, [this, answer] { confirm({}, answer); });
}

void DeskWork::contact(const QJsonObject &wanted, const Answer &answer)
{
    desk::CallEvent event;
    event.callId = QStringLiteral("%1-%2").arg(QCoreApplication::applicationPid()).arg(++m_callCount);
    event.number = textIn(wanted, QLatin1String("number"));
    event.callerName = textIn(wanted, QLatin1String("name"));
    for (const auto kind : {desk::CallEvent::Kind::Ring, desk::CallEvent::Kind::Answer, desk::CallEvent::Kind::HangUp}) {
        event.kind = kind;
        Q_EMIT m_telephone.happened(event);
    }
    const QString id = m_calls.state().contact.toString();
    m_calls.finishWrapUp(textIn(wanted, QLatin1String("text")));
    // The desk writes behind the window's back; what was written before this is kept once this is.
    after(m_store->write([](store::Db &) { return Result<>(); }), answer, [this, id, answer] {
        confirm({{QStringLiteral("contact"), id}}, answer);
    });
}

void DeskWork::addPerson(const QJsonObject &wanted, const Answer &answer)
{
    const auto person = entityIn<domain::Person>(wanted, QLatin1String("person"));
    if (!person) {
        answer(failure(person.error()));
        return;
    }
    after(m_lookup.addPerson(*person), answer, [this, answer](domain::PersonId id) {
        confirm({{QStringLiteral("person"), id.toString()}}, answer);
    });
}

void DeskWork::editPerson(const QJsonObject &wanted, const Answer &answer)
{
    after(m_lookup.editPerson(idIn<domain::PersonId>(wanted, QLatin1String("person")), textIn(wanted, QLatin1String("field")),
                              textIn(wanted, QLatin1String("text"))),
          answer, [this, answer] { confirm({}, answer); });
}

void DeskWork::status(const QJsonObject &, const Answer &answer)
{
    const sync::SyncStatus &now = m_engine.status();
    answer({{QStringLiteral("ok"), true},
            {QStringLiteral("agreed"), now.state == sync::SyncStatus::State::Agreed},
            {QStringLiteral("state"), static_cast<int>(now.state)},
            {QStringLiteral("waiting"), now.waiting},
            {QStringLiteral("refused"), now.refused}});
}

void DeskWork::showTicket(const QJsonObject &wanted, const Answer &answer)
{
    after(m_tickets.page(idIn<domain::TicketId>(wanted, QLatin1String("id"))), answer, [answer](const desk::TicketPage &page) {
        QJsonArray timeline;
        for (const auto &line : page.timeline) {
            timeline.append(columnsOf(line.entry));
        }
        answer({{QStringLiteral("ok"), true}, {QStringLiteral("row"), columnsOf(page.ticket)}, {QStringLiteral("timeline"), timeline}});
    });
}

void DeskWork::showPerson(const QJsonObject &wanted, const Answer &answer)
{
    after(m_lookup.person(idIn<domain::PersonId>(wanted, QLatin1String("id"))), answer, [answer](const domain::Person &person) {
        answer({{QStringLiteral("ok"), true}, {QStringLiteral("row"), columnsOf(person)}});
    });
}

void DeskWork::showContact(const QJsonObject &wanted, const Answer &answer)
{
    const auto id = idIn<domain::ContactId>(wanted, QLatin1String("id"));
    after(m_store->read([id](store::Db &db) { return store::ContactTable::find(db, id.value); }), answer, [answer](const auto &found) {
        answer(found ? QJsonObject{{QStringLiteral("ok"), true}, {QStringLiteral("row"), columnsOf(found->entity)}}
                     : failure({Error::Kind::NotFound, QStringLiteral("the contact is not here")}));
    });
}

void DeskWork::attach(const QJsonObject &wanted, const Answer &answer)
{
    const QString path = textIn(wanted, QLatin1String("path"));
    after(m_files.attach(idIn<domain::TicketId>(wanted, QLatin1String("ticket")), path, desk::Attachments::fileSource(path)), answer,
          [this, answer] { confirm({}, answer); });
}

void DeskWork::showFiles(const QJsonObject &wanted, const Answer &answer)
{
    after(m_files.of(idIn<domain::TicketId>(wanted, QLatin1String("ticket"))), answer, [answer](const auto &files) {
        QJsonArray list;
        for (const desk::AttachmentLine &file : files) {
            list.append(QJsonObject{{QStringLiteral("id"), file.id.toString()},
                                    {QStringLiteral("name"), file.name},
                                    {QStringLiteral("size"), file.size},
                                    {QStringLiteral("stored"), file.where == desk::AttachmentLine::Where::Stored},
                                    {QStringLiteral("elsewhere"), file.where == desk::AttachmentLine::Where::Elsewhere},
                                    {QStringLiteral("here"), file.here},
                                    {QStringLiteral("moved"), file.moved},
                                    {QStringLiteral("failure"), file.failure}});
        }
        answer({{QStringLiteral("ok"), true}, {QStringLiteral("files"), list}});
    });
}

void DeskWork::wantFile(const QJsonObject &wanted, const Answer &answer)
{
    after(m_files.want(idIn<domain::AttachmentId>(wanted, QLatin1String("file"))), answer, [this, answer] { confirm({}, answer); });
}

void DeskWork::saveFile(const QJsonObject &wanted, const Answer &answer)
{
    const auto id = idIn<domain::AttachmentId>(wanted, QLatin1String("file"));
    after(m_files.of(idIn<domain::TicketId>(wanted, QLatin1String("ticket"))), answer,
          [this, id, answer, path = textIn(wanted, QLatin1String("path"))](const auto &files) {
              const auto found = std::find_if(files.begin(), files.end(), [&](const desk::AttachmentLine &one) { return one.id == id; });
              if (found == files.end()) {
                  answer(failure({Error::Kind::NotFound, QStringLiteral("no such file")}));
                  return;
              }
              after(m_files.saveAs(*found, path), answer, [this, answer] { confirm({}, answer); });
          });
}

/// As the palette does.
void DeskWork::searchArchive(const QJsonObject &wanted, const Answer &answer)
{
    after(m_archive.search(textIn(wanted, QLatin1String("text")), 50), answer, [answer](const std::vector<desk::ArchiveHit> &hits) {
        QJsonArray list;
        for (const desk::ArchiveHit &hit : hits) {
            list.append(QJsonObject{{QStringLiteral("id"), hit.id.toString()},
                                    {QStringLiteral("scope"), hit.scope.toString()},
                                    {QStringLiteral("number"), hit.number},
                                    {QStringLiteral("summary"), hit.summary}});
        }
        answer({{QStringLiteral("ok"), true}, {QStringLiteral("hits"), list}});
    });
}

/// As the view of an older ticket does.
void DeskWork::readArchived(const QJsonObject &wanted, const Answer &answer)
{
    const auto id = idIn<domain::TicketId>(wanted, QLatin1String("id"));
    after(m_archive.read(idIn<domain::ScopeId>(wanted, QLatin1String("scope")), id), answer, [answer](const desk::ArchivePage &told) {
        QJsonArray timeline;
        for (const auto &line : told.page.timeline) {
            timeline.append(columnsOf(line.entry));
        }
        QJsonArray files;
        for (const desk::AttachmentLine &file : told.files) {
            files.append(file.name);
        }
        answer({{QStringLiteral("ok"), true},
                {QStringLiteral("row"), columnsOf(told.page.ticket)},
                {QStringLiteral("timeline"), timeline},
                {QStringLiteral("files"), files}});
    });
}

} // namespace comptoir::tests
