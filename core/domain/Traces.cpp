// SPDX-License-Identifier: GPL-3.0-or-later
#include "Traces.h"

#include "TextTokens.h"
#include "WordFold.h"

#include <algorithm>

namespace comptoir::domain {

namespace {

constexpr qsizetype kMostNameWords = 6;
/// A shorter part of a family name (de, des, von) is a word like any other.
constexpr qsizetype kLeastFamilyWord = 4;
constexpr qsizetype kMostBetweenWords = 3;
/// That many digits at the end of a number are its own, whatever stands before them (0, 33, 0033).
constexpr qsizetype kNationalDigits = 9;
constexpr qsizetype kMostPrefixDigits = 4;
constexpr qsizetype kLeastShortNumber = 3;

using texttokens::Digits;
using texttokens::Range;
using texttokens::Word;

void findEmails(const QString &text, bool own, const Traces &traces, std::vector<Range> &out)
{
    for (const Range &one : texttokens::emailsIn(text)) {
        if (traces.tells(u"e:" + text.sliced(one.begin, one.size()).toLower(), own)) {
            out.push_back(one);
        }
    }
}

void findNumbers(const QString &text, bool own, const Traces &traces, std::vector<Range> &out)
{
    for (const Digits &run : texttokens::digitsIn(text)) {
        const qsizetype count = run.digits.size();
        if (count >= kLeastShortNumber && traces.tells(u"x:" + run.digits, own)) {
            out.push_back({run.at.front(), run.at.back() + 1});
        }
        for (qsizetype at = 0; at + kNationalDigits <= count; ++at) {
            if (!traces.tells(u"n:" + run.digits.mid(at, kNationalDigits), own)) {
                continue;
            }
            // What stands before it belongs to it, unless that is another number.
            const bool another = at > kMostPrefixDigits;
            const qsizetype first = another ? std::max<qsizetype>(at - 1, 0) : 0;
            const qsizetype begin = another ? run.at[std::size_t(first)] : run.begin;
            out.push_back({begin, run.at[std::size_t(at + kNationalDigits - 1)] + 1});
        }
    }
}

void findWords(const QString &text, bool own, const Traces &traces, std::vector<Range> &out)
{
    const std::vector<Word> words = texttokens::wordsIn(text);
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (!traces.mayBegin(words[first].folded)) {
            continue;
        }
        QString token = QStringLiteral("w:");
        for (std::size_t last = first; last < words.size() && last - first < std::size_t(kMostNameWords); ++last) {
            if (last > first && words[last].begin - words[last - 1].end > kMostBetweenWords) {
                break;
            }
            token += (last > first ? QStringLiteral(" ") : QString()) + words[last].folded;
            if (traces.tells(token, own)) {
                out.push_back({words[first].begin, words[last].end});
            }
        }
    }
}

QString digitsOf(const QString &text)
{
    QString out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](QChar one) { return one >= u'0' && one <= u'9'; });
    return out;
}

/// The digits to look for: of an outside number its last nine, of a short one all.
std::optional<QString> numberToken(const QString &key, const QString &written)
{
    const bool isExtension = key.startsWith(u"ext:");
    const QString digits = digitsOf(isExtension ? key.section(u':', -1) : key.isEmpty() ? written : key);
    if (digits.size() >= kNationalDigits) {
        return QString(u"n:" + digits.right(kNationalDigits));
    }
    return digits.size() >= kLeastShortNumber ? std::optional(QString(u"x:" + digits)) : std::nullopt;
}

} // namespace

bool Traces::mayBegin(const QString &) const
{
    return true;
}

QString Traces::blanked(const QString &text, bool own, qsizetype most) const
{
    std::vector<Range> found;
    findEmails(text, own, *this, found);
    findNumbers(text, own, *this, found);
    findWords(text, own, *this, found);
    if (found.empty()) {
        return text;
    }
    std::sort(found.begin(), found.end(), [](const Range &one, const Range &other) { return one.begin < other.begin; });
    QString out;
    qsizetype done = 0;
    for (const Range &one : found) {
        if (one.end <= done) {
            continue;
        }
        if (one.begin >= done) {
            out += QStringView(text).sliced(done, one.begin - done);
            out += QStringView(kErasedMark);
        }
        done = one.end;
    }
    out += QStringView(text).sliced(done);
    return out.left(std::max(most, text.size()));
}

void PlainTraces::put(const QString &token, bool ownOnly)
{
    const auto known = m_tokens.find(token);
    if (known != m_tokens.end()) {
        *known = *known && ownOnly;
        return;
    }
    m_tokens.insert(token, ownOnly);
}

void PlainTraces::putWords(const QStringList &words, bool ownOnly)
{
    if (words.isEmpty() || words.size() > kMostNameWords) {
        return;
    }
    put(u"w:" + words.join(u' '), ownOnly);
    m_begins.insert(words.front(), true);
    const QString anchor = *std::max_element(words.begin(), words.end(),
                                             [](const QString &a, const QString &b) { return a.size() < b.size(); });
    m_anchors.push_back(anchor.toStdString());
}

void PlainTraces::add(const Person &person)
{
    const QStringList given = texttokens::foldedWordsOf(person.givenName);
    const QStringList family = texttokens::foldedWordsOf(person.familyName);
    const bool whole = !given.isEmpty() && !family.isEmpty();
    putWords(given + family, !whole);
    putWords(family + given, !whole);
    putWords(given, true);
    putWords(family, true);
    for (const QString &part : family) {
        if (part.size() >= kLeastFamilyWord) {
            putWords({part}, true);
        }
    }
    if (person.email.contains(u'@')) {
        put(u"e:" + person.email.trimmed().toLower(), false);
        m_anchors.push_back(foldWords(person.email.trimmed().toUtf8().toStdString()));
    }
    if (!person.login.isEmpty()) {
        put(u"l:" + person.login.toLower(), false);
        putWords(texttokens::foldedWordsOf(person.login), true);
    }
    for (const PhoneNumber &number : person.numbers.list) {
        addNumber(number);
    }
}

void PlainTraces::addName(const QString &name)
{
    const QStringList words = texttokens::foldedWordsOf(name);
    putWords(words, words.size() < 2 || name.contains(u'@'));
}

void PlainTraces::addNumber(const PhoneNumber &number)
{
    if (!number.key.isEmpty()) {
        put(u"k:" + number.key, false);
    }
    for (const QString &key : {number.key, QString()}) {
        if (const auto token = numberToken(key, number.written)) {
            put(*token, token->startsWith(u'x'));
            m_digits.push_back(token->sliced(2).toStdString());
        }
    }
}

void PlainTraces::share(const PhoneNumber &number)
{
    m_tokens.insert(u"k:" + number.key, true);
    for (const QString &key : {number.key, QString()}) {
        if (const auto token = numberToken(key, number.written)) {
            m_tokens.insert(*token, true);
        }
    }
}

bool PlainTraces::tells(const QString &token, bool own) const
{
    const auto known = m_tokens.constFind(token);
    return known != m_tokens.constEnd() && (own || !*known);
}

bool PlainTraces::mayBegin(const QString &word) const
{
    return m_begins.contains(word);
}

bool PlainTraces::mayStandIn(std::string_view utf8) const
{
    if (utf8.empty()) {
        return false;
    }
    const std::string folded = foldWords(utf8);
    const auto stands = [](const std::string &among) {
        return [&among](const std::string &one) { return among.find(one) != std::string::npos; };
    };
    if (std::any_of(m_anchors.begin(), m_anchors.end(), stands(folded))) {
        return true;
    }
    std::string digits;
    std::copy_if(utf8.begin(), utf8.end(), std::back_inserter(digits), [](char one) { return one >= '0' && one <= '9'; });
    return !digits.empty() && std::any_of(m_digits.begin(), m_digits.end(), stands(digits));
}

} // namespace comptoir::domain
