// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContactView.h"

#include "Card.h"
#include "ContactDelegate.h"
#include "ContactModel.h"
#include "EmptyState.h"
#include "KeyButton.h"
#include "Notice.h"
#include "PlainLabel.h"
#include "Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QStackedLayout>

namespace comptoir::ui {

namespace {

QString titleOf(ContactView::Kind kind)
{
    switch (kind) {
    case ContactView::Kind::Missed: return ContactView::tr("Missed calls");
    case ContactView::Kind::Log: return ContactView::tr("Call log");
    case ContactView::Kind::Waiting: return ContactView::tr("Calls waiting");
    case ContactView::Kind::TakenToday: return ContactView::tr("Calls taken today");
    case ContactView::Kind::MissedToday: return ContactView::tr("Calls missed today");
    }
    return {};
}

} // namespace

ContactView::ContactView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ContactModel(this))
    , m_list(new QListView(this))
    , m_title(new PlainLabel({}, FontRole::PaneTitle, Tone::Text, this))
    , m_count(new PlainLabel({}, FontRole::Body, Tone::Muted, this))
    , m_callBack(new KeyButton(tr("Call back"), QStringLiteral("phone-outgoing"), KeyButton::Look::Normal, this))
    , m_notice(new Notice(Tone::Bad, this))
    , m_empty(new EmptyState(this))
{
    auto *head = new Ground(Ground::Kind::Surface, this);
    head->setFixedHeight(44);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_title, 0, Qt::AlignVCenter);
    row->addWidget(m_count, 0, Qt::AlignVCenter);
    row->addStretch();
    row->addWidget(m_callBack);
    m_callBack->setKeyHint(shownKey(QKeySequence(Qt::CTRL | Qt::Key_D)));
    m_callBack->setAccessibleName(m_callBack->text());
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ContactDelegate(*m_model, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setAccessibleDescription(tr("Enter shows the caller's card, Ctrl D calls back."));
    m_list->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(new Rule(Qt::Horizontal, this));
    column->addWidget(m_notice);
    m_notice->hide();
    m_notice->setDismissable(true);
    m_body = new QStackedLayout;
    m_body->addWidget(m_list);
    auto *ground = new Ground(Ground::Kind::Surface, this);
    auto *centre = new QVBoxLayout(ground);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->addWidget(m_empty);
    m_body->addWidget(ground);
    column->addLayout(m_body, 1);
    connect(m_list, &QListView::doubleClicked, this, &ContactView::open);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ContactView::showActions);
    connect(m_callBack, &KeyButton::clicked, this, &ContactView::callBack);
    choose(Kind::Missed);
}

void ContactView::choose(Kind kind)
{
    m_kind = kind;
    m_title->setText(titleOf(kind));
    m_list->setAccessibleName(m_title->text());
    showEmpty();
    m_model->show({});
    m_count->setText({});
    m_body->setCurrentIndex(0);
    showActions();
}

void ContactView::showEmpty()
{
    const auto say = [this](const QString &title, const QString &next) { m_empty->show(QStringLiteral("phone"), title, next); };
    if (m_gap && m_kind != Kind::Waiting) {
        m_empty->show(m_gap.iconName(), m_gap.title(), m_gap.next());
        return;
    }
    switch (m_kind) {
    case Kind::Missed: say(tr("No missed call"), tr("Who rang and was not answered stands here until called back.")); break;
    case Kind::Log: say(tr("No call yet"), tr("Calls taken and made stand here, newest first.")); break;
    case Kind::Waiting:
        m_presenceKnown ? say(tr("Nobody waits"), tr("Calls that ring at any telephone of the desk stand here."))
                        : say(tr("Not known"), tr("The service is not reached: which calls ring now is not known here."));
        break;
    case Kind::TakenToday: say(tr("No call taken today"), tr("Calls answered since midnight stand here, newest first.")); break;
    case Kind::MissedToday: say(tr("No call missed today"), tr("Every call missed since midnight stands here, called back or not.")); break;
    }
}

void ContactView::setOperatorNames(std::function<QString(domain::OperatorId)> nameOf)
{
    m_model->setOperatorNames(std::move(nameOf));
}

void ContactView::setPresenceKnown(bool known)
{
    m_presenceKnown = known;
    showEmpty();
}

void ContactView::showCopy(const sync::SyncStatus &status)
{
    m_gap = CopyGap(status);
    showEmpty();
}

void ContactView::show(std::vector<domain::Contact> contacts)
{
    m_notice->hide();
    m_model->show(std::move(contacts));
    const int count = m_model->rowCount();
    m_count->setText(count > 0 ? tr("%n calls", nullptr, count) : QString());
    m_body->setCurrentIndex(count > 0 ? 0 : 1);
    showActions();
}

void ContactView::showError(const base::Error &error)
{
    m_notice->show(Tone::Bad, Words::of(error));
}

void ContactView::setNow(qint64 nowMs)
{
    m_model->setNow(nowMs);
}

void ContactView::focusList()
{
    if (m_model->rowCount() > 0 && !m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model->index(0));
    }
    m_list->setFocus(Qt::ShortcutFocusReason);
}

const domain::Contact *ContactView::current() const
{
    const QModelIndex at = m_list->currentIndex();
    return at.isValid() ? &m_model->contact(at.row()) : nullptr;
}

void ContactView::showActions()
{
    const domain::Contact *contact = current();
    m_callBack->setEnabled(contact && !contact->number.isEmpty());
}

void ContactView::open()
{
    if (const domain::Contact *contact = current(); contact && contact->person) {
        Q_EMIT cardAsked(contact->person);
    }
}

void ContactView::callBack()
{
    if (const domain::Contact *contact = current(); contact && !contact->number.isEmpty()) {
        Q_EMIT callBackAsked(contact->number);
    }
}

bool ContactView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            open();
            return true;
        }
        if (key->key() == Qt::Key_D && key->modifiers() == Qt::ControlModifier) {
            callBack();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace comptoir::ui
