// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketWords.h"

#include "Resolution.h"
#include "Texts.h"
#include "Words.h"

namespace comptoir::ui {

namespace {

/// Every value of an enumeration that has a code, in order, in words.
template <class E, class Word>
Choices choicesOf(Word word)
{
    Choices out;
    for (const auto &[value, code] : domain::CodesOf<E>::list) {
        if (*code != '\0') {
            out.push_back({QLatin1String(code), word(value)});
        }
    }
    return out;
}

template <class E>
QString wordOf(const QString &code)
{
    const auto value = domain::fromCode<E>(code);
    return value ? Words::of(*value) : code;
}

QString upperFirst(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text.at(0).toUpper();
    }
    return text;
}

/// The words of a code; nothing for a field that holds none.
QString codeWords(const QString &column, const QString &code)
{
    if (column == u"state"_qs) {
        return wordOf<domain::TicketState>(code);
    }
    if (column == u"kind"_qs) {
        return wordOf<domain::TicketKind>(code);
    }
    if (column == u"channel"_qs) {
        return wordOf<domain::Channel>(code);
    }
    if (column == u"wait_reason"_qs) {
        return wordOf<domain::WaitReason>(code);
    }
    if (column == u"priority"_qs) {
        return wordOf<domain::Priority>(code);
    }
    if (column == u"impact"_qs) {
        return TicketWords::labelIn(TicketWords::impacts(), code);
    }
    if (column == u"urgency"_qs) {
        return TicketWords::labelIn(TicketWords::urgencies(), code);
    }
    if (column == u"resolution_code"_qs) {
        return TicketWords::labelIn(TicketWords::resolutionCodes(), code);
    }
    if (column == u"tool"_qs) {
        return Words::assistTool(code);
    }
    return column == u"outcome"_qs ? Words::assistOutcome(code) : QString();
}

} // namespace

QString TicketWords::field(const QString &column)
{
    const std::pair<QString, QString> assist[] = {{u"asset_name"_qs, tr("Equipment")},
                                                  {u"tool"_qs, tr("Tool")},
                                                  {u"target"_qs, tr("Target")},
                                                  {u"agreed"_qs, tr("The person agreed")},
                                                  {u"duration_ms"_qs, tr("Duration")},
                                                  {u"outcome"_qs, tr("Outcome")},
                                                  {u"requester_name"_qs, Words::field(u"requester"_qs)},
                                                  {u"beneficiary_name"_qs, tr("Beneficiary")}};
    for (const auto &[name, label] : assist) {
        if (name == column) {
            return label;
        }
    }
    return Words::field(column);
}

QString TicketWords::value(const QString &column, const QString &text, const NameOf &nameOf)
{
    if (text.isEmpty() || (column.endsWith(u"_ms"_qs) && text == u"0"_qs)) {
        return u"—"_qs;
    }
    if (const auto id = base::Uuid::fromString(text)) {
        const QString name = nameOf ? nameOf(column, *id) : QString();
        return name.isEmpty() ? tr("not known here") : name;
    }
    if (column == u"duration_ms"_qs) {
        return Times::timer(text.toLongLong());
    }
    if (column.endsWith(u"_ms"_qs)) {
        return Times::full(text.toLongLong());
    }
    if (column == u"major"_qs || column == u"agreed"_qs) {
        return text == u"1"_qs ? tr("yes") : tr("no");
    }
    if (column == u"tags"_qs || column == u"aliases"_qs) {
        const auto list = domain::Texts::fromText(text);
        return list ? list->list.join(u", "_qs) : text;
    }
    const QString words = codeWords(column, text);
    return words.isEmpty() ? text : words;
}

QString TicketWords::labelIn(const Choices &choices, const QString &value)
{
    for (const Choice &choice : choices) {
        if (choice.value == value) {
            return choice.label;
        }
    }
    return value;
}

Choices TicketWords::kinds()
{
    return choicesOf<domain::TicketKind>([](domain::TicketKind kind) { return Words::of(kind); });
}

Choices TicketWords::channels()
{
    return choicesOf<domain::Channel>([](domain::Channel channel) { return Words::of(channel); });
}

Choices TicketWords::impacts()
{
    return choicesOf<domain::Level>(&Words::impact);
}

Choices TicketWords::urgencies()
{
    return choicesOf<domain::Level>(&Words::urgency);
}

Choices TicketWords::waitReasons()
{
    return choicesOf<domain::WaitReason>([](domain::WaitReason reason) { return upperFirst(Words::of(reason)); });
}

Choices TicketWords::resolutionCodes()
{
    return choicesOf<domain::Resolution>([](domain::Resolution resolution) {
        switch (resolution) {
        case domain::Resolution::Fixed: return tr("Repaired");
        case domain::Resolution::Advice: return tr("Explained");
        case domain::Resolution::Workaround: return tr("Worked around");
        case domain::Resolution::Delivered: return tr("Delivered");
        case domain::Resolution::NoFault: return tr("No fault found");
        case domain::Resolution::Duplicate: return tr("Already reported");
        }
        return QString();
    });
}

} // namespace comptoir::ui
