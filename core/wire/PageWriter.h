// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangesMessages.h"
#include "JsonWriter.h"

#include <span>

namespace comptoir::wire {

/// Writes one scope's page, row by row, straight into its JSON:
/// beginTable → (beginRow → cells → endRow)* → endTable, …, then gone and results, then finish.
class PageWriter
{
public:
    PageWriter(domain::ScopeId scope, qint64 generation, qint64 from);

    /// `columns` are header entries with their type letter, `seq:i` first (wire::headerOf<T>()).
    void beginTable(std::string_view name, std::span<const std::string> columns);
    void endTable();
    void beginRow(qint64 seq);
    void endRow();

    void integer(qint64 value) { m_json.integer(value); }
    void text(QStringView value) { m_json.text(value); }
    void utf8(std::string_view value) { m_json.utf8(value); }
    void id(const base::Uuid &value) { m_json.id(value); }
    void null() { m_json.null(); }
    void cell(const RawCell &value);

    void gone(const Gone &tombstone);
    void result(const Verdict &verdict);

    [[nodiscard]] std::size_t rowCount() const { return m_rows; }
    [[nodiscard]] qsizetype size() const { return m_json.size(); }
    /// Closes the page. `digest` may be empty.
    [[nodiscard]] QByteArray finish(qint64 to, qint64 backupSeq, bool complete, const QByteArray &digest = {});

private:
    JsonWriter m_json;
    std::vector<Gone> m_gone;
    std::vector<Verdict> m_results;
    std::size_t m_rows = 0;
};

} // namespace comptoir::wire
