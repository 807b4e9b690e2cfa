// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace comptoir::central {

/// The object a JSON text is; Invalid, with the line, where it is none.
[[nodiscard]] base::Result<QJsonObject> jsonObject(const QByteArray &json);

/// Reads members of expected types. What is absent or null gives the empty value; what is of another type is noted once, by its path.
class JsonReading
{
public:
    /// A text of at most 256 characters on one line; numbers are taken as their digits.
    [[nodiscard]] QString text(const QJsonObject &in, const char *path, const char *name);
    [[nodiscard]] QJsonObject object(const QJsonObject &in, const char *path, const char *name);
    /// A list of objects; nothing where it is absent.
    [[nodiscard]] std::optional<std::vector<QJsonObject>> list(const QJsonObject &in, const char *path, const char *name);
    [[nodiscard]] QStringList texts(const QJsonObject &in, const char *path, const char *name);

    /// The first thing that was not as expected, as a sentence; empty = nothing.
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    void note(const char *path, const char *name, const char *expected);

    QString m_fault;
};

} // namespace comptoir::central
