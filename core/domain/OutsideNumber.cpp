// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutsideNumber.h"

#include <phonenumbers/phonenumberutil.h>

#include <array>

namespace comptoir::domain {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

struct Overseas
{
    QLatin1String begins; ///< national, with its 0
    QLatin1String country;
};

/// French departments overseas: dialled like any French number from France, but each under a country code of its own (ARCEP numbering plan).
constexpr std::array kOverseas{
    Overseas{QLatin1String("0262"), QLatin1String("+262")}, Overseas{QLatin1String("0263"), QLatin1String("+262")},
    Overseas{QLatin1String("0269"), QLatin1String("+262")}, Overseas{QLatin1String("0639"), QLatin1String("+262")},
    Overseas{QLatin1String("0692"), QLatin1String("+262")}, Overseas{QLatin1String("0693"), QLatin1String("+262")},
    Overseas{QLatin1String("0590"), QLatin1String("+590")}, Overseas{QLatin1String("0690"), QLatin1String("+590")},
    Overseas{QLatin1String("0691"), QLatin1String("+590")}, Overseas{QLatin1String("0594"), QLatin1String("+594")},
    Overseas{QLatin1String("0694"), QLatin1String("+594")}, Overseas{QLatin1String("0596"), QLatin1String("+596")},
    Overseas{QLatin1String("0696"), QLatin1String("+596")}, Overseas{QLatin1String("0697"), QLatin1String("+596")},
};

/// `+33 262 12 34 56` and `0262 12 34 56` both mean Réunion.
std::optional<QString> overseas(const QString &digits, const QString &region)
{
    QString national;
    if (digits.startsWith(QLatin1String("+33")) && digits.size() == 12) {
        national = u'0' + digits.mid(3);
    } else if (digits.startsWith(QLatin1String("0033")) && digits.size() == 13) {
        national = u'0' + digits.mid(4);
    } else if (region == u"FR" && digits.size() == 10) {
        national = digits;
    }
    for (const Overseas &one : kOverseas) {
        if (national.startsWith(one.begins)) {
            return QString(one.country + national.mid(1));
        }
    }
    return std::nullopt;
}

bool isSeparator(QChar c)
{
    return c.isSpace() || QStringView(u"./-()[]\u2010\u2011\u2012\u2013\u2212").contains(c);
}

/// `+33 (0)5 …`: the 0 is only dialled inside the country.
QString withoutTrunkZero(QStringView written)
{
    QString text = written.toString();
    const QStringView begun = QStringView(text).trimmed();
    if (begun.startsWith(u'+') || begun.startsWith(QLatin1String("00"))) {
        text.replace(QLatin1String("(0)"), QLatin1String(" "));
    }
    return text;
}

} // namespace

std::optional<QString> dialled(QStringView written)
{
    QString out;
    for (const QChar c : withoutTrunkZero(written)) {
        if (c.digitValue() >= 0) {
            out += QChar(u'0' + c.digitValue());
        } else if ((c == u'+' || c == u'\uFF0B') && out.isEmpty()) {
            out += u'+';
        } else if (!isSeparator(c)) {
            return std::nullopt;
        }
    }
    const qsizetype digits = out.size() - (out.startsWith(u'+') ? 1 : 0);
    return digits >= 2 && digits <= 20 ? std::optional(out) : std::nullopt;
}

std::optional<QString> e164(const QString &digits, const QString &region)
{
    if (auto found = overseas(digits, region)) {
        return found;
    }
    const PhoneNumberUtil &numbers = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (numbers.Parse(digits.toStdString(), region.toStdString(), &number) != PhoneNumberUtil::NO_PARSING_ERROR
        || !numbers.IsPossibleNumber(number)) {
        return std::nullopt;
    }
    std::string out;
    numbers.Format(number, PhoneNumberUtil::E164, &out);
    return QString::fromStdString(out);
}

QString writtenOutside(const QString &e164)
{
    const PhoneNumberUtil &numbers = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (numbers.Parse(e164.toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) {
        return e164;
    }
    const int country = number.country_code();
    const bool french = country == 33 || country == 262 || country == 590 || country == 594 || country == 596;
    std::string out;
    numbers.Format(number, french ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL, &out);
    return QString::fromStdString(out);
}

} // namespace comptoir::domain
