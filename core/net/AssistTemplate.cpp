// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssistTemplate.h"

#include <QUrl>

namespace comptoir::net {

using base::Error;
using base::fail;
using base::Result;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAlphanumeric(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isHexGroup(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') || c == u':';
}

bool isHost(QStringView text)
{
    if (text.isEmpty() || text.size() > 253) {
        return false;
    }
    if (text.startsWith(u'[')) {
        return text.endsWith(u']') && text.size() > 3 && std::all_of(text.begin() + 1, text.end() - 1, isHexGroup);
    }
    const auto inside = [](QChar c) { return isAlphanumeric(c) || c == u'-' || c == u'.'; };
    return isAlphanumeric(text.front()) && isAlphanumeric(text.back()) && !text.contains(QStringView(u".."))
        && std::all_of(text.begin(), text.end(), inside);
}

bool isPort(QStringView text)
{
    return !text.isEmpty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), isDigit) && text.toInt() >= 1
        && text.toInt() <= 65535;
}

bool isId(QStringView text)
{
    const auto inside = [](QChar c) { return isAlphanumeric(c) || c == u'_' || c == u'.' || c == u'@' || c == u'$' || c == u'-'; };
    return !text.isEmpty() && text.size() <= 128 && isAlphanumeric(text.front()) && std::all_of(text.begin(), text.end(), inside);
}

std::optional<SlotKind> kindOf(QStringView name)
{
    if (name == u"host") {
        return SlotKind::Host;
    }
    if (name == u"port") {
        return SlotKind::Port;
    }
    if (name == u"digits") {
        return SlotKind::Digits;
    }
    return name == u"id" ? std::optional(SlotKind::Id) : std::nullopt;
}

/// Walks one text: `literal` for what stands between slots, `slot` for each slot.
template <class Literal, class Slot>
Result<> walk(QStringView text, Literal literal, Slot slot)
{
    while (!text.isEmpty()) {
        const qsizetype open = text.indexOf(u'{');
        const QStringView before = open < 0 ? text : text.first(open);
        if (before.contains(u'}')) {
            return fail(Error::Kind::Invalid, QStringLiteral("a template has a closing brace without its opening one"));
        }
        literal(before);
        if (open < 0) {
            return {};
        }
        const qsizetype close = text.indexOf(u'}', open);
        const auto kind = close < 0 ? std::nullopt : kindOf(text.sliced(open + 1, close - open - 1));
        if (!kind) {
            return fail(Error::Kind::Invalid, QStringLiteral("a template has a slot other than {host}, {port}, {digits}, {id}"));
        }
        if (auto done = slot(*kind); !done) {
            return done;
        }
        text = text.sliced(close + 1);
    }
    return {};
}

} // namespace

Result<QString> slotValue(SlotKind kind, const QString &raw)
{
    QString value = raw;
    if (value.size() > 256) {
        return fail(Error::Kind::Invalid, QStringLiteral("the address of the machine is too long"));
    }
    bool fits = false;
    switch (kind) {
    case SlotKind::Host: fits = isHost(value); break;
    case SlotKind::Port: fits = isPort(value); break;
    case SlotKind::Digits:
        value.remove(u' ');
        fits = !value.isEmpty() && value.size() <= 20 && std::all_of(value.begin(), value.end(), isDigit);
        break;
    case SlotKind::Id: fits = isId(value); break;
    }
    if (!fits) {
        return fail(Error::Kind::Invalid, QStringLiteral("the address of the machine cannot be used in a command"));
    }
    return value;
}

Result<QStringList> filled(const QStringList &texts, const SlotValues &values, bool inUri)
{
    QStringList out;
    for (const QString &text : texts) {
        QString done;
        auto walked = walk(
            text, [&](QStringView literal) { done += literal; },
            [&](SlotKind kind) -> Result<> {
                const auto value = values.constFind(kind);
                if (value == values.cend()) {
                    return fail(Error::Kind::Invalid, QStringLiteral("the machine's address lacks a part the tool needs"));
                }
                done += inUri && kind == SlotKind::Id ? QString::fromLatin1(QUrl::toPercentEncoding(*value)) : *value;
                return {};
            });
        if (!walked) {
            return tl::unexpected(walked.error());
        }
        out += done;
    }
    return out;
}

Result<QList<SlotKind>> slotsOf(const QStringList &texts)
{
    QList<SlotKind> out;
    for (const QString &text : texts) {
        auto walked = walk(
            text, [](QStringView) {},
            [&](SlotKind kind) -> Result<> {
                out += kind;
                return {};
            });
        if (!walked) {
            return tl::unexpected(walked.error());
        }
    }
    return out;
}

} // namespace comptoir::net
