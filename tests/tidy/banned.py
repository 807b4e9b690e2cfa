# SPDX-License-Identifier: GPL-3.0-or-later
"""Constructs the house rules ban, each with what to write instead."""
import re
from dataclasses import dataclass, field
from typing import Callable

from source import Finding


def product(source):
    return source.is_cpp and source.under("core", "ui", "app")


def console(source):
    """Where nothing may wait: the core the console uses, its window, its program."""
    return source.is_cpp and source.under("core", "ui", "app/comptoir")


def outside(where, *allowed):
    return lambda source: where(source) and not source.path.startswith(allowed)


@dataclass(frozen=True)
class Ban:
    rule: str
    pattern: str
    instead: str
    where: Callable = product
    in_literals: bool = False  # whether strings are looked at too
    flags: int = re.MULTILINE
    sample: tuple = field(default=("core/desk/Sample.cpp", ""))  # a file that breaks the rule: path, text


def every_cpp(source):
    return source.is_cpp


def is_token_file(source):
    return re.fullmatch(r"ui/(.*/)?Tokens\.(h|cpp)", source.path) is not None


INSTANT = "core/base/"
# The password pool bounds what argon2 takes of memory: two threads and a queue.
THREADED = ("core/base/Log", "core/base/Then", "core/store/", "core/postgres/", "core/net/", "core/central/PasswordPool", "app/comptoird/")
MAIN = ("app/comptoir/main.cpp",)

# `throw "…"` stays allowed: in a consteval function it is how a wrong argument does not compile.
BANS = [
    Ban("parent-include", r'#\s*include\s*"[^"]*\.\./', 'include by name and link the module: `#include "Ticket.h"`',
        every_cpp, True, sample=("core/desk/A.cpp", '#include "../store/Store.h"')),
    Ban("qt-module-include", r"#\s*include\s*<Qt[A-Z]\w*/", "`#include <QString>`, without the module",
        every_cpp, sample=("core/desk/A.cpp", "#include <QtCore/QString>")),
    Ban("sql-outside-store", r"\bQSql\w*|#\s*include\s*<sqlite3\.h>|\bsqlite3_\w+",
        "SQL belongs to core/store: `Statement`, `EntityTable`, an `XTable`",
        outside(product, "core/store/", "core/postgres/"), sample=("core/desk/A.cpp", "QSqlQuery query;")),
    Ban("sql-in-store-header", r"#\s*include\s*<(QSql\w*|sqlite3\.h)>|\bQSql\w+\s*[&*\w]",
        "no QSql or sqlite type in a public header of store: forward declare, move it to the .cpp or a `…Private.h`",
        lambda s: s.is_header and s.under("core/store") and not s.stem.endswith("Private"), sample=("core/store/A.h", "#include <QSqlQuery>")),
    Ban("tr-in-core", r"\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\(",
        "core gives an Error kind or a code; the ui words it", lambda s: s.is_cpp and s.under("core"),
        sample=("core/desk/A.cpp", 'fail(tr("no"));')),
    Ban("string-connect", r"\b(SIGNAL|SLOT)\s*\(", "`connect(sender, &Sender::happened, this, …)`",
        every_cpp, sample=("ui/A.cpp", "connect(a, SIGNAL(x()), b, SLOT(y()));")),
    # Qt's network information is to be had in no other way.
    Ban("singleton", r"(?<!QNetworkInformation::)\binstance\s*\(\s*\)|\bqApp\b", "pass what is needed to the constructor; the app composes",
        sample=("core/desk/A.cpp", "Store::instance().read();")),
    Ban("nested-loop", r"\bQEventLoop\b|\bprocessEvents\s*\(|\bwaitFor[A-Z]\w*\s*\(|\bQ?[mu]?sleep\s*\(",
        "continue with `base::then(future, this, …)` or a signal; never wait", outside(console, "core/central/PasswordPool"),
        sample=("ui/A.cpp", "QEventLoop loop;")),
    Ban("context-then", r"(\.|->)then\s*\(\s*&?(this|q|\w*[cC]ontext|\w+->\w+)\s*,", "`base::then(future, this, …)`: Qt 6.4's own asserts where the context is gone first",
        every_cpp, sample=("core/desk/A.cpp", "m_store.read(all).then(this, [] {});")),
    Ban("exec", r"(\.|->)exec\s*\(", "`open()` and a signal, or a panel in the window; never a loop of its own",
        outside(console, "core/store/", *MAIN), sample=("ui/A.cpp", "dialog.exec();")),
    Ban("blocking-dialog", r"\b(QMessageBox|QInputDialog)\b|\bQFileDialog::get", "a banner in the window, or `open()` and a signal",
        console, sample=("ui/A.cpp", "QMessageBox::warning(this, a, b);")),
    Ban("wall-clock", r"\bcurrent(DateTime(Utc)?|Date|Time|MSecsSinceEpoch|SecsSinceEpoch)\s*\(|\bsystem_clock\b"
        r"|\bgettimeofday\b|\bclock_gettime\b|(?<![\w.>:])(::|std::)?time\s*\(\s*(nullptr|NULL|0)\s*\)",
        "take a `base::Clock &` and ask it", outside(product, INSTANT),
        sample=("core/sync/A.cpp", "auto now = QDateTime::currentDateTimeUtc();")),
    Ban("own-randomness", r"\bQRandomGenerator\b|\brandom_device\b|\bmt19937|\bcreateUuid\b|(?<![\w.>:])s?rand\s*\(",
        "take a `base::Random &` or a `base::IdSource &`", outside(product, INSTANT),
        sample=("core/sync/A.cpp", "auto id = QUuid::createUuid();")),
    Ban("thread", r"\bstd::(j?thread|mutex|async|lock_guard|unique_lock|condition_variable)\b"
        r"|\bQ(Thread|ThreadPool|Mutex|ReadWriteLock|Semaphore|WaitCondition|MutexLocker|Concurrent)\b",
        "only Store, net and the service's endpoint have threads: `Store::write/read`, then `base::then(future, this, …)`",
        outside(product, *THREADED), sample=("core/desk/A.cpp", "std::thread worker;")),
    Ban("throw", r"\bthrow\b(?!\s*\")", "`return base::fail(Error::Kind::…, …)`",
        lambda s: s.is_cpp and s.path != "tests/support/sync/Holds.h",  # a simulated run that ends where a check does not hold
        sample=("core/desk/A.cpp", "throw 1;")),
    Ban("fatal", r"\bqFatal\s*\(|(?<![\w.>:])(std::)?(abort|_Exit|quick_exit)\s*\(", "an expected failure is a `Result`, a broken invariant `Q_ASSERT`",
        sample=("core/desk/A.cpp", 'qFatal("no");')),
    Ban("bool-out", r"\bbool\s*\*\s*ok\b", "return `Result<T>` or `std::optional<T>`",
        sample=("core/desk/A.h", "int read(bool *ok);")),
    Ban("getter", r"(?<![:.>\w])get[A-Z]\w*\s*\((?!.*\boverride\b)", "a query is a noun: `openFor(person)`",
        lambda s: product(s) and s.is_header, sample=("core/desk/A.h", "int getCount() const;")),
    Ban("slot-name", r"\bvoid\s+slot[A-Z]\w*\s*\(", "`on…` (private) or a verb", sample=("ui/A.h", "void slotClicked();")),
    Ban("vague-name", r"\b(class|struct|enum class)\s+\w*(Manager|Helper|Helpers|Util|Utils|Handler|Data|Info)\b",
        "name what it is: a Store, a Model, a View, a Table, an Op", every_cpp,
        sample=("core/desk/A.h", "class CallManager;")),
    Ban("keywords", r"^\s*(signals|slots|public slots|private slots)\s*:|\bemit\s+\w", "`Q_SIGNALS:`, `Q_EMIT`; slots are functions",
        every_cpp, sample=("ui/A.h", "signals:")),
    Ban("object-macro-alone", r"^.*\S.*\bQ_(OBJECT|GADGET)\b|\bQ_(OBJECT|GADGET)\b[ \t]*\S", "`Q_OBJECT` on a line of its own (moc misses it otherwise)",
        lambda s: s.is_cpp and s.under("core", "ui", "app", "tests"), sample=("ui/A.h", "class A { Q_OBJECT };")),
    Ban("rich-text", r"\bQt::(RichText|AutoText|MarkdownText)\b|\b(setHtml|toHtml|setMarkdown|insertHtml|appendHtml)\s*\(",
        "`Qt::PlainText`: what people typed is never markup", sample=("ui/A.cpp", "label->setTextFormat(Qt::RichText);")),
    Ban("colour", r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\"|\bQColor\s*[({]\s*\d|\bqRgba?\s*\(\s*(\d|0x)"
        r"|\bQt::(white|black|red|green|blue|yellow|cyan|magenta|gray|dark[A-Z]\w+|lightGray)\b",
        "a token of the token file (ui, Tokens.h)", lambda s: s.is_cpp and s.under("ui", "app/comptoir") and not is_token_file(s),
        True, sample=("ui/A.cpp", 'QColor c(QStringLiteral("#1D5FB8"));')),
    Ban("absolute-path", r"(?<![\w.\-])/(work|root|Users|mnt/\w+)/|(?<![\w.\-$}])/home/(?!\.)\w+/", "a path relative to the sources, or an option",
        lambda s: s.ending != ".svg" and not s.under("tests/tidy"), True, sample=("app/run.sh", "cd /" + "work/main")),
    Ban("note-to-self", r"\b(TODO|FIXME|XXX|HACK)\b", "do it, or say in the docs what is left out",
        lambda s: (s.is_cpp or s.ending in (".py", ".sh", ".cmake")) and not s.under("tests/tidy"), sample=("ui/A.cpp", "// TODO later")),
    Ban("raw-new-shared", r"\bdelete\s+\w", "ownership is a parent, `std::unique_ptr` or a value",
        sample=("core/desk/A.cpp", "delete m_store;")),
]
COMMENTED = {"absolute-path", "note-to-self"}  # looked for in comments too


def check(source):
    findings = []
    for ban in BANS:
        if not ban.where(source):
            continue
        if ban.rule in COMMENTED or not source.is_cpp:
            text = source.text
        else:
            text = source.literals if ban.in_literals else source.code
        for match in re.finditer(ban.pattern, text, ban.flags):
            offset = match.start() + len(match[0]) - len(match[0].lstrip())
            found = " ".join(match[0].split())
            findings.append(Finding(source.path, source.line_of(offset), ban.rule, f"`{found}`: {ban.instead}"))
    return findings
