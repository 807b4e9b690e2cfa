// SPDX-License-Identifier: GPL-3.0-or-later
// A console at which random people ring: ring_desk [options of comptoir]; BENCH_RINGS in the environment, 250 by default.
// Writes `ring <ns>` per call: from the telephone's event to the end of the frame that shows the caller's name on the card; and
// `frame <ns>` per frame of an empty table of the same size, for comparison.
#include "BenchDesk.h"
#include "CallerCardView.h"
#include "MainWindow.h"
#include "PaintWatch.h"
#include "PersonTable.h"
#include "PlainLabel.h"
#include "Then.h"

#include <QApplication>
#include <QTableView>
#include <QTimer>

#include <cstdio>

using namespace comptoir;

namespace {

constexpr int kSettleMs = 3000;
constexpr int kGivenUpMs = 5000;
constexpr int kRingsMs = 100; // the card stands so long before the caller gives up
constexpr int kBetweenMs = 200;
constexpr int kFrames = 60;

struct Caller
{
    domain::PersonId person;
    QString name;
    QString number;
};

/// People drawn at random who have a direct line or a mobile of their own.
base::Result<std::vector<Caller>> callers(store::Db &db, int wanted)
{
    auto query = db.prepare(store::PersonTable::select("WHERE numbers<>'' ORDER BY random() LIMIT ?"));
    query.bind(0, qint64(wanted));
    return store::PersonTable::all(query).map([](const std::vector<store::PersonTable::Stored> &rows) {
        std::vector<Caller> out;
        for (const auto &row : rows) {
            for (const domain::PhoneNumber &number : row.entity.numbers.list) {
                if (number.kind != domain::NumberKind::Switchboard && number.key.startsWith(u'+')) {
                    out.push_back({row.entity.id, row.entity.displayName(), number.key});
                    break;
                }
            }
        }
        return out;
    });
}

/// Rings one after the other, then frames of an empty table.
class Ringing : public QObject
{
public:
    Ringing(bench::BenchDesk &desk, std::vector<Caller> callers)
        : QObject(&desk)
        , m_desk(desk)
        , m_card(desk.part<ui::CallerCardView>())
        , m_callers(std::move(callers))
    {}

    void next()
    {
        if (m_at == m_callers.size()) {
            startFrames();
            return;
        }
        const Caller &caller = m_callers[m_at];
        m_event = {};
        m_event.callId = QStringLiteral("bench-%1").arg(m_at);
        m_event.number = caller.number;
        m_watch.await([this, &caller](QWidget &widget, const QRegion &) { return showsName(widget, caller); },
                      [this](qint64 ns) { painted(ns); });
        m_ringing = true;
        QTimer::singleShot(kGivenUpMs, this, [this, at = m_at] {
            if (m_ringing && m_at == at) {
                bench::giveUp(QStringLiteral("a card was never painted"));
            }
        });
        m_beganNs = bench::monotonicNs();
        Q_EMIT m_desk.telephone().happened(m_event);
    }

private:
    bool showsName(QWidget &widget, const Caller &caller) const
    {
        const auto *label = qobject_cast<ui::PlainLabel *>(&widget);
        return label && label->text() == caller.name && m_card.isAncestorOf(label) && m_card.person() == caller.person
            && m_card.card().number.size() > 0;
    }

    void painted(qint64 ns)
    {
        m_ringing = false;
        std::printf("ring\t%lld\n", static_cast<long long>(ns - m_beganNs));
        QTimer::singleShot(kRingsMs, this, [this] {
            m_event.kind = desk::CallEvent::Kind::HangUp;
            Q_EMIT m_desk.telephone().happened(m_event);
            ++m_at;
            QTimer::singleShot(kBetweenMs, this, &Ringing::next);
        });
    }

    void startFrames()
    {
        m_table.resize(m_desk.window().size());
        m_table.show();
        QTimer::singleShot(kBetweenMs, this, &Ringing::frame);
    }

    void frame()
    {
        if (m_frames++ == kFrames) {
            std::fflush(stdout);
            QApplication::quit();
            return;
        }
        m_watch.await([this](QWidget &widget, const QRegion &) { return &widget == m_table.viewport(); },
                      [this](qint64 ns) {
                          std::printf("frame\t%lld\n", static_cast<long long>(ns - m_beganNs));
                          QTimer::singleShot(kRingsMs / 3, this, &Ringing::frame);
                      });
        m_beganNs = bench::monotonicNs();
        m_table.viewport()->update();
    }

    bench::BenchDesk &m_desk;
    ui::CallerCardView &m_card;
    bench::PaintWatch m_watch;
    QTableView m_table;
    std::vector<Caller> m_callers;
    std::size_t m_at = 0;
    desk::CallEvent m_event;
    qint64 m_beganNs = 0;
    bool m_ringing = false;
    int m_frames = 0;
};

} // namespace

int main(int argc, char **argv)
{
    return bench::runDesk(argc, argv, [](bench::BenchDesk &desk) {
        const int wanted = qEnvironmentVariableIntValue("BENCH_RINGS");
        const int rings = wanted > 0 ? wanted : 250;
        desk.showNewestTickets();
        const auto future = desk.store().read([rings](store::Db &db) { return callers(db, rings); });
        base::then(future, &desk, [&desk](const base::Result<std::vector<Caller>> &found) {
            if (!found || found->empty()) {
                bench::giveUp(QStringLiteral("nobody could ring"));
            }
            auto *ringing = new Ringing(desk, *found);
            QTimer::singleShot(kSettleMs, ringing, &Ringing::next);
        });
    });
}
