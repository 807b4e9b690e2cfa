// SPDX-License-Identifier: GPL-3.0-or-later
#include "Asset.h"
#include "CallerNumber.h"
#include "Fuzz.h"
#include "IdList.h"
#include "NumberingPlan.h"
#include "Organisation.h"
#include "Person.h"
#include "Ticket.h"
#include "TicketNumber.h"
#include "TimelineEntry.h"

namespace comptoir::fuzz {

namespace {

template <class Form>
void readAs(const QString &text)
{
    if (const auto read = Form::fromText(text)) {
        const auto again = Form::fromText(read->toText());
        MUST(again.has_value());
        MUST(*again == *read);
    }
}

domain::Organisation townHall()
{
    domain::Organisation out;
    out.id = domain::OrganisationId::fromName("town");
    out.numbering.ranges.push_back({QStringLiteral("4000"), QStringLiteral("4999"), QStringLiteral("+33556102"), 3});
    out.numbering.trunks.push_back(QStringLiteral("trunk"));
    return out;
}

} // namespace

void texts(QByteArrayView input)
{
    const Drawn drawn(input, 9);
    const QString text = QString::fromUtf8(drawn.rest);
    switch (drawn.choice) {
    case 0: readAs<domain::Texts>(text); break;
    case 1: readAs<domain::PhoneNumbers>(text); break;
    case 2: readAs<domain::RemoteAccesses>(text); break;
    case 3: readAs<domain::FieldVersions>(text); break;
    case 4: readAs<domain::FieldChanges>(text); break;
    case 5: readAs<domain::IdList<domain::TicketId>>(text); break;
    case 6: readAs<domain::NumberingPlan>(text); break;
    case 7: readAs<domain::OrganisationRules>(text); break;
    default:
        if (const auto number = domain::TicketNumber::fromString(text)) {
            const auto again = domain::TicketNumber::fromString(number->toString());
            MUST(again && again->toString() == number->toString());
        }
    }
}

void callerNumber(QByteArrayView input)
{
    static const std::vector<domain::Organisation> organisations{townHall()};
    const QString raw = QString::fromUtf8(input);
    for (const QString &trunk : {QString(), QStringLiteral("trunk")}) {
        const auto read = domain::CallerNumber::read(raw, trunk, organisations);
        MUST(read.sort != domain::CallerNumber::Sort::Withheld || read.keys.empty());
        for (const QString &key : read.keys) {
            MUST(!key.isEmpty() && key.size() <= 128);
            (void)domain::writtenNumber(key);
        }
    }
    (void)domain::numberKey(raw, organisations.front());
    (void)domain::writtenNumber(raw);
}

} // namespace comptoir::fuzz
