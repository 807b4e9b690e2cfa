// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportReport.h"

namespace comptoir::central {

namespace {

QString lineOf(const QString &what, const RefusedRow &row)
{
    const QString source = row.source.isEmpty() ? QString() : row.source + QStringLiteral(": ");
    const QString line = row.line > 0 ? QStringLiteral("line %1: ").arg(row.line) : QString();
    return what + u'\t' + source + line + row.reason + u'\n';
}

} // namespace

QString ImportReport::toText() const
{
    QString out;
    for (const RefusedRow &row : refused) {
        out += lineOf(QStringLiteral("refused"), row);
    }
    for (const RefusedRow &row : remarks) {
        out += lineOf(QStringLiteral("remark"), row);
    }
    return out;
}

} // namespace comptoir::central
