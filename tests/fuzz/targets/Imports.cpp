// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvReader.h"
#include "Fuzz.h"
#include "InventoryFile.h"
#include "LdifReader.h"
#include "PeopleFile.h"

namespace comptoir::fuzz {

void csv(QByteArrayView input)
{
    auto reader = central::CsvReader::open(fileOf(input));
    if (!reader) {
        return;
    }
    central::CsvRecord record;
    qint64 line = 0;
    for (;;) {
        const auto more = reader->next(record);
        if (!more || !*more) {
            break;
        }
        MUST(record.line() > line);
        line = record.line();
        qsizetype length = 0;
        for (std::size_t at = 0; at < record.size(); ++at) {
            length += qsizetype(record.view(at).size());
            (void)record.text(at);
        }
        MUST(length <= 3 * input.size()); // a byte of Windows-1252 becomes three of UTF-8 at most
    }
    MUST(reader->position() <= input.size());
}

void ldif(QByteArrayView input)
{
    auto reader = central::LdifReader::open(fileOf(input), {});
    if (!reader) {
        return;
    }
    central::LdifEntry entry;
    for (;;) {
        const auto more = reader->next(entry);
        if (!more || !*more) {
            break;
        }
        MUST(entry.attributes.size() <= central::LdifReader::kMostValues);
        for (const auto &[name, value] : entry.attributes) {
            MUST(value.size() <= central::LdifReader::kMostValueBytes);
            (void)entry.text(name);
        }
    }
}

void people(QByteArrayView input)
{
    const QString path = fileOf(input);
    const auto checked = central::PeopleFile::check(path);
    auto file = central::PeopleFile::open(path);
    if (!file) {
        MUST(!checked);
        return;
    }
    central::PersonRow row;
    qint64 rows = 0;
    for (;;) {
        const auto more = file->next(row);
        if (!more) {
            MUST(!checked);
            return;
        }
        if (!*more) {
            break;
        }
        ++rows;
    }
    MUST(!checked || checked->rows == rows);
}

void inventory(QByteArrayView input)
{
    if (const auto read = central::InventoryFile::parse(input.toByteArray())) {
        MUST(!read->deviceId.isEmpty());
        MUST(!read->name.contains(u'\n'));
    }
}

} // namespace comptoir::fuzz
