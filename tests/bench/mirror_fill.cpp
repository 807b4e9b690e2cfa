// SPDX-License-Identifier: GPL-3.0-or-later
// Adds invented people with their numbers and machines to a console's mirror: mirror_fill DATABASE COUNT.
#include "AssetTable.h"
#include "PersonTable.h"
#include "Random.h"
#include "Store.h"

#include <QCoreApplication>

#include <cstdio>

using namespace comptoir;

namespace {

constexpr int kBatch = 5000;

const QStringList kGiven = QStringLiteral(
                               "Claire Sophie Nadia Julien Mathilde Karim Élodie Paul Inès Hugo Aline Thomas Lucie Omar Anaïs Marc Julie "
                               "Denis Fatou Yannick Zoé Bertrand Chloé Étienne Maëlle Noé Rachid Solène Théo Yasmine")
                               .split(u' ');
const QStringList kFamily = QStringLiteral(
                                "Martin Lacoste Belkacem Arnaud Roux Haddad Fabre Garnier Moreau Perrin Castex Lemoine Besse Diallo Robin "
                                "Vidal Texier Caron Dubourg Lafitte Etcheverry Duprat Cazenave Laborde Bernès Sarrazin Gourdon Ferret "
                                "Puyo Lagarde Mouret Tauzin Capdeville Darrieux Béguin Cœuret")
                                .split(u' ');

domain::Person personAt(int n, const std::vector<domain::OrganisationId> &places, base::Random &random)
{
    domain::Person out;
    out.id = domain::PersonId::fromName(QByteArray("bench:person:").append(QByteArray::number(n)));
    out.organisation = places[random.below(places.size())];
    out.scope = domain::scopeOf(out.organisation);
    out.givenName = kGiven[qsizetype(random.below(quint64(kGiven.size())))];
    out.familyName = kFamily[qsizetype(random.below(quint64(kFamily.size())))] + QStringLiteral(" %1").arg(n);
    out.service = QStringLiteral("Secrétariat général");
    out.login = QStringLiteral("agent%1").arg(n);
    out.email = out.login + QStringLiteral("@exemple.fr");
    const QString direct = QStringLiteral("+33547%1").arg(n, 6, 10, QLatin1Char('0'));
    const QString mobile = QStringLiteral("+33647%1").arg(n, 6, 10, QLatin1Char('0'));
    out.numbers.list = {{domain::NumberKind::Direct, direct, direct}, {domain::NumberKind::Mobile, mobile, mobile}};
    return out;
}

domain::Asset machineOf(const domain::Person &person, int n)
{
    domain::Asset out;
    out.id = domain::AssetId::fromName(QByteArray("bench:asset:").append(QByteArray::number(n)));
    out.scope = person.scope;
    out.organisation = person.organisation;
    out.name = QStringLiteral("PC-B%1").arg(n);
    out.users.list = {person.id};
    out.lastLogin = person.login;
    return out;
}

base::Result<std::vector<domain::OrganisationId>> organisations(store::Db &db)
{
    std::vector<domain::OrganisationId> out;
    auto query = db.prepare("SELECT id FROM organisation");
    for (auto more = query.step(); more && *more; more = query.step()) {
        out.push_back(query.id<domain::OrganisationId>(0));
    }
    return out;
}

base::Result<> fill(store::Db &db, int from, int to, const std::vector<domain::OrganisationId> &places)
{
    base::SeededRandom random(quint64(from) + 1);
    base::Result<> done;
    for (int n = from; n < to && done; ++n) {
        const domain::Person person = personAt(n, places, random);
        done = store::PersonTable::put(db, person, 1);
        if (done && n % 5 < 3) {
            done = store::AssetTable::put(db, machineOf(person, n), 1);
        }
    }
    return done;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "mirror_fill DATABASE COUNT\n");
        return 2;
    }
    store::Store::Config config;
    config.path = QString::fromLocal8Bit(argv[1]);
    config.migrations = QStringLiteral(":/sql/console");
    config.durability = store::Db::Durability::Normal;
    const auto store = store::Store::open(config);
    const auto places = store ? (*store)->read(organisations).result() : base::Result<std::vector<domain::OrganisationId>>();
    if (!store || !places || places->empty()) {
        std::fprintf(stderr, "the mirror cannot be filled\n");
        return 1;
    }
    const int count = QByteArray(argv[2]).toInt();
    for (int from = 0; from < count; from += kBatch) {
        const auto done = (*store)->write([&](store::Db &db) { return fill(db, from, std::min(from + kBatch, count), *places); }).result();
        if (!done) {
            std::fprintf(stderr, "%s\n", qPrintable(done.error().message));
            return 1;
        }
    }
    return 0;
}
