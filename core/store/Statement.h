// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"
#include "Result.h"

#include <memory>
#include <string>
#include <string_view>

namespace comptoir::store {

class Db;

/// One prepared statement, taken from the connection's cache and given back when it goes out of scope. Parameters are bound, never pasted.
/// Positions of parameters and columns start at 0. After a failed step nothing more runs in that transaction (Db refuses).
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    Statement &bind(int at, qint64 value);
    Statement &bind(int at, const QString &value);
    Statement &bind(int at, const QByteArray &blob);
    /// UTF-8, copied by no one: must live until the step.
    Statement &bindText(int at, std::string_view utf8);
    Statement &bindText(int at, std::string &&utf8) = delete; ///< a text made for the call is gone before the step
    /// As bindText: the id must live until the step. Never nil.
    Statement &bindInPlace(int at, const base::Uuid &id);
    Statement &bindInPlace(int at, base::Uuid &&id) = delete;
    Statement &bind(int at, const base::Uuid &id); ///< nil binds NULL
    template <class Tag>
    Statement &bind(int at, const base::Id<Tag> &id)
    {
        return bind(at, id.value);
    }
    Statement &bindNull(int at);
    Statement &bind(int at, const domain::Cell &cell);
    /// Binds `values` to the parameters 0, 1, ….
    template <class... Values>
    Statement &bindAll(const Values &...values)
    {
        int at = 0;
        (bind(at++, values), ...);
        return *this;
    }

    /// True while there is a row to read.
    [[nodiscard]] base::Result<bool> step();
    /// Steps to the end and resets, bindings kept; for statements that return no row.
    [[nodiscard]] base::Result<> run();
    void reset();

    [[nodiscard]] int columnCount() const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// UTF-8, valid until the next step.
    [[nodiscard]] std::string_view view(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] base::Uuid uuid(int column) const; ///< nil where NULL
    template <class IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType{uuid(column)};
    }
    /// The stored value as a cell: 16-byte blobs are ids.
    [[nodiscard]] domain::Cell cell(int column) const;

private:
    friend class Db;
    struct Handle;
    explicit Statement(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

} // namespace comptoir::store
