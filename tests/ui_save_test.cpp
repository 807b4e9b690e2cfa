// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket kept: what is painted first.
#include "CallerCardView.h"
#include "Catch.h"
#include "DraftView.h"
#include "QueueModel.h"
#include "QueueTable.h"
#include "Sidebar.h"
#include "TicketView.h"
#include "WindowRig.h"

#include <QApplication>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;
using Kind = desk::CallEvent::Kind;

namespace {

/// Whether the draft still stood in the frame that first painted a row of this summary.
class FirstFrameOf : public QObject
{
public:
    FirstFrameOf(WindowRig &rig, QString summary)
        : m_rig(rig)
        , m_table(rig.window().findChild<ui::QueueTable *>())
        , m_summary(std::move(summary))
    {
        m_table->viewport()->installEventFilter(this);
    }
    std::optional<bool> draftStood;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        const auto &model = static_cast<const ui::QueueModel &>(*m_table->model());
        if (event->type() == QEvent::Paint && !draftStood && model.rowCount() > 0 && model.row(0).summary == m_summary) {
            draftStood = m_rig.one<ui::DraftView>() != nullptr;
        }
        return false;
    }

private:
    WindowRig &m_rig;
    ui::QueueTable *m_table;
    QString m_summary;
};

} // namespace

TEST_CASE("a kept ticket is painted in the queue before its view is made", "[ui][window][draft]")
{
    WindowRig rig;
    rig.open();
    REQUIRE(rig.window().findChild<ui::Sidebar *>()->open(QStringLiteral("all")));
    rig.telephone.say(Kind::Ring, QStringLiteral("a"), QStringLiteral("4201"));
    REQUIRE(rig.until([&] { return rig.one<ui::CallerCardView>() && rig.one<ui::CallerCardView>()->person() == rig.claire; }));
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    FirstFrameOf frame(rig, QStringLiteral("Badge perdu"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Badge perdu"));
    QTest::qWait(300); // the queues have told what the call moved
    rig.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && !rig.one<ui::TicketView>()->page().ticket.id.isNull(); }));
    CHECK(rig.until([&] { return frame.draftStood.has_value(); }));
    CHECK(frame.draftStood.value_or(false));
    CHECK(rig.one<ui::DraftView>() == nullptr);
}
