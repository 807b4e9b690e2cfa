// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Person.h"

#include <QHash>
#include <QStringList>

namespace comptoir::domain {

/// What stands where a person's name, number or e-mail stood. The same in every language: it is data.
inline constexpr auto kErasedMark = u"[effacé]";

/// What tells of a person in a text, as tokens: `e:` an e-mail, `n:` the last nine digits of a number, `x:` a short number, `k:` the key of
/// one, `w:` folded words that follow each other, `l:` an account.
class Traces
{
public:
    virtual ~Traces() = default;
    /// Whether the token tells of the person; `own` in their own tickets and calls, where less is enough.
    [[nodiscard]] virtual bool tells(const QString &token, bool own) const = 0;
    /// False where no token begins with this folded word: what follows it need not be looked at.
    [[nodiscard]] virtual bool mayBegin(const QString &word) const;

    /// The text with everything that tells of the person replaced by the mark, at most `most` units long where it was not longer before.
    [[nodiscard]] QString blanked(const QString &text, bool own, qsizetype most) const;
};

/// The traces of one person, as they are.
class PlainTraces final : public Traces
{
public:
    void add(const Person &person);
    /// A name as it stands beside an id somewhere.
    void addName(const QString &name);
    void addNumber(const PhoneNumber &number);
    /// Others have this number too (a switchboard's): it tells of the person only where a text is theirs.
    void share(const PhoneNumber &number);

    [[nodiscard]] bool tells(const QString &token, bool own) const override;
    [[nodiscard]] bool mayBegin(const QString &word) const override;
    /// By token, whether it tells in the person's own texts alone.
    [[nodiscard]] const QHash<QString, bool> &tokens() const { return m_tokens; }
    /// A quick look before blanked(): false where nothing of the person can stand in these bytes.
    [[nodiscard]] bool mayStandIn(std::string_view utf8) const;

private:
    void put(const QString &token, bool ownOnly);
    void putWords(const QStringList &words, bool ownOnly);

    QHash<QString, bool> m_tokens;
    QHash<QString, bool> m_begins; ///< first words
    std::vector<std::string> m_anchors; ///< a folded word of each sequence and e-mail
    std::vector<std::string> m_digits;
};

} // namespace comptoir::domain
