// SPDX-License-Identifier: GPL-3.0-or-later
#include "Thumbnail.h"

#include <QBuffer>
#include <QImageReader>

namespace comptoir::ui {

namespace {

constexpr qint64 kMostPixels = 40'000'000; // 160 MB while it is read; a screen of 8K has 33 million
constexpr int kMostMegabytes = 192;

} // namespace

QImage thumbnailOf(const QByteArray &bytes, const QString &mediaType, const QSize &most)
{
    static const QStringList formats{u"png"_qs, u"jpeg"_qs, u"gif"_qs, u"webp"_qs, u"bmp"_qs};
    const QString format = mediaType.section(u'/', 1);
    if (!mediaType.startsWith(u"image/"_qs) || !formats.contains(format)) {
        return {};
    }
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader::setAllocationLimit(kMostMegabytes);
    QImageReader reader(&buffer, format.toLatin1());
    reader.setAutoDetectImageFormat(false); // no other reader of Qt's sees the bytes
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > kMostPixels) {
        return {};
    }
    if (size.width() > most.width() || size.height() > most.height()) {
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1}));
    }
    return reader.read();
}

} // namespace comptoir::ui
