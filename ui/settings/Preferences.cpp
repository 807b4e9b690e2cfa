// SPDX-License-Identifier: GPL-3.0-or-later
#include "Preferences.h"

namespace comptoir::ui {

bool isTelephoneAddress(const QString &text)
{
    if (text.isEmpty()) {
        return true;
    }
    const qsizetype colon = text.lastIndexOf(u':');
    const QStringView host = QStringView(text).left(std::max<qsizetype>(0, colon));
    // More than one colon is an address of IP version 6, whose brackets tell where the port begins.
    const bool bracketed = host.size() > 2 && host.startsWith(u'[') && host.endsWith(u']');
    const QStringView name = bracketed ? host.sliced(1, host.size() - 2) : host;
    bool digits = false;
    const uint port = QStringView(text).sliced(colon + 1).toUInt(&digits);
    return !name.isEmpty() && (bracketed || !name.contains(u':')) && !name.contains(u'[') && !name.contains(u']') && digits && port > 0
        && port < 65536 && !text.contains(u' ');
}

} // namespace comptoir::ui
