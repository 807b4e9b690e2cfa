// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallerCard.h"
#include "Lookup.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QListWidget;
class QTimer;

namespace comptoir::ui {

class KeyButton;
class PlainLabel;

/// Who it may be, and a search for who it is: arrows choose from the search line, Enter confirms and the number is learned, Esc leaves.
class CandidateList : public QWidget
{
    Q_OBJECT

public:
    explicit CandidateList(QWidget *parent = nullptr);

    /// `number` empty: nothing to learn.
    void show(const std::vector<desk::Candidate> &candidates, const QString &number);
    using QWidget::show;
    void showHits(const QString &text, const std::vector<desk::PersonHit> &hits);
    void focusSearch();
    [[nodiscard]] QString searched() const;

Q_SIGNALS:
    void searchWanted(const QString &text);
    void chosen(comptoir::domain::PersonId person, bool learn);
    void personMissing();
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCandidates();
    void addPerson(const domain::Person &person, const QString &place, const QString &why);
    void confirm();
    void fit();

    std::vector<desk::Candidate> m_candidates;
    QLineEdit *m_search;
    QListWidget *m_people;
    KeyButton *m_confirm;
    PlainLabel *m_empty;
    QCheckBox *m_learn;
    QTimer *m_pause;
};

} // namespace comptoir::ui
