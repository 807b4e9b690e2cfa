// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DraftView.h"
#include "Lull.h"
#include "WindowRig.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

/// Strikes a key every 20 ms for `ms`; false where this machine itself made a pause that is long enough to count as one.
template <class Key>
bool strikes(int ms, int pauseMs, Key key)
{
    QElapsedTimer all;
    all.start();
    QElapsedTimer gap;
    gap.start();
    while (all.elapsed() < ms) {
        if (gap.restart() > pauseMs / 2) {
            return false;
        }
        key();
        QTest::qWait(20);
    }
    return gap.elapsed() <= pauseMs / 2;
}

} // namespace

TEST_CASE("a lull comes with silence, and at the latest when its time is over", "[ui][draft]")
{
    bool steady = false;
    for (int attempt = 0; attempt < 5 && !steady; ++attempt) {
        ui::Lull lull(400, 1'200);
        int came = 0;
        QObject::connect(&lull, &ui::Lull::came, &lull, [&] { ++came; });
        steady = strikes(1'000, 400, [&] { lull.stir(); });
        if (!steady) {
            continue;
        }
        CHECK(came == 0);
        QTest::qWait(700); // the silence, or the longest time: once
        CHECK(came == 1);
        steady = strikes(1'500, 400, [&] { lull.stir(); });
        CHECK((!steady || came == 2));
    }
    if (!steady) {
        WARN("not shown: this machine made longer pauses than somebody who types");
    }
}

TEST_CASE("look-alikes are not read at each save of a draft, but once the keys rest", "[ui][draft]")
{
    WindowRig rig;
    rig.opened(rig.written(QStringLiteral("Imprimante muette au bureau"), rig.merignac));
    rig.open();
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    auto *view = rig.one<ui::DraftView>();
    const auto alike = [&] {
        const auto labels = view->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [](const QLabel *label) { return label->isVisible() && label->text() == ui::DraftView::tr("Looks like"); });
    };
    const auto write = [&](const QString &summary) {
        desk::Draft draft = view->draft();
        draft.ticket.organisation = rig.merignac;
        draft.ticket.summary = summary;
        view->take(draft.ticket);
        Q_EMIT view->typed();
    };
    bool steady = false;
    for (int attempt = 0; attempt < 5 && !steady; ++attempt) {
        write(QStringLiteral("Rien"));
        QTest::qWait(700);
        REQUIRE(rig.until([&] { return !alike(); }));
        bool early = false;
        int typed = 0;
        steady = strikes(1'200, 400, [&] {
            early = early || alike();
            write(QStringLiteral("Imprimante muette %1").arg(++typed));
        });
        if (steady) {
            CHECK_FALSE(early); // two saves were made meanwhile
            CHECK(rig.until(alike));
        }
    }
    if (!steady) {
        WARN("not shown: this machine made longer pauses than somebody who types");
    }
}
