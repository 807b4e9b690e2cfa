// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace comptoir::base {
class Clock;
}

namespace comptoir::desk {
class Archive;
class Assist;
class Attachments;
class Board;
class CallHandling;
class Catalogue;
class Lookup;
class Pending;
class Queues;
class Settings;
class Tickets;
struct DeskSession;
} // namespace comptoir::desk

namespace comptoir::sync {
class SyncEngine;
}

namespace comptoir::ui {

/// What the main window is wired to; all outlive it.
struct Parts
{
    const desk::DeskSession &session;
    desk::Catalogue &catalogue;
    desk::Queues &queues;
    desk::Tickets &tickets;
    desk::CallHandling &calls;
    desk::Lookup &lookup;
    desk::Assist &assist;
    desk::Pending &pending;
    desk::Board &board;
    desk::Settings &settings;
    sync::SyncEngine &sync;
    const base::Clock &clock;
    desk::Attachments &attachments;
    desk::Archive &archive;
};

} // namespace comptoir::ui
