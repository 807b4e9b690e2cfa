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
    m_actions = new QWidget(this);
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 4);
    row->setSpacing(8);
    row->addStretch(1);
    auto *insist = new KeyButton(tr("Set mine again"), u"rotate-ccw"_qs, KeyButton::Look::Normal, m_actions);
    auto *yield = new KeyButton(tr("Leave it"), {}, KeyButton::Look::Normal, m_actions);
    insist->setObjectName(u"insist"_qs);
    for (KeyButton *button : {insist, yield}) {
        button->setSmall(true);
        row->addWidget(button);
    }
    connect(insist, &KeyButton::clicked, this, &FieldRow::insisted);
    connect(yield, &KeyButton::clicked, this, &FieldRow::yielded);
    m_column->addWidget(m_notice);
    m_column->addWidget(m_actions);
}

void FieldRow::showRefused(const QString &mine, const QString &stands, const QString &why)
{
    makeNotice();
    m_actions->show();
    m_notice->show(Tone::Warn, tr("Yours: “%1”. What stands: “%2”. %3").arg(quoted(mine), quoted(stands), why));
}

void FieldRow::showFailed(const QString &text)
{
    makeNotice();
    m_actions->show();
    m_notice->show(Tone::Bad, text);
}

void FieldRow::clearRefused()
{
    if (m_notice) {
        m_notice->hide();
        m_actions->hide();
    }
}

bool FieldRow::showsRefused() const
{
    return m_notice && m_notice->isVisibleTo(this);
}

} // namespace comptoir::ui
