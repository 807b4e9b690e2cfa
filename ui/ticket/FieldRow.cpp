// SPDX-License-Identifier: GPL-3.0-or-later
#include "FieldRow.h"

#include "KeyButton.h"
#include "Notice.h"
#include "PlainLabel.h"

#include <QBoxLayout>
#include <QPlainTextEdit>

namespace comptoir::ui {

namespace {

/// Long texts are quoted by their beginning.
QString quoted(const QString &text)
{
    return text.size() > 120 ? text.left(119).trimmed() + u'…' : text;
}

} // namespace

FieldRow::FieldRow(const QString &label, std::initializer_list<QWidget *> editors, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *name = new PlainLabel(label, FontRole::Body, Tone::Muted, this);
    name->setFixedWidth(kLabelWidth);
    name->setMinimumHeight(30);
    name->setElided(true);
    name->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    row->addWidget(name, 0, Qt::AlignTop);
    for (QWidget *editor : editors) {
        if (editor->accessibleName().isEmpty()) {
            editor->setAccessibleName(label);
        }
        const bool stretches = editor->sizePolicy().horizontalPolicy() != QSizePolicy::Fixed;
        row->addWidget(editor, stretches ? 1 : 0);
    }
    name->setBuddy(*editors.begin());
    m_column->addLayout(row);
}

void FieldRow::makeNotice()
{
    if (m_notice) {
        return;
    }
    m_notice = new Notice(Tone::Warn, this);
    auto *insist = m_notice->addAction(tr("Set mine again"));
    auto *yield = m_notice->addAction(tr("Leave it"));
    insist->setSmall(true);
    yield->setSmall(true);
    connect(insist, &KeyButton::clicked, this, &FieldRow::insisted);
    connect(yield, &KeyButton::clicked, this, &FieldRow::yielded);
    m_insist = insist;
    m_yield = yield;
    m_column->addWidget(m_notice);
}

void FieldRow::showRefused(const QString &mine, const QString &stands, const QString &why)
{
    makeNotice();
    m_insist->show();
    m_yield->show();
    m_notice->show(Tone::Warn, tr("Yours: “%1”. What stands: “%2”. %3").arg(quoted(mine), quoted(stands), why));
}

void FieldRow::showFailed(const QString &text)
{
    makeNotice();
    m_insist->show();
    m_yield->show();
    m_notice->show(Tone::Bad, text);
}

void FieldRow::clearRefused()
{
    if (m_notice) {
        m_notice->hide();
    }
}

bool FieldRow::showsRefused() const
{
    return m_notice && m_notice->isVisibleTo(this);
}

} // namespace comptoir::ui
