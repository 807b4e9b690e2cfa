// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Archive.h"
#include "CopyGap.h"
#include "Error.h"
#include "Lookup.h"

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QListView;
class QTimer;

namespace comptoir::ui {

class PlainLabel;
class SearchModel;

/// Ctrl+K: people and tickets found as one types. Arrows walk the list while the text keeps the keyboard; Enter opens; Esc gives it back.
class SearchPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPanel(QWidget *parent);

    /// Opens with its line over `place`, in the same window.
    void openOver(const QWidget *place);
    /// The answers to `asked`; ignored if something else was typed since.
    void showPeople(const QString &text, const std::vector<desk::PersonHit> &hits);
    void showTickets(const QString &text, const std::vector<desk::TicketHit> &hits);
    /// An answer that could not be had: said instead of "nothing found".
    void showFailure(const QString &text, const base::Error &error);
    /// The answers to `olderAsked`; ignored likewise.
    void showOlder(const QString &text, const std::vector<desk::ArchiveHit> &hits);
    void showOlderFailure(const QString &text, const base::Error &error);
    /// What the copy here can tell: where it is not whole, what is not found may well exist.
    void showCopy(const sync::SyncStatus &status);
    /// Asks once more in a moment: what is looked for may have come meanwhile. Not once the operator walks the list.
    void lookAgain();
    /// Writes a text as if typed.
    void type(const QString &text);
    void leave();

Q_SIGNALS:
    void asked(const QString &text);
    void personChosen(comptoir::domain::PersonId person);
    void ticketChosen(comptoir::domain::TicketId ticket);
    /// The operator wants the tickets that this desk keeps no more to be looked through: only then the service is asked.
    void olderAsked(const QString &text);
    void archivedChosen(comptoir::domain::ScopeId scope, comptoir::domain::TicketId ticket);
    void numberChosen(const QString &number);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void onTyped();
    /// What is typed was answered, rows or none, and nobody is typing or walking.
    [[nodiscard]] bool isWatching() const;
    void settle();
    void walk(int step);
    void put(int row);
    void askOlder();
    [[nodiscard]] QString hint() const;
    void choose();

    SearchModel *m_model;
    QLineEdit *m_text;
    QListView *m_list;
    PlainLabel *m_hint;
    CopyGap m_gap;
    QTimer *m_pause;
    QTimer *m_again;
    QPointer<QWidget> m_before; ///< who had the keyboard
    QString m_failure; ///< of the text that is typed now
    QString m_olderAsked; ///< the text whose older tickets are asked for or shown; empty = none
    QString m_olderTold; ///< what came of that, where it is no ticket
    int m_awaited = 0; ///< answers still to come
    bool m_walked = false; ///< the arrows chose a row: it stays
    bool m_chooseWhenThere = false; ///< Enter was pressed before the answers came
};

} // namespace comptoir::ui
