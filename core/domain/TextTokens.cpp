// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextTokens.h"

#include "WordFold.h"

namespace comptoir::domain::texttokens {

namespace {

constexpr qsizetype kMostBetweenDigits = 3;

bool isPartOfWord(const QString &text, qsizetype at)
{
    const QChar one = text[at];
    return one.isLetterOrNumber() || one.isMark() || one.isSurrogate();
}

bool isDigit(QChar one)
{
    return one >= u'0' && one <= u'9';
}

bool standsBetweenDigits(QChar one)
{
    return one.isSpace() || QStringView(u".-/()\u2010\u2011\u2012\u2013+").contains(one);
}

bool isPartOfAddress(QChar one)
{
    return one.isLetterOrNumber() || one.isMark() || QStringView(u"._%+-'").contains(one);
}

} // namespace

std::vector<Word> wordsIn(const QString &text)
{
    std::vector<Word> out;
    for (qsizetype at = 0; at < text.size();) {
        if (!isPartOfWord(text, at)) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        while (at < text.size() && isPartOfWord(text, at)) {
            ++at;
        }
        const QByteArray utf8 = QStringView(text).sliced(begin, at - begin).toUtf8();
        const QString folded = QString::fromStdString(foldWords({utf8.constData(), std::size_t(utf8.size())})).simplified();
        if (!folded.isEmpty()) {
            out.push_back({begin, at, folded});
        }
    }
    return out;
}

std::vector<Digits> digitsIn(const QString &text)
{
    std::vector<Digits> out;
    qsizetype last = -1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isDigit(text[at])) {
            continue;
        }
        bool joined = last >= 0 && at - last - 1 <= kMostBetweenDigits;
        for (qsizetype between = last + 1; joined && between < at; ++between) {
            joined = standsBetweenDigits(text[between]);
        }
        if (!joined) {
            out.push_back({at > 0 && text[at - 1] == u'+' ? at - 1 : at, {}, {}});
        }
        out.back().digits += text[at];
        out.back().at.push_back(at);
        last = at;
    }
    return out;
}

std::vector<Range> emailsIn(const QString &text)
{
    std::vector<Range> out;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        qsizetype begin = at;
        while (begin > 0 && isPartOfAddress(text[begin - 1])) {
            --begin;
        }
        qsizetype end = at + 1;
        while (end < text.size() && isPartOfAddress(text[end])) {
            ++end;
        }
        while (end > at + 1 && !text[end - 1].isLetterOrNumber()) {
            --end; // the full stop of a sentence
        }
        if (begin < at && end > at + 1) {
            out.push_back({begin, end});
        }
    }
    return out;
}

QStringList foldedWordsOf(const QString &name)
{
    QStringList out;
    for (const Word &word : wordsIn(name)) {
        out.append(word.folded.split(u' '));
    }
    return out;
}

} // namespace comptoir::domain::texttokens
