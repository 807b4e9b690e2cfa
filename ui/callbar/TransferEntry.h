// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

class QLineEdit;
class QListWidget;

namespace comptoir::ui {

class KeyButton;

/// Where to pass the call: a number, or a colleague's extension found by name. Leaves by Esc or a click beside it.
class TransferEntry : public QFrame
{
    Q_OBJECT

public:
    struct Place
    {
        QString name;
        QString number;
    };

    explicit TransferEntry(QWidget *parent = nullptr);

    void openUnder(QWidget *place, std::vector<Place> colleagues);

Q_SIGNALS:
    void transferTo(const QString &number);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void narrow();
    void take();

    std::vector<Place> m_places;
    QLineEdit *m_number;
    QListWidget *m_list;
    KeyButton *m_take;
};

} // namespace comptoir::ui
