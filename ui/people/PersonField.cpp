// SPDX-License-Identifier: GPL-3.0-or-later
#include "PersonField.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>
#include <QTimer>

namespace comptoir::ui {

namespace {

constexpr int kPauseMs = 60; // one search per pause in typing, not per key of a fast typist
constexpr int kIdRole = Qt::UserRole + 1;
constexpr int kNameRole = Qt::UserRole + 2;

} // namespace

PersonField::PersonField(QWidget *parent) : QLineEdit(parent), m_hits(new QStandardItemModel(this)), m_pause(new QTimer(this))
{
    setMaxLength(200);
    auto *choices = new QCompleter(m_hits, this);
    choices->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    choices->setCaseSensitivity(Qt::CaseInsensitive);
    choices->setMaxVisibleItems(8);
    setCompleter(choices);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, [this] {
        if (text().trimmed().size() >= 2) {
            Q_EMIT searchWanted(text().trimmed());
        }
    });
    connect(this, &QLineEdit::textEdited, this, [this] { m_pause->start(); });
    connect(choices, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        const auto id = base::Uuid::fromString(index.data(kIdRole).toString());
        take(domain::PersonId{id.value_or(base::Uuid{})}, index.data(kNameRole).toString());
    });
    connect(this, &QLineEdit::editingFinished, this, &PersonField::settleTyped);
}

void PersonField::setPerson(domain::PersonId id, const QString &name)
{
    m_person = id;
    m_name = name;
    if (!hasFocus() || !isModified()) {
        setText(name);
        setCursorPosition(0);
    }
}

void PersonField::showHits(const QString &typed, const std::vector<desk::PersonHit> &hits)
{
    if (typed != text().trimmed() || !hasFocus()) {
        return;
    }
    m_hits->clear();
    for (const desk::PersonHit &hit : hits) {
        QStringList parts{hit.person.displayName(), hit.person.service, hit.organisationName};
        parts.removeAll(QString());
        auto *item = new QStandardItem(parts.join(u" · "_qs));
        item->setData(hit.person.id.toString(), kIdRole);
        item->setData(hit.person.displayName(), kNameRole);
        m_hits->appendRow(item);
    }
    completer()->complete();
}

void PersonField::take(domain::PersonId id, const QString &name)
{
    const bool isNew = id != m_person || name != m_name;
    m_person = id;
    m_name = name;
    setText(name);
    setModified(false);
    if (isNew) {
        Q_EMIT picked(id, name);
    }
}

void PersonField::settleTyped()
{
    if (completer()->popup()->isVisible()) {
        return;
    }
    const QString typed = text().trimmed();
    if (typed != m_name) {
        take({}, typed);
    }
}

} // namespace comptoir::ui
