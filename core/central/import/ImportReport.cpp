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

QString ImportReport::toText(qsizetype most) const
{
    QString out;
    qsizetype more = 0;
    const auto add = [&](const QString &what, const std::vector<RefusedRow> &rows) {
        for (const RefusedRow &row : rows) {
            const QString line = more == 0 ? lineOf(what, row) : QString();
            if (more > 0 || line.size() > most - out.size()) {
                ++more;
            } else {
                out += line;
            }
        }
    };
    add(QStringLiteral("refused"), refused);
    add(QStringLiteral("remark"), remarks);
    return more > 0 ? out + QStringLiteral("… and %1 more\n").arg(more) : out;
}

} // namespace comptoir::central
