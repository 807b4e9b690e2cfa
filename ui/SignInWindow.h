// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Error.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace comptoir::ui {

class KeyButton;
class Notice;
class PlainLabel;

/// Asks for service, login and password. It asks nobody: whoever listens to submitted() answers with showBusy and showError.
class SignInWindow : public QWidget
{
    Q_OBJECT

public:
    /// What has become of the last operator's copy: somebody signed out, or the lease is over.
    enum class Wipe {
        UnderWay,
        Done,
        Failed, ///< made up for when the copy is opened next, or at the next start
    };
    /// What the password finds here without the service.
    enum class Copy {
        Unknown, ///< being looked at; nothing is said yet
        None, ///< this operator has not signed in here
        Emptied, ///< the password lets in, but nothing of the service stands here
        Filled,
    };
    /// What stands in the fields at the start.
    struct Preset
    {
        QString service; ///< `https://desk.example.org`
        QString login;
        Copy copy = Copy::None;
        bool sameOperator = false; ///< beside a workplace: only the password can be written
        std::optional<Wipe> wipe = std::nullopt; ///< of that copy
    };

    explicit SignInWindow(QWidget *parent = nullptr);

    /// Fills the fields and comes into view; no password of an earlier time stands in it.
    void show(const Preset &preset);
    using QWidget::show;
    /// In front of the other windows, also from the task bar.
    void comeForward();
    void showBusy(bool busy);
    void showError(const base::Error &error);
    /// The service has withdrawn the account: stands until the next try.
    void showWithdrawn();
    void showWipe(Wipe how);
    void showCopy(Copy copy);
    /// After several wrong passwords without the service: the next try counts in `ms`.
    void showWait(qint64 ms);

Q_SIGNALS:
    void submitted(const QString &service, const QString &login, const QString &password);

protected:
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void check();

    QLineEdit *m_service;
    QLineEdit *m_login;
    QLineEdit *m_password;
    KeyButton *m_enter;
    Notice *m_notice;
    PlainLabel *m_hint;
};

} // namespace comptoir::ui
