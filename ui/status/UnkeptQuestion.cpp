// SPDX-License-Identifier: GPL-3.0-or-later
#include "UnkeptQuestion.h"

#include "PlainLabel.h"

namespace comptoir::ui {

UnkeptQuestion::UnkeptQuestion(QWidget *parent) : LeaveQuestion(tr("Leave without keeping it?"), tr("Leave and lose it"), parent)
{
    auto *why = addText();
    why->setText(tr("What is written in an open ticket is not kept on this machine, or not saved yet: it would be lost. Where the "
                    "disk is full, free some space; it is then kept by itself."));
    setAccessibleDescription(why->text());
}

} // namespace comptoir::ui

#include "moc_UnkeptQuestion.cpp"
