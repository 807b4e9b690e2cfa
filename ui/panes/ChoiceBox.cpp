// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChoiceBox.h"

#include "DeskStyle.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainterPath>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace comptoir::ui {

namespace {

constexpr int kSearchedFrom = 12; // a list longer than this is searched by typing rather than read
constexpr int kRowPx = 28;
constexpr int kTextMargin = 6; // the text stands where it does in a list that is only read

/// A row of the list that opens: as high as in any other list, its words away from the border.
class ChoiceRow : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize words = QStyledItemDelegate::sizeHint(option, index);
        return {words.width() + 2 * kTextMargin, std::max(kRowPx, words.height())};
    }
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;
    }
};

} // namespace

ChoiceBox::ChoiceBox(const QString &none, QWidget *parent) : QComboBox(parent), m_none(none)
{
    setFocusPolicy(Qt::StrongFocus);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(16);
    connect(this, &QComboBox::activated, this, &ChoiceBox::settle);
}

void ChoiceBox::show(const Choices &choices)
{
    const QSignalBlocker quiet(this);
    clear();
    if (!m_none.isEmpty()) {
        addItem(m_none, QString());
    }
    for (const Choice &choice : choices) {
        addItem(choice.label, choice.value);
    }
    if (count() > kSearchedFrom && !isEditable()) {
        makeSearchable();
    }
    setValue(m_value, m_otherwise);
}

void ChoiceBox::makeSearchable()
{
    setEditable(true);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    completer()->setMaxVisibleItems(12);
    lineEdit()->setAccessibleName(accessibleName());
    lineEdit()->setTextMargins(kTextMargin, 0, 0, 0);
    connect(completer(), qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { settle(findText(index.data().toString())); });
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] { dress(*completer()->popup()); });
    connect(lineEdit(), &QLineEdit::returnPressed, this, &ChoiceBox::settleTyped);
}

QString ChoiceBox::value() const
{
    return m_value;
}

QString ChoiceBox::label() const
{
    const int at = findData(m_value);
    return at < 0 ? m_otherwise : itemText(at);
}

void ChoiceBox::setValue(const QString &value, const QString &otherwise)
{
    const QSignalBlocker quiet(this);
    m_value = value;
    m_otherwise = otherwise;
    const int at = findData(value);
    setCurrentIndex(at);
    if (at < 0 && isEditable()) {
        setEditText(otherwise);
    } else if (at < 0) {
        setPlaceholderText(otherwise);
    }
    if (isEditable()) {
        lineEdit()->setCursorPosition(0);
    }
}

QSize ChoiceBox::sizeHint() const
{
    return {120, 30};
}

QSize ChoiceBox::minimumSizeHint() const
{
    return {72, 30};
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus()) {
        QComboBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

void ChoiceBox::focusOutEvent(QFocusEvent *event)
{
    if (isEditable() && event->reason() != Qt::PopupFocusReason) {
        settleTyped();
    }
    QComboBox::focusOutEvent(event);
}

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    // Enter opens a list that is only read; in a searched one it settles what was typed.
    if (!isEditable() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        showPopup();
        return;
    }
    QComboBox::keyPressEvent(event);
}

void ChoiceBox::showPopup()
{
    dress(*view());
    QWidget *sheet = view()->window();
    sheet->setContentsMargins(1, kListRadius, 1, kListRadius); // the rows keep clear of the round corners
    QComboBox::showPopup();
    QPainterPath outline;
    outline.addRoundedRect(sheet->rect(), kListRadius, kListRadius);
    sheet->setMask(QRegion(outline.toFillPolygon().toPolygon()));
}

void ChoiceBox::dress(QAbstractItemView &list)
{
    if (!dynamic_cast<ChoiceRow *>(list.itemDelegate())) {
        list.setItemDelegate(new ChoiceRow(&list));
        list.setTextElideMode(Qt::ElideRight);
    }
    list.setMinimumWidth(width());
}

void ChoiceBox::settle(int index)
{
    if (index < 0) {
        return;
    }
    const QString next = itemData(index).toString();
    const bool isNew = next != m_value;
    setValue(next);
    if (isNew) {
        Q_EMIT chosen(next);
    }
}

void ChoiceBox::settleTyped()
{
    const QString typed = lineEdit()->text().trimmed();
    if (typed == label()) {
        return;
    }
    int at = findText(typed, Qt::MatchFixedString);
    if (at < 0 && !typed.isEmpty()) {
        at = findText(typed, Qt::MatchContains);
    }
    if (at < 0 && typed.isEmpty() && !m_none.isEmpty()) {
        at = 0;
    }
    if (at >= 0) {
        settle(at);
    } else {
        setValue(m_value, m_otherwise);
    }
}

} // namespace comptoir::ui
