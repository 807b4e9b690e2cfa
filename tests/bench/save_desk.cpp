// SPDX-License-Identifier: GPL-3.0-or-later
// A console in which tickets are written one after the other: save_desk [options of comptoir]; BENCH_SAVES in the environment, 200 by
// default. Each ticket is begun by Ctrl N, typed, and kept by Ctrl S, struck where it was typed. Writes, in CLOCK_MONOTONIC nanoseconds,
// `saved <summary> <pressed> <painted>`: the second is the end of the frame in which its row stands in this console's queue.
// With BENCH_WATCH set it writes nothing itself but `seen <summary> <painted>` for each such ticket that arrives from another console.
#include "BenchDesk.h"
#include "CallerCardView.h"
#include "DraftView.h"
#include "MainWindow.h"
#include "OpenTickets.h"
#include "PaintWatch.h"
#include "PersonTable.h"
#include "QueueModel.h"
#include "QueueTable.h"
#include "Then.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QShortcut>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <set>

using namespace comptoir;

namespace {

constexpr int kSettleMs = 3000;
constexpr int kGivenUpMs = 10'000;
constexpr int kLookMs = 20;
constexpr int kTypedMs = 600; // the pause after which the draft was kept has passed
constexpr int kReadMs = 900; // the ticket stands open so long
constexpr int kBetweenMs = 300;
constexpr int kLooked = 4; // rows at the top in which a new ticket is looked for
const QString kMark = QStringLiteral("Essai de mesure n° ");

/// The summary of a ticket of this benchmark that the frame paints; `isNew` chooses among the top rows.
QString paintedSummary(ui::QueueTable &table, const QWidget &widget, const QRegion &region,
                       const std::function<bool(const QString &)> &isNew)
{
    if (&widget != table.viewport()) {
        return {};
    }
    const auto &model = static_cast<const ui::QueueModel &>(*table.model());
    for (int row = 0; row < std::min(kLooked, model.rowCount()); ++row) {
        const QString summary = model.row(row).summary;
        const QRect cell = table.visualRect(model.index(row, ui::QueueModel::Summary));
        if (summary.startsWith(kMark) && isNew(summary) && region.contains(cell & table.viewport()->rect())) {
            return summary;
        }
    }
    return {};
}

/// Tells of each ticket of the other console as it is painted here.
class Watching : public QObject
{
public:
    explicit Watching(bench::BenchDesk &desk) : QObject(&desk), m_table(desk.part<ui::QueueTable>())
    {
        std::printf("ready\n");
        std::fflush(stdout);
        wait();
    }

private:
    void wait()
    {
        m_watch.await(
            [this](QWidget &widget, const QRegion &region) {
                const QString summary = paintedSummary(m_table, widget, region,
                                                       [this](const QString &one) { return !m_known.contains(one); });
                m_summary = summary.isEmpty() ? m_summary : summary;
                return !summary.isEmpty();
            },
            [this](qint64 ns) {
                m_known.insert(m_summary);
                std::printf("seen\t%s\t%lld\n", qUtf8Printable(m_summary), static_cast<long long>(ns));
                std::fflush(stdout);
                wait();
            });
    }

    ui::QueueTable &m_table;
    bench::PaintWatch m_watch;
    std::set<QString> m_known;
    QString m_summary;
};

/// Writes and keeps tickets.
class Saving : public QObject
{
public:
    Saving(bench::BenchDesk &desk, int saves) : QObject(&desk), m_desk(desk), m_table(desk.part<ui::QueueTable>()), m_saves(saves) {}

    void ringFirst(const QString &number)
    {
        desk::CallEvent event;
        event.callId = QStringLiteral("bench");
        event.number = number;
        Q_EMIT m_desk.telephone().happened(event);
        QTimer::singleShot(kTypedMs, this, [this, event]() mutable {
            event.kind = desk::CallEvent::Kind::HangUp;
            Q_EMIT m_desk.telephone().happened(event);
            QTimer::singleShot(kSettleMs, this, &Saving::begin);
        });
    }

private:
    void begin()
    {
        if (m_at == m_saves) {
            std::fflush(stdout);
            QTimer::singleShot(kSettleMs, this, [] { QApplication::quit(); }); // what is on its way arrives
            return;
        }
        for (QAction *action : m_desk.window().actions()) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_N)) {
                action->trigger();
            }
        }
        giveUpAfter(QStringLiteral("a draft never opened or a row was never painted"));
        type();
    }

    void type()
    {
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        if (!line || !isInDraft(line)) {
            QTimer::singleShot(kLookMs, this, &Saving::type);
            return;
        }
        m_summary = kMark + QString::number(m_at + 1);
        QTest::keyClicks(line, m_summary);
        QTimer::singleShot(kTypedMs, this, [this, line] { keep(*line); });
    }

    static bool isInDraft(QWidget *inside)
    {
        for (QWidget *at = inside; at; at = at->parentWidget()) {
            if (qobject_cast<ui::DraftView *>(at)) {
                return true;
            }
        }
        return false;
    }

    void keep(QLineEdit &line)
    {
        m_watch.await(
            [this](QWidget &widget, const QRegion &region) {
                return !paintedSummary(m_table, widget, region, [this](const QString &one) { return one == m_summary; }).isEmpty();
            },
            [this](qint64 ns) { painted(ns); });
        m_pressedNs = bench::monotonicNs();
        QTest::keyClick(&line, Qt::Key_S, Qt::ControlModifier);
    }

    void painted(qint64 ns)
    {
        std::printf("saved\t%s\t%lld\t%lld\n", qUtf8Printable(m_summary), static_cast<long long>(m_pressedNs), static_cast<long long>(ns));
        std::fflush(stdout);
        ++m_at;
        QTimer::singleShot(kReadMs, this, [this] {
            for (auto *shortcut : m_desk.part<ui::OpenTickets>().findChildren<QShortcut *>(QString(), Qt::FindDirectChildrenOnly)) {
                if (shortcut->key() == QKeySequence(Qt::CTRL | Qt::Key_W)) {
                    Q_EMIT shortcut->activated();
                }
            }
            QTimer::singleShot(kBetweenMs, this, &Saving::begin);
        });
    }

    void giveUpAfter(const QString &why)
    {
        QTimer::singleShot(kGivenUpMs, this, [this, at = m_at, why] {
            if (m_at == at) {
                bench::giveUp(why);
            }
        });
    }

    bench::BenchDesk &m_desk;
    ui::QueueTable &m_table;
    bench::PaintWatch m_watch;
    int m_saves;
    int m_at = 0;
    QString m_summary;
    qint64 m_pressedNs = 0;
};

base::Result<QString> anyNumber(store::Db &db)
{
    auto query = db.prepare("SELECT key FROM phone WHERE key LIKE '+%' LIMIT 1");
    return query.step().map([&](bool found) { return found ? query.text(0) : QString(); });
}

} // namespace

int main(int argc, char **argv)
{
    return bench::runDesk(argc, argv, [](bench::BenchDesk &desk) {
        desk.showNewestTickets();
        if (qEnvironmentVariableIsSet("BENCH_WATCH")) {
            QTimer::singleShot(kSettleMs, &desk, [&desk] { new Watching(desk); });
            return;
        }
        const int saves = qEnvironmentVariableIntValue("BENCH_SAVES");
        auto *saving = new Saving(desk, saves > 0 ? saves : 200);
        base::then(desk.store().read(anyNumber), saving, [saving](const base::Result<QString> &number) {
            if (!number || number->isEmpty()) {
                bench::giveUp(QStringLiteral("nobody could ring"));
            }
            QTimer::singleShot(kSettleMs, saving, [saving, number = *number] { saving->ringFirst(number); });
        });
    });
}
