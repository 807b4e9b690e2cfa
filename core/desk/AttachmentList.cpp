// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentList.h"

#include <algorithm>
#include <array>

namespace comptoir::desk {

namespace {

/// An ending and the content it may have.
struct Ending
{
    const char *ending;
    const char *type;
};

constexpr std::array kOpened{
    Ending{"png", "image/png"},        Ending{"jpg", "image/jpeg"},       Ending{"jpeg", "image/jpeg"},
    Ending{"gif", "image/gif"},        Ending{"webp", "image/webp"},      Ending{"bmp", "image/bmp"},
    Ending{"pdf", "application/pdf"},  Ending{"txt", "text/plain"},       Ending{"log", "text/plain"},
    Ending{"csv", "text/plain"},       Ending{"odt", "application/zip"},  Ending{"ods", "application/zip"},
    Ending{"odp", "application/zip"},  Ending{"docx", "application/zip"}, Ending{"xlsx", "application/zip"},
    Ending{"pptx", "application/zip"},
};

} // namespace

AttachmentLine attachmentLineOf(const domain::Attachment &file, domain::DeviceId device)
{
    using Where = AttachmentLine::Where;
    AttachmentLine line = begunWith(file);
    line.holderName = file.holderName;
    line.authorName = file.authorName;
    line.atMs = file.atMs;
    switch (file.state) {
    case domain::AttachmentState::Held: line.where = file.holder == device ? Where::Waiting : Where::Elsewhere; break;
    case domain::AttachmentState::Stored: line.where = Where::Stored; break;
    case domain::AttachmentState::Erased: line.where = Where::Erased; break;
    }
    return line;
}

bool mayOpen(const AttachmentLine &file)
{
    const QString ending = file.name.section(u'.', -1).toLower();
    return file.name.contains(u'.') && std::any_of(kOpened.begin(), kOpened.end(), [&](const Ending &one) {
               return ending == QLatin1String(one.ending) && file.mediaType == QLatin1String(one.type);
           });
}

bool isPicture(const AttachmentLine &file)
{
    static const QStringList drawn{QStringLiteral("image/png"), QStringLiteral("image/jpeg"), QStringLiteral("image/gif"),
                                   QStringLiteral("image/webp"), QStringLiteral("image/bmp")};
    return drawn.contains(file.mediaType);
}

} // namespace comptoir::desk
