// SPDX-License-Identifier: GPL-3.0-or-later
#include "NumberingOption.h"

#include <QRegularExpression>

namespace comptoir::service {

base::Result<domain::NumberingPlan::Range> rangeFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A([0-9]{3,6})-([0-9]{3,6})(?:=(\\+[0-9]{1,15})(x{1,6}))?\\z"));
    const auto parts = form.match(text);
    if (!parts.hasMatch()) {
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("the range %1 is not written as 4000-4999 or 4000-4999=+33556102xxx").arg(text));
    }
    domain::NumberingPlan plan;
    plan.ranges.push_back({parts.captured(1), parts.captured(2), parts.captured(3), int(parts.capturedLength(4))});
    if (domain::NumberingPlan::fromText(plan.toText()) != plan) {
        return base::fail(
            base::Error::Kind::Invalid,
            QStringLiteral("the range %1 is not sound: two extensions of one length, in order, and no more x than digits").arg(text));
    }
    const qsizetype alone = parts.capturedLength(1) - parts.capturedLength(4);
    if (parts.capturedLength(4) > 0 && parts.captured(1).first(alone) != parts.captured(2).first(alone)) {
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("the range %1 has too few x: several extensions would have the same outside number").arg(text));
    }
    return plan.ranges.front();
}

QString textOf(const domain::NumberingPlan::Range &range)
{
    const QString inside = range.first + u'-' + range.last;
    return range.prefix.isEmpty() ? inside : inside + u'=' + range.prefix + QString(range.keep, u'x');
}

} // namespace comptoir::service
