// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallerNumber.h"

#include "OutsideNumber.h"

#include <algorithm>

namespace comptoir::domain {

namespace {

constexpr qsizetype kMostCharacters = 64;
constexpr QLatin1String kExtensionKey("ext:");

/// The number inside `"Name" <sip:4201@pbx;user=phone>`, `tel:+33-5-56;phone-context=…` and the like.
QString bare(const QString &raw)
{
    QString text = raw.left(kMostCharacters * 4).trimmed();
    const qsizetype open = text.indexOf(u'<');
    if (open >= 0) {
        const qsizetype close = text.indexOf(u'>', open);
        text = text.mid(open + 1, close < 0 ? -1 : close - open - 1);
    }
    const bool isUri = text.startsWith(QLatin1String("sip:"), Qt::CaseInsensitive)
        || text.startsWith(QLatin1String("sips:"), Qt::CaseInsensitive) || text.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive);
    if (isUri) {
        text = text.mid(text.indexOf(u':') + 1);
        while (text.startsWith(u'/')) {
            text.remove(0, 1);
        }
    }
    for (const QChar end : {u'@', u';', u'?'}) {
        const qsizetype at = text.indexOf(end);
        if (at >= 0) {
            text.truncate(at);
        }
    }
    text.replace(QLatin1String("%2B"), QLatin1String("+"), Qt::CaseInsensitive).replace(QLatin1String("%20"), QLatin1String(" "));
    return text.trimmed().left(kMostCharacters);
}

bool isWithheld(const QString &text)
{
    constexpr std::array words{QLatin1String("anonymous"),  QLatin1String("unknown"), QLatin1String("withheld"),
                               QLatin1String("restricted"), QLatin1String("private"), QLatin1String("unavailable")};
    return text.isEmpty()
        || std::any_of(words.begin(), words.end(), [&](QLatin1String word) { return text.compare(word, Qt::CaseInsensitive) == 0; });
}

bool isShort(const QString &digits)
{
    return digits.size() >= 3 && digits.size() <= 6 && !digits.startsWith(u'+');
}

QString extensionKey(const Organisation &organisation, const QString &digits)
{
    return kExtensionKey + organisation.id.toString() + u':' + digits;
}

const Organisation *ownerOf(const QString &trunk, const std::vector<Organisation> &organisations)
{
    const auto found = std::find_if(organisations.begin(), organisations.end(), [&](const Organisation &one) {
        const auto &trunks = one.numbering.trunks;
        return !trunk.isEmpty() && std::find(trunks.begin(), trunks.end(), trunk) != trunks.end();
    });
    return found == organisations.end() ? nullptr : &*found;
}

CallerNumber extension(const QString &digits, const Organisation *owner, const std::vector<Organisation> &organisations)
{
    CallerNumber out{CallerNumber::Sort::Extension, digits, {}, {}};
    std::vector<const Organisation *> holders;
    if (owner) {
        holders.push_back(owner);
    } else {
        for (const Organisation &one : organisations) {
            if (one.numbering.isExtension(digits)) {
                holders.push_back(&one);
            }
        }
    }
    for (const Organisation *holder : holders) {
        out.keys.push_back(extensionKey(*holder, digits));
    }
    for (const Organisation *holder : holders) {
        if (const auto outside = holder->numbering.outsideOf(digits)) {
            out.keys.push_back(*outside);
        }
    }
    if (holders.size() == 1) {
        out.organisation = holders.front()->id;
    }
    return out;
}

CallerNumber outside(const QString &key, const Organisation *owner, const std::vector<Organisation> &organisations)
{
    CallerNumber out{CallerNumber::Sort::Outside, writtenOutside(key), {key}, owner ? owner->id : OrganisationId{}};
    for (const Organisation &one : organisations) {
        if (const auto behind = one.numbering.extensionBehind(key)) {
            out.keys.push_back(extensionKey(one, *behind));
            out.organisation = one.id;
        }
    }
    return out;
}

} // namespace

CallerNumber CallerNumber::read(const QString &raw, const QString &trunk, const std::vector<Organisation> &organisations)
{
    const QString text = bare(raw);
    if (isWithheld(text)) {
        return {Sort::Withheld, {}, {}, {}};
    }
    const Organisation *owner = ownerOf(trunk, organisations);
    const OrganisationId ownerId = owner ? owner->id : OrganisationId{};
    const auto digits = dialled(text);
    if (!digits) {
        return {Sort::Unreadable, text, {}, ownerId};
    }
    if (isShort(*digits)) {
        return extension(*digits, owner, organisations);
    }
    const auto key = e164(*digits, owner ? owner->numbering.region : QStringLiteral("FR"));
    return key ? outside(*key, owner, organisations) : CallerNumber{Sort::Unreadable, text, {}, ownerId};
}

QString numberKey(const QString &written, const Organisation &organisation)
{
    const auto digits = dialled(bare(written));
    if (!digits) {
        return {};
    }
    if (isShort(*digits)) {
        return extensionKey(organisation, *digits);
    }
    return e164(*digits, organisation.numbering.region).value_or(QString());
}

QString writtenNumber(const QString &key)
{
    if (key.startsWith(kExtensionKey)) {
        return key.mid(key.lastIndexOf(u':') + 1);
    }
    return key.startsWith(u'+') ? writtenOutside(key) : key;
}

} // namespace comptoir::domain
