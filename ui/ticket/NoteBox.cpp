// SPDX-License-Identifier: GPL-3.0-or-later
#include "NoteBox.h"

#include "KeyButton.h"
#include "PlainLabel.h"
#include "TextLimits.h"
#include "Words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTimer>

namespace comptoir::ui {

namespace {

constexpr int kKeepNoteMs = 400; // after the first key not kept, however long the typing lasts: a kill loses less than half a second
constexpr int kLeastLines = 1;
constexpr int kMostNoteLines = 6;
constexpr int kFrame = 18; // border and padding above and below the text

} // namespace

NoteBox::NoteBox(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_toRequester(new QCheckBox(tr("For the requester"), this))
    , m_attach(new KeyButton(tr("Attach a file…"), u"paperclip"_qs, KeyButton::Look::Quiet, this))
    , m_send(new KeyButton({}, {}, KeyButton::Look::Normal, this))
    , m_complaint(new PlainLabel({}, FontRole::Secondary, Tone::Bad, this))
    , m_pause(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_text->setObjectName(u"note"_qs);
    m_text->setAccessibleName(tr("Note"));
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    column->addWidget(m_text);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    column->addWidget(m_complaint);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_toRequester);
    row->addStretch(1);
    m_attach->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_A);
    m_attach->setToolTip(tr("Attach a file; pictures can be pasted, files dropped"));
    m_attach->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // narrow: the key goes first
    connect(m_attach, &KeyButton::clicked, this, &NoteBox::attachWanted);
    row->addWidget(m_attach);
    row->addWidget(m_send);
    m_send->setKeyHint(tr("Alt ⏎"));
    column->addLayout(row);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kKeepNoteMs);
    connect(m_pause, &QTimer::timeout, this, [this] { Q_EMIT kept(m_text->toPlainText()); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_pause->isActive()) {
            m_pause->start();
        }
        m_complaint->hide();
        Q_EMIT typed();
        grow();
        showAim();
    });
    connect(m_toRequester, &QCheckBox::toggled, this, &NoteBox::showAim);
    connect(m_send, &KeyButton::clicked, this, &NoteBox::send);
    showAim();
    grow();
}

void NoteBox::showAim()
{
    const bool out = m_toRequester->isChecked();
    m_text->setPlaceholderText(out ? tr("What the requester will read") : tr("Note for the desk"));
    m_send->setText(out ? tr("Tell the requester") : tr("Note it"));
    m_send->setIconName(out ? u"send"_qs : u"sticky-note"_qs);
    m_send->setEnabled(!text().isEmpty());
}

void NoteBox::grow()
{
    const int lines = qBound(kLeastLines, m_text->document()->blockCount(), kMostNoteLines);
    m_text->setVerticalScrollBarPolicy(lines < kMostNoteLines ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + kFrame);
}

QString NoteBox::text() const
{
    return m_text->toPlainText().trimmed();
}

void NoteBox::showKept(const QString &text)
{
    if (m_text->document()->isEmpty() && !text.isEmpty()) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(text);
        m_text->moveCursor(QTextCursor::End);
    }
    if (!m_text->toPlainText().contains(text)) {
        QTextCursor(m_text->document()).insertText(text + u'\n'); // keys came before it was read
    }
    grow();
    showAim();
}

void NoteBox::taken(const QString &note)
{
    m_sending = false;
    const QString all = m_text->toPlainText();
    if (const qsizetype at = all.indexOf(note); at >= 0) {
        qsizetype end = at + note.size();
        while (end < all.size() && all.at(end).isSpace()) {
            ++end;
        }
        QTextCursor gone(m_text->document());
        gone.setPosition(int(at));
        gone.setPosition(int(end), QTextCursor::KeepAnchor);
        gone.removeSelectedText();
    }
    if (text().isEmpty()) {
        m_text->clear();
        m_toRequester->setChecked(false);
    }
    keep();
}

void NoteBox::flush()
{
    if (m_pause->isActive()) {
        m_pause->stop();
        Q_EMIT kept(m_text->toPlainText());
    }
}

void NoteBox::keep()
{
    m_pause->stop();
    Q_EMIT kept(m_text->toPlainText());
}

bool NoteBox::isSaid() const
{
    return !m_pause->isActive();
}

void NoteBox::append(const QString &text)
{
    m_text->appendPlainText(text);
    focusText();
}

void NoteBox::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->moveCursor(QTextCursor::End);
}

void NoteBox::send()
{
    if (const qsizetype length = text().size(); length > domain::kMostLongText) {
        m_complaint->setText(Words::tooLong(length, domain::kMostLongText));
        m_complaint->setAccessibleName(m_complaint->text());
        m_complaint->show();
    } else if (length > 0 && !std::exchange(m_sending, true)) {
        Q_EMIT noted(text(), m_toRequester->isChecked());
    }
}

bool NoteBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() & Qt::AltModifier) {
            send();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace comptoir::ui
