// SPDX-License-Identifier: GPL-3.0-or-later
#include "SignInWindow.h"

#include "Card.h"
#include "KeyButton.h"
#include "Notice.h"
#include "PlainLabel.h"
#include "Words.h"

#include <QHideEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace comptoir::ui {

namespace {

QLineEdit *addField(QVBoxLayout &column, const QString &label, const QString &name, QWidget *parent)
{
    auto *caption = new PlainLabel(label, FontRole::Secondary, Tone::Muted, parent);
    auto *field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setAccessibleName(label);
    caption->setBuddy(field);
    column.addWidget(caption);
    column.addSpacing(4);
    column.addWidget(field);
    column.addSpacing(12);
    return field;
}

} // namespace

SignInWindow::SignInWindow(QWidget *parent)
    : QWidget(parent)
    , m_enter(new KeyButton(tr("Sign in"), QStringLiteral("arrow-right"), KeyButton::Look::Primary))
    , m_notice(new Notice(Tone::Bad))
    , m_hint(new PlainLabel({}, FontRole::Secondary, Tone::Muted))
{
    setWindowTitle(tr("Sign in", "title of the window")); // the program's name follows by itself
    auto *card = new Card(this);
    card->setFixedWidth(400);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(32, 28, 32, 28);
    column->setSpacing(0);
    column->addWidget(new PlainLabel(u"Comptoir"_qs, FontRole::Caller, Tone::Text, card));
    column->addSpacing(4);
    auto *lead = new PlainLabel(tr("The desk, with or without the network."), FontRole::Body, Tone::Muted, card);
    lead->setWordWrap(true);
    column->addWidget(lead);
    column->addSpacing(20);
    m_service = addField(*column, tr("Service"), QStringLiteral("service"), card);
    m_service->setPlaceholderText(u"https://"_qs);
    m_login = addField(*column, tr("Login"), QStringLiteral("login"), card);
    m_password = addField(*column, tr("Password"), QStringLiteral("password"), card);
    m_password->setEchoMode(QLineEdit::Password);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    column->addSpacing(8);
    column->addWidget(m_notice);
    column->addSpacing(12);
    column->addWidget(m_enter);
    m_enter->setKeyHint(QStringLiteral("⏎"));
    m_enter->setAccessibleName(m_enter->text());
    m_notice->hide();

    auto *outer = new QVBoxLayout(this);
    outer->addStretch();
    auto *middle = new QHBoxLayout; // and not an alignment, which would reckon the card's height for the window's width
    middle->addStretch();
    middle->addWidget(card);
    middle->addStretch();
    outer->addLayout(middle);
    outer->addStretch();
    resize(560, 560);

    for (QLineEdit *field : {m_service, m_login, m_password}) {
        connect(field, &QLineEdit::textChanged, this, &SignInWindow::check);
    }
    connect(m_enter, &KeyButton::clicked, this, &SignInWindow::submit);
    check();
}

void SignInWindow::show(const Preset &preset)
{
    m_service->setText(preset.service);
    m_login->setText(preset.login);
    m_password->clear();
    for (QLineEdit *field : {m_service, m_login}) {
        field->setReadOnly(preset.sameOperator);
        field->setFocusPolicy(preset.sameOperator ? Qt::NoFocus : Qt::StrongFocus);
    }
    showCopy(preset.copy);
    if (preset.wipe) {
        showWipe(*preset.wipe);
    }
    QWidget *first = preset.service.isEmpty() ? m_service : (preset.login.isEmpty() ? m_login : m_password);
    check();
    // Beside the desk somebody may be typing: the keys are not for this window until it is gone to.
    setAttribute(Qt::WA_ShowWithoutActivating, preset.sameOperator);
    QWidget::show();
    if (!preset.sameOperator) {
        comeForward();
    }
    first->setFocus();
}

void SignInWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void SignInWindow::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous()) {
        m_password->clear(); // somebody is in: the next one types it again
    }
    QWidget::hideEvent(event);
}

void SignInWindow::keyPressEvent(QKeyEvent *event)
{
    // From a field as from the button: both leave the key to their window.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        submit();
        return;
    }
    QWidget::keyPressEvent(event);
}

void SignInWindow::showBusy(bool busy)
{
    for (QLineEdit *field : {m_service, m_login, m_password}) {
        field->setEnabled(!busy);
    }
    m_enter->setText(busy ? tr("Signing in…") : tr("Sign in"));
    m_enter->setAccessibleName(m_enter->text());
    if (busy) {
        m_notice->hide();
    } else {
        m_password->setFocus();
        m_password->selectAll();
    }
    check();
}

void SignInWindow::showError(const base::Error &error)
{
    if (error.kind == base::Error::Kind::Network || error.kind == base::Error::Kind::Timeout) {
        m_notice->show(Tone::Warn,
                       tr("The service does not answer and no copy is kept here for this login. Check the address and the network."),
                       QStringLiteral("cloud-off"));
        return;
    }
    if (error.kind == base::Error::Kind::Forbidden) {
        m_notice->show(
            Tone::Bad,
            tr("This computer has been without the service for more than 14 days: its copy is locked. Changes not sent yet are kept. "
               "Sign in once the service can be reached."));
        return;
    }
    if (error.kind == base::Error::Kind::TooNew && !error.code.isEmpty()) { // the service says so, not the copy
        m_notice->show(Tone::Bad, tr("This console is too old for the service. Nothing is lost; install the newer version."));
        return;
    }
    m_notice->show(Tone::Bad, Words::of(error));
}

void SignInWindow::showWithdrawn()
{
    // What becomes of the copy and of what was not sent stands in the hint below it: showWipe(), then showCopy().
    m_notice->show(Tone::Bad, tr("The service has withdrawn this account: the session is over. An administrator can give it back."),
                   QStringLiteral("lock"));
}

void SignInWindow::showWipe(Wipe how)
{
    switch (how) {
    case Wipe::UnderWay:
        m_hint->setText(tr("The copy on this computer is being emptied. Changes not sent yet are kept; they go out at the next sign-in."));
        return;
    case Wipe::Done:
        m_hint->setText(tr("The copy on this computer was emptied. Changes not sent yet are kept; they go out at the next sign-in."));
        return;
    case Wipe::Failed:
        m_hint->setText(
            tr("The copy on this computer could not be emptied now; the next start tries again. Changes not sent yet are kept."));
        return;
    }
}

void SignInWindow::showCopy(Copy copy)
{
    switch (copy) {
    case Copy::Unknown: m_hint->setText({}); return;
    case Copy::None: m_hint->setText(tr("The first sign-in on this computer needs the service.")); return;
    case Copy::Emptied:
        m_hint->setText(tr("The copy on this computer is empty: tickets and people come back with the service. Without the network, the "
                           "password opens an empty desk; changes not sent yet are kept."));
        return;
    case Copy::Filled: m_hint->setText(tr("Without the network, the password opens the copy kept on this computer.")); return;
    }
}

void SignInWindow::showWait(qint64 ms)
{
    const int seconds = static_cast<int>((ms + 999) / 1000);
    const int minutes = (seconds + 59) / 60;
    m_notice->show(Tone::Warn,
                   seconds < 120
                       ? tr("Several wrong passwords. Without the service, the next try counts in %n second(s).", nullptr, seconds)
                       : tr("Several wrong passwords. Without the service, the next try counts in %n minute(s).", nullptr, minutes));
}

void SignInWindow::check()
{
    m_enter->setEnabled(m_password->isEnabled() && !m_service->text().trimmed().isEmpty() && !m_login->text().trimmed().isEmpty()
                        && !m_password->text().isEmpty());
}

void SignInWindow::submit()
{
    if (m_enter->isEnabled()) {
        Q_EMIT submitted(m_service->text().trimmed(), m_login->text().trimmed(), m_password->text());
    }
}

} // namespace comptoir::ui
