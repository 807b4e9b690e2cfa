// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActionPanel.h"

#include "ChoiceBox.h"
#include "FieldRow.h"
#include "KeyButton.h"
#include "PlainLabel.h"
#include "TextLimits.h"
#include "Tokens.h"
#include "Words.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTimer>

namespace comptoir::ui {

namespace {

constexpr int kTextHeight = 54;
constexpr int kMorningHour = 9;
constexpr int kKeepAnswerMs = 400; // after the first key not kept, as for notes: a kill loses less than half a second

} // namespace

ActionPanel::ActionPanel(const QString &title, const QString &confirm, QWidget *parent)
    : QWidget(parent)
    , m_fields(new QVBoxLayout)
    , m_confirm(new KeyButton(confirm, {}, KeyButton::Look::Primary, this))
    , m_complaint(new PlainLabel({}, FontRole::Secondary, Tone::Bad, this))
    , m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(kKeepAnswerMs);
    connect(m_pause, &QTimer::timeout, this, &ActionPanel::keep);
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    column->addWidget(new PlainLabel(title, FontRole::Strong, Tone::Text, this));
    m_fields->setSpacing(8);
    column->addLayout(m_fields);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    column->addWidget(m_complaint);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->setContentsMargins(FieldRow::kLabelWidth + 8, 0, 0, 0);
    m_confirm->setObjectName(u"confirm"_qs);
    m_confirm->setKeyHint(tr("Ctrl ⏎"));
    auto *away = new KeyButton(tr("Leave"), {}, KeyButton::Look::Normal, this);
    away->setKeyHint(tr("Esc"));
    buttons->addWidget(m_confirm);
    buttons->addWidget(away);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(m_confirm, &KeyButton::clicked, this, &ActionPanel::confirm);
    connect(away, &KeyButton::clicked, this, &ActionPanel::leave);
    hide();
}

void ActionPanel::addField(const QString &label, QWidget *editor)
{
    m_order << editor;
    m_fields->addWidget(new FieldRow(label, {editor}, this));
    // The buttons come after the fields in Tab order, as they stand.
    for (qsizetype i = 1; i < m_order.size(); ++i) {
        setTabOrder(m_order[i - 1], m_order[i]);
    }
    setTabOrder(m_order.last(), m_confirm);
}

ChoiceBox *ActionPanel::addChoice(const QString &name, const QString &label, const Choices &choices, const QString &none)
{
    auto *box = new ChoiceBox(none, this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->show(choices);
    if (none.isEmpty() && !choices.empty()) {
        box->setValue(choices.front().value);
    }
    m_choices.insert(name, box);
    addField(label, box);
    return box;
}

QLineEdit *ActionPanel::addLine(const QString &name, const QString &label, const QString &hint)
{
    auto *line = new QLineEdit(this);
    line->setPlaceholderText(hint);
    line->setMaxLength(int(domain::kMostLine));
    m_lines.insert(name, line);
    connect(line, &QLineEdit::textEdited, this, &ActionPanel::onTyped);
    addField(label, line);
    return line;
}

QPlainTextEdit *ActionPanel::addText(const QString &name, const QString &label, const QString &hint)
{
    auto *text = new QPlainTextEdit(this);
    text->setPlaceholderText(hint);
    text->setTabChangesFocus(true);
    text->setFixedHeight(kTextHeight);
    m_texts.insert(name, text);
    connect(text, &QPlainTextEdit::textChanged, this, &ActionPanel::onTyped);
    addField(label, text);
    return text;
}

void ActionPanel::addMoment(const QString &name, const QString &label)
{
    const Choices moments{{u"tomorrow"_qs, tr("tomorrow at 9")},
                          {u"days"_qs, tr("in three days")},
                          {u"week"_qs, tr("in a week")},
                          {u"date"_qs, tr("on another date")}};
    ChoiceBox *box = addChoice(name, label, moments, tr("no date"));
    auto *date = new QDateTimeEdit(this);
    date->setCalendarPopup(true);
    date->setAccessibleName(label);
    date->hide();
    m_dates.insert(name, date);
    box->parentWidget()->layout()->itemAt(0)->layout()->addWidget(date);
    connect(box, &ChoiceBox::chosen, this, [date](const QString &chosen) { date->setVisible(chosen == u"date"_qs); });
}

void ActionPanel::setChoices(const QString &name, const Choices &choices)
{
    m_choices[name]->show(choices);
}

void ActionPanel::choose(const QString &name, const QString &value)
{
    m_choices[name]->setValue(value);
}

QString ActionPanel::value(const QString &name) const
{
    if (const ChoiceBox *box = m_choices.value(name)) {
        return box->value();
    }
    if (const QLineEdit *line = m_lines.value(name)) {
        return line->text().trimmed();
    }
    const QPlainTextEdit *text = m_texts.value(name);
    return text ? text->toPlainText().trimmed() : QString();
}

QString ActionPanel::text() const
{
    const QPlainTextEdit *text = m_texts.value(u"text"_qs);
    return text ? text->toPlainText() : value(u"text"_qs);
}

void ActionPanel::onTyped()
{
    if (!m_pause->isActive()) {
        m_pause->start();
    }
    Q_EMIT typed();
}

void ActionPanel::showKept(const QString &text)
{
    QPlainTextEdit *editor = m_texts.value(u"text"_qs);
    QLineEdit *line = m_lines.value(u"text"_qs);
    if (text.isEmpty() || this->text().contains(text)) {
        return;
    }
    if (line && line->text().isEmpty()) {
        line->setText(text);
    } else if (editor && editor->document()->isEmpty()) {
        const QSignalBlocker quiet(editor);
        editor->setPlainText(text);
        editor->moveCursor(QTextCursor::End);
    } else if (editor) {
        QTextCursor(editor->document()).insertText(text + u'\n'); // keys came before it was read
    }
    m_said = text;
}

void ActionPanel::keptSafe(const base::Result<> &kept)
{
    m_safe = kept.has_value();
    if (m_safe && std::exchange(m_ofDisk, false)) {
        m_complaint->hide();
    }
}

void ActionPanel::flush()
{
    if (m_pause->isActive()) {
        keep();
    }
}

void ActionPanel::keep()
{
    m_pause->stop();
    m_said = text().trimmed().isEmpty() ? QString() : text();
    Q_EMIT kept(m_said);
}

bool ActionPanel::isKept() const
{
    return value(u"text"_qs).isEmpty() || (m_safe && !m_pause->isActive());
}

qint64 ActionPanel::moment(const QString &name, qint64 nowMs) const
{
    const QString chosen = value(name);
    if (chosen == u"date"_qs) {
        return m_dates[name]->dateTime().toMSecsSinceEpoch();
    }
    const int days = chosen == u"tomorrow"_qs ? 1 : chosen == u"days"_qs ? 3 : chosen == u"week"_qs ? 7 : 0;
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    return days == 0 ? 0 : QDateTime(today.addDays(days), {kMorningHour, 0}).toMSecsSinceEpoch();
}

void ActionPanel::open(qint64 nowMs)
{
    m_complaint->hide();
    for (QDateTimeEdit *date : std::as_const(m_dates)) {
        if (date->isHidden()) {
            date->setDateTime(QDateTime(QDateTime::fromMSecsSinceEpoch(nowMs).date().addDays(1), {kMorningHour, 0}));
        }
    }
    show();
    for (QWidget *editor : std::as_const(m_order)) {
        const auto *box = qobject_cast<ChoiceBox *>(editor);
        if (!box || box->value().isEmpty()) {
            editor->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
    (m_order.isEmpty() ? static_cast<QWidget *>(m_confirm) : m_order.first())->setFocus(Qt::ShortcutFocusReason);
}

void ActionPanel::complain(const QString &text, bool ofDisk)
{
    m_ofDisk = ofDisk;
    m_safe = m_safe && !ofDisk;
    m_complaint->setText(text);
    m_complaint->setAccessibleName(text);
    m_complaint->show();
}

void ActionPanel::clear()
{
    for (QLineEdit *line : std::as_const(m_lines)) {
        line->clear();
    }
    for (QPlainTextEdit *text : std::as_const(m_texts)) {
        text->clear();
    }
    m_pause->stop();
    if (!m_said.isEmpty()) {
        keep();
    }
    m_complaint->hide();
}

void ActionPanel::leave()
{
    hide();
    Q_EMIT left();
}

void ActionPanel::confirm()
{
    for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
        if (const qsizetype length = value(it.key()).size(); length > domain::kMostLongText) {
            complain(Words::tooLong(length, domain::kMostLongText));
            return;
        }
    }
    flush(); // its words are kept until they are taken, and as they were said
    Q_EMIT confirmed();
}

void ActionPanel::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (enter && (event->modifiers() & Qt::ControlModifier || qobject_cast<QLineEdit *>(focusWidget()))) {
        confirm();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ActionPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().bg);
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace comptoir::ui
