// SPDX-License-Identifier: GPL-3.0-or-later
#include "ErasureLedger.h"

#include "PrivateFile.h"

#include <QFile>

#include <unistd.h>

namespace comptoir::central {

namespace {

using base::Result;
using Kind = base::Error::Kind;

std::optional<ErasureLedger::Line> lineOf(const QByteArray &text)
{
    const qsizetype blank = text.indexOf(' ');
    bool isNumber = false;
    const qint64 atMs = text.mid(blank + 1).toLongLong(&isNumber);
    const auto id = base::Uuid::fromText(text.left(std::max<qsizetype>(blank, 0)));
    return id && !id->isNull() && isNumber ? std::optional(ErasureLedger::Line{domain::PersonId{*id}, atMs}) : std::nullopt;
}

} // namespace

ErasureLedger::ErasureLedger(const QString &database) : m_path(database + QStringLiteral(".erased")) {}

Result<> ErasureLedger::append(const Line &line) const
{
    const auto known = read();
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (auto made = store::makePrivateFile(m_path); !made) {
        return made;
    }
    QFile file(m_path);
    // What a loss of power cut short goes: the next line begins on a line of its own.
    const QByteArray text = line.person.value.toText() + ' ' + QByteArray::number(line.atMs) + '\n';
    qint64 whole = 0;
    if (file.open(QIODevice::ReadWrite)) {
        whole = file.readAll().lastIndexOf('\n') + 1;
    }
    const bool written = file.isOpen() && file.resize(whole) && file.seek(whole) && file.write(text) == text.size() && file.flush()
        && ::fsync(file.handle()) == 0;
    return written ? store::syncFolderOf(m_path)
                   : base::fail(Kind::Io, QStringLiteral("%1 cannot be written: %2").arg(m_path, file.errorString()));
}

Result<std::vector<ErasureLedger::Line>> ErasureLedger::read() const
{
    std::vector<Line> out;
    if (!QFile::exists(m_path)) {
        return out;
    }
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(Kind::Io, QStringLiteral("%1 cannot be read: %2").arg(m_path, file.errorString()));
    }
    const QByteArray text = file.readAll();
    const QByteArrayList lines = text.left(text.lastIndexOf('\n') + 1).split('\n');
    for (qsizetype at = 0; at + 1 < lines.size(); ++at) {
        const auto line = lineOf(lines[at]);
        if (!line) {
            return base::fail(
                Kind::Corrupt,
                QStringLiteral("line %1 of %2 is not what was written: put a copy of that file back").arg(at + 1).arg(m_path));
        }
        out.push_back(*line);
    }
    return out;
}

} // namespace comptoir::central
