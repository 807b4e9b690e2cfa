// SPDX-License-Identifier: GPL-3.0-or-later
// The least a Qt program with a window can be: what start and memory of the console are compared with.
#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
