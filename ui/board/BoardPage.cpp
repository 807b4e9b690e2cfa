// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardPage.h"

namespace comptoir::ui {

struct BoardPage::Private
{
    const Parts &parts;
};

BoardPage::BoardPage(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_d(new Private{parts})
{
}

BoardPage::~BoardPage() = default;

} // namespace comptoir::ui
