// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoDirectory.h"

namespace comptoir::central {

namespace {

/// Letters Unicode does not take apart into a base letter and a mark.
QString spelled(QChar letter)
{
    switch (letter.unicode()) {
    case u'œ': return QStringLiteral("oe");
    case u'æ': return QStringLiteral("ae");
    case u'ß': return QStringLiteral("ss");
    case u'ø': return QStringLiteral("o");
    case u'ł': return QStringLiteral("l");
    case u'ı': return QStringLiteral("i");
    default: return letter;
    }
}

domain::CategoryId addCategory(DemoDirectory &out, const QString &path, domain::CategoryId parent, const QString &name,
                               domain::GroupId group)
{
    const auto id = demoId<domain::CategoryId>("category", path);
    out.categories.push_back({id, {}, parent, name, group});
    return id;
}

void addOperators(const DemoWords &words, DemoDirectory &out)
{
    out.membersOf.resize(out.groups.size());
    for (const QString &line : words.operators) {
        const QStringList parts = line.split(u'|');
        const std::size_t at = out.operators.size();
        domain::Operator one;
        one.id = demoId<domain::OperatorId>("operator", parts[0]);
        one.login = parts[0];
        one.name = parts[1];
        one.role = domain::fromCode<domain::Role>(parts[2]).value_or(domain::Role::Operator);
        for (const QString &group : parts[3].split(u' ')) {
            const std::size_t groupAt = group.toUInt();
            one.groups.list.push_back(out.groups[groupAt].id);
            if (one.role != domain::Role::Administrator) {
                out.membersOf[groupAt].push_back(at);
            }
        }
        one.extension = QString::number(9100 + at);
        out.operators.push_back(std::move(one));
    }
}

} // namespace

QString slugOf(const QString &text)
{
    QString out;
    for (const QChar letter : text.toLower().normalized(QString::NormalizationForm_D)) {
        if (letter.category() == QChar::Mark_NonSpacing) {
            continue;
        }
        const QString read = spelled(letter);
        const bool plain = read[0] < u'\x80' && read[0].isLetterOrNumber();
        if (plain) {
            out += read;
        } else if (!out.isEmpty() && !out.endsWith(u'-')) {
            out += u'-';
        }
    }
    while (out.endsWith(u'-')) {
        out.chop(1);
    }
    return out;
}

QString frenchNumber(const QString &e164)
{
    const QString national = u'0' + e164.mid(3);
    QString out;
    for (qsizetype i = 0; i < national.size(); i += 2) {
        out += (i > 0 ? QStringLiteral(" ") : QString()) + national.mid(i, 2);
    }
    return out;
}

void addDesk(const DemoWords &words, DemoDirectory &out)
{
    for (const QString &name : words.groups) {
        out.groups.push_back({demoId<domain::GroupId>("group", name), {}, name});
    }
    for (const DemoWords::Branch &branch : words.branches) {
        const auto groupAt = static_cast<std::size_t>(branch.group);
        const domain::GroupId group = out.groups[groupAt].id;
        const auto parent = addCategory(out, branch.name, {}, branch.name, group);
        for (const DemoWords::Theme &theme : branch.themes) {
            const auto id = addCategory(out, branch.name + u'/' + theme.name, parent, theme.name, group);
            out.leaves.push_back({id, group, groupAt, theme});
        }
    }
    addOperators(words, out);
}

DemoDirectory DemoDirectory::make(const DemoPlan &plan, const DemoWords &words)
{
    DemoDirectory out;
    addDesk(words, out);
    addOrganisations(plan, words, out);
    addPeople(plan, words, out);
    addAssets(plan, words, out);
    return out;
}

} // namespace comptoir::central
