// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChoiceBox.h"
#include "OrganisationRules.h"
#include "PersonField.h"
#include "Ticket.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QPlainTextEdit;
class QVBoxLayout;

namespace comptoir::ui {

class FieldRow;
class KeyButton;
class PlainLabel;
class PriorityMark;

/// What can be chosen in a ticket's fields, in the words of the catalogue.
struct FormLists
{
    Choices categories;
    Choices organisations;
    Choices sites; ///< of the ticket's organisation
    Choices groups;
    Choices assets; ///< of the requester, and the ticket's own
    domain::OrganisationRules rules;
    bool mayDeclareMajor = false;
    bool mayRestrict = false; ///< the restricted part of the ticket's organisation is granted

    bool operator==(const FormLists &) const = default;
};

/// A ticket's fields. In a ticket each saves itself when it is left or Enter is pressed; a draft listens to every key.
class TicketForm : public QWidget
{
    Q_OBJECT

public:
    enum class Use { Draft, Ticket };

    explicit TicketForm(Use use, QWidget *parent = nullptr);

    void showLists(const FormLists &lists);
    /// Shows the ticket; a field that is being written, or whose value could not be taken, keeps what is written in it.
    void show(const domain::Ticket &ticket);
    using QWidget::show;
    /// Shows the ticket; what was written in that field and could not be taken is given up.
    void restore(const QString &column, const domain::Ticket &ticket);
    /// Puts what stands in the fields into the ticket.
    void write(domain::Ticket &ticket) const;
    /// The answer to `peopleWanted`.
    void showPeople(const QString &text, const std::vector<desk::PersonHit> &hits);

    /// A refused change, at its field; `mine` and `stands` in words. False where no such field is shown here.
    bool showRefused(const QString &column, const QString &mine, const QString &stands, const QString &why);
    /// A value that could not be taken: it stays in its editor until it is, or is given up.
    bool showFailed(const QString &column, const QString &text);
    /// The value last committed of that field was taken.
    void taken(const QString &column);
    enum class Unsaved {
        Failed, ///< what could not be taken
        All, ///< and what is still being written
    };
    /// The texts in the editors that stand nowhere else.
    [[nodiscard]] QStringList unsavedTexts(Unsaved which) const;
    /// Every value that could not be taken is said once more.
    void commitFailedAgain();
    /// Every value that is being written is said now.
    void commitWritten();
    [[nodiscard]] bool hasFailed() const { return !m_untaken.isEmpty(); }
    [[nodiscard]] bool hasFailed(const QString &column) const { return m_untaken.contains(column); }
    /// The value that could not be taken was taken after all.
    void recover(const QString &column) { forgetFailure(column); }
    /// The ticket can take nothing any more: what is written in the editors goes at the next show().
    void giveUp();
    void clearRefused();
    void focusSummary();
    /// Unfolds and scrolls to the field and gives it the keyboard; false where no such field is shown here.
    bool focusField(const QString &column);
    /// Says a field once more, as it stands in its editor.
    void commitAgain(const QString &column);
    /// Shows the fields that are folded away by default.
    void unfold(bool open);
    [[nodiscard]] bool isUnfolded() const;

Q_SIGNALS:
    void typed();
    /// One field left with another value than the ticket's; `display` beside a person's id.
    void committed(const QString &column, const QString &value, const QString &display);
    void tagsCommitted(const QStringList &added, const QStringList &removed);
    void peopleWanted(const QString &text);
    void insisted(const QString &column);
    void yielded(const QString &column);
    void folded(bool open);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FieldRow *addRow(QVBoxLayout *layout, const QStringList &columns, std::initializer_list<QWidget *> editors, const QString &label);
    /// The Tab key goes from the editor added last to this one: the order is that of reading.
    void tabbedNext(QWidget *editor);
    ChoiceBox *addBox(const QString &column, const QString &none, const Choices &choices);
    void buildMain(QVBoxLayout *layout);
    void buildMore(QVBoxLayout *layout);
    void listen();
    void commitSummary();
    void commitDescription();
    void commitTags();
    void commit(const QString &column, const QString &value, const QString &display = {});
    /// From now until it is taken or failed, the editor keeps the field's value.
    void ask(const QString &column);
    /// Whether the editor holds another value than the ticket.
    [[nodiscard]] bool differs(const QString &column) const;
    /// Its value is said once more, or given up.
    void forgetFailure(const QString &column);
    void showPriority();
    void showRestricted();
    void showFold();
    [[nodiscard]] QStringList writtenTags() const;

    Use m_use;
    domain::Ticket m_shown;
    domain::OrganisationRules m_rules;
    QMap<QString, ChoiceBox *> m_boxes;
    QMap<QString, FieldRow *> m_rows;
    QMap<QString, int> m_asked; ///< by column: commits that are neither taken nor failed yet; the editor keeps its value meanwhile
    QMap<QString, QString> m_untaken; ///< by column: why the value in its editor could not be taken
    QMap<FieldRow *, QString> m_refusedColumns; ///< a row may hold two fields: which one its notice is about
    QLineEdit *m_summary;
    QPlainTextEdit *m_description;
    PriorityMark *m_priority;
    PersonField *m_requester;
    PersonField *m_beneficiary;
    QLineEdit *m_tags;
    QCheckBox *m_major;
    QCheckBox *m_restricted; ///< of a draft; where a ticket lives is settled when it is opened
    bool m_mayRestrict = false;
    QWidget *m_tabbed = nullptr; ///< the last in the order of the Tab key, while it is built
    KeyButton *m_fold;
    PlainLabel *m_digest;
    QWidget *m_more;
};

} // namespace comptoir::ui
