// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CentralMachine.h"
#include "FaultDisk.h"
#include "Inspection.h"
#include "SimConsole.h"
#include "StateSet.h"

#include <limits>

namespace comptoir::sim {

/// What a model counts, in memory all its processes share.
struct ModelTally
{
    quint64 schedules = 0; ///< run to their end
    quint64 states = 0; ///< in which something was chosen
    quint64 most = std::numeric_limits<quint64>::max(); ///< of these; with more the schedule under way fails
    quint64 met = 0; ///< that were there before, on another way
    StateSet seen;
    quint64 failures = 0;
    char first[2000] = {}; ///< the first schedule that failed, and by which check
};

/// A transport that holds each request until the schedule says what becomes of it.
class HeldTransport final : public sync::Transport
{
    Q_OBJECT

public:
    using Finish = std::function<void(const base::Result<sync::Response> &)>;
    struct Held
    {
        sync::Request request;
        Finish finish;
    };

    QFuture<base::Result<sync::Response>> send(const sync::Request &request) override;
    void openEvents() override {}
    void closeEvents() override {}

    std::optional<Held> held; ///< there is one at most: an engine asks one thing at a time
};

/// Two consoles, one ticket, a few operations: every schedule of them, over the production code. At each choice the process forks, so that
/// each schedule goes on from the state it shares with others; what was chosen is never chosen again, and a state that was met on another way
/// is not gone on from again.
class Model
{
public:
    explicit Model(ModelTally &tally);
    ~Model();

    /// All schedules of a script (`nc|u`: the first console writes a note and claims, the second edits the urgency) with at most so many faults.
    void explore(const QByteArray &script, int faults);

private:
    struct Desk
    {
        std::unique_ptr<base::SeededRandom> random;
        HeldTransport *transport = nullptr; ///< of the console's life under way
        std::unique_ptr<FaultDisk> disk;
        std::unique_ptr<tests::SimConsole> console;
        QByteArray script; ///< what is still to be done
    };
    struct Ghost
    {
        std::size_t desk = 0;
        sync::Request request;
    };
    /// What may happen next.
    enum class Kind { Act, Deliver, Arrive, Wait, Lose, LoseAnswer, Double, Stop, StopInside, StopService };
    struct Choice
    {
        Kind kind = Kind::Act;
        std::size_t at = 0; ///< desk, or ghost
        int nth = 0; ///< of StopInside: after how many syncs

        [[nodiscard]] bool isFault() const { return kind >= Kind::Lose; }
        [[nodiscard]] std::string name() const;
    };

    void addDesk(int number);
    void settle();
    [[nodiscard]] std::vector<Choice> choices() const;
    void addFaults(std::size_t desk, std::vector<Choice> &out) const;
    /// False where it comes to the same as another choice.
    [[nodiscard]] bool apply(const Choice &choice);
    [[nodiscard]] bool applyFault(const Choice &choice);
    void act(Desk &desk);
    [[nodiscard]] base::Result<sync::Response> asked(const Desk &desk, const sync::Request &request);
    void deliver(std::size_t desk, bool answered);
    void stop(std::size_t desk);
    void schedule();
    /// Whether all that comes after was looked at already, on another way to the same state.
    [[nodiscard]] bool wasMet();
    void finish();
    void fail(const std::string &what);
    [[nodiscard]] Inspection inspection();

    ModelTally &m_tally;
    tests::SimTime m_time;
    tests::Faults m_faults;
    base::SeededRandom m_random{5};
    std::vector<domain::OrganisationId> m_towns;
    std::unique_ptr<CentralMachine> m_service;
    std::vector<Desk> m_desks;
    std::vector<Ghost> m_ghosts;
    std::string m_path;
    int m_left = 0; ///< faults that may still happen
    int m_waits = 1;
};

} // namespace comptoir::sim
