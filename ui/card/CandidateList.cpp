// SPDX-License-Identifier: GPL-3.0-or-later
#include "CandidateList.h"

#include "IdentityLine.h"
#include "KeyButton.h"
#include "PlainLabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>

namespace comptoir::ui {

namespace {

constexpr int kFilterPauseMs = 60;
constexpr int kRowHeight = 30;
constexpr int kMostRows = 6;

QString placeOf(const domain::Person &person, const QString &organisation, const QString &site)
{
    QStringList parts{person.service, organisation, site};
    parts.removeAll(QString());
    return parts.join(u" · "_qs);
}

} // namespace

CandidateList::CandidateList(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_people(new QListWidget(this))
    , m_confirm(new KeyButton(tr("It is this person"), u"user-check"_qs, KeyButton::Look::Primary, this))
    , m_empty(new PlainLabel(tr("Nobody by that name. Type more of it, or add the person."), FontRole::Secondary, Tone::Muted, this))
    , m_learn(new QCheckBox(this))
    , m_pause(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_search->setPlaceholderText(tr("Name, number, e-mail, department"));
    m_search->setAccessibleName(tr("Search a person"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_search->installEventFilter(this);
    m_people->setAccessibleName(tr("People it may be"));
    m_people->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_people->setTextElideMode(Qt::ElideRight);
    m_people->setFrameShape(QFrame::NoFrame);
    m_people->installEventFilter(this);
    column->addWidget(m_search);
    column->addWidget(m_people);
    column->addWidget(m_empty);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_confirm->setKeyHint(u"⏎"_qs);
    auto *add = new KeyButton(tr("Add a person…"), u"user-plus"_qs, KeyButton::Look::Normal, this);
    row->addWidget(m_confirm);
    row->addWidget(add);
    row->addStretch(1);
    column->addWidget(m_learn);
    column->addLayout(row);
    m_learn->setChecked(true);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kFilterPauseMs);
    connect(m_pause, &QTimer::timeout, this, [this] { Q_EMIT searchWanted(searched()); });
    connect(m_search, &QLineEdit::textEdited, this, [this] {
        if (searched().size() >= 2) {
            m_pause->start();
        } else {
            m_pause->stop();
            showCandidates();
        }
    });
    connect(m_people, &QListWidget::itemActivated, this, &CandidateList::confirm);
    connect(m_confirm, &KeyButton::clicked, this, &CandidateList::confirm);
    connect(add, &KeyButton::clicked, this, &CandidateList::personMissing);
}

void CandidateList::show(const std::vector<desk::Candidate> &candidates, const QString &number)
{
    m_candidates = candidates;
    m_learn->setVisible(!number.isEmpty());
    m_learn->setText(tr("Remember %1 for this person").arg(number));
    if (searched().size() < 2) {
        showCandidates();
    }
}

void CandidateList::showCandidates()
{
    m_people->clear();
    for (const desk::Candidate &candidate : m_candidates) {
        addPerson(candidate.person, placeOf(candidate.person, candidate.organisationName, candidate.siteName),
                  IdentityLine::scoreWords(candidate.score));
    }
    m_empty->hide();
    fit();
}

void CandidateList::showHits(const QString &text, const std::vector<desk::PersonHit> &hits)
{
    if (text != searched()) {
        return;
    }
    m_people->clear();
    for (const desk::PersonHit &hit : hits) {
        addPerson(hit.person, placeOf(hit.person, hit.organisationName, hit.siteName), {});
    }
    m_empty->setVisible(hits.empty());
    fit();
}

void CandidateList::addPerson(const domain::Person &person, const QString &place, const QString &why)
{
    QStringList parts{person.displayName(), place, why};
    parts.removeAll(QString());
    auto *item = new QListWidgetItem(parts.join(u" · "_qs).replace(u'\n', u' '), m_people);
    item->setData(Qt::UserRole, person.id.toString());
    item->setSizeHint({100, kRowHeight});
    if (m_people->count() == 1) {
        m_people->setCurrentRow(0);
    }
}

void CandidateList::fit()
{
    m_people->setVisible(m_people->count() > 0);
    m_confirm->setEnabled(m_people->count() > 0);
    m_people->setFixedHeight(std::min(m_people->count(), kMostRows) * kRowHeight + 4);
}

QString CandidateList::searched() const
{
    return m_search->text().trimmed();
}

void CandidateList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CandidateList::confirm()
{
    const QListWidgetItem *item = m_people->currentItem();
    const auto id = item ? base::Uuid::fromString(item->data(Qt::UserRole).toString()) : std::nullopt;
    if (id) {
        Q_EMIT chosen(domain::PersonId{*id}, !m_learn->isHidden() && m_learn->isChecked());
    }
}

bool CandidateList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape: Q_EMIT left(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: confirm(); return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (watched == m_search && m_people->count() > 0) {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            m_people->setCurrentRow(qBound(0, m_people->currentRow() + step, m_people->count() - 1));
            return true;
        }
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace comptoir::ui
