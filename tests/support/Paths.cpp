// SPDX-License-Identifier: GPL-3.0-or-later
#include "Paths.h"

#include <QDir>

namespace comptoir::tests {

QString sourceDir()
{
    return QStringLiteral(COMPTOIR_SOURCE_DIR);
}

QString binDir()
{
    return QStringLiteral(COMPTOIR_BIN_DIR);
}

QString sharedDataDir()
{
    const QDir source(sourceDir());
    // Two folders up: a git worktree beside the clone.
    for (const QString &folder : {qEnvironmentVariable("COMPTOIR_SHARED_DATA"), source.filePath(QStringLiteral("../shared/data")),
                                  source.filePath(QStringLiteral("../../shared/data"))}) {
        if (!folder.isEmpty() && QDir(folder).exists()) {
            return QDir::cleanPath(folder);
        }
    }
    return {};
}

} // namespace comptoir::tests
