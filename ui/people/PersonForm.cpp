// SPDX-License-Identifier: GPL-3.0-or-later
#include "PersonForm.h"

#include "ActionPanel.h"
#include "ChoiceBox.h"
#include "Words.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace comptoir::ui {

PersonForm::PersonForm(QWidget *parent) : QWidget(parent), m_panel(new ActionPanel(tr("Add a person"), tr("Add"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    m_given = m_panel->addLine(u"given"_qs, Words::field(u"given_name"_qs));
    m_family = m_panel->addLine(u"family"_qs, Words::field(u"family_name"_qs));
    m_panel->addChoice(u"organisation"_qs, Words::field(u"organisation"_qs), {}, tr("Choose an organisation"));
    m_service = m_panel->addLine(u"service"_qs, Words::field(u"service"_qs));
    m_number = m_panel->addLine(u"number"_qs, tr("Telephone"));
    m_email = m_panel->addLine(u"email"_qs, tr("E-mail"));
    connect(m_panel, &ActionPanel::confirmed, this, &PersonForm::confirm);
    connect(m_panel, &ActionPanel::left, this, [this] {
        hide();
        Q_EMIT left();
    });
    setFocusProxy(m_given);
    hide();
}

void PersonForm::showOrganisations(const Choices &organisations)
{
    m_panel->setChoices(u"organisation"_qs, organisations);
}

void PersonForm::open(const QString &name, const QString &number, domain::OrganisationId organisation)
{
    const qsizetype cut = name.indexOf(u' ');
    m_given->setText(cut < 0 ? QString() : name.left(cut));
    m_family->setText(cut < 0 ? name : name.mid(cut + 1));
    m_number->setText(number);
    m_service->clear();
    m_email->clear();
    if (!organisation.isNull()) {
        m_panel->choose(u"organisation"_qs, organisation.toString());
    }
    show();
    m_panel->open(0);
}

void PersonForm::complain(const QString &text)
{
    m_panel->complain(text);
}

void PersonForm::confirm()
{
    domain::Person person;
    person.givenName = m_panel->value(u"given"_qs);
    person.familyName = m_panel->value(u"family"_qs);
    person.organisation.value = base::Uuid::fromString(m_panel->value(u"organisation"_qs)).value_or(base::Uuid{});
    person.service = m_panel->value(u"service"_qs);
    person.email = m_panel->value(u"email"_qs);
    if (const QString number = m_panel->value(u"number"_qs); !number.isEmpty()) {
        person.numbers.list.push_back({domain::NumberKind::Direct, number, {}});
    }
    if (person.familyName.isEmpty() && person.email.isEmpty()) {
        m_panel->complain(tr("A person needs a last name or an e-mail."));
    } else if (person.organisation.isNull()) {
        m_panel->complain(tr("Choose the organisation: the person and their tickets live there."));
    } else {
        Q_EMIT written(person);
    }
}

} // namespace comptoir::ui
