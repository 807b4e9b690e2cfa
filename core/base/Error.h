// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace comptoir::base {

/// An expected failure: what kind it is (the program decides on it) and one English sentence (for logs and tools).
/// The user interface words its own translated sentence from the kind.
struct Error
{
    enum class Kind {
        Invalid, ///< the input breaks a rule
        NotFound, ///< nothing there, or nothing this operator may see
        Refused, ///< a rule of the domain says no
        Forbidden, ///< the rights do not reach
        Auth, ///< not signed in, or wrong password
        Io, ///< disk
        Full, ///< disk full
        Corrupt, ///< the database or a file is damaged
        TooNew, ///< written by a newer version
        Locked, ///< another process holds it
        Network, ///< the service was not reached
        Timeout,
        Busy, ///< try again later
        Protocol, ///< the other side spoke unexpectedly
        Cancelled,
    };

    Kind kind = Kind::Invalid;
    QString message;
    /// Where a rule of the domain refused: its code and the field it is about, for whoever words it. Empty for every other failure.
    QString code = {};
    QString field = {};
};

} // namespace comptoir::base

Q_DECLARE_METATYPE(comptoir::base::Error)
