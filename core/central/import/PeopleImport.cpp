// SPDX-License-Identifier: GPL-3.0-or-later
#include "PeopleImport.h"

#include "CallerNumber.h"
#include "Directory.h"
#include "KnownPeople.h"
#include "OrganisationChoice.h"
#include "TextLimits.h"
#include "Tuning.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace comptoir::central {

namespace {

using base::Result;
using domain::Person;

bool isYes(const QString &text)
{
    static const QStringList words{QStringLiteral("1"),    QStringLiteral("oui"), QStringLiteral("yes"),
                                   QStringLiteral("o"),    QStringLiteral("y"),   QStringLiteral("vrai"),
                                   QStringLiteral("true"), QStringLiteral("x"),   QStringLiteral("vip")};
    return words.contains(text.toLower());
}

class PeopleTaker
{
public:
    PeopleTaker(const domain::Organisation &organisation, qint64 nowMs, ImportReport &report)
        : m_organisation(organisation)
        , m_scope(domain::scopeOf(organisation.id))
        , m_nowMs(nowMs)
        , m_report(report)
    {}

    PeopleTotals totals;

    Result<> load(store::Db &db)
    {
        store::Statement people = db.prepare(store::EntityTable<Person>::select("WHERE scope IS ? ORDER BY id"));
        people.bind(0, m_scope);
        const auto stored = store::EntityTable<Person>::all(people);
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        for (const auto &row : *stored) {
            m_known.add({row.entity, row.entity, true, false});
        }
        store::Statement sites = db.prepare(store::EntityTable<domain::Site>::select("WHERE scope IS ?"));
        sites.bind(0, m_scope);
        return store::EntityTable<domain::Site>::all(sites).map([&](const auto &rows) {
            for (const auto &row : rows) {
                m_sites.insert(row.entity.name.toLower(), row.entity.id);
            }
        });
    }

    void take(const PersonRow &row)
    {
        ++totals.read;
        auto person = personOf(row);
        if (!person) {
            ++totals.refused;
            m_report.refused.push_back({{}, row.line, person.error().message});
            return;
        }
        person->site = siteOf(row.text(PersonColumn::Site));
        const auto same = whoIs(*person);
        if (same && m_known.at(*same).inFile) {
            ++totals.duplicates;
            m_report.remarks.push_back(
                {{},
                 row.line,
                 QStringLiteral("%1 stands in the file already; this line was merged into the earlier one").arg(label(*person))});
        }
        remarkShared(*person, same, row.line);
        if (same) {
            merge(row, *person, m_known.at(*same).person);
            m_known.at(*same).inFile = true;
            m_known.index(*same);
            return;
        }
        m_known.add({*person, {}, false, true});
    }

    /// Counts, and gathers what there is to write.
    void conclude()
    {
        for (std::size_t at = 0; at < m_known.entries().size(); ++at) {
            const KnownPeople::Entry &entry = m_known.entries()[at];
            if (!entry.inFile) {
                continue;
            }
            if (entry.stored && entry.person == entry.before) {
                ++totals.people.unchanged;
                continue;
            }
            ++(entry.stored ? totals.people.changed : totals.people.added);
            m_toWrite.push_back(at);
        }
    }

    [[nodiscard]] std::size_t toWrite() const { return m_newSites.size() + m_toWrite.size(); }

    /// Writes what stands at [begin, end) of all there is: the sites, then the people.
    Result<> write(store::Db &db, std::size_t begin, std::size_t end) const
    {
        ScopeWriters writers(db, 256);
        for (std::size_t at = begin; at < end; ++at) {
            const auto put = at < m_newSites.size() ? writers.put(m_newSites[at])
                                                    : write(db, writers, m_known.entries()[m_toWrite[at - m_newSites.size()]]);
            if (!put) {
                return put;
            }
        }
        return {};
    }

private:
    Result<> write(store::Db &db, ScopeWriters &writers, const KnownPeople::Entry &entry) const
    {
        Person person = entry.person;
        if (entry.stored) {
            const auto now = store::EntityTable<Person>::find(db, person.id.value);
            if (!now) {
                return tl::unexpected(now.error());
            }
            if (!*now) {
                return {}; // erased meanwhile
            }
            person = onto((*now)->entity, entry);
            if (person == (*now)->entity) {
                return {}; // somebody was quicker
            }
        }
        person.updatedMs = m_nowMs;
        return writers.put(person);
    }

    /// What the file changed, on top of who stands there now: somebody may have changed them since the file was worked through.
    static Person onto(Person now, const KnownPeople::Entry &entry)
    {
        const auto take = [&](const auto &field) {
            if (!(entry.person.*field.member == entry.before.*field.member)) {
                now.*field.member = entry.person.*field.member;
            }
        };
        const auto numbers = now.numbers;
        std::apply([&](const auto &...fields) { (take(fields), ...); }, domain::FieldsOf<Person>::list);
        now.numbers = numbers;
        for (const auto &number : entry.person.numbers.list) {
            const auto same = [&](const domain::PhoneNumber &one) { return one.key == number.key; };
            const auto has = [&](const Person &person) {
                return std::any_of(person.numbers.list.begin(), person.numbers.list.end(), same);
            };
            if (!has(entry.before) && !has(now) && qsizetype(now.numbers.list.size()) < domain::kMostNumbers) {
                now.numbers.list.push_back(number);
            }
        }
        return now;
    }

    static QString label(const Person &person) { return person.email.isEmpty() ? person.displayName() : person.email; }

    /// Somebody as the row has them, but for the site; Invalid with the reason where the row cannot be used.
    Result<Person> personOf(const PersonRow &row)
    {
        static const QRegularExpression address(QStringLiteral("^[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\"]+$"));
        for (const auto &[column, text] : row.cells) {
            if (text.size() > domain::kMostLine && column != PersonColumn::Note) {
                return base::fail(base::Error::Kind::Invalid, QStringLiteral("a cell is longer than %1 characters").arg(domain::kMostLine));
            }
        }
        if (const QString named = row.text(PersonColumn::Organisation); !named.isEmpty() && !isNamed(m_organisation, named)) {
            return base::fail(base::Error::Kind::Invalid,
                              QStringLiteral("is of \"%1\", not of %2").arg(named.left(60), m_organisation.name));
        }
        Person out;
        out.scope = m_scope;
        out.organisation = m_organisation.id;
        out.givenName = row.text(PersonColumn::GivenName);
        out.familyName = row.text(PersonColumn::FamilyName);
        out.email = row.text(PersonColumn::Email);
        out.login = row.text(PersonColumn::Login);
        if (out.familyName.isEmpty() && out.email.isEmpty()) {
            return base::fail(base::Error::Kind::Invalid, QStringLiteral("has neither a name nor an e-mail"));
        }
        if (!out.email.isEmpty() && !address.match(out.email).hasMatch()) {
            return base::fail(base::Error::Kind::Invalid, QStringLiteral("\"%1\" is not an e-mail address").arg(out.email.left(60)));
        }
        out.title = row.text(PersonColumn::Title);
        out.service = row.text(PersonColumn::Service);
        out.vip = isYes(row.text(PersonColumn::Vip));
        out.language = row.text(PersonColumn::Language).left(2).toLower();
        out.note = row.text(PersonColumn::Note).left(domain::kMostLongText);
        addNumber(row, PersonColumn::Phone, domain::NumberKind::Direct, out);
        addNumber(row, PersonColumn::Mobile, domain::NumberKind::Mobile, out);
        addNumber(row, PersonColumn::Extension, domain::NumberKind::Extension, out);
        out.id = domain::PersonId::fromName(
            QByteArray("person:").append(m_organisation.id.value.toText()).append(':').append(identity(out).toUtf8()));
        return out;
    }

    static QString identity(const Person &person)
    {
        if (!person.email.isEmpty()) {
            return person.email.toLower();
        }
        const QString key = person.numbers.list.empty() ? QString() : person.numbers.list.front().key;
        return person.login.isEmpty() ? QString(person.displayName() + u'|' + key) : person.login.toLower();
    }

    void addNumber(const PersonRow &row, PersonColumn column, domain::NumberKind kind, Person &out)
    {
        const QString written = row.text(column);
        if (written.isEmpty()) {
            return;
        }
        const QString key = domain::numberKey(written, m_organisation);
        if (key.isEmpty()) {
            m_report.remarks.push_back(
                {{}, row.line, QStringLiteral("the number \"%1\" cannot be dialled and was left out").arg(written.left(40))});
            return;
        }
        const auto same = [&](const domain::PhoneNumber &number) { return number.key == key; };
        if (std::none_of(out.numbers.list.begin(), out.numbers.list.end(), same)) {
            const bool isExtension = key.startsWith(u"ext:");
            out.numbers.list.push_back({isExtension ? domain::NumberKind::Extension : kind, domain::writtenNumber(key), key});
        }
    }

    /// The site of that name, made where there is none yet.
    domain::SiteId siteOf(const QString &name)
    {
        if (name.isEmpty()) {
            return domain::SiteId{};
        }
        if (const auto found = m_sites.constFind(name.toLower()); found != m_sites.constEnd()) {
            return *found;
        }
        domain::Site site;
        site.id = domain::SiteId::fromName(
            QByteArray("site:").append(m_organisation.id.value.toText()).append(':').append(name.toLower().toUtf8()));
        site.scope = m_scope;
        site.organisation = m_organisation.id;
        site.name = name;
        m_sites.insert(name.toLower(), site.id);
        ++totals.sites.added;
        m_newSites.push_back(site);
        return site.id;
    }

    /// By e-mail, else by login, else by name and one number in common.
    std::optional<std::size_t> whoIs(const Person &person)
    {
        if (const auto found = m_known.byEmail(person.email)) {
            return found;
        }
        if (const auto found = m_known.byLogin(person.login)) {
            return found;
        }
        for (const auto &number : person.numbers.list) {
            if (const auto found = m_known.byName(person, number.key)) {
                return found;
            }
        }
        return m_known.byId(person.id);
    }

    void remarkShared(const Person &person, std::optional<std::size_t> same, qint64 line)
    {
        for (const auto &number : person.numbers.list) {
            if (const auto other = m_known.otherWith(number.key, same)) {
                m_report.remarks.push_back({{},
                                            line,
                                            QStringLiteral("%1 shares the number %2 with %3")
                                                .arg(label(person), number.written, label(m_known.at(*other).person))});
            }
        }
    }

    /// Cells that say something replace what stands; numbers are added.
    void merge(const PersonRow &row, const Person &from, Person &into) const
    {
        const auto take = [](const QString &value, QString &field) {
            if (!value.isEmpty()) {
                field = value;
            }
        };
        take(from.givenName, into.givenName);
        take(from.familyName, into.familyName);
        take(from.title, into.title);
        take(from.service, into.service);
        take(from.email, into.email);
        take(from.login, into.login);
        take(from.language, into.language);
        take(from.note, into.note);
        if (!from.site.isNull()) {
            into.site = from.site;
        }
        if (!row.text(PersonColumn::Vip).isEmpty()) {
            into.vip = from.vip;
        }
        for (const auto &number : from.numbers.list) {
            const auto sameKey = [&](const domain::PhoneNumber &one) { return one.key == number.key; };
            if (std::none_of(into.numbers.list.begin(), into.numbers.list.end(), sameKey)
                && qsizetype(into.numbers.list.size()) < domain::kMostNumbers) {
                into.numbers.list.push_back(number);
            }
        }
    }

    const domain::Organisation &m_organisation;
    domain::ScopeId m_scope;
    qint64 m_nowMs;
    ImportReport &m_report;
    KnownPeople m_known;
    std::vector<domain::Site> m_newSites;
    std::vector<std::size_t> m_toWrite; ///< among the known
    QHash<QString, domain::SiteId> m_sites;
};

/// Works the file through: half of the way.
Result<> takeAll(const CheckedPeople &checked, PeopleTaker &taker, const Progress &progress)
{
    auto file = PeopleFile::open(checked.path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    PersonRow row;
    for (;;) {
        const auto more = file->next(row);
        if (!more || !*more) {
            return more ? Result<>() : tl::unexpected(more.error());
        }
        taker.take(row);
        if (taker.totals.read % qint64(kImportBatch) == 0 && !progress(taker.totals.read / 2, checked.rows)) {
            return interrupted();
        }
    }
}

} // namespace

Result<PeopleTotals> importPeople(store::Store &store, const CheckedPeople &file, const domain::Organisation &organisation, bool dryRun,
                                  qint64 nowMs, const Progress &progress, ImportReport &report)
{
    PeopleTaker taker(organisation, nowMs, report);
    if (const auto loaded = inSnapshot(store, [&](store::Db &db) { return taker.load(db); }); !loaded) {
        return tl::unexpected(loaded.error());
    }
    if (const auto taken = takeAll(file, taker, progress); !taken) {
        return tl::unexpected(taken.error());
    }
    taker.conclude();
    const std::size_t all = dryRun ? 0 : taker.toWrite();
    for (std::size_t begin = 0; begin < all; begin += kImportBatch) {
        const std::size_t end = std::min(begin + kImportBatch, all);
        if (const auto done = inTransaction(store, [&](store::Db &db) { return taker.write(db, begin, end); }); !done) {
            return tl::unexpected(done.error());
        }
        const qint64 come = (file.rows + file.rows * static_cast<qint64>(end) / static_cast<qint64>(all)) / 2;
        if (!progress(come, file.rows) && end < all) {
            return interrupted();
        }
    }
    return taker.totals;
}

} // namespace comptoir::central
