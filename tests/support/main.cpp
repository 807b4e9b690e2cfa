// SPDX-License-Identifier: GPL-3.0-or-later
#include "Runner.h"

#ifdef COMPTOIR_TEST_GUI
#include <QApplication>
#else
#include <QCoreApplication>
#endif

int main(int argc, char **argv)
{
    // Catch reads the command line; Qt sees only the program's name.
    int qtArgc = 1;
#ifdef COMPTOIR_TEST_GUI
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(qtArgc, argv);
#else
    const QCoreApplication application(qtArgc, argv);
#endif
    return comptoir::tests::runTests(argc, argv);
}
