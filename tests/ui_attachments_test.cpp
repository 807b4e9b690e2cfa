// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentStrip.h"
#include "AttachmentTable.h"
#include "AttachmentWords.h"
#include "Catch.h"
#include "DraftView.h"
#include "FileIntake.h"
#include "Language.h"
#include "Says.h"
#include "Theme.h"
#include "Thumbnail.h"
#include "TicketView.h"
#include "TimelineModel.h"
#include "TimelineView.h"
#include "WindowRig.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDesktopServices>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>
#include <QUrl>

using namespace comptoir;
using namespace comptoir::tests;
using desk::AttachmentLine;

namespace {

/// What other programs were asked to open.
class HandOpener : public QObject
{
    Q_OBJECT

public:
    HandOpener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take"); }
    ~HandOpener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QList<QUrl> opened;

public Q_SLOTS:
    void take(const QUrl &url) { opened << url; }
};

QImage screen()
{
    QImage picture(640, 400, QImage::Format_RGB32);
    picture.fill(QColorConstants::Svg::steelblue);
    return picture;
}

QByteArray pngOf(const QImage &picture)
{
    QBuffer png;
    REQUIRE(png.open(QIODevice::WriteOnly));
    REQUIRE(picture.save(&png, "PNG"));
    return png.data();
}

struct Window : WindowRig
{
    HandOpener opener;

    QString fileWith(const QString &name, const QByteArray &bytes)
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return path;
    }
    ui::TicketView &ticketView(domain::TicketId id)
    {
        open();
        window().openTicket(id);
        REQUIRE(until([&] { return one<ui::TicketView>() && one<ui::TicketView>()->ticket().id == id; }));
        return *one<ui::TicketView>();
    }
    ui::DraftView &draftView()
    {
        open();
        key(Qt::Key_N, Qt::ControlModifier);
        REQUIRE(until([&] { return one<ui::DraftView>() != nullptr; }));
        return *one<ui::DraftView>();
    }
    bool holds(const ui::AttachmentStrip &strip, std::size_t count)
    {
        return until([&] { return strip.files().size() == count; });
    }
    void attach(domain::TicketId to, const QString &name, const QByteArray &bytes)
    {
        REQUIRE(settled(attachments.attach(to, name, [bytes] { return base::Result<QByteArray>(bytes); })));
    }
    QMenu *menu()
    {
        (void)until([] { return QApplication::activePopupWidget() != nullptr; });
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }
};

void drop(QWidget *at, const QMimeData &given)
{
    QDragEnterEvent enter({2, 2}, Qt::CopyAction, &given, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(at, &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent fell(QPointF(2, 2), Qt::CopyAction, &given, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(at, &fell);
    runPosted();
}

} // namespace

TEST_CASE("Ctrl V attaches a picture of the clipboard from whichever field has the keyboard, and text stays text", "[ui][attachment]")
{
    Window rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Imprimante")));
    ui::TicketView &view = rig.ticketView(id);
    auto *note = view.findChild<QPlainTextEdit *>(QStringLiteral("note"));
    note->setFocus();
    QApplication::clipboard()->setText(QStringLiteral("un texte"));
    rig.key(Qt::Key_V, Qt::ControlModifier);
    CHECK(note->toPlainText() == u"un texte");
    CHECK(view.files()->files().empty());
    CHECK(!view.files()->isVisible());
    QApplication::clipboard()->setImage(screen());
    rig.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(rig.holds(*view.files(), 1));
    CHECK(note->toPlainText() == u"un texte");
    const AttachmentLine file = view.files()->files().front();
    CHECK(file.mediaType == u"image/png");
    CHECK(file.name.startsWith(QStringLiteral("Screenshot 20")));
    CHECK(file.name.endsWith(QStringLiteral(".png")));
    CHECK(rig.until([&] { return view.files()->hasPicture(file.id); }));
    CHECK(view.files()->isVisible());
    rig.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(rig.holds(*view.files(), 2)); // two in one minute are two
    CHECK(view.files()->files().back().name.endsWith(QStringLiteral(" (2).png")));
    const auto &timeline = *view.findChild<ui::TimelineView *>()->model();
    CHECK(timeline.index(timeline.rowCount() - 1, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("(2).png")));
    QApplication::clipboard()->clear();
}

TEST_CASE("files dropped on a ticket, on a text field too, are attached and leave no words behind", "[ui][attachment]")
{
    Window rig;
    ui::TicketView &view = rig.ticketView(rig.opened(rig.written(QStringLiteral("Imprimante"))));
    auto *note = view.findChild<QPlainTextEdit *>(QStringLiteral("note"));
    QMimeData given;
    given.setUrls({QUrl::fromLocalFile(rig.fileWith(QStringLiteral("journal.log"), "lines")),
                   QUrl::fromLocalFile(rig.fileWith(QStringLiteral("vide.txt"), {}))});
    drop(note->viewport(), given);
    REQUIRE(rig.holds(*view.files(), 1));
    CHECK(view.files()->files().front().name == u"journal.log");
    CHECK(note->toPlainText().isEmpty());
    CHECK(rig.until([&] { return says(*view.files(), QStringLiteral("vide.txt is empty")); }));
}

TEST_CASE("a picture pasted in a draft stands there after a restart, goes with the ticket, and Delete takes one away", "[ui][attachment]")
{
    Window rig;
    ui::DraftView &draft = rig.draftView();
    QApplication::clipboard()->setImage(screen());
    draft.focusSummary();
    rig.key(Qt::Key_V, Qt::ControlModifier);
    rig.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(rig.holds(*draft.files(), 2));
    QListView *list = draft.files()->list();
    list->setFocus();
    rig.key(Qt::Key_End);
    rig.key(Qt::Key_Delete);
    REQUIRE(rig.holds(*draft.files(), 1));
    const base::Uuid id = draft.draft().id;
    rig.key(Qt::Key_W, Qt::ControlModifier); // nothing but the picture was put in: it is no blank draft
    runPosted();
    rig.close();
    const auto kept = settled(rig.tickets.drafts());
    REQUIRE(kept);
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().id == id);
    const auto ticket = settled(rig.tickets.open({id, rig.written(QStringLiteral("Imprimante")), 0}));
    REQUIRE(ticket);
    CHECK(settled(rig.attachments.of(*ticket))->size() == 1);
    QApplication::clipboard()->clear();
}

TEST_CASE("Enter opens what cannot run in another program, and says why not where it could", "[ui][attachment]")
{
    Window rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Imprimante")));
    rig.attach(id, QStringLiteral("erreur.png"), pngOf(screen()));
    rig.attach(id, QStringLiteral("remede.sh"), "#!/bin/sh\n");
    ui::TicketView &view = rig.ticketView(id);
    REQUIRE(rig.holds(*view.files(), 2));
    view.files()->list()->setFocus();
    rig.key(Qt::Key_Home);
    rig.key(Qt::Key_Return);
    REQUIRE(rig.until([&] { return rig.opener.opened.size() == 1; }));
    CHECK(rig.opener.opened.front().toLocalFile().endsWith(QStringLiteral("/erreur.png")));
    rig.key(Qt::Key_Down);
    rig.key(Qt::Key_Return);
    runPosted();
    CHECK(rig.opener.opened.size() == 1);
    CHECK(says(*view.files(), QStringLiteral("remede.sh is not opened from here")));
    QTest::keyClick(view.files()->list(), Qt::Key_Menu);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(view.files()->list(), &asked);
    QMenu *menu = rig.menu();
    REQUIRE(menu);
    CHECK(!menu->actions().at(0)->isEnabled());
    CHECK(menu->actions().at(1)->isEnabled());
    CHECK(menu->actions().size() == 2); // what a ticket has is not taken away
    menu->close();
}

TEST_CASE("where the bytes of a file are is said in words, to a screen reader too, in French as in English", "[ui][attachment]")
{
    AttachmentLine file;
    file.name = QStringLiteral("erreur.png");
    file.size = 151'552;
    file.where = AttachmentLine::Where::Going;
    file.moved = 60'621;
    CHECK(ui::AttachmentWords::spoken(file) == u"erreur.png, 148 kB, going, 40 %");
    file.where = AttachmentLine::Where::Elsewhere;
    file.holderName = QStringLiteral("POSTE-12");
    file.authorName = QStringLiteral("Claire");
    CHECK(ui::AttachmentWords::state(file) == u"still on the console POSTE-12 (Claire)");
    file.where = AttachmentLine::Where::Waiting;
    CHECK(ui::AttachmentWords::state(file) == u"waiting to go");
    file.failure = QStringLiteral("quota");
    CHECK(ui::AttachmentWords::state(file).contains(QStringLiteral("no room")));
    CHECK(ui::AttachmentWords::toneOf(file) == ui::Tone::Bad);
    CHECK(ui::AttachmentWords::iconOf(file) == u"triangle-alert");
}

TEST_CASE("small pictures are made of pictures alone, and never of one that would not fit in memory", "[ui][attachment]")
{
    const QByteArray png = pngOf(screen());
    const QImage small = ui::thumbnailOf(png, QStringLiteral("image/png"), {96, 68});
    CHECK(small.size() == QSize(96, 60));
    CHECK(ui::thumbnailOf(png, QStringLiteral("image/jpeg"), {96, 68}).isNull());
    const QByteArray svg = QByteArrayLiteral(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>");
    for (const char *type : {"image/png", "image/svg+xml", "text/plain"}) {
        CHECK(ui::thumbnailOf(svg, QString::fromLatin1(type), {96, 68}).isNull());
    }
    QByteArray bomb;
    QBuffer bmp(&bomb);
    REQUIRE(bmp.open(QIODevice::WriteOnly));
    REQUIRE(screen().save(&bmp, "BMP"));
    CHECK(!ui::thumbnailOf(bomb, QStringLiteral("image/bmp"), {96, 68}).isNull());
    bomb.replace(18, 8, QByteArray::fromHex("b0360000b0360000")); // 14,000 × 14,000 in its header
    CHECK(ui::thumbnailOf(bomb, QStringLiteral("image/bmp"), {96, 68}).isNull());
}

#include "ui_attachments_test.moc"
