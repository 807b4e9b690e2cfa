// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

namespace comptoir::fuzz {

QString fileOf(QByteArrayView bytes)
{
    static const int handle = ::memfd_create("input", MFD_CLOEXEC);
    MUST(handle >= 0 && ::ftruncate(handle, 0) == 0);
    MUST(::pwrite(handle, bytes.data(), static_cast<std::size_t>(bytes.size()), 0) == bytes.size());
    static const QString path = QStringLiteral("/proc/self/fd/%1").arg(handle);
    return path;
}

} // namespace comptoir::fuzz
