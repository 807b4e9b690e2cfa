// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoDirectory.h"

#include "Durations.h"

namespace comptoir::central {

namespace {

constexpr int kClaireExtension = 4201;

/// Hands out the extensions of one organisation's plan, one after the other.
class Extensions
{
public:
    explicit Extensions(const domain::Organisation &owner) : m_owner(owner) {}

    /// Empty once the plan is used up.
    [[nodiscard]] QString next()
    {
        while (m_range < m_owner.numbering.ranges.size()) {
            const auto &range = m_owner.numbering.ranges[m_range];
            const int number = range.first.toInt() + m_offset++;
            if (number >= range.last.toInt()) {
                ++m_range;
                m_offset = kFirst;
            } else if (number != kClaireExtension) {
                return QString::number(number);
            }
        }
        return {};
    }

private:
    static constexpr int kFirst = 10; ///< the first of each block are left to lobbies and meeting rooms

    const domain::Organisation &m_owner;
    std::size_t m_range = 0;
    int m_offset = kFirst;
};

/// Makes people; what must be unique among all of them is kept here.
class Crowd
{
public:
    Crowd(const DemoPlan &plan, const DemoWords &words, DemoDirectory &out)
        : m_dice(plan.seed, "people")
        , m_words(words)
        , m_out(out)
        , m_until(plan.untilMs)
    {}

    void fill(std::size_t organisationAt)
    {
        const domain::Organisation &owner = m_out.organisations[organisationAt];
        Extensions extensions(owner);
        const std::size_t count = m_out.firstPerson[organisationAt + 1] - m_out.firstPerson[organisationAt];
        for (std::size_t i = 0; i < count; ++i) {
            domain::Person person = someone(organisationAt);
            if (organisationAt == DemoDirectory::kMerignac && i == 0) {
                m_out.claire = m_out.people.size();
                makeClaire(person);
            } else {
                giveNumbers(owner, extensions, person);
            }
            giveAccount(owner, person);
            m_out.organisationOf.push_back(organisationAt);
            m_out.people.push_back(std::move(person));
        }
    }

private:
    domain::Person someone(std::size_t organisationAt)
    {
        const domain::Organisation &owner = m_out.organisations[organisationAt];
        domain::Person out;
        out.id = demoId<domain::PersonId>("person", QString::number(m_out.people.size()));
        out.scope = domain::scopeOf(owner.id);
        out.organisation = owner.id;
        out.site = m_out.sites[m_dice.pick(m_out.sitesOf[organisationAt])].id;
        out.givenName = (m_dice.chance(0.58) ? m_words.women : m_words.men).draw(m_dice);
        out.familyName = m_words.families.draw(m_dice);
        if (out.givenName == u"Claire" && out.familyName == u"Martin") {
            out.familyName = QStringLiteral("Martin-Dupuy"); // there is one Claire Martin
        }
        out.title = m_words.titles.draw(m_dice);
        out.service = m_words.services[static_cast<qsizetype>(m_dice.below(static_cast<std::size_t>(m_words.services.size())))];
        out.language = m_dice.chance(0.985) ? QStringLiteral("fr") : QStringLiteral("en");
        out.vip = out.title == u"élu" || m_dice.chance(0.008);
        out.updatedMs = m_until - m_dice.between(0, 700) * base::kDayMs;
        return out;
    }

    void makeClaire(domain::Person &person)
    {
        person.givenName = QStringLiteral("Claire");
        person.familyName = QStringLiteral("Martin");
        person.site = m_out.sites[m_out.sitesOf[DemoDirectory::kMerignac].front()].id;
        person.title = QStringLiteral("secrétaire générale");
        person.service = QStringLiteral("Direction générale des services");
        person.language = QStringLiteral("fr");
        person.vip = true;
        addNumber(domain::NumberKind::Direct, QStringLiteral("05 36 49 10 20"), QStringLiteral("+33536491020"), person);
        addExtension(m_out.organisations[DemoDirectory::kMerignac], QString::number(kClaireExtension), person);
        addMobile(kClaireExtension, person);
    }

    void giveNumbers(const domain::Organisation &owner, Extensions &extensions, domain::Person &person)
    {
        if (m_dice.chance(0.86)) {
            if (const QString extension = extensions.next(); !extension.isEmpty()) {
                addExtension(owner, extension, person);
                if (const auto outside = owner.numbering.outsideOf(extension); outside && m_dice.chance(0.9)) {
                    addNumber(domain::NumberKind::Direct, frenchNumber(*outside), *outside, person);
                }
            }
        }
        if (m_dice.chance(0.33) && m_mobiles < kMobiles) {
            // Walks through the ten thousand in a fixed order; Claire's is left out.
            const int number = (m_mobiles++ * 7919 + 123) % 10'000;
            if (number != kClaireExtension) {
                addMobile(number, person);
            }
        }
    }

    static void addNumber(domain::NumberKind kind, const QString &written, const QString &key, domain::Person &person)
    {
        person.numbers.list.push_back({kind, written, key});
    }

    /// 06 39 98 is the fiction's; the numbering counts 0639 as Mayotte's, so the key has its country code.
    static void addMobile(int number, domain::Person &person)
    {
        const QString digits = QString::number(number).rightJustified(4, u'0');
        addNumber(domain::NumberKind::Mobile, frenchNumber(QStringLiteral("+3363998") + digits), QStringLiteral("+26263998") + digits,
                  person);
    }

    static void addExtension(const domain::Organisation &owner, const QString &digits, domain::Person &person)
    {
        addNumber(domain::NumberKind::Extension, digits, QStringLiteral("ext:") + owner.id.toString() + u':' + digits, person);
    }

    void giveAccount(const domain::Organisation &owner, domain::Person &person)
    {
        const QString domainName = u'@' + slugOf(owner.name) + QStringLiteral(".example");
        person.email = unique(slugOf(person.givenName) + u'.' + slugOf(person.familyName), domainName);
        QString login = slugOf(person.givenName).left(1) + slugOf(person.familyName).remove(u'-').left(14);
        person.login = unique(login, {});
    }

    QString unique(const QString &name, const QString &tail)
    {
        int &count = m_taken[name + tail];
        return ++count == 1 ? QString(name + tail) : QString(name + QString::number(count) + tail);
    }

    static constexpr int kMobiles = 10'000;

    Dice m_dice;
    const DemoWords &m_words;
    DemoDirectory &m_out;
    qint64 m_until;
    int m_mobiles = 0;
    QHash<QString, int> m_taken;
};

} // namespace

void addPeople(const DemoPlan &plan, const DemoWords &words, DemoDirectory &out)
{
    Crowd crowd(plan, words, out);
    for (std::size_t at = 0; at < out.organisations.size(); ++at) {
        crowd.fill(at);
    }
}

} // namespace comptoir::central
