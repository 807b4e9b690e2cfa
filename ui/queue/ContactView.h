// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallList.h"
#include "CopyGap.h"
#include "Contact.h"
#include "Error.h"

#include <QWidget>

#include <functional>

class QListView;
class QStackedLayout;

namespace comptoir::ui {

class ContactModel;
class EmptyState;
class KeyButton;
class Notice;
class PlainLabel;

/// A list of calls: missed, waiting, of today, the whole log. Enter shows the caller's card, Ctrl+D calls back.
class ContactView : public QWidget
{
    Q_OBJECT

public:
    using Kind = desk::CallList;

    explicit ContactView(QWidget *parent = nullptr);

    void choose(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void show(std::vector<domain::Contact> contacts);
    using QWidget::show;
    void showError(const base::Error &error);
    /// Who answers calls, by id; names the place where a waiting call rings.
    void setOperatorNames(std::function<QString(domain::OperatorId)> nameOf);
    /// What an empty list of waiting calls says depends on it.
    void setPresenceKnown(bool known);
    /// What the copy here can tell: where it is not whole, no list is said to be empty.
    void showCopy(const sync::SyncStatus &status);
    void setNow(qint64 nowMs);
    void focusList();

Q_SIGNALS:
    void cardAsked(comptoir::domain::PersonId person);
    void callBackAsked(const QString &number);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] const domain::Contact *current() const;
    void open();
    void callBack();
    void showActions();
    void showEmpty();

    Kind m_kind = Kind::Missed;
    CopyGap m_gap;
    bool m_presenceKnown = true;
    ContactModel *m_model;
    QListView *m_list;
    PlainLabel *m_title;
    PlainLabel *m_count;
    KeyButton *m_callBack;
    Notice *m_notice;
    EmptyState *m_empty;
    QStackedLayout *m_body;
};

} // namespace comptoir::ui
