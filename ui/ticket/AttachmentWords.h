// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AttachmentList.h"
#include "Error.h"
#include "Tokens.h"

#include <QCoreApplication>

namespace comptoir::ui {

/// The desk's words for files beside a ticket. Plain text; names are shown as they are, for none has what does not show or turns the reading round.
class AttachmentWords
{
    Q_DECLARE_TR_FUNCTIONS(comptoir::ui::AttachmentWords)

public:
    /// "148 ko", in the language in use.
    [[nodiscard]] static QString size(qint64 bytes);
    /// Where its bytes are: "en attente d'envoi", "envoyé à 40 %", "encore sur le poste POSTE-12 (Claire)".
    [[nodiscard]] static QString state(const desk::AttachmentLine &file);
    /// The icon and the tone that go with these words.
    [[nodiscard]] static QString iconOf(const desk::AttachmentLine &file);
    [[nodiscard]] static Tone toneOf(const desk::AttachmentLine &file);
    /// Name, size and state in one, for a screen reader.
    [[nodiscard]] static QString spoken(const desk::AttachmentLine &file);
    /// Why it could not be attached.
    [[nodiscard]] static QString notAttached(const QString &name, const base::Error &why);
    /// The name of a pasted picture: "Capture 2026-11-22 14.05.png".
    [[nodiscard]] static QString screenshot(qint64 atMs);
    /// "NAME (148 ko)", the name read by itself whatever its direction.
    [[nodiscard]] static QString named(const QString &name, qint64 size);
};

} // namespace comptoir::ui
