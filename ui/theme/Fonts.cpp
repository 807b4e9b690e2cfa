// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fonts.h"

#include <QDir>
#include <QFontDatabase>

namespace comptoir::ui {

namespace {

QString s_family;

QFont made(int pixels, QFont::Weight weight)
{
    QFont font = s_family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::GeneralFont) : QFont(s_family);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace

void loadFonts()
{
    if (!s_family.isEmpty()) {
        return;
    }
    const QDir folder(QStringLiteral(":/fonts"));
    for (const QString &file : folder.entryList(QDir::Files)) {
        QFontDatabase::addApplicationFont(folder.filePath(file));
    }
    if (QFontDatabase::hasFamily(QStringLiteral("Inter"))) {
        s_family = QStringLiteral("Inter");
    }
}

QFont fontOf(FontRole role)
{
    switch (role) {
    case FontRole::Body: return made(13, QFont::Normal);
    case FontRole::Strong: return made(13, QFont::DemiBold);
    case FontRole::Secondary: return made(12, QFont::Normal);
    case FontRole::Head: return made(11, QFont::DemiBold);
    case FontRole::Key: return made(11, QFont::Normal);
    case FontRole::PaneTitle: return made(15, QFont::DemiBold);
    case FontRole::Caller: return made(18, QFont::DemiBold);
    case FontRole::Figure: return made(34, QFont::DemiBold);
    }
    return made(13, QFont::Normal);
}

} // namespace comptoir::ui
