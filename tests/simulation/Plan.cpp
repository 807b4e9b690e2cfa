// SPDX-License-Identifier: GPL-3.0-or-later
#include "Plan.h"

#include <QStringList>

namespace comptoir::sim {

namespace {

base::Result<Family> familyOf(const QString &name)
{
    for (const auto &[family, code] : kFamilies) {
        if (name.toStdString() == code) {
            return family;
        }
    }
    return base::fail(base::Error::Kind::Invalid, QStringLiteral("%1 is no family of faults").arg(name));
}

base::Result<> take(Plan &plan, const QString &option, const QString &value)
{
    const auto wrong = [&] {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("%1 %2 is no option of a run").arg(option, value));
    };
    bool isNumber = true;
    if (option == u"--seed") {
        plan.seed = value.toULongLong(&isNumber);
    } else if (option == u"--draws") {
        plan.draws = value.toInt(&isNumber);
    } else if (option == u"--steps") {
        plan.steps = value.toInt(&isNumber);
    } else if (option == u"--skip") {
        for (const QString &one : value.split(u',', Qt::SkipEmptyParts)) {
            bool is = false;
            plan.skip.insert(one.toInt(&is));
            isNumber = isNumber && is;
        }
    } else if (option == u"--without") {
        for (const QString &one : value.split(u',', Qt::SkipEmptyParts)) {
            const auto family = familyOf(one);
            if (!family) {
                return tl::unexpected(family.error());
            }
            plan.without.insert(*family);
        }
    } else {
        return wrong();
    }
    return isNumber && plan.steps >= 0 && plan.draws >= 1 && plan.draws <= Plan::kDraws ? base::Result<>() : wrong();
}

} // namespace

QString Plan::options() const
{
    QString out = QStringLiteral("--seed %1").arg(seed);
    QStringList names;
    for (const auto &[family, code] : kFamilies) {
        if (without.contains(family)) {
            names << QString::fromUtf8(code.data(), qsizetype(code.size()));
        }
    }
    QStringList numbers;
    for (const int number : skip) {
        numbers << QString::number(number);
    }
    out += names.isEmpty() ? QString() : QStringLiteral(" --without ") + names.join(u',');
    out += draws == kDraws ? QString() : QStringLiteral(" --draws %1").arg(draws);
    out += steps == kSteps ? QString() : QStringLiteral(" --steps %1").arg(steps);
    return out + (numbers.isEmpty() ? QString() : QStringLiteral(" --skip ") + numbers.join(u','));
}

base::Result<Plan> Plan::parse(const QString &options)
{
    Plan out;
    const QStringList words = options.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype at = 0; at < words.size(); at += 2) {
        if (auto taken = take(out, words[at], words.value(at + 1)); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    return out;
}

base::SeededRandom streamOf(const Plan &plan, std::string_view what, quint64 number)
{
    quint64 mixed = 14695981039346656037ULL; // FNV-1a over the name
    for (const char letter : what) {
        mixed = (mixed ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    }
    base::SeededRandom first(plan.seed);
    base::SeededRandom second(first.next() ^ mixed);
    const quint64 begin = second.next();
    if (plan.draws == 1) {
        return base::SeededRandom(begin + number * 0x9E3779B97F4A7C15ULL * 3);
    }
    base::SeededRandom third(begin ^ number); // a generator's states are a distance apart that is no multiple of its step
    return base::SeededRandom(third.next());
}

} // namespace comptoir::sim
