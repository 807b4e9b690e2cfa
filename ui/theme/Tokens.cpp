// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tokens.h"

#include <cmath>

namespace comptoir::ui {

namespace {

constexpr QColor rgb(QRgb value)
{
    return QColor(qRed(value), qGreen(value), qBlue(value));
}

const Tokens kLight{
    .bg = rgb(0xF4F5F7),
    .surface = rgb(0xFFFFFF),
    .raised = rgb(0xFFFFFF),
    .line = rgb(0xDDE1E7),
    .fieldline = rgb(0x7F8A9B),
    .text = rgb(0x1B2430),
    .muted = rgb(0x586274),
    .accent = rgb(0x1D5FB8),
    .accentbg = rgb(0xE6EFFA),
    .onaccent = rgb(0xFFFFFF),
    .ok = rgb(0x1B7A43),
    .okbg = rgb(0xE3F3E9),
    .warn = rgb(0x8F5600),
    .warnbg = rgb(0xFBF0DC),
    .bad = rgb(0xB3261E),
    .badbg = rgb(0xFBE7E5),
    .hangup = rgb(0xC4362C),
    .onhangup = rgb(0xFFFFFF),
    .sel = rgb(0xDCE9F9),
    .hover = rgb(0xEEF2F7),
    .call = rgb(0x14324F),
    .calltext = rgb(0xFFFFFF),
    .callmuted = rgb(0xB9CBE0),
    .callpill = rgb(0x2A4664),
    .callline = rgb(0x7F95AD),
    .callring = rgb(0x1B4B78),
};

const Tokens kDark{
    .bg = rgb(0x14181E),
    .surface = rgb(0x1B2129),
    .raised = rgb(0x222A34),
    .line = rgb(0x303A47),
    .fieldline = rgb(0x6F7D92),
    .text = rgb(0xE6EAF0),
    .muted = rgb(0x9AA6B6),
    .accent = rgb(0x7DB3F5),
    .accentbg = rgb(0x1E3350),
    .onaccent = rgb(0x14181E),
    .ok = rgb(0x6FCF97),
    .okbg = rgb(0x173525),
    .warn = rgb(0xF0B75E),
    .warnbg = rgb(0x3A2C12),
    .bad = rgb(0xFF8A80),
    .badbg = rgb(0x42201E),
    .hangup = rgb(0xC4362C),
    .onhangup = rgb(0xFFFFFF),
    .sel = rgb(0x233B5C),
    .hover = rgb(0x262F3A),
    .call = rgb(0x0E2238),
    .calltext = rgb(0xF2F6FB),
    .callmuted = rgb(0x93AAC4),
    .callpill = rgb(0x1F354E),
    .callline = rgb(0x6F86A0),
    .callring = rgb(0x17395C),
};

const Tokens kContrast{
    .bg = rgb(0xFFFFFF),
    .surface = rgb(0xFFFFFF),
    .raised = rgb(0xFFFFFF),
    .line = rgb(0x5A5A5A),
    .fieldline = rgb(0x000000),
    .text = rgb(0x000000),
    .muted = rgb(0x2E2E2E),
    .accent = rgb(0x00317A),
    .accentbg = rgb(0xE8F0FF),
    .onaccent = rgb(0xFFFFFF),
    .ok = rgb(0x00451A),
    .okbg = rgb(0xE6F7EC),
    .warn = rgb(0x573000),
    .warnbg = rgb(0xFFF3DB),
    .bad = rgb(0x860000),
    .badbg = rgb(0xFFECEA),
    .hangup = rgb(0x860000),
    .onhangup = rgb(0xFFFFFF),
    .sel = rgb(0xCFE2FF),
    .hover = rgb(0xEDEDED),
    .call = rgb(0x000000),
    .calltext = rgb(0xFFFFFF),
    .callmuted = rgb(0xE4E4E4),
    .callpill = rgb(0x1E1E1E),
    .callline = rgb(0xFFFFFF),
    .callring = rgb(0x00255C),
};

const Tokens *s_tokens = &kLight;

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const Tokens &tokensOf(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light: return kLight;
    case Scheme::Dark: return kDark;
    case Scheme::Contrast: return kContrast;
    }
    return kLight;
}

const Tokens &tokens()
{
    return *s_tokens;
}

QColor colour(Tone tone)
{
    switch (tone) {
    case Tone::Text: return tokens().text;
    case Tone::Muted: return tokens().muted;
    case Tone::Accent: return tokens().accent;
    case Tone::OnAccent: return tokens().onaccent;
    case Tone::Ok: return tokens().ok;
    case Tone::Warn: return tokens().warn;
    case Tone::Bad: return tokens().bad;
    case Tone::OnHangup: return tokens().onhangup;
    case Tone::Call: return tokens().calltext;
    case Tone::CallMuted: return tokens().callmuted;
    }
    return tokens().text;
}

QColor ground(Tone tone)
{
    switch (tone) {
    case Tone::Accent: return tokens().accentbg;
    case Tone::Ok: return tokens().okbg;
    case Tone::Warn: return tokens().warnbg;
    case Tone::Bad: return tokens().badbg;
    default: return tokens().surface;
    }
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

void detail::useScheme(Scheme scheme)
{
    s_tokens = &tokensOf(scheme);
}

} // namespace comptoir::ui
