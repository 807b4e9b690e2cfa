// SPDX-License-Identifier: GPL-3.0-or-later
#include "Language.h"

#include "Log.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace comptoir::ui {

void useLanguage(QApplication &application, const QString &code)
{
    const bool english = code == u"en"
        || (code != u"fr" && QLocale::system().language() == QLocale::English && QLocale::system().territory() != QLocale::France);
    const QString language = english ? QStringLiteral("en") : QStringLiteral("fr");
    QLocale::setDefault(english ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(QLocale::French, QLocale::France));
    for (QTranslator *before : application.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(before);
        before->deleteLater();
    }
    for (const auto &[name, folder] :
         {std::pair{u"comptoir_"_qs, u":/i18n"_qs}, std::pair{u"qtbase_"_qs, QLibraryInfo::path(QLibraryInfo::TranslationsPath)}}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(name % language, folder)) {
            QCoreApplication::installTranslator(translator);
        } else if (name == u"comptoir_") {
            qCWarning(base::lcUi) << "no translation" << name << language;
        } else {
            // Qt's own few words (menus of text fields) then stay English; the desk's are all in our catalogue.
            qCDebug(base::lcUi) << "Qt brings no texts in" << language;
        }
    }
}

} // namespace comptoir::ui
