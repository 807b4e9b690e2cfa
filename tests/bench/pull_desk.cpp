// SPDX-License-Identifier: GPL-3.0-or-later
// A console that signs in, fetches everything and goes: pull_desk [options of comptoir].
#include "BenchDesk.h"

#include <QApplication>

int main(int argc, char **argv)
{
    return comptoir::bench::runDesk(argc, argv, [](comptoir::bench::BenchDesk &) { QApplication::quit(); });
}
