// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DeskPainting.h"
#include "Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyleOption>

using namespace comptoir::ui;

namespace {

struct Pair
{
    const char *what;
    QColor text;
    QColor on;
};

std::vector<Pair> textPairs(const Tokens &t)
{
    std::vector<Pair> pairs;
    for (const auto &[name, on] : {std::pair{"bg", t.bg}, std::pair{"surface", t.surface}, std::pair{"raised", t.raised},
                                   std::pair{"sel", t.sel}, std::pair{"hover", t.hover}}) {
        pairs.push_back({name, t.text, on});
        pairs.push_back({name, t.muted, on});
        pairs.push_back({name, t.warn, on});
        pairs.push_back({name, t.bad, on});
    }
    for (const QColor &on : {t.bg, t.surface, t.raised}) {
        pairs.push_back({"accent", t.accent, on});
        pairs.push_back({"ok", t.ok, on});
    }
    pairs.push_back({"chip", t.accent, t.accentbg});
    pairs.push_back({"ok chip", t.ok, t.okbg});
    pairs.push_back({"warn chip", t.warn, t.warnbg});
    pairs.push_back({"bad chip", t.bad, t.badbg});
    pairs.push_back({"primary", t.onaccent, t.accent});
    pairs.push_back({"hang up", t.onhangup, t.hangup});
    pairs.push_back({"answer", t.onaccent, t.ok});
    for (const QColor &on : {t.call, t.callpill, t.callring}) {
        pairs.push_back({"call", t.calltext, on});
        pairs.push_back({"call muted", t.callmuted, on});
    }
    return pairs;
}

} // namespace

TEST_CASE("every text stands out from its ground at 4.5 to 1, in high contrast at 7 to 1", "[ui][theme]")
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::Contrast}) {
        const double least = scheme == Scheme::Contrast ? 7.0 : 4.5;
        for (const Pair &pair : textPairs(tokensOf(scheme))) {
            INFO("scheme " << int(scheme) << ": " << pair.what << ' ' << pair.text.name().toStdString() << " on "
                           << pair.on.name().toStdString());
            CHECK(contrast(pair.text, pair.on) >= least);
        }
    }
}

TEST_CASE("borders of fields and the focus ring stand out at 3 to 1", "[ui][theme]")
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::Contrast}) {
        const Tokens &t = tokensOf(scheme);
        for (const QColor &on : {t.bg, t.surface, t.raised}) {
            CHECK(contrast(t.fieldline, on) >= 3.0);
            CHECK(contrast(t.accent, on) >= 3.0);
        }
        CHECK(contrast(t.callline, t.call) >= 3.0);
    }
}

TEST_CASE("contrast is measured as WCAG has it", "[ui][theme]")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21.0));
    CHECK(contrast(QColor(0x77, 0x77, 0x77), Qt::white) == Approx(4.48).margin(0.01));
}

TEST_CASE("a line to write in has the height of a button and shows marked text in the accent", "[ui][theme]")
{
    Theme theme(*qApp);
    theme.apply(Scheme::Light);
    QLineEdit line;
    QPlainTextEdit text;
    line.show();
    text.show();
    CHECK(line.sizeHint().height() == 30);
    CHECK(line.palette().color(QPalette::Highlight) == tokens().accent);
    CHECK(text.palette().color(QPalette::HighlightedText) == tokens().onaccent);
    CHECK(text.viewport()->geometry() == text.rect().adjusted(7, 4, -7, -4));
    CHECK(qApp->styleSheet().isEmpty()); // it would be matched against every widget that is made
}

TEST_CASE("a list that is searched by typing shows what is typed and nothing under it", "[ui][theme]")
{
    Theme theme(*qApp);
    theme.apply(Scheme::Light);
    const auto pictureOf = [](const QString &chosen) {
        QComboBox box;
        box.setEditable(true);
        box.addItem(chosen);
        box.setEditText({});
        box.resize(200, 30);
        return box.grab().toImage();
    };
    CHECK(pictureOf(QStringLiteral("Messagerie")) == pictureOf({}));
}

TEST_CASE("the handle of a scroll bar says how much is shown and where", "[ui][theme]")
{
    QStyleOptionSlider bar;
    bar.orientation = Qt::Vertical;
    bar.rect = QRect(0, 0, 12, 200);
    bar.minimum = 0;
    bar.maximum = 300;
    bar.pageStep = 100;
    bar.sliderPosition = 300;
    CHECK(scrollBarPart(bar, QStyle::SC_ScrollBarSlider) == QRect(0, 150, 12, 50));
    CHECK(scrollBarPart(bar, QStyle::SC_ScrollBarSubPage) == QRect(0, 0, 12, 150));
    bar.maximum = 100'000;
    CHECK(scrollBarPart(bar, QStyle::SC_ScrollBarSlider).height() == 28); // never too small to be taken
    bar.maximum = 0;
    CHECK(scrollBarPart(bar, QStyle::SC_ScrollBarSlider).height() == 200);
}

TEST_CASE("every icon is drawn, in the tint asked for", "[ui][icons]")
{
    const QDir icons(QStringLiteral(":/icons"));
    const QStringList files = icons.entryList(QDir::Files);
    REQUIRE(files.size() > 50);
    for (const QString &file : files) {
        const QImage image = iconPixmap(file.chopped(4), QColor(200, 10, 20), 16, 2.0).toImage();
        INFO(file.toStdString());
        REQUIRE(image.width() == 32);
        bool painted = false;
        for (int y = 0; y < image.height() && !painted; ++y) {
            for (int x = 0; x < image.width() && !painted; ++x) {
                const QColor pixel = image.pixelColor(x, y);
                painted = pixel.alpha() > 200 && pixel.red() > 150 && pixel.green() < 60;
            }
        }
        CHECK(painted);
    }
}
