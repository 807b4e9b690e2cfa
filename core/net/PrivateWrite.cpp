// SPDX-License-Identifier: GPL-3.0-or-later
#include "PrivateWrite.h"

#include <QSaveFile>

namespace comptoir::net {

base::Result<> writePrivately(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit()) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    return {};
}

} // namespace comptoir::net
