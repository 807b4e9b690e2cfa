// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageWriter.h"

namespace comptoir::wire {

PageWriter::PageWriter(domain::ScopeId scope, qint64 generation, qint64 from)
{
    m_json.beginObject();
    m_json.key("scope").utf8(view(scopeText(scope)));
    m_json.key("generation").integer(generation);
    m_json.key("from").integer(from);
    m_json.key("tables").beginArray();
}

void PageWriter::beginTable(std::string_view name, std::span<const std::string> columns)
{
    m_json.beginObject().key("name").utf8(name);
    m_json.key("columns").beginArray();
    for (const std::string &column : columns) {
        m_json.utf8(column);
    }
    m_json.endArray().key("rows").beginArray();
}

void PageWriter::endTable()
{
    m_json.endArray().endObject();
}

void PageWriter::beginRow(qint64 seq)
{
    m_json.beginArray().integer(seq);
    ++m_rows;
}

void PageWriter::endRow()
{
    m_json.endArray();
}

void PageWriter::cell(const RawCell &value)
{
    switch (value.type) {
    case RawCell::Null: return null();
    case RawCell::Integer: return integer(value.integer);
    case RawCell::Text: return utf8(value.text);
    case RawCell::Id: return id(value.id);
    }
}

void PageWriter::gone(const Gone &tombstone)
{
    m_gone.push_back(tombstone);
}

void PageWriter::result(const Verdict &verdict)
{
    m_results.push_back(verdict);
}

QByteArray PageWriter::finish(qint64 to, qint64 backupSeq, bool complete, const QByteArray &digest)
{
    m_json.endArray();
    m_json.key("gone").beginArray();
    for (const Gone &one : m_gone) {
        m_json.beginArray().utf8(view(one.table)).id(one.id).integer(one.seq).endArray();
    }
    m_json.endArray().key("results").beginArray();
    for (const Verdict &one : m_results) {
        writeVerdict(m_json, one);
    }
    m_json.endArray();
    m_json.key("to").integer(to);
    m_json.key("backup_seq").integer(backupSeq);
    m_json.key("complete").boolean(complete);
    if (!digest.isEmpty()) {
        m_json.key("digest").utf8(view(digest));
    }
    m_json.endObject();
    return m_json.take();
}

} // namespace comptoir::wire
