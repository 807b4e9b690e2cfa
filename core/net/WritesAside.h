// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QThreadPool>

#include <functional>

namespace comptoir::net {

/// Writes small files of the profile one after the other, on a thread of its own; its end waits for those begun.
class WritesAside
{
public:
    WritesAside();
    /// A write that fails is logged.
    void add(std::function<base::Result<>()> write);

private:
    QThreadPool m_pool;
};

} // namespace comptoir::net
