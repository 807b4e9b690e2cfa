// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueueLook.h"

#include "Icons.h"
#include "QueueModel.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

namespace comptoir::ui {

namespace {

/// A column: its name in the settings, its least width, its share of the width that is left.
struct Column
{
    const char *code;
    int leastPx;
    int share;
    bool byDefault;
    bool always;
};

constexpr std::array<Column, QueueModel::Columns> kColumns{{{"prio", 58, 0, true, false},
                                                            {"number", 68, 0, true, true},
                                                            {"summary", 180, 60, true, true},
                                                            {"requester", 98, 20, true, false},
                                                            {"organisation", 92, 20, true, false},
                                                            {"group", 92, 15, false, false},
                                                            {"assignee", 92, 15, false, false},
                                                            {"opened", 92, 0, false, false},
                                                            {"updated", 92, 0, false, false},
                                                            {"due", 78, 0, true, false},
                                                            {"state", 86, 0, true, false}}};

constexpr int kCompactPx = 24;
constexpr int kUsualPx = 30;
constexpr int kComfortablePx = 36;

constexpr quint32 bit(int column)
{
    return quint32(1) << column;
}

constexpr quint32 hiddenByDefault()
{
    quint32 hidden = 0;
    for (int column = 0; column < QueueModel::Columns; ++column) {
        hidden |= kColumns[size_t(column)].byDefault ? 0 : bit(column);
    }
    return hidden;
}

} // namespace

QueueLook::QueueLook(QTableView &table, QObject *parent) : QObject(parent), m_table(table), m_hidden(hiddenByDefault()), m_rowPx(kUsualPx)
{
    QHeaderView *head = table.horizontalHeader();
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QHeaderView::customContextMenuRequested, this, [this, head](const QPoint &at) {
        auto *menu = new QMenu(&m_table);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setAccessibleName(tr("Look of the queue"));
        addTo(*menu);
        menu->popup(head->mapToGlobal(at));
    });
    apply();
}

void QueueLook::apply()
{
    for (int column = 0; column < QueueModel::Columns; ++column) {
        m_table.setColumnHidden(column, (m_hidden & bit(column)) != 0);
    }
    m_table.verticalHeader()->setMinimumSectionSize(m_rowPx);
    m_table.verticalHeader()->setDefaultSectionSize(m_rowPx);
    fit();
}

void QueueLook::fit()
{
    int left = m_table.viewport()->width();
    int shares = 0;
    int last = 0;
    for (int column = 0; column < QueueModel::Columns; ++column) {
        if ((m_hidden & bit(column)) == 0) {
            left -= kColumns[size_t(column)].leastPx;
            shares += kColumns[size_t(column)].share;
            last = column;
        }
    }
    const int spare = std::max(0, left);
    int given = 0;
    for (int column = 0; column < QueueModel::Columns; ++column) {
        const int more = shares == 0 ? 0 : spare * kColumns[size_t(column)].share / shares;
        if ((m_hidden & bit(column)) == 0) {
            given += more;
            m_table.setColumnWidth(column, kColumns[size_t(column)].leastPx + more + (column == last ? spare - given : 0));
        }
    }
}

void QueueLook::addTo(QMenu &menu)
{
    QMenu *columns = menu.addMenu(icon(QStringLiteral("list")), tr("Columns"));
    for (int column = 0; column < QueueModel::Columns; ++column) {
        QAction *one = columns->addAction(m_table.model()->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString());
        one->setCheckable(true);
        one->setChecked((m_hidden & bit(column)) == 0);
        one->setEnabled(!kColumns[size_t(column)].always);
        connect(one, &QAction::triggered, this, [this, column] {
            m_hidden ^= bit(column);
            apply();
            Q_EMIT chosen();
        });
    }
    columns->addSeparator();
    connect(columns->addAction(tr("As they were at first")), &QAction::triggered, this, [this] {
        m_hidden = hiddenByDefault();
        apply();
        Q_EMIT chosen();
    });
    QMenu *heights = menu.addMenu(icon(QStringLiteral("arrow-up-down")), tr("Row height"));
    auto *group = new QActionGroup(heights);
    for (const auto &[px, word] : rowHeights()) {
        QAction *one = heights->addAction(word);
        one->setCheckable(true);
        one->setChecked(px == m_rowPx);
        group->addAction(one);
        connect(one, &QAction::triggered, this, [this, height = px] { chooseRowPx(height); });
    }
}

std::vector<std::pair<int, QString>> QueueLook::rowHeights()
{
    return {{kCompactPx, tr("Compact")}, {kUsualPx, tr("Usual")}, {kComfortablePx, tr("Comfortable")}};
}

void QueueLook::chooseRowPx(int rowPx)
{
    m_rowPx = rowPx;
    apply();
    Q_EMIT chosen();
}

QString QueueLook::text() const
{
    QStringList shown;
    for (int column = 0; column < QueueModel::Columns; ++column) {
        if ((m_hidden & bit(column)) == 0) {
            shown << QLatin1String(kColumns[size_t(column)].code);
        }
    }
    return shown.join(u',') % u';' % QString::number(m_rowPx);
}

void QueueLook::use(const QString &text)
{
    const QStringList shown = text.section(u';', 0, 0).split(u',', Qt::SkipEmptyParts);
    const int px = text.section(u';', 1, 1).toInt();
    m_hidden = shown.isEmpty() ? hiddenByDefault() : 0;
    for (int column = 0; column < QueueModel::Columns && !shown.isEmpty(); ++column) {
        const Column &one = kColumns[size_t(column)];
        m_hidden |= one.always || shown.contains(QLatin1String(one.code)) ? 0 : bit(column);
    }
    m_rowPx = px == kCompactPx || px == kComfortablePx ? px : kUsualPx;
    apply();
}

} // namespace comptoir::ui

#include "moc_QueueLook.cpp"
