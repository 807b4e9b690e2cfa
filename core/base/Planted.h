// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace comptoir::base {

/// Bugs that synchronising programs are known to have had. Built with COMPTOIR_PLANTS, the simulator commits one at a time and has to find
/// it: what it does not find is a hole in the simulator. Other builds have none of them.
enum class Plant {
    None,
    NoDedupe, ///< the service applies an operation each time it comes
    CounterDedupe, ///< the service takes what is not newer than a device's newest operation for a repetition
    DroppedAtSend, ///< an operation counts as accepted as soon as it is sent
    SyncNormal, ///< a commit is not on the disk when it is confirmed
    CursorBeforeRows, ///< the cursor is saved in a transaction before that of its rows
    ResultsOutsidePull, ///< an own operation leaves the view with its verdict, before its row has come
    SameEpoch, ///< a restored service says it is the one it was
    NotRetained, ///< accepted operations are let go before a backup holds them
    StalePage, ///< an answer given up is taken after all, and a page applied whatever cursor it was asked for
    NoPurge, ///< a scope that is no longer granted stays
    RetireByCursor, ///< an own operation leaves the view when the cursor has passed its verdict
    RetireByRow, ///< an own operation leaves the view only with its row, which may never come
    SecondEditRefused, ///< an own edit does not raise the version the next one expects
    SharedSeq, ///< two rows of a scope bear one seq
    AfterRollback, ///< statements go on after the database has rolled the transaction back by itself
    ClockInReducer, ///< the service dates an operation by when it came
    PendingNotReplayed, ///< a page overwrites what waits on its rows
    AnswerBeforeCommit, ///< verdicts are told whether or not the transaction held
    RightsUnchecked, ///< the service takes operations of whoever is signed in
    LastFirst, ///< what waits is sent newest first
    EpochKeepsCursor, ///< a restored service is not fetched anew
    EraseNotCascading, ///< the erasure of a person takes their row alone
    BackWithoutHistory, ///< a ticket that was put away comes back alone
    GoneAlone, ///< a ticket that was put away leaves its history at the console
    NoFence, ///< an older database that was put in place goes on as if it were the one before
};

inline constexpr std::array kPlants{
    std::pair{Plant::NoDedupe, std::string_view("no-dedupe")},
    std::pair{Plant::CounterDedupe, std::string_view("counter-dedupe")},
    std::pair{Plant::DroppedAtSend, std::string_view("dropped-at-send")},
    std::pair{Plant::SyncNormal, std::string_view("sync-normal")},
    std::pair{Plant::CursorBeforeRows, std::string_view("cursor-before-rows")},
    std::pair{Plant::ResultsOutsidePull, std::string_view("results-outside-pull")},
    std::pair{Plant::SameEpoch, std::string_view("same-epoch")},
    std::pair{Plant::NotRetained, std::string_view("not-retained")},
    std::pair{Plant::StalePage, std::string_view("stale-page")},
    std::pair{Plant::NoPurge, std::string_view("no-purge")},
    std::pair{Plant::RetireByCursor, std::string_view("retire-by-cursor")},
    std::pair{Plant::RetireByRow, std::string_view("retire-by-row")},
    std::pair{Plant::SecondEditRefused, std::string_view("second-edit-refused")},
    std::pair{Plant::SharedSeq, std::string_view("shared-seq")},
    std::pair{Plant::AfterRollback, std::string_view("after-rollback")},
    std::pair{Plant::ClockInReducer, std::string_view("clock-in-reducer")},
    std::pair{Plant::PendingNotReplayed, std::string_view("pending-not-replayed")},
    std::pair{Plant::AnswerBeforeCommit, std::string_view("answer-before-commit")},
    std::pair{Plant::RightsUnchecked, std::string_view("rights-unchecked")},
    std::pair{Plant::LastFirst, std::string_view("last-first")},
    std::pair{Plant::EpochKeepsCursor, std::string_view("epoch-keeps-cursor")},
    std::pair{Plant::EraseNotCascading, std::string_view("erase-not-cascading")},
    std::pair{Plant::BackWithoutHistory, std::string_view("back-without-history")},
    std::pair{Plant::GoneAlone, std::string_view("gone-alone")},
    std::pair{Plant::NoFence, std::string_view("no-fence")},
};

#ifdef COMPTOIR_PLANTS
/// Commits this bug from now on, and no other.
void plant(Plant bug);
[[nodiscard]] bool isPlanted(Plant bug);
#else
[[nodiscard]] constexpr bool isPlanted(Plant)
{
    return false;
}
#endif

} // namespace comptoir::base
