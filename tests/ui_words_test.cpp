// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardView.h"
#include "Catch.h"
#include "FigureTile.h"
#include "Language.h"
#include "Paths.h"
#include "References.h"
#include "Refusals.h"
#include "Words.h"

#include <QApplication>
#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>

using namespace comptoir;
using ui::Times;
using ui::Words;

namespace {

constexpr qint64 kMinute = 60'000;

qint64 monday(int hour, int minute)
{
    return QDateTime(QDate(2025, 11, 24), QTime(hour, minute)).toMSecsSinceEpoch();
}

void inFrench()
{
    static const bool once = [] {
        ui::useLanguage(*static_cast<QApplication *>(QCoreApplication::instance()), u"fr"_qs);
        return true;
    }();
    REQUIRE(once);
}

} // namespace

TEST_CASE("due times read as the desk says them", "[ui][words]")
{
    inFrench();
    const qint64 now = monday(14, 6);
    CHECK(Times::due(0, now) == u"—");
    CHECK(Times::due(now + 18 * kMinute, now) == u"18 min");
    CHECK(Times::due(now + 70 * kMinute, now) == u"1 h 10");
    CHECK(Times::due(now + 180 * kMinute, now) == u"3 h");
    CHECK(Times::due(now - 12 * kMinute, now) == u"−12 min");
    CHECK(Times::due(monday(10, 0) + 24 * 60 * kMinute, now) == u"demain");
    CHECK(Times::due(monday(10, 0) + 48 * 60 * kMinute, now) == u"mer. 26");
    const qint64 firstOfDecember = QDateTime(QDate(2025, 12, 1), QTime(10, 0)).toMSecsSinceEpoch();
    CHECK(Times::due(firstOfDecember, now) == u"1 déc."); // a day of another month names it
    CHECK(Times::due(QDateTime(QDate(2027, 12, 3), QTime(10, 0)).toMSecsSinceEpoch(), now) == u"3 déc. 2027");
    CHECK(Times::ago(now - 22 * kMinute, now) == u"il y a 22 min");
    CHECK(Times::ago(now, now) == u"à l’instant");
    CHECK(Times::timer(161'000) == u"02:41");
    CHECK(Times::timer(3'761'000) == u"1:02:41");
}

TEST_CASE("states, priorities and failures have French words", "[ui][words]")
{
    inFrench();
    CHECK(Words::of(domain::TicketState::InProgress) == u"En cours");
    CHECK(Words::stateOf(domain::TicketState::Waiting, domain::WaitReason::Supplier) == u"En attente · fournisseur");
    CHECK(Words::of(domain::Priority::P1) == u"P1");
    CHECK(Words::pauseReason(u"lunch"_qs) == u"déjeuner");
    for (int kind = 0; kind <= int(base::Error::Kind::Cancelled); ++kind) {
        CHECK_FALSE(Words::of(base::Error{base::Error::Kind(kind), {}}).isEmpty());
    }
}

TEST_CASE("a refusal about what an entry names says what it is, here and from the service", "[ui][words]")
{
    inFrench();
    using Code = domain::Refusal::Code;
    const auto local = [](const domain::Refusal &refusal) { return Words::of(domain::errorOf(refusal)); };
    const domain::Refusal gone{Code::Gone, u"asset"_qs, {}, {}, u"there is no such asset"_qs};
    const domain::Refusal parent{Code::Gone, u"parent"_qs, {}, {}, u"there is no such ticket"_qs};
    const domain::Refusal circle = domain::circularParent();
    for (const QString &text : {local(gone), Words::of(gone)}) {
        CHECK(text.startsWith(u"Équipement"_qs));
        CHECK(text.contains(u"n’est plus là"_qs));
    }
    CHECK(local(parent).contains(u"autre collectivité"_qs));
    CHECK(Words::of(parent).contains(u"autre collectivité"_qs));
    CHECK(local(circle).contains(u"rattaché"_qs));
    CHECK(Words::of(circle).contains(u"rattaché"_qs));
    CHECK(local(circle) != Words::of(circle));
    CHECK(Words::of(domain::Refusal{Code::Invalid, u"id"_qs, {}, {}, {}}).contains(u"horloge"_qs));
    // By the code alone, whatever the sentence says.
    CHECK(Words::of(base::Error{base::Error::Kind::Refused, {}, u"gone"_qs, u"asset"_qs}) == local(gone));
    CHECK(domain::errorOf(gone).message == u"gone asset: there is no such asset"); // for the log
    // About the state of the ticket: as before.
    CHECK(local({Code::Invalid, u"state"_qs, {}, {}, u"it is closed: for good"_qs})
          == Words::of(base::Error{base::Error::Kind::Refused, u"a plain sentence"_qs}));
    CHECK(local({Code::Gone, {}, {}, {}, {}}) == Words::of(base::Error{base::Error::Kind::Refused, {}}));
}

TEST_CASE("the board counts in French: none and one are singular", "[ui][words][board]")
{
    inFrench();
    ui::BoardView view;
    desk::BoardFigures figures;
    figures.callsMissedToday = 0;
    figures.breached = 1;
    figures.dueSoon = 0;
    figures.unassigned = 2;
    figures.open = 3;
    figures.byOrganisation = {{u"Pessac"_qs, {}, 1, 1, {}}, {u"Talence"_qs, {}, 2, 0, {}}};
    view.show(figures, 1'000'000);
    QStringList spoken;
    for (const QWidget *one : view.findChildren<QWidget *>()) {
        spoken << one->accessibleName();
    }
    CHECK(spoken.filter(u"Appels manqués ce jour, 0, appel, "_qs).size() == 1);
    CHECK(spoken.filter(u"En retard, 1, ticket, "_qs).size() == 1);
    CHECK(spoken.filter(u"À échéance < 2 h, 0, ticket, "_qs).size() == 1);
    CHECK(spoken.filter(u"Sans responsable, 2, tickets, "_qs).size() == 1);
    CHECK(spoken.filter(u"Tickets ouverts, 3, tickets, "_qs).size() == 1);
    CHECK(spoken.contains(u"Pessac\u00a0: 1 ouvert, 1 en retard"_qs));
    CHECK(spoken.contains(u"Talence\u00a0: 2 ouverts"_qs));
}

TEST_CASE("French has one word for one thing", "[ui][words]")
{
    QFile file(tests::sourceDir() + u"/translations/comptoir_fr.ts"_qs);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    auto each = QRegularExpression(u"<(translation|numerusform)>([^<]+)<"_qs).globalMatch(text);
    REQUIRE(each.hasNext());
    // A modification, a collectivité, a courriel; a number is retiré.
    const QRegularExpression other(u"changement|organisation|e-mail|adresse électronique|oublier"_qs,
                                   QRegularExpression::CaseInsensitiveOption);
    while (each.hasNext()) {
        const QString words = each.next().captured(2);
        INFO(words.toStdString());
        CHECK_FALSE(words.contains(other));
    }
}

TEST_CASE("no French text is unfinished", "[ui][words]")
{
    QFile file(tests::sourceDir() + u"/translations/comptoir_fr.ts"_qs);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    CHECK(text.count(u"type=\"unfinished\""_qs) == 0);
    CHECK(text.count(
              QRegularExpression(u"<translation>\\s*</translation>|<translation ?/>|<numerusform>\\s*</numerusform>|<numerusform ?/>"_qs))
          == 0);
    CHECK(text.count(u"<message"_qs) > 300);
}
