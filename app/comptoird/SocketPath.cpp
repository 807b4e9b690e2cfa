// SPDX-License-Identifier: GPL-3.0-or-later
#include "SocketPath.h"

#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace comptoir::service {

SocketPath::SocketPath(const QString &path)
    : m_folder(::open(QFileInfo(path).path().toLocal8Bit().constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    , m_name(QFileInfo(path).fileName().toStdString())
{}

SocketPath::~SocketPath()
{
    if (m_folder >= 0) {
        ::close(m_folder);
    }
}

std::string SocketPath::reachable() const
{
    return "/proc/self/fd/" + std::to_string(m_folder) + "/" + m_name;
}

} // namespace comptoir::service
