// SPDX-License-Identifier: GPL-3.0-or-later
#include "Erasure.h"

#include "TextLimits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace comptoir::domain {

namespace {

// What people write, by table. Whatever holds free text belongs here.
constexpr auto kTicketTexts = std::tuple{Field{"requester_name", &Ticket::requesterName},
                                         Field{"beneficiary_name", &Ticket::beneficiaryName},
                                         Field{"summary", &Ticket::summary},
                                         Field{"description", &Ticket::description},
                                         Field{"resolution", &Ticket::resolution},
                                         Field{"tags", &Ticket::tags}};
constexpr auto kContactTexts = std::tuple{Field{"number", &Contact::number}, Field{"call_id", &Contact::callId},
                                          Field{"person_name", &Contact::personName}, Field{"note", &Contact::note}};
constexpr auto kAssetTexts = std::tuple{Field{"name", &Asset::name}, Field{"address", &Asset::address}, Field{"note", &Asset::note}};
constexpr auto kPersonTexts = std::tuple{Field{"title", &Person::title}, Field{"service", &Person::service}, Field{"note", &Person::note}};

/// Replaces what tells of the person.
bool blank(const ErasedPerson &who, QString &text, bool own, qsizetype most)
{
    QString after = who.traces.blanked(text, own, most);
    const bool changed = after != text;
    text = std::move(after);
    return changed;
}

bool blank(const ErasedPerson &who, QStringList &texts, bool own, qsizetype most)
{
    bool changed = false;
    for (QString &text : texts) {
        changed = blank(who, text, own, most) || changed;
    }
    if (changed) {
        texts.removeDuplicates();
    }
    return changed;
}

bool blank(const ErasedPerson &who, Texts &texts, bool own, qsizetype most)
{
    return blank(who, texts.list, own, most);
}

template <class T, class... Fields>
bool blankAll(const ErasedPerson &who, T &entity, const std::tuple<Fields...> &fields, bool own)
{
    bool changed = false;
    std::apply(
        [&](const auto &...field) {
            ((changed = blank(who, entity.*(field.member), own, textLimit(QString::fromLatin1(field.name))) || changed), ...);
        },
        fields);
    return changed;
}

/// An id that names the person, with the name that stands beside it.
bool emptyReference(PersonId who, PersonId &id, QString &name)
{
    if (who.isNull() || id != who) {
        return false;
    }
    id = {};
    name = QString::fromUtf16(kErasedMark);
    return true;
}

template <class T>
bool set(T &field, T value)
{
    const bool changed = field != value;
    field = std::move(value);
    return changed;
}

/// What each payload holds of the person. Tells whether something changed.
class PayloadErasing
{
public:
    PayloadErasing(const ErasedPerson &who, bool onPerson, bool own) : m_who(who), m_onPerson(onPerson), m_own(own) {}

    bool operator()(TicketOpen &open) const { return erase(m_who, open.ticket); }
    bool operator()(TicketEdit &edit) const
    {
        const bool names = edit.value == m_who.id.toString();
        if (names) {
            edit.value.clear();
            edit.display = QString::fromUtf16(kErasedMark);
        }
        const bool said = blank(m_who, edit.value, m_own, textLimit(edit.field));
        return blank(m_who, edit.display, m_own, kMostLine) || said || names;
    }
    bool operator()(TicketTag &tag) const
    {
        const bool added = blank(m_who, tag.add, m_own, textLimit(u"tags"));
        return blank(m_who, tag.remove, m_own, textLimit(u"tags")) || added;
    }
    bool operator()(TicketAssign &assign) const { return text(assign.note); }
    bool operator()(TicketNote &note) const { return text(note.text); }
    bool operator()(TicketWait &wait) const { return text(wait.text); }
    bool operator()(TicketResolve &resolve) const { return text(resolve.text); }
    bool operator()(TicketReopen &reopen) const { return text(reopen.text); }
    bool operator()(TicketCancel &cancel) const { return text(cancel.text); }
    bool operator()(TicketAssist &assist) const
    {
        const bool named = blank(m_who, assist.assetName, m_own, kMostLine);
        return blank(m_who, assist.target, m_own, kMostLine) || named;
    }
    bool operator()(TicketAttach &attach) const
    {
        if (attach.erased || !(m_own || blank(m_who, attach.name, false, kMostAttachmentName))) {
            return false;
        }
        attach = TicketAttach{attach.attachment, {}, 0, {}, {}, attach.holder, attach.holderName, true};
        return true;
    }
    bool operator()(TicketClaim &) const { return false; }
    bool operator()(TicketResume &) const { return false; }
    bool operator()(TicketClose &) const { return false; }
    bool operator()(TicketLink &) const { return false; }
    bool operator()(PersonAdd &add) const
    {
        if (!m_onPerson) {
            return erase(m_who, add.person);
        }
        Person nobody;
        nobody.organisation = add.person.organisation;
        return set(add.person, nobody);
    }
    bool operator()(PersonEdit &edit) const { return m_onPerson ? set(edit.value, QString()) : text(edit.value); }
    bool operator()(PersonLearnNumber &learn) const { return m_onPerson && set(learn.number, PhoneNumber{}); }
    bool operator()(PersonUnlearnNumber &unlearn) const { return m_onPerson && set(unlearn.key, QString()); }
    bool operator()(ContactLog &log) const { return erase(m_who, log.contact); }
    bool operator()(ContactWrapUp &done) const { return text(done.note); }

private:
    bool text(QString &said) const { return blank(m_who, said, m_own, kMostLongText); }

    const ErasedPerson &m_who;
    bool m_onPerson;
    bool m_own;
};

/// A line that names a file, which goes: its name and size go with it.
bool eraseAttached(const ErasedPerson &who, FieldChanges &changes, bool own)
{
    const auto tells = [&](const FieldChange &change) {
        QString name = change.after;
        return change.field == u"name" && !name.isEmpty() && (own || blank(who, name, false, kMostAttachmentName));
    };
    if (std::none_of(changes.list.begin(), changes.list.end(), tells)) {
        return false;
    }
    for (FieldChange &change : changes.list) {
        if (change.field != u"attachment") {
            change.after.clear();
        }
    }
    return true;
}

QJsonValue blankedJson(const ErasedPerson &who, const QJsonValue &value, bool own)
{
    if (value.isString()) {
        QString text = value.toString();
        return erase(who, text, own) ? QJsonValue(text) : value;
    }
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue &one : value.toArray()) {
            out.append(blankedJson(who, one, own));
        }
        return out;
    }
    QJsonObject out = value.toObject();
    for (auto one = out.begin(); one != out.end(); ++one) {
        one.value() = blankedJson(who, one.value(), own);
    }
    return value.isObject() ? QJsonValue(out) : value;
}

} // namespace

ErasureId erasureId(ScopeId scope, PersonId person)
{
    return ErasureId::fromName(QByteArray("erasure:").append(scope.value.toText()).append(':').append(person.value.toText()));
}

bool erase(const ErasedPerson &who, Ticket &ticket)
{
    const bool own = isTheirs(ticket, who.id);
    const bool asked = emptyReference(who.id, ticket.requester, ticket.requesterName);
    const bool served = emptyReference(who.id, ticket.beneficiary, ticket.beneficiaryName);
    return blankAll(who, ticket, kTicketTexts, own) || asked || served;
}

bool erase(const ErasedPerson &who, Contact &contact)
{
    // A number nobody was found for is theirs where it is one of theirs.
    const bool own = (!who.id.isNull() && contact.person == who.id)
        || (contact.person.isNull() && !contact.key.isEmpty() && who.traces.tells(u"k:" + contact.key, false));
    bool changed = emptyReference(who.id, contact.person, contact.personName);
    if (own) {
        changed = set(contact.number, QString()) || changed;
        changed = set(contact.key, QString()) || changed;
        changed = set(contact.callId, QString()) || changed;
    }
    return blankAll(who, contact, kContactTexts, own) || changed;
}

bool erase(const ErasedPerson &who, Asset &asset)
{
    auto &users = asset.users.list;
    const auto before = users.size();
    users.erase(std::remove(users.begin(), users.end(), who.id), users.end());
    bool changed = users.size() != before;
    const bool own = changed;
    if (!asset.lastLogin.isEmpty() && who.traces.tells(u"l:" + asset.lastLogin.toLower(), own)) {
        asset.lastLogin.clear();
        asset.lastLoginMs = 0;
        changed = true;
    }
    return blankAll(who, asset, kAssetTexts, own) || changed;
}

bool erase(const ErasedPerson &who, Person &other)
{
    return blankAll(who, other, kPersonTexts, false);
}

bool erase(const ErasedPerson &who, Attachment &attachment, bool own)
{
    if (attachment.state == AttachmentState::Erased || !(own || blank(who, attachment.name, false, kMostAttachmentName))) {
        return false;
    }
    attachment.name.clear();
    attachment.size = 0;
    attachment.sha256.clear();
    attachment.mediaType.clear();
    attachment.state = AttachmentState::Erased;
    return true;
}

bool erase(const ErasedPerson &who, TimelineEntry &entry, bool own)
{
    bool changed = blank(who, entry.text, own, kMostLongText);
    if (entry.kind == EntryKind::Attached) {
        changed = eraseAttached(who, entry.changes, own) || changed;
    }
    const QString id = who.id.toString();
    for (FieldChange &change : entry.changes.list) {
        for (QString *value : {&change.before, &change.after}) {
            changed = (*value == id ? set(*value, QString()) : blank(who, *value, own, kMostLongText)) || changed;
        }
    }
    return changed;
}

bool erase(const ErasedPerson &who, Operation &op, bool own)
{
    return std::visit(PayloadErasing(who, isOn(op, who.id), own), op.payload);
}

bool erase(const ErasedPerson &who, QString &text, bool own)
{
    const qsizetype before = text.size();
    text.remove(who.id.toString(), Qt::CaseInsensitive);
    const bool named = text.size() != before;
    return blank(who, text, own, kMostLongText) || named;
}

bool eraseJson(const ErasedPerson &who, QString &text, bool own)
{
    const QJsonDocument before = QJsonDocument::fromJson(text.toUtf8());
    if (before.isNull()) {
        return erase(who, text, own);
    }
    const QJsonValue root = before.isArray() ? QJsonValue(before.array()) : QJsonValue(before.object());
    const QJsonValue blanked = blankedJson(who, root, own);
    if (blanked == root) {
        return false;
    }
    const QJsonDocument after = blanked.isArray() ? QJsonDocument(blanked.toArray()) : QJsonDocument(blanked.toObject());
    text = QString::fromUtf8(after.toJson(QJsonDocument::Compact));
    return true;
}

void learn(const Operation &op, PersonId person, PlainTraces &traces)
{
    if (const auto *open = std::get_if<TicketOpen>(&op.payload)) {
        if (isTheirs(open->ticket, person)) {
            traces.addName(open->ticket.requester == person ? open->ticket.requesterName : open->ticket.beneficiaryName);
        }
    } else if (const auto *edit = std::get_if<TicketEdit>(&op.payload)) {
        if (edit->value == person.toString()) {
            traces.addName(edit->display);
        }
    } else if (const auto *log = std::get_if<ContactLog>(&op.payload)) {
        if (log->contact.person == person) {
            traces.addName(log->contact.personName);
        }
    } else if (!isOn(op, person)) {
        return;
    } else if (const auto *add = std::get_if<PersonAdd>(&op.payload)) {
        traces.add(add->person);
    } else if (const auto *number = std::get_if<PersonLearnNumber>(&op.payload)) {
        traces.addNumber(number->number);
    }
}

bool isTheirs(const Ticket &ticket, PersonId person)
{
    return !person.isNull() && (ticket.requester == person || ticket.beneficiary == person);
}

bool isOn(const Operation &op, PersonId person)
{
    return entityKind(op.kind()) == EntityKind::Person && op.entity.value == person.value;
}

} // namespace comptoir::domain
