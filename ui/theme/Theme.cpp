// SPDX-License-Identifier: GPL-3.0-or-later
#include "Theme.h"

#include "DeskStyle.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPalette>
#include <QPixmapCache>
#include <QTimer>
#include <QToolTip>

namespace comptoir::ui {

namespace {
bool s_animations = true;

void prepareFrom(QObject *context, std::size_t at)
{
    static constexpr std::array kRoles{FontRole::Body, FontRole::Strong, FontRole::Secondary,
                                       FontRole::Head, FontRole::Key,    FontRole::PaneTitle};
    if (at < kRoles.size()) {
        QTimer::singleShot(0, context, [context, at] {
            static_cast<void>(QFontMetrics(fontOf(kRoles[at])).horizontalAdvance(QStringLiteral("Ticket")));
            prepareFrom(context, at + 1);
        });
    }
}

} // namespace

Theme::Theme(QApplication &application) : m_application(application)
{
    QPixmapCache::setCacheLimit(4096);
    loadFonts();
    m_application.setFont(fontOf(FontRole::Body));
    m_application.setStyle(new DeskStyle);
    QToolTip::setFont(fontOf(FontRole::Secondary));
}

void Theme::apply(Scheme scheme)
{
    m_scheme = scheme;
    detail::useScheme(scheme);
    m_application.setPalette(paletteOf(tokens()));
    for (const char *field : {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox"}) {
        QApplication::setPalette(fieldPaletteOf(tokens()), field);
    }
    QToolTip::setPalette(paletteOf(tokens()));
}

void Theme::setAnimations(bool on)
{
    s_animations = on;
}

std::optional<Scheme> Theme::schemeFrom(const QString &word)
{
    for (const auto &[name, scheme] :
         {std::pair{u"light"_qs, Scheme::Light}, std::pair{u"dark"_qs, Scheme::Dark}, std::pair{u"contrast"_qs, Scheme::Contrast}}) {
        if (word == name) {
            return scheme;
        }
    }
    return std::nullopt;
}

int animationMs(int wantedMs)
{
    return s_animations ? wantedMs : 0;
}

void prepareFonts(QObject *context)
{
    prepareFrom(context, 0);
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.bg);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.bg);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Button, t.raised);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::Highlight, t.sel);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Light, t.raised);
    palette.setColor(QPalette::Midlight, t.line);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.fieldline);
    palette.setColor(QPalette::Shadow, t.fieldline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, t.muted);
    }
    return palette;
}

QPalette fieldPaletteOf(const Tokens &t)
{
    QPalette palette = paletteOf(t);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onaccent);
    return palette;
}

} // namespace comptoir::ui
