// SPDX-License-Identifier: GPL-3.0-or-later
#include "PeopleImport.h"

#include "Directory.h"
#include "ErasureTable.h"
#include "KnownPeople.h"
#include "PersonReader.h"
#include "TextLimits.h"
#include "Tuning.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <map>

namespace comptoir::central {

namespace {

using base::Result;
using domain::Person;

class PeopleTaker
{
public:
    PeopleTaker(const domain::Organisation &organisation, qint64 nowMs, ImportReport &report)
        : m_organisation(organisation)
        , m_scope(domain::scopeOf(organisation.id))
        , m_nowMs(nowMs)
        , m_report(report)
        , m_reader(organisation, report)
    {}

    PeopleTotals totals;

    Result<> load(store::Db &db)
    {
        auto erased = ErasedPeople::load(db);
        if (!erased) {
            return tl::unexpected(erased.error());
        }
        m_erased = std::move(*erased);
        store::Statement people = db.prepare(store::EntityTable<Person>::select("WHERE scope IS NOT DISTINCT FROM ? ORDER BY id"));
        people.bind(0, m_scope);
        const auto stored = store::EntityTable<Person>::all(people);
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        for (const auto &row : *stored) {
            m_known.add({row.entity, row.entity, true, false});
            m_seen = std::max(m_seen, row.seq);
        }
        store::Statement sites = db.prepare(store::EntityTable<domain::Site>::select("WHERE scope IS NOT DISTINCT FROM ?"));
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
        auto person = m_reader.personOf(row);
        if (!person) {
            ++totals.refused;
            m_report.refused.push_back({{}, row.line, person.error().message});
            return;
        }
        person->site = siteOf(row.text(PersonColumn::Site));
        const auto same = whoIs(m_known, *person);
        if (!same && m_erased.holds(*person)) {
            ++totals.refused;
            m_report.refused.push_back({{}, row.line, QStringLiteral("somebody who was erased: not taken in again")});
            return;
        }
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
            KnownPeople::Entry &entry = m_known.at(*same);
            entry.line = entry.inFile ? entry.line : row.line;
            entry.inFile = true;
            m_known.index(*same);
            return;
        }
        m_known.add({*person, {}, false, true, row.line});
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

    /// Writes what stands at [begin, end) of all there is: the sites, then the people. Who came or changed since the batch before is looked at
    /// first, in the same transaction: nobody is taken in a second time.
    Result<> write(store::Db &db, std::size_t begin, std::size_t end)
    {
        if (auto looked = lookAround(db); !looked) {
            return looked;
        }
        ScopeWriters writers(db, 256);
        for (std::size_t at = begin; at < end; ++at) {
            const auto put = at < m_newSites.size() ? writers.put(m_newSites[at])
                                                    : write(db, writers, m_known.entries()[m_toWrite[at - m_newSites.size()]]);
            if (!put) {
                return put;
            }
        }
        store::Statement newest = db.prepare("SELECT coalesce(max(seq), 0) FROM person WHERE scope IS NOT DISTINCT FROM ?");
        newest.bind(0, m_scope);
        return newest.step().map([&](bool) { m_seen = newest.integer(0); });
    }

private:
    /// The people of the scope that somebody else wrote since this import began.
    Result<> lookAround(store::Db &db)
    {
        store::Statement people = db.prepare(store::EntityTable<Person>::select("WHERE scope IS NOT DISTINCT FROM ? AND seq > ?"));
        people.bindAll(m_scope, m_seen);
        const auto rows = store::EntityTable<Person>::all(people);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        for (const auto &row : *rows) {
            m_others[row.entity.id] = row.entity;
        }
        m_meanwhile = {};
        for (const auto &[id, person] : m_others) {
            m_meanwhile.add({person, person, true, false});
        }
        return {};
    }

    Result<> write(store::Db &db, ScopeWriters &writers, KnownPeople::Entry entry)
    {
        if (!entry.stored) {
            if (const auto other = whoIs(m_meanwhile, entry.person)) {
                joinWith(m_meanwhile.at(*other).person, entry);
            }
        }
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
            leaveTakenEmail(person, (*now)->entity, entry);
            if (person == (*now)->entity) {
                return {}; // somebody was quicker
            }
        }
        person.updatedMs = m_nowMs;
        return writers.put(person);
    }

    /// Somebody new in the file was added at a console since it was worked through: what the file tells goes to them.
    void joinWith(const Person &there, KnownPeople::Entry &entry)
    {
        --totals.people.added;
        ++totals.people.changed;
        m_report.remarks.push_back(
            {{},
             entry.line,
             QStringLiteral("%1 was added at a console during the import; this line was merged into them").arg(label(entry.person))});
        entry.stored = true;
        entry.before = Person{};
        for (Person *one : {&entry.person, &entry.before}) {
            one->id = there.id;
            one->scope = there.scope;
            one->organisation = there.organisation;
        }
    }

    /// An e-mail that the file gives to somebody, and a console to somebody else meanwhile, stays with the latter.
    void leaveTakenEmail(Person &person, const Person &now, const KnownPeople::Entry &entry)
    {
        const auto other = person.email == now.email ? std::nullopt : m_meanwhile.byEmail(person.email);
        if (other && m_meanwhile.at(*other).person.id != person.id) {
            m_report.remarks.push_back(
                {{},
                 entry.line,
                 QStringLiteral("%1 was given to somebody else at a console during the import and was left out").arg(person.email)});
            person.email = now.email;
        }
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
    static std::optional<std::size_t> whoIs(const KnownPeople &among, const Person &person)
    {
        if (const auto found = among.byEmail(person.email)) {
            return found;
        }
        if (const auto found = among.byLogin(person.login)) {
            return found;
        }
        for (const auto &number : person.numbers.list) {
            if (const auto found = among.byName(person, number.key)) {
                return found;
            }
        }
        return among.byId(person.id);
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
    PersonReader m_reader;
    KnownPeople m_known;
    ErasedPeople m_erased;
    qint64 m_seen = 0; ///< the scope's people up to this seq are known, or written by this import, or among the others
    std::map<domain::PersonId, Person> m_others; ///< written by somebody else since the import began, as they stand
    KnownPeople m_meanwhile; ///< the same
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
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            return progress(checked.rows / 2, checked.rows) ? Result<>() : interrupted();
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
