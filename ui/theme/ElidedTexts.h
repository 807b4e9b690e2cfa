// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>

class QPainter;

namespace comptoir::ui {

/// Draws plain texts on one line, cut with "…" where they are too long, and keeps how they were laid out: shaping the letters of a list's
/// texts anew takes most of the time of its frame. What was not drawn for longest is forgotten first.
class ElidedTexts
{
public:
    /// Draws with the painter's font and pen at the left of `place`, in the middle of its height. Line breaks and tabs are drawn as spaces.
    void draw(QPainter &painter, const QRect &place, const QString &text);

private:
    struct Key
    {
        QString text;
        QFont font;
        int width = 0;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.text, key.font, key.width); }
    };

    static constexpr int kKept = 2000; // texts: a few screens of a queue
    QCache<Key, QStaticText> m_laid{kKept};
};

} // namespace comptoir::ui
