// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketForm.h"

#include "FieldRow.h"
#include "FieldText.h"
#include "KeyButton.h"
#include "Scopes.h"
#include "TextLimits.h"
#include "Words.h"

#include <QCheckBox>
#include <QEvent>
#include <QPlainTextEdit>

namespace comptoir::ui {

namespace {

/// Trimmed, without doubles, in the order they were written.
QStringList tagsIn(const QString &text)
{
    QStringList out;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !out.contains(tag)) {
            out << tag;
        }
    }
    return out;
}

bool isBeingWritten(const QLineEdit *line)
{
    return line->hasFocus() && line->isModified();
}

} // namespace

void TicketForm::listen()
{
    connect(m_fold, &KeyButton::clicked, this, [this] {
        unfold(!isUnfolded());
        Q_EMIT folded(isUnfolded());
    });
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it) {
        connect(it.value(), &ChoiceBox::chosen, this, [this, column = it.key()](const QString &value) {
            showPriority();
            showFold();
            commit(column, value);
            Q_EMIT typed();
        });
    }
    for (auto *person : {m_requester, m_beneficiary}) {
        connect(person, &PersonField::searchWanted, this, &TicketForm::peopleWanted);
        connect(person, &PersonField::picked, this, [this, column = person->objectName()](domain::PersonId id, const QString &name) {
            showFold();
            commit(column, id.isNull() ? QString() : id.toString(), name);
            Q_EMIT typed();
        });
    }
    connect(m_summary, &QLineEdit::textEdited, this, &TicketForm::typed);
    connect(m_summary, &QLineEdit::editingFinished, this, &TicketForm::commitSummary);
    connect(m_description, &QPlainTextEdit::textChanged, this, [this] {
        if (m_description->document()->isModified()) {
            Q_EMIT typed();
        }
    });
    m_description->installEventFilter(this);
    connect(m_tags, &QLineEdit::textEdited, this, &TicketForm::typed);
    connect(m_tags, &QLineEdit::editingFinished, this, &TicketForm::commitTags);
    connect(m_major, &QCheckBox::clicked, this, [this](bool on) {
        showPriority();
        commit(u"major"_qs, on ? u"1"_qs : u"0"_qs);
        Q_EMIT typed();
    });
    connect(m_restricted, &QCheckBox::clicked, this, &TicketForm::typed);
}

void TicketForm::showRestricted()
{
    if (QWidget *row = m_rows.value(u"restricted"_qs)) {
        const bool shown = m_mayRestrict || m_restricted->isChecked();
        row->setVisible(shown);
        m_restricted->setVisible(shown);
    }
}

void TicketForm::showLists(const FormLists &lists)
{
    m_rules = lists.rules;
    const std::pair<QString, const Choices &> all[] = {{u"category"_qs, lists.categories},
                                                       {u"organisation"_qs, lists.organisations},
                                                       {u"site"_qs, lists.sites},
                                                       {u"asset"_qs, lists.assets},
                                                       {u"support_group"_qs, lists.groups}};
    for (const auto &[column, choices] : all) {
        if (ChoiceBox *box = m_boxes.value(column)) {
            box->show(choices);
        }
    }
    m_rows[u"major"_qs]->setVisible(lists.mayDeclareMajor || m_shown.major);
    m_major->setEnabled(lists.mayDeclareMajor);
    m_mayRestrict = lists.mayRestrict;
    showRestricted();
    showPriority();
    showFold();
}

void TicketForm::restore(const QString &column, const domain::Ticket &ticket)
{
    forgetFailure(column);
    if (column == u"description"_qs) {
        m_description->document()->setModified(false);
    }
    show(ticket);
}

void TicketForm::show(const domain::Ticket &ticket)
{
    if (ticket.id != m_shown.id) {
        m_untaken.clear();
        m_asked.clear();
    }
    m_shown = ticket;
    const auto free = [this](const QString &column) { return !m_untaken.contains(column) && !m_asked.contains(column); };
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it) {
        if (free(it.key()) && !(it.value()->isEditable() && isBeingWritten(it.value()->lineEdit()))) {
            it.value()->setValue(domain::fieldText(ticket, it.key()).value_or(QString()), u"—"_qs);
        }
    }
    if (free(u"summary"_qs) && !isBeingWritten(m_summary) && m_summary->text() != ticket.summary) {
        m_summary->setText(ticket.summary);
        m_summary->setCursorPosition(0);
    }
    const bool written = !free(u"description"_qs) || (m_description->hasFocus() && m_description->document()->isModified());
    if (!written && m_description->toPlainText() != ticket.description) {
        m_description->setPlainText(ticket.description);
    }
    if (free(u"tags"_qs) && !isBeingWritten(m_tags)) {
        m_tags->setText(ticket.tags.list.join(u", "_qs));
    }
    if (free(u"requester"_qs)) {
        m_requester->setPerson(ticket.requester, ticket.requesterName);
    }
    if (free(u"beneficiary"_qs)) {
        m_beneficiary->setPerson(ticket.beneficiary, ticket.beneficiaryName);
    }
    if (free(u"major"_qs)) {
        m_major->setChecked(ticket.major);
    }
    m_rows[u"major"_qs]->setVisible(m_major->isEnabled() || ticket.major);
    m_restricted->setChecked(domain::isRestricted(ticket.scope, ticket.organisation));
    showRestricted();
    showPriority();
    showFold();
}

void TicketForm::write(domain::Ticket &ticket) const
{
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it) {
        [[maybe_unused]] const bool known = domain::setFieldText(ticket, it.key(), it.value()->value());
    }
    ticket.summary = m_summary->text().trimmed();
    ticket.description = m_description->toPlainText();
    ticket.tags.list = writtenTags();
    ticket.requester = m_requester->person();
    ticket.requesterName = m_requester->name();
    ticket.beneficiary = m_beneficiary->person();
    ticket.beneficiaryName = m_beneficiary->name();
    ticket.major = m_major->isChecked();
    if (m_use == Use::Draft) {
        ticket.scope = domain::scopeIn(ticket.organisation, m_restricted->isChecked());
    }
}

QStringList TicketForm::writtenTags() const
{
    return tagsIn(m_tags->text()).mid(0, domain::kMostTags);
}

void TicketForm::showPeople(const QString &text, const std::vector<desk::PersonHit> &hits)
{
    m_requester->showHits(text, hits);
    m_beneficiary->showHits(text, hits);
}

void TicketForm::commitSummary()
{
    const QString text = m_summary->text().trimmed();
    const bool takenBack = m_summary->isModified() && m_asked.contains(u"summary"_qs); // another value is on its way
    m_summary->setModified(false);
    if (m_use == Use::Ticket && (takenBack || text != m_shown.summary)) {
        commit(u"summary"_qs, text);
    } else {
        forgetFailure(u"summary"_qs); // what stands was written again
    }
}

void TicketForm::commitDescription()
{
    const QString written = m_description->toPlainText();
    const QString text = written.trimmed().isEmpty() ? QString() : written;
    if (m_use == Use::Ticket && text.size() > domain::kMostLongText) { // a draft is told when it is opened
        showFailed(u"description"_qs, Words::tooLong(text.size(), domain::kMostLongText));
        return;
    }
    const bool takenBack = m_description->document()->isModified() && m_asked.contains(u"description"_qs);
    m_description->document()->setModified(false);
    if (m_use == Use::Ticket && (takenBack || text != m_shown.description)) {
        commit(u"description"_qs, text);
    } else {
        forgetFailure(u"description"_qs);
    }
}

void TicketForm::commitTags()
{
    m_tags->setModified(false);
    QStringList added = writtenTags();
    QStringList removed = m_shown.tags.list;
    for (const QString &tag : m_shown.tags.list) {
        if (added.removeAll(tag) > 0) {
            removed.removeAll(tag);
        }
    }
    forgetFailure(u"tags"_qs);
    if (m_use == Use::Ticket && (!added.isEmpty() || !removed.isEmpty())) {
        ask(u"tags"_qs);
        Q_EMIT tagsCommitted(added, removed);
    }
}

void TicketForm::commitAgain(const QString &column)
{
    if (column == u"tags"_qs) {
        commitTags(); // what was added and taken away, never the list
        return;
    }
    if (column == u"description"_qs) {
        commitDescription();
        return;
    }
    domain::Ticket now = m_shown;
    write(now);
    const QString display = column == u"requester"_qs ? now.requesterName : column == u"beneficiary"_qs ? now.beneficiaryName : QString();
    commit(column, domain::fieldText(now, column).value_or(QString()), display);
}

void TicketForm::commit(const QString &column, const QString &value, const QString &display)
{
    ask(column);
    Q_EMIT committed(column, value, display);
}

void TicketForm::ask(const QString &column)
{
    forgetFailure(column);
    if (m_use == Use::Ticket) {
        ++m_asked[column];
    }
}

void TicketForm::taken(const QString &column)
{
    if (const auto asked = m_asked.find(column); asked != m_asked.end() && --*asked <= 0) {
        m_asked.erase(asked);
    }
}

void TicketForm::commitFailedAgain()
{
    for (const QString &column : m_untaken.keys()) {
        commitAgain(column);
    }
}

void TicketForm::commitWritten()
{
    if (m_summary->isModified()) {
        commitSummary();
    }
    if (m_description->document()->isModified()) {
        commitDescription();
    }
    if (m_tags->isModified()) {
        commitTags();
    }
}

void TicketForm::giveUp()
{
    m_untaken.clear();
    m_asked.clear();
    m_summary->setModified(false);
    m_tags->setModified(false);
    m_description->document()->setModified(false);
}

QStringList TicketForm::unsavedTexts(Unsaved which) const
{
    QStringList out;
    const auto add = [&](const QString &column, const QString &text, const QString &stands, bool written) {
        const bool wanted = m_untaken.contains(column) || (which == Unsaved::All && (written || m_asked.contains(column)));
        if (wanted && !text.trimmed().isEmpty() && text != stands) {
            out << text;
        }
    };
    add(u"summary"_qs, m_summary->text(), m_shown.summary, m_summary->isModified());
    add(u"description"_qs, m_description->toPlainText(), m_shown.description, m_description->document()->isModified());
    add(u"tags"_qs, m_tags->text(), m_shown.tags.list.join(u", "_qs), m_tags->isModified());
    return out;
}

bool TicketForm::differs(const QString &column) const
{
    domain::Ticket now = m_shown;
    write(now);
    return column == u"tags"_qs ? now.tags != m_shown.tags : domain::fieldText(now, column) != domain::fieldText(m_shown, column);
}

void TicketForm::forgetFailure(const QString &column)
{
    if (m_untaken.remove(column) > 0) {
        m_rows[column]->clearRefused();
    }
}

bool TicketForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_description && event->type() == QEvent::FocusOut) {
        commitDescription();
    }
    return QWidget::eventFilter(watched, event);
}

bool TicketForm::showRefused(const QString &column, const QString &mine, const QString &stands, const QString &why)
{
    FieldRow *row = m_rows.value(column);
    if (!row) {
        return false;
    }
    m_refusedColumns.insert(row, column);
    row->showRefused(mine, stands, why);
    if (row->parentWidget() == m_more) {
        unfold(true);
    }
    return true;
}

bool TicketForm::showFailed(const QString &column, const QString &text)
{
    taken(column);
    FieldRow *row = m_rows.value(column);
    if (row) {
        if (differs(column)) {
            m_untaken.insert(column, text);
        }
        m_refusedColumns.insert(row, column);
        row->showFailed(text);
    }
    return row != nullptr;
}

void TicketForm::clearRefused()
{
    for (FieldRow *row : std::as_const(m_rows)) {
        row->clearRefused();
    }
    for (auto it = m_untaken.cbegin(); it != m_untaken.cend(); ++it) {
        m_refusedColumns.insert(m_rows[it.key()], it.key());
        m_rows[it.key()]->showFailed(it.value());
    }
}

} // namespace comptoir::ui
