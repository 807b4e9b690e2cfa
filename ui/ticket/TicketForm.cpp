// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketForm.h"

#include "FieldRow.h"
#include "KeyButton.h"
#include "PlainLabel.h"
#include "PriorityMark.h"
#include "TextLimits.h"
#include "TicketWords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QScrollArea>

namespace comptoir::ui {

namespace {

constexpr int kDescriptionHeight = 54;

} // namespace

TicketForm::TicketForm(Use use, QWidget *parent)
    : QWidget(parent)
    , m_use(use)
    , m_summary(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_priority(new PriorityMark(this))
    , m_requester(new PersonField(this))
    , m_beneficiary(new PersonField(this))
    , m_tags(new QLineEdit(this))
    , m_major(new QCheckBox(tr("Major incident"), this))
    , m_restricted(new QCheckBox(tr("Restricted ticket"), this))
    , m_fold(new KeyButton(tr("More fields"), u"chevron-right"_qs, KeyButton::Look::Quiet, this))
    , m_digest(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
    , m_more(new QWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    buildMain(layout);
    auto *fold = new QHBoxLayout;
    fold->setSpacing(4);
    m_fold->setSmall(true);
    m_digest->setElided(true);
    m_digest->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    fold->addWidget(m_fold);
    fold->addWidget(m_digest, 1);
    fold->addStretch();
    m_fold->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addLayout(fold);
    tabbedNext(m_fold);
    auto *more = new QVBoxLayout(m_more);
    more->setContentsMargins(0, 0, 0, 0);
    more->setSpacing(8);
    buildMore(more);
    layout->addWidget(m_more);
    layout->addStretch(1);
    m_more->hide();
    listen();
}

FieldRow *TicketForm::addRow(QVBoxLayout *layout, const QStringList &columns, std::initializer_list<QWidget *> editors,
                             const QString &label)
{
    auto *row = new FieldRow(label, editors, this);
    for (const QString &column : columns) {
        m_rows.insert(column, row);
    }
    connect(row, &FieldRow::insisted, this, [this, row] { Q_EMIT insisted(m_refusedColumns.value(row)); });
    connect(row, &FieldRow::yielded, this, [this, row] { Q_EMIT yielded(m_refusedColumns.value(row)); });
    layout->addWidget(row);
    for (QWidget *editor : editors) {
        tabbedNext(editor);
    }
    return row;
}

void TicketForm::tabbedNext(QWidget *editor)
{
    if (m_tabbed && (editor->focusPolicy() & Qt::TabFocus)) {
        setTabOrder(m_tabbed, editor);
    }
    m_tabbed = editor->focusPolicy() & Qt::TabFocus ? editor : m_tabbed;
}

ChoiceBox *TicketForm::addBox(const QString &column, const QString &none, const Choices &choices)
{
    auto *box = new ChoiceBox(none, this);
    box->setObjectName(column);
    box->setAccessibleName(TicketWords::field(column));
    box->show(choices);
    m_boxes.insert(column, box);
    return box;
}

void TicketForm::buildMain(QVBoxLayout *layout)
{
    m_summary->setObjectName(u"summary"_qs);
    m_summary->setMaxLength(int(domain::kMostSummary));
    m_summary->setPlaceholderText(tr("What is wrong, in one line"));
    addRow(layout, {u"summary"_qs}, {m_summary}, TicketWords::field(u"summary"_qs));
    addRow(layout, {u"category"_qs}, {addBox(u"category"_qs, tr("No service"), {})}, TicketWords::field(u"category"_qs));
    auto *impact = addBox(u"impact"_qs, {}, TicketWords::impacts());
    auto *urgency = addBox(u"urgency"_qs, {}, TicketWords::urgencies());
    addRow(layout, {u"impact"_qs, u"urgency"_qs}, {impact, urgency, m_priority}, tr("Impact, urgency"));
    m_description->setObjectName(u"description"_qs);
    m_description->setPlaceholderText(tr("What the person sees, since when, what was tried…"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(kDescriptionHeight);
    addRow(layout, {u"description"_qs}, {m_description}, TicketWords::field(u"description"_qs));
}

void TicketForm::buildMore(QVBoxLayout *layout)
{
    m_requester->setObjectName(u"requester"_qs);
    m_beneficiary->setObjectName(u"beneficiary"_qs);
    m_beneficiary->setPlaceholderText(tr("The requester"));
    m_tags->setObjectName(u"tags"_qs);
    m_tags->setPlaceholderText(tr("Words, separated by commas"));
    m_major->setObjectName(u"major"_qs);
    if (m_use == Use::Draft) {
        addRow(layout, {u"organisation"_qs}, {addBox(u"organisation"_qs, tr("No organisation"), {})},
               TicketWords::field(u"organisation"_qs));
        m_restricted->setObjectName(u"restricted"_qs);
        m_restricted->setToolTip(
            tr("Read by those alone to whom the restricted part of the organisation is granted; settled when the ticket is opened"));
        addRow(layout, {u"restricted"_qs}, {m_restricted}, QString());
    }
    m_restricted->hide();
    addRow(layout, {u"requester"_qs}, {m_requester}, TicketWords::field(u"requester"_qs));
    addRow(layout, {u"beneficiary"_qs}, {m_beneficiary}, TicketWords::field(u"beneficiary"_qs));
    addRow(layout, {u"site"_qs}, {addBox(u"site"_qs, tr("No site"), {})}, TicketWords::field(u"site"_qs));
    addRow(layout, {u"asset"_qs}, {addBox(u"asset"_qs, tr("No equipment"), {})}, TicketWords::field(u"asset"_qs));
    auto *kind = addBox(u"kind"_qs, {}, TicketWords::kinds());
    auto *channel = addBox(u"channel"_qs, {}, TicketWords::channels());
    addRow(layout, {u"kind"_qs, u"channel"_qs}, {kind, channel}, tr("Kind, channel"));
    addRow(layout, {u"support_group"_qs}, {addBox(u"support_group"_qs, tr("No group"), {})}, TicketWords::field(u"support_group"_qs));
    addRow(layout, {u"tags"_qs}, {m_tags}, TicketWords::field(u"tags"_qs));
    addRow(layout, {u"major"_qs}, {m_major}, QString())->hide();
}

void TicketForm::unfold(bool open)
{
    m_more->setVisible(open);
    m_digest->setVisible(!open);
    m_fold->setIconName(open ? u"chevron-down"_qs : u"chevron-right"_qs);
    m_fold->setText(open ? tr("Fewer fields") : tr("More fields"));
}

bool TicketForm::isUnfolded() const
{
    return m_more->isVisibleTo(this);
}

void TicketForm::focusSummary()
{
    m_summary->setFocus(Qt::OtherFocusReason);
    m_summary->end(false);
}

bool TicketForm::focusField(const QString &column)
{
    FieldRow *row = m_rows.value(column);
    auto *editor = row ? row->findChild<QWidget *>(column) : nullptr;
    if (!editor) {
        return false;
    }
    if (row->parentWidget() == m_more) {
        unfold(true);
    }
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above)) {
            area->ensureWidgetVisible(row);
        }
    }
    editor->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void TicketForm::showPriority()
{
    domain::Ticket now = m_shown;
    write(now);
    m_priority->setPriority(m_rules.priority(now.impact, now.urgency, now.major));
}

void TicketForm::showFold()
{
    QStringList told;
    for (const QString &text : {m_requester->name(), m_boxes[u"site"_qs]->value().isEmpty() ? QString() : m_boxes[u"site"_qs]->label(),
                                m_boxes[u"asset"_qs]->value().isEmpty() ? QString() : m_boxes[u"asset"_qs]->label(),
                                m_boxes[u"kind"_qs]->label(), m_boxes[u"channel"_qs]->label()}) {
        if (!text.isEmpty()) {
            told << text;
        }
    }
    m_digest->setText(told.join(u" · "_qs));
}

} // namespace comptoir::ui
