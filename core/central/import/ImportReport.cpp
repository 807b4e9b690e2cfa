// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportReport.h"

#include <QSaveFile>

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

base::Result<> ImportReport::writeTo(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    file.write(toText().toUtf8());
    return file.commit() ? base::Result<>()
                         : base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
}

} // namespace comptoir::central
