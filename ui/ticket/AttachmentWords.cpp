// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentWords.h"

#include "Words.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace comptoir::ui {

namespace {

using Bytes = desk::AttachmentLine::Where;

int percentOf(const desk::AttachmentLine &file)
{
    return file.size > 0 ? int(std::clamp<qint64>(file.moved * 100 / file.size, 0, 100)) : 0;
}

QString failureOf(const QString &code)
{
    if (code == u"quota") {
        return AttachmentWords::tr("the service has no room for it; it stays here");
    }
    if (code == u"missing") {
        return AttachmentWords::tr("the service could not give it; open it to try again");
    }
    if (code == u"damaged") {
        return AttachmentWords::tr("it came damaged and was thrown away; open it to try again");
    }
    if (code == u"full") {
        return AttachmentWords::tr("no room for it on this machine; open it to try again");
    }
    return AttachmentWords::tr("the service did not take it; it stays here");
}

} // namespace

QString AttachmentWords::size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 * 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

QString AttachmentWords::state(const desk::AttachmentLine &file)
{
    if (!file.failure.isEmpty()) {
        return failureOf(file.failure);
    }
    switch (file.where) {
    case Bytes::Draft: return tr("goes with the ticket");
    case Bytes::Waiting: return tr("waiting to go");
    case Bytes::Going: return tr("going, %1 %").arg(percentOf(file));
    case Bytes::Stored: return file.coming ? tr("coming, %1 %").arg(percentOf(file)) : tr("stored");
    case Bytes::Elsewhere:
        return file.authorName.isEmpty() ? tr("still on the console %1").arg(file.holderName)
                                         : tr("still on the console %1 (%2)").arg(file.holderName, file.authorName);
    case Bytes::Refused: return tr("refused by the service; it stays here");
    case Bytes::Erased: return tr("erased");
    }
    return {};
}

QString AttachmentWords::iconOf(const desk::AttachmentLine &file)
{
    if (!file.failure.isEmpty() || file.where == Bytes::Refused) {
        return u"triangle-alert"_qs;
    }
    switch (file.where) {
    case Bytes::Waiting:
    case Bytes::Going: return u"cloud-upload"_qs;
    case Bytes::Stored: return file.coming ? u"loader"_qs : u"cloud"_qs;
    case Bytes::Elsewhere: return u"monitor"_qs;
    case Bytes::Erased: return u"ban"_qs;
    case Bytes::Draft:
    case Bytes::Refused: break;
    }
    return u"paperclip"_qs;
}

Tone AttachmentWords::toneOf(const desk::AttachmentLine &file)
{
    if (!file.failure.isEmpty() || file.where == Bytes::Refused) {
        return Tone::Bad;
    }
    return file.where == Bytes::Waiting || file.where == Bytes::Going || file.where == Bytes::Elsewhere ? Tone::Warn : Tone::Muted;
}

QString AttachmentWords::spoken(const desk::AttachmentLine &file)
{
    if (file.name.isEmpty()) {
        return tr("A file, %1").arg(state(file));
    }
    return tr("%1, %2, %3", "name, size, state").arg(file.name, size(file.size), state(file));
}

QString AttachmentWords::notAttached(const QString &name, const base::Error &why)
{
    if (why.code == u"too_large") {
        return tr("%1 is larger than 25 MB and was not attached. Make it smaller, or put it where it can be fetched and note where.")
            .arg(name);
    }
    if (why.code == u"empty") {
        return tr("%1 is empty and was not attached.").arg(name);
    }
    if (why.code == u"no_file") {
        return tr("%1 is no file that can be read, and was not attached.").arg(name);
    }
    if (Words::isOfDisk(why)) {
        return tr("%1 is not kept on this machine yet: %2. It is attached as soon as that is possible; leave this tab open.")
            .arg(name, Words::whyNotKept(why));
    }
    return tr("%1 was not attached. %2").arg(name, Words::of(why));
}

QString AttachmentWords::screenshot(qint64 atMs)
{
    return tr("Screenshot %1.png").arg(QDateTime::fromMSecsSinceEpoch(atMs).toString(u"yyyy-MM-dd HH.mm"_qs));
}

QString AttachmentWords::named(const QString &name, qint64 bytes)
{
    return QChar(0x2068) + name + QChar(0x2069) + u" ("_qs + size(bytes) + u')';
}

} // namespace comptoir::ui
