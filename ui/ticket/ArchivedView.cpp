// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchivedView.h"

#include "ArchiveWords.h"
#include "AttachmentStrip.h"
#include "EmptyState.h"
#include "FitScroll.h"
#include "KeyButton.h"
#include "Notice.h"
#include "PlainLabel.h"
#include "TimelineView.h"
#include "Words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFormLayout>

namespace comptoir::ui {

namespace {

constexpr int kFieldLabelPx = 104;
constexpr int kLeastTold = 96;

} // namespace

ArchivedView::ArchivedView(QWidget *parent)
    : QWidget(parent)
    , m_header(new TicketHeader(this))
    , m_notice(new Notice(Tone::Accent, this))
    , m_again(m_notice->addAction(tr("Read again"), u"refresh-cw"_qs))
    , m_body(new QWidget(this))
    , m_fields(new QWidget(m_body))
    , m_rows(new QFormLayout(m_fields))
    , m_scroll(new FitScroll(m_fields, m_body))
    , m_timeline(new TimelineView(m_body))
    , m_files(new AttachmentStrip(m_body, AttachmentStrip::Enter::Saves))
    , m_empty(new EmptyState(this))
{
    setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_empty, 1);
    column->addWidget(m_body, 1);
    auto *inside = new QVBoxLayout(m_body);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(8);
    m_rows->setContentsMargins(0, 0, 8, 0);
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(4);
    m_rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_timeline->setMinimumHeight(kLeastTold);
    m_timeline->viewport()->setAutoFillBackground(false);
    inside->addWidget(m_scroll);
    inside->addWidget(m_timeline, 1);
    inside->addWidget(m_files);
    connect(m_again, &KeyButton::clicked, this, &ArchivedView::readWanted);
    showAsking();
}

void ArchivedView::showAsking()
{
    m_again->setEnabled(false);
    m_header->setVisible(m_told);
    m_body->setVisible(m_told);
    m_empty->setVisible(!m_told);
    if (!m_told) {
        m_notice->hide();
        m_empty->show(u"archive"_qs, tr("The ticket is being read"),
                      tr("It stands at the service; the rest of the desk goes on meanwhile."));
    }
}

void ArchivedView::show(const desk::ArchivePage &told, const TicketNames &names, const TicketWords::NameOf &nameOf)
{
    const domain::Ticket &ticket = told.page.ticket;
    m_told = true;
    m_header->show(told.page, names);
    m_notice->show(Tone::Accent, ArchiveWords::readAt(told.readMs, ticket.state), u"archive"_qs);
    m_again->setText(tr("Read again"));
    m_again->setEnabled(true);
    fill(ticket, names, nameOf);
    m_timeline->show(told.page.timeline, nameOf);
    m_timeline->scrollToBottom();
    m_header->show();
    m_body->show();
    m_empty->hide();
    if (std::exchange(m_wantsKeyboard, false)) {
        focusFirst();
    }
}

void ArchivedView::showFailure(const base::Error &error)
{
    m_notice->show(Tone::Warn, ArchiveWords::notRead(error));
    m_again->setText(tr("Try again"));
    m_again->setEnabled(true);
    m_header->setVisible(m_told);
    m_body->setVisible(m_told);
    m_empty->setVisible(!m_told);
    if (!m_told) {
        m_empty->show(u"archive"_qs, tr("The ticket could not be read"), tr("Everything else on this desk can be used meanwhile."));
    }
    if (std::exchange(m_wantsKeyboard, false)) {
        focusFirst();
    }
}

void ArchivedView::focusFirst()
{
    if (m_told) {
        m_timeline->setFocus(Qt::OtherFocusReason);
    } else if (m_notice->isVisibleTo(this) && m_again->isEnabled()) {
        m_again->setFocus(Qt::OtherFocusReason);
    } else {
        m_wantsKeyboard = true;
    }
}

void ArchivedView::addField(const QString &column, const QString &value)
{
    if (value.isEmpty()) {
        return;
    }
    const QString name = TicketWords::field(column);
    auto *label = new PlainLabel(name, FontRole::Secondary, Tone::Muted, m_fields);
    label->setMinimumWidth(kFieldLabelPx);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding); // beside the first of several lines
    auto *text = new PlainLabel(value, FontRole::Body, Tone::Text, m_fields);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(tr("%1: %2", "field, value").arg(name, value));
    m_rows->addRow(label, text);
}

void ArchivedView::fill(const domain::Ticket &ticket, const TicketNames &names, const TicketWords::NameOf &nameOf)
{
    while (m_rows->rowCount() > 0) {
        m_rows->removeRow(0);
    }
    const auto named = [&](const QString &column, const auto &id) { return id.isNull() ? QString() : nameOf(column, id.value); };
    addField(u"summary"_qs, ticket.summary);
    addField(u"requester"_qs, ticket.requesterName);
    addField(u"beneficiary"_qs, ticket.beneficiaryName == ticket.requesterName ? QString() : ticket.beneficiaryName);
    addField(u"organisation"_qs, named(u"organisation"_qs, ticket.organisation));
    addField(u"site"_qs, named(u"site"_qs, ticket.site));
    addField(u"category"_qs, named(u"category"_qs, ticket.category));
    addField(u"support_group"_qs, names.group);
    addField(u"tags"_qs, ticket.tags.list.join(u", "_qs));
    addField(u"description"_qs, ticket.description);
    addField(u"resolution"_qs, ticket.resolution);
    if (const QString day = ArchiveWords::day(ticket.closedMs); !day.isEmpty()) {
        auto *label = new PlainLabel(tr("Closed"), FontRole::Secondary, Tone::Muted, m_fields);
        auto *text = new PlainLabel(day, FontRole::Body, Tone::Text, m_fields);
        text->setAccessibleName(tr("Closed %1").arg(day));
        m_rows->addRow(label, text);
    }
}

} // namespace comptoir::ui
