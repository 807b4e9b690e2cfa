// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Choice.h"
#include "Person.h"

#include <QWidget>

class QLineEdit;

namespace comptoir::ui {

class ActionPanel;

/// Adds a person in one go, inside the card: names, organisation, department, e-mail; the number that calls is theirs.
class PersonForm : public QWidget
{
    Q_OBJECT

public:
    explicit PersonForm(QWidget *parent = nullptr);

    void showOrganisations(const Choices &organisations);
    /// Opens with what is known already: a typed name, the calling number, the organisation of its plan.
    void open(const QString &name, const QString &number, domain::OrganisationId organisation);
    void complain(const QString &text);

Q_SIGNALS:
    void written(const comptoir::domain::Person &person);
    void left();

private:
    void confirm();

    ActionPanel *m_panel;
    QLineEdit *m_given;
    QLineEdit *m_family;
    QLineEdit *m_number;
    QLineEdit *m_service;
    QLineEdit *m_email;
};

} // namespace comptoir::ui
