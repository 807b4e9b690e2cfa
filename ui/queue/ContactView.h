// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Contact.h"
#include "Error.h"

#include <QWidget>

class QListView;
class QStackedLayout;

namespace comptoir::ui {

class ContactModel;
class EmptyState;
class KeyButton;
class Notice;
class PlainLabel;

/// The missed calls, or the log of calls: Enter shows the caller's card, Ctrl+D calls back.
class ContactView : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Missed, Log };

    explicit ContactView(QWidget *parent = nullptr);

    void choose(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void show(std::vector<domain::Contact> contacts);
    using QWidget::show;
    void showError(const base::Error &error);
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

    Kind m_kind = Kind::Missed;
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
