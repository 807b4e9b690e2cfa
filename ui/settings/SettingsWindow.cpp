// SPDX-License-Identifier: GPL-3.0-or-later
#include "SettingsWindow.h"

#include "Card.h"
#include "ChoiceBox.h"
#include "FieldRow.h"
#include "KeyButton.h"
#include "PlainLabel.h"
#include "QueueLook.h"
#include "Tokens.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace comptoir::ui {

namespace {

constexpr int kSettingsPx = 440;

} // namespace

SettingsWindow::SettingsWindow(const Preferences &now, int rowPx, QWidget *parent)
    : QDialog(parent)
    , m_now(now)
    , m_complaint(new PlainLabel({}, FontRole::Secondary, Tone::Bad, this))
{
    setWindowTitle(tr("Settings"));
    setAccessibleName(windowTitle());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    buildNow(*column, rowPx);
    column->addSpacing(4);
    column->addWidget(new Rule(Qt::Horizontal, this));
    column->addSpacing(4);
    buildLater(*column);
    auto *close = new KeyButton(tr("Close"), {}, KeyButton::Look::Normal, this);
    close->setKeyHint(tr("Esc"));
    close->setAccessibleName(close->text());
    connect(close, &KeyButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    column->addSpacing(8);
    column->addLayout(foot);
    setMinimumWidth(kSettingsPx);
    layout()->setSizeConstraint(QLayout::SetFixedSize);
}

SettingsWindow::~SettingsWindow()
{
    m_telephone->disconnect(this); // it loses the keyboard when this is no more
}

ChoiceBox *SettingsWindow::addBox(QVBoxLayout &column, const QString &name, const QString &label)
{
    auto *box = new ChoiceBox({}, this);
    box->setObjectName(name);
    auto *row = new FieldRow(label, {box}, this);
    row->setMinimumWidth(kSettingsPx - 40);
    column.addWidget(row);
    return box;
}

void SettingsWindow::buildNow(QVBoxLayout &column, int rowPx)
{
    auto *theme = addBox(column, u"theme"_qs, tr("Theme"));
    theme->show({{u"system"_qs, tr("As the desktop")},
                 {u"light"_qs, tr("Light")},
                 {u"dark"_qs, tr("Dark")},
                 {u"contrast"_qs, tr("High contrast")}});
    theme->setValue(m_now.theme);
    connect(theme, &ChoiceBox::chosen, this, [this](const QString &value) {
        Preferences next = m_now;
        next.theme = value;
        take(next);
    });
    auto *rows = addBox(column, u"rows"_qs, tr("Queue rows"));
    Choices heights;
    for (const auto &[px, word] : QueueLook::rowHeights()) {
        heights.push_back({QString::number(px), word});
    }
    rows->show(heights);
    rows->setValue(QString::number(rowPx));
    connect(rows, &ChoiceBox::chosen, this, [this](const QString &value) { Q_EMIT rowHeightChosen(value.toInt()); });
}

void SettingsWindow::buildLater(QVBoxLayout &column)
{
    column.addWidget(new SectionLabel(tr("From the next start on"), this));
    auto *language = addBox(column, u"language"_qs, tr("Language"));
    language->show({{u"system"_qs, tr("As the system")}, {u"fr"_qs, u"Français"_qs}, {u"en"_qs, u"English"_qs}});
    language->setValue(m_now.language);
    connect(language, &ChoiceBox::chosen, this, [this](const QString &value) {
        Preferences next = m_now;
        next.language = value;
        take(next);
    });
    auto *size = addBox(column, u"size"_qs, tr("Size"));
    Choices sizes;
    for (const int percent : kSizesPercent) {
        sizes.push_back({QString::number(percent), tr("%1 %", "size of everything on screen").arg(percent)});
    }
    size->show(sizes);
    size->setValue(QString::number(m_now.sizePercent));
    connect(size, &ChoiceBox::chosen, this, [this](const QString &value) {
        Preferences next = m_now;
        next.sizePercent = value.toInt();
        take(next);
    });
    m_telephone = new QLineEdit(this); // here, where Tab comes to it
    m_telephone->setObjectName(u"telephone"_qs);
    m_telephone->setText(m_now.telephone);
    m_telephone->setPlaceholderText(tr("None; baresip on 127.0.0.1:4444"));
    connect(m_telephone, &QLineEdit::editingFinished, this, &SettingsWindow::takeTelephone);
    column.addWidget(new FieldRow(tr("Telephone"), {m_telephone}, this));
    m_complaint->setWordWrap(true);
    m_complaint->setText(tr("Not used: it takes a name or address, a colon and a port, such as 127.0.0.1:4444."));
    column.addWidget(m_complaint);
    checkTelephone();
    auto *level = addBox(column, u"level"_qs, tr("Log"));
    level->show({{u"error"_qs, tr("Errors only")},
                 {u"warning"_qs, tr("Warnings too")},
                 {u"info"_qs, tr("What happens")},
                 {u"debug"_qs, tr("Every detail")}});
    level->setValue(m_now.logLevel);
    connect(level, &ChoiceBox::chosen, this, [this](const QString &value) {
        Preferences next = m_now;
        next.logLevel = value;
        take(next);
    });
    auto *others = new PlainLabel(tr("Remote-help tools are chosen by the administrator, on the whole machine."), FontRole::Secondary,
                                  Tone::Muted, this);
    others->setWordWrap(true);
    column.addWidget(others);
}

void SettingsWindow::take(const Preferences &next)
{
    if (next != m_now) {
        m_now = next;
        Q_EMIT chosen(m_now);
    }
}

void SettingsWindow::takeTelephone()
{
    checkTelephone(); // kept as written even so: nobody uses it, and it stands here again with what is wrong
    Preferences next = m_now;
    next.telephone = m_telephone->text().trimmed();
    take(next);
}

void SettingsWindow::checkTelephone()
{
    m_complaint->setVisible(!isTelephoneAddress(m_telephone->text().trimmed()));
}

} // namespace comptoir::ui

#include "moc_SettingsWindow.cpp"
