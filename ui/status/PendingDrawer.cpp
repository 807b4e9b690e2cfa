// SPDX-License-Identifier: GPL-3.0-or-later
#include "PendingDrawer.h"

#include "Card.h"
#include "EmptyState.h"
#include "Icons.h"
#include "KeyButton.h"
#include "PlainLabel.h"
#include "Words.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace comptoir::ui {

namespace {

using Item = desk::Pending::Item;

constexpr size_t kMostShown = 100;
constexpr qsizetype kMostQuoted = 120;

QString stateOf(const Item &item)
{
    switch (item.state) {
    case Item::State::Waiting: return PendingDrawer::tr("kept here");
    case Item::State::Sent: return PendingDrawer::tr("on its way");
    case Item::State::Refused: return PendingDrawer::tr("refused");
    case Item::State::Parked: return PendingDrawer::tr("waits for the one before");
    case Item::State::Overtaken: return PendingDrawer::tr("conflict");
    }
    return {};
}

QString iconOf(const Item &item)
{
    switch (item.state) {
    case Item::State::Sent: return QStringLiteral("cloud-upload");
    case Item::State::Refused: return QStringLiteral("circle-alert");
    case Item::State::Parked: return QStringLiteral("link");
    case Item::State::Overtaken: return QStringLiteral("triangle-alert");
    default: return QStringLiteral("clock");
    }
}

class Mark : public QWidget
{
public:
    Mark(QString name, Tone tone, QWidget *parent) : QWidget(parent), m_name(std::move(name)), m_tone(tone) { setFixedSize(kIconPx, 18); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_name, colour(m_tone));
    }

private:
    QString m_name;
    Tone m_tone;
};

} // namespace

PendingDrawer::PendingDrawer(QWidget *parent)
    : QWidget(parent)
    , m_lead(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
    , m_retry(new KeyButton(tr("Try now"), QStringLiteral("refresh-cw"), KeyButton::Look::Normal, this))
    , m_close(new KeyButton({}, QStringLiteral("x"), KeyButton::Look::Quiet, this))
    , m_empty(new EmptyState(this))
    , m_scroll(new QScrollArea(this))
{
    setAccessibleName(tr("Changes not sent yet"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 12, 12);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Changes not sent yet"), FontRole::PaneTitle, Tone::Text, this));
    head->addStretch();
    head->addWidget(m_retry);
    head->addWidget(m_close);
    column->addLayout(head);
    m_lead->setWordWrap(true);
    column->addWidget(m_lead);
    column->addSpacing(4);
    column->addWidget(m_empty, 1);
    column->addWidget(m_scroll, 1);
    m_retry->setAccessibleName(m_retry->text());
    m_close->setAccessibleName(tr("Close"));
    m_close->setKeyHint(tr("Esc"));
    auto *content = new QWidget(m_scroll);
    m_lines = new QVBoxLayout(content);
    m_lines->setContentsMargins(0, 0, 4, 0);
    m_lines->setSpacing(0);
    m_lines->addStretch();
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setVisible(false);
    m_empty->show(QStringLiteral("circle-check"), tr("Nothing waits"), tr("Everything done here is known to the service."));
    connect(m_retry, &KeyButton::clicked, this, &PendingDrawer::retryAsked);
    connect(m_close, &KeyButton::clicked, this, &PendingDrawer::closed);
}

QSize PendingDrawer::sizeHint() const
{
    return {560, 380};
}

void PendingDrawer::takeFocus()
{
    m_close->setFocus(Qt::ShortcutFocusReason);
}

void PendingDrawer::show(const sync::SyncStatus &status)
{
    using State = sync::SyncStatus::State;
    if (status.state == State::Offline) {
        m_lead->setText(tr("The service is not reached. Everything below is kept on this computer and sent by itself when it is back."));
    } else if (status.state == State::TooOld) {
        m_lead->setText(tr(
            "This console is too old for the service. Everything below is kept on this computer and sent once a newer version is installed."));
    } else if (status.state == State::SignInNeeded) {
        m_lead->setText(tr("The session has ended. Everything below is kept on this computer and sent after you sign in again."));
    } else {
        m_lead->setText(tr("What waits is sent by itself, in the order it was made."));
    }
    m_retry->setText(status.state == State::SignInNeeded ? tr("Sign in") : tr("Try now"));
    m_retry->setAccessibleName(m_retry->text());
    m_retry->setEnabled(status.state != State::FirstPull);
}

void PendingDrawer::show(const std::vector<Item> &items)
{
    if (items == m_items) {
        return;
    }
    m_items = items;
    while (m_lines->count() > 1) {
        QLayoutItem *line = m_lines->takeAt(0);
        line->widget()->deleteLater();
        const std::unique_ptr<QLayoutItem> gone(line);
    }
    for (size_t i = 0; i < std::min(items.size(), kMostShown); ++i) {
        m_lines->insertWidget(m_lines->count() - 1, lineOf(items[i]));
    }
    if (items.size() > kMostShown) {
        auto *more = new PlainLabel(tr("and %n more", nullptr, int(items.size() - kMostShown)), FontRole::Secondary, Tone::Muted, this);
        m_lines->insertWidget(m_lines->count() - 1, more);
    }
    m_scroll->setVisible(!items.empty());
    m_empty->setVisible(items.empty());
}

QString PendingDrawer::wordsOf(const Item &item) const
{
    if (item.state == Item::State::Refused) {
        return Words::of(item.refusal);
    }
    if (item.state != Item::State::Overtaken) {
        return item.text;
    }
    const desk::TicketPage::Lost &lost = item.lost;
    const QString stands = lost.standsName.isEmpty() ? TicketWords::value(lost.field, lost.stands, m_nameOf) : lost.standsName;
    return tr("%1: “%2” of %3 stands, written before yours; it reached the service after it.")
        .arg(TicketWords::field(lost.field), stands.left(kMostQuoted), lost.who);
}

QString PendingDrawer::mineOf(const Item &item) const
{
    if (item.state != Item::State::Overtaken) {
        return item.text;
    }
    const desk::TicketPage::Lost &lost = item.lost;
    return lost.mineName.isEmpty() ? TicketWords::value(lost.field, lost.mine, m_nameOf) : lost.mineName;
}

QWidget *PendingDrawer::lineOf(const Item &item)
{
    const bool refused = item.state == Item::State::Refused;
    const bool settles = refused || item.state == Item::State::Overtaken;
    const Tone tone = refused ? Tone::Bad : settles ? Tone::Warn : Tone::Muted;
    auto *line = new QWidget(this);
    auto *column = new QVBoxLayout(line);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Mark(iconOf(item), tone, line));
    auto *what = new PlainLabel(Words::operation(item.kind) % u" · " % item.label, FontRole::Strong, Tone::Text, line);
    what->setElided(true);
    head->addWidget(what, 1);
    head->addWidget(new PlainLabel(stateOf(item) % u" · " % Times::clock(item.madeMs), FontRole::Secondary, tone, line));
    column->addLayout(head);
    const QString words = wordsOf(item);
    auto *text = new PlainLabel(words, FontRole::Secondary, Tone::Muted, line);
    text->setIndent(24);
    text->setContentsMargins(24, 0, 0, 0);
    settles ? text->setWordWrap(true) : text->setElided(true);
    text->setVisible(!words.isEmpty());
    column->addWidget(text);
    if (settles) {
        auto *mine = new PlainLabel(tr("Yours: %1").arg(mineOf(item)), FontRole::Secondary, Tone::Text, line);
        mine->setContentsMargins(24, 0, 0, 0);
        mine->setWordWrap(true);
        column->addWidget(mine);
        column->addLayout(waysOut(item, line));
    }
    column->addSpacing(4);
    column->addWidget(new Rule(Qt::Horizontal, line));
    return line;
}

QLayout *PendingDrawer::waysOut(const Item &item, QWidget *line)
{
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(24, 4, 0, 0);
    if (item.again) {
        auto *again = new KeyButton(tr("Try again"), QStringLiteral("refresh-cw"), KeyButton::Look::Normal, line);
        again->setAccessibleName(tr("Try again: %1").arg(item.label));
        actions->addWidget(again);
        connect(again, &KeyButton::clicked, this, [this, entity = item.entity] { Q_EMIT againAsked(entity); });
    }
    const bool overtaken = item.state == Item::State::Overtaken;
    if (item.placed) {
        auto *open = new KeyButton(tr("See where it is"), QStringLiteral("arrow-right"), KeyButton::Look::Normal, line);
        open->setAccessibleName(tr("See where it is: %1").arg(item.label));
        actions->addWidget(open);
        connect(open, &KeyButton::clicked, this,
                [this, entity = item.entity, kind = item.kind, field = overtaken ? item.lost.field : item.refusal.field] {
                    Q_EMIT openAsked(entity, kind, field);
                });
    }
    auto *dismiss = new KeyButton(tr("Leave it"), {}, KeyButton::Look::Quiet, line);
    dismiss->setAccessibleName(tr("Leave this change: %1").arg(item.label));
    actions->addWidget(dismiss);
    actions->addStretch();
    connect(dismiss, &KeyButton::clicked, this,
            [this, op = item.op, overtaken] { overtaken ? Q_EMIT overtakenSeen(op) : Q_EMIT dismissAsked(op); });
    return actions;
}

void PendingDrawer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (button && button->hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        button->click();
        return;
    }
    QWidget::keyPressEvent(event);
}

void PendingDrawer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().fieldline, 1));
    painter.setBrush(tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace comptoir::ui
