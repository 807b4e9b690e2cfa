// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Lookup.h"

#include <QLineEdit>

class QStandardItemModel;
class QTimer;

namespace comptoir::ui {

/// A line that holds a person: people are searched as one types, Enter takes the marked one. A name that stays unknown is kept as a name.
class PersonField : public QLineEdit
{
    Q_OBJECT

public:
    explicit PersonField(QWidget *parent = nullptr);

    void setPerson(domain::PersonId id, const QString &name);
    [[nodiscard]] domain::PersonId person() const { return m_person; }
    [[nodiscard]] QString name() const { return m_name; }
    /// The answer to `searchWanted`; ignored if something else was typed since.
    void showHits(const QString &text, const std::vector<desk::PersonHit> &hits);

Q_SIGNALS:
    void searchWanted(const QString &text);
    /// Another person, a bare name (nil id) or nobody (both empty) stands here now.
    void picked(comptoir::domain::PersonId id, const QString &name);

private:
    void take(domain::PersonId id, const QString &name);
    void settleTyped();

    QStandardItemModel *m_hits;
    QTimer *m_pause;
    domain::PersonId m_person;
    QString m_name;
};

} // namespace comptoir::ui
