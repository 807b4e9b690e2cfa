// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DatabaseOption.h"
#include "DataFolder.h"

#include <QCommandLineParser>

#include <vector>

namespace comptoir::service {

/// A command of the program: its words, what it does, and the function that runs it.
struct Command
{
    const char *name;
    const char *synopsis;
    const char *summary;
    /// `words` are the arguments behind the command's name, options included. Returns an ExitCode.
    int (*run)(const QStringList &words);
};

/// All commands, in the order --help lists them.
[[nodiscard]] const std::vector<Command> &commands();

/// Runs the program: finds the command, answers --help and --version.
[[nodiscard]] int runProgram(const QStringList &arguments);

/// Reads a command's own line. Nothing where it was answered (help) or is wrong: `exitCode` then says how to end.
class CommandLine
{
public:
    CommandLine(const char *command, const char *summary);
    /// Options every command has: --data, --database, --database-password-file, --ledger, --log-level, --help.
    void add(const QCommandLineOption &option) { m_parser.addOption(option); }
    void positional(const char *name, const char *description, const char *syntax = nullptr);
    [[nodiscard]] bool parse(const QStringList &words);
    [[nodiscard]] int exitCode() const { return m_exitCode; }

    [[nodiscard]] DataFolder data(const QString &fence = {}) const
    {
        return DataFolder(m_parser.value(QStringLiteral("data")), m_backend, ledgerOf(m_parser), fence);
    }
    /// The database of a server that another option of this line names.
    [[nodiscard]] base::Result<std::shared_ptr<store::Backend>> backendAt(const QString &uri) const;
    [[nodiscard]] QString value(const char *option) const { return m_parser.value(QString::fromLatin1(option)); }
    [[nodiscard]] QStringList values(const char *option) const { return m_parser.values(QString::fromLatin1(option)); }
    [[nodiscard]] bool isSet(const char *option) const { return m_parser.isSet(QString::fromLatin1(option)); }
    [[nodiscard]] QStringList positionals() const { return m_parser.positionalArguments(); }
    /// Says what is wrong with the command line; the exit code for it.
    [[nodiscard]] int wrong(const QString &sentence) const;

private:
    [[nodiscard]] QString help() const;

    QString m_command;
    QCommandLineParser m_parser;
    std::shared_ptr<store::Backend> m_backend;
    int m_exitCode = 0;
};

/// Prints the sentence of a failure; the exit code for it.
[[nodiscard]] int reportFailure(const base::Error &error);
void print(const QString &line);
void printError(const QString &line);

} // namespace comptoir::service
