// SPDX-License-Identifier: GPL-3.0-or-later
#include "PowerCut.h"

#include "FaultDisk.h"
#include "FaultVfs.h"
#include "Holds.h"
#include "Random.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <map>
#include <set>

namespace comptoir::sim {

namespace {

enum class Way { Kill, AllLost, SomeLost };

/// Draws that lose every unsynced sector.
class Unlucky final : public base::Random
{
public:
    [[nodiscard]] quint64 next() override { return 0; }
};

QString memoryFolder()
{
    return QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm/comptoir-cut-XXXXXX")
                                                     : QDir::tempPath() + QStringLiteral("/comptoir-cut-XXXXXX");
}

void copyFolder(const QString &from, const QString &to)
{
    for (const QString &name : QDir(from).entryList(QDir::Files | QDir::Hidden)) {
        HOLDS(QFile::copy(from + u'/' + name, to + u'/' + name), name.toStdString());
    }
}

std::vector<std::string> columnsOf(store::Db &db, const std::string &table)
{
    std::vector<std::string> out;
    store::Statement query = db.prepare("SELECT name FROM pragma_table_info('" + table + "')");
    for (auto more = query.step(); more && *more; more = query.step()) {
        out.push_back(query.text(0).toStdString());
    }
    return out;
}

/// The rows of one table in an order of their own; a table that cannot be read is Broken.
void addTable(store::Db &db, const std::string &table, std::string &out)
{
    std::string values;
    for (const std::string &column : columnsOf(db, table)) {
        values += (values.empty() ? "quote(\"" : "||','||quote(\"") + column + "\")";
    }
    std::multiset<std::string> rows;
    store::Statement query = db.prepare("SELECT " + values + " FROM \"" + table + '"');
    auto more = query.step();
    for (; more && *more; more = query.step()) {
        rows.emplace(query.view(0));
    }
    HOLDS(more, table + ": " + more.error().message.toStdString());
    out += table + '\n';
    for (const std::string &row : rows) {
        out += "  " + row + '\n';
    }
}

/// The first line in which two states differ.
std::string firstDifference(const std::string &one, const std::string &other)
{
    std::size_t at = 0;
    while (at < std::min(one.size(), other.size()) && one[at] == other[at]) {
        ++at;
    }
    const std::size_t line = one.rfind('\n', at) == std::string::npos ? 0 : one.rfind('\n', at) + 1;
    return one.substr(line, 200) + " / " + other.substr(std::min(line, other.size()), 200);
}

/// One run on a copy of what was prepared.
class Run
{
public:
    explicit Run(const CutScript &script) : m_script(script), m_folder(memoryFolder()), m_disk(m_folder.path())
    {
        seedSqlite(1); // a migration may draw
        copyFolder(script.prepared, m_folder.path());
    }

    [[nodiscard]] QString database() const { return m_folder.filePath(cutDatabase()); }
    [[nodiscard]] FaultDisk &disk() { return m_disk; }

    void startAgain(Way way, int point)
    {
        Unlucky all;
        base::SeededRandom some(quint64(point) * 977 + 5);
        m_disk.stop();
        m_disk.start(way != Way::Kill, way == Way::SomeLost ? static_cast<base::Random &>(some) : all);
    }

    /// What the database holds, which opens and is undamaged.
    [[nodiscard]] std::string found()
    {
        const std::string raw = m_script.opensFirst ? std::string() : stateOf(database());
        {
            const auto opened = store::Store::open(cutConfig(database(), m_script.migrations));
            HOLDS(opened, opened.error().message.toStdString());
            HOLDS(m_script.opensFirst || !(*opened)->wasRepaired());
        }
        return m_script.opensFirst ? stateOf(database()) : raw;
    }

private:
    const CutScript &m_script;
    QTemporaryDir m_folder;
    FaultDisk m_disk;
};

/// The files of a disk at one moment.
using Files = std::map<std::string, std::vector<char>>;

/// What the database holds after each of its commits: each of them syncs.
std::set<std::string> committedStates(const std::vector<Files> &moments)
{
    std::set<std::string> out;
    for (const Files &files : moments) {
        const QTemporaryDir folder(memoryFolder());
        for (const auto &[path, bytes] : files) {
            QFile file(folder.filePath(QFileInfo(QString::fromStdString(path)).fileName()));
            HOLDS(file.open(QIODevice::WriteOnly));
            file.write(bytes.data(), qsizetype(bytes.size()));
        }
        out.insert(stateOf(folder.filePath(cutDatabase())));
    }
    return out;
}

void cutOnce(const CutScript &script, int point, Way way, const std::set<std::string> &allowed, const std::string &after)
{
    const auto where = [&](const std::string &what) {
        return std::string(script.name) + ", cut at " + std::to_string(point) + ", way " + std::to_string(int(way)) + ": " + what;
    };
    Run run(script);
    run.disk().stopAfter(point);
    const auto done = script.session(run.database());
    HOLDS(run.disk().isStopped(), where("the session had fewer writes than before"));
    run.startAgain(way, point);
    try {
        const std::string state = run.found();
        HOLDS(allowed.contains(state), where(firstDifference(state, after)));
        HOLDS(!done || state == after, where("what was confirmed is gone: " + firstDifference(state, after)));
    } catch (const tests::Broken &broken) {
        HOLDS(broken.check().empty(), where(broken.what()));
    }
}

} // namespace

QString cutDatabase()
{
    return QStringLiteral("cut.db");
}

store::Store::Config cutConfig(const QString &database, const QString &migrations)
{
    store::Store::Config out;
    out.path = database;
    out.migrations = migrations;
    out.durability = store::Db::Durability::Full;
    out.threads = false;
    out.onDamage = migrations == u":/sql/console" ? store::Store::OnDamage::Rebuild : store::Store::OnDamage::Refuse;
    return out;
}

std::string stateOf(const QString &database)
{
    const auto db = store::Db::open(database, store::Db::Mode::Write, store::Db::Durability::Full);
    HOLDS(db, db.error().message.toStdString());
    const auto sound = (*db)->quickCheck();
    HOLDS(sound, sound.error().message.toStdString());
    std::string out;
    std::vector<std::string> tables;
    {
        store::Statement version = (*db)->prepare("PRAGMA user_version");
        HOLDS(version.step());
        out = "version " + std::to_string(version.integer(0)) + '\n';
        store::Statement query = (*db)->prepare(
            "SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name");
        for (auto more = query.step(); more && *more; more = query.step()) {
            tables.push_back(query.text(0).toStdString());
        }
    }
    for (const std::string &table : tables) {
        addTable(**db, table, out);
    }
    const std::string folder = memoryFolder().chopped(6).toStdString(); // of this run alone
    for (std::size_t at = out.find(folder); at != std::string::npos; at = out.find(folder, at)) {
        out.replace(at, folder.size() + 6, "@");
    }
    return out;
}

Cuts cutEverywhere(const CutScript &script)
{
    Run clean(script);
    const std::string name = script.name;
    const std::string before = script.opensFirst ? std::string() : stateOf(clean.database());
    const quint64 begun = clean.disk().writes();
    std::vector<Files> moments;
    clean.disk().synced = [&] {
        if (clean.disk().files.contains(clean.database().toStdString())) {
            Files &files = moments.emplace_back();
            for (const auto &[path, content] : clean.disk().files) {
                files[path] = content->bytes;
            }
        }
    };
    const auto done = script.session(clean.database());
    clean.disk().synced = {};
    HOLDS(done, name + ": " + done.error().message.toStdString());
    Cuts out;
    out.points = int(clean.disk().writes() - begun);
    const std::string after = stateOf(clean.database());
    std::set<std::string> allowed{after};
    if (!script.opensFirst) {
        HOLDS(before != after, name + " changes nothing");
        allowed = committedStates(moments);
        allowed.insert(before);
        allowed.insert(after); // a file renamed into its place was synced under another name
        HOLDS(int(allowed.size()) == script.transactions + 1, name + " is found in " + std::to_string(allowed.size()) + " states");
    }
    for (int point = 1; point <= out.points; ++point) {
        for (const Way way : {Way::Kill, Way::AllLost, Way::SomeLost}) {
            cutOnce(script, point, way, allowed, after);
            ++out.runs;
        }
    }
    return out;
}

} // namespace comptoir::sim
