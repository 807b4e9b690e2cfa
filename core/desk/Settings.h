// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace comptoir::store {
class Db;
class Store;
} // namespace comptoir::store

namespace comptoir::desk {

/// What this operator prefers on this machine (splitters, columns, theme). In memory at once, kept in the store behind.
class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(store::Store &store, QObject *parent = nullptr);

    /// Reads all; `loaded` follows.
    void load();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] QString text(const QString &key, const QString &otherwise = {}) const;
    void keep(const QString &key, const QString &value);
    /// The keys that begin so.
    [[nodiscard]] QStringList keys(QStringView prefix) const;
    void remove(const QString &key);

Q_SIGNALS:
    void loaded();

private:
    void write(std::function<base::Result<>(store::Db &)> change);

    store::Store &m_store;
    QHash<QString, QString> m_values;
    bool m_loaded = false;
};

} // namespace comptoir::desk
