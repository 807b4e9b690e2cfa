// SPDX-License-Identifier: GPL-3.0-or-later
#include "Theme.h"

#include "DeskStyle.h"

#include <QApplication>
#include <QPalette>
#include <QPixmapCache>
#include <QToolTip>

namespace comptoir::ui {

namespace {
bool s_animations = true;
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
    m_application.setStyleSheet(styleSheetOf(tokens()));
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

QString styleSheetOf(const Tokens &t)
{
    static const QString sheet = QStringLiteral(R"(
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox { background: @surface; color: @text; border: 1px solid @fieldline;
  border-radius: 6px; selection-background-color: @accent; selection-color: @onaccent; }
QLineEdit, QAbstractSpinBox { min-height: 28px; max-height: 28px; padding: 0 9px; }
QLineEdit:focus, QAbstractSpinBox:focus { border: 2px solid @accent; padding: 0 8px; min-height: 26px; max-height: 26px; }
QLineEdit:read-only { background: @bg; }
QPlainTextEdit, QTextEdit { padding: 3px 6px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 2px 5px; }
QMenu { background: @raised; color: @text; border: 1px solid @fieldline; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @sel; }
QMenu::item:disabled { color: @muted; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolTip { background: @raised; color: @text; border: 1px solid @fieldline; padding: 4px 8px; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent; padding: 5px 4px 5px 10px; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @fieldline; border-radius: 4px; border: 2px solid transparent; background-clip: padding; }
QScrollBar::handle:vertical { min-height: 28px; margin: 2px 2px; border-radius: 4px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 2px 2px; border-radius: 4px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)");
    QString text = sheet;
    // The longer names first: @accentbg before @accent.
    const std::pair<QLatin1String, QColor> names[] = {{QLatin1String("@fieldline"), t.fieldline},
                                                      {QLatin1String("@surface"), t.surface},
                                                      {QLatin1String("@raised"), t.raised},
                                                      {QLatin1String("@onaccent"), t.onaccent},
                                                      {QLatin1String("@accentbg"), t.accentbg},
                                                      {QLatin1String("@accent"), t.accent},
                                                      {QLatin1String("@muted"), t.muted},
                                                      {QLatin1String("@text"), t.text},
                                                      {QLatin1String("@line"), t.line},
                                                      {QLatin1String("@sel"), t.sel},
                                                      {QLatin1String("@bg"), t.bg}};
    for (const auto &[name, value] : names) {
        text.replace(name, value.name());
    }
    return text;
}

} // namespace comptoir::ui
