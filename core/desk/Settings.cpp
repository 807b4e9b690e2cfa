// SPDX-License-Identifier: GPL-3.0-or-later
#include "Settings.h"

#include "Log.h"
#include "SettingTable.h"
#include "Store.h"
#include "Then.h"

namespace comptoir::desk {

using base::Result;

Settings::Settings(store::Store &store, QObject *parent) : QObject(parent), m_store(store) {}

void Settings::load()
{
    const auto future = m_store.read([](store::Db &db) { return store::SettingTable::all(db); });
    base::then(future, this, [this](const Result<QHash<QString, QString>> &kept) {
        if (kept) {
            // What was set meanwhile is newer than what was read.
            for (auto one = kept->cbegin(); one != kept->cend(); ++one) {
                if (!m_values.contains(one.key())) {
                    m_values.insert(one.key(), one.value());
                }
            }
        } else {
            qCWarning(base::lcDesk, "the settings could not be read: %s", qUtf8Printable(kept.error().message));
        }
        m_loaded = true;
        Q_EMIT loaded();
    });
}

QString Settings::text(const QString &key, const QString &otherwise) const
{
    return m_values.value(key, otherwise);
}

void Settings::keep(const QString &key, const QString &value)
{
    const auto known = m_values.constFind(key);
    if (known != m_values.cend() && *known == value) {
        return;
    }
    m_values.insert(key, value);
    write([key, value](store::Db &db) { return store::SettingTable::put(db, key, value); });
}

QStringList Settings::keys(QStringView prefix) const
{
    QStringList out;
    for (auto one = m_values.keyBegin(); one != m_values.keyEnd(); ++one) {
        if (one->startsWith(prefix)) {
            out << *one;
        }
    }
    return out;
}

void Settings::remove(const QString &key)
{
    if (m_values.remove(key)) {
        write([key](store::Db &db) { return store::SettingTable::remove(db, key); });
    }
}

void Settings::write(std::function<Result<>(store::Db &)> change)
{
    base::then(m_store.write(std::move(change)), this, [](const Result<> &done) {
        if (!done) {
            qCWarning(base::lcDesk, "a setting could not be kept: %s", qUtf8Printable(done.error().message));
        }
    });
}

} // namespace comptoir::desk
