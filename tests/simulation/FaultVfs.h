// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace comptoir::sim {

/// Makes SQLite's default VFS one that asks the FaultDisk of a file first. Files on no such disk are not touched.
void installFaultVfs();

/// What SQLite draws by itself from now on (salts, randomblob()) follows from this.
void seedSqlite(int seed);

} // namespace comptoir::sim
