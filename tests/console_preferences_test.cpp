// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "KeptPreferences.h"
#include "Options.h"

#include <QFile>
#include <QTemporaryDir>

using namespace comptoir;

TEST_CASE("what the settings kept is there at the next start, and the command line wins over it", "[console][settings]")
{
    QTemporaryDir folder;
    CHECK(console::keptPreferences(folder.path()) == ui::Preferences{});
    ui::Preferences chosen;
    chosen.language = QStringLiteral("en");
    chosen.theme = QStringLiteral("contrast");
    chosen.sizePercent = 150;
    chosen.telephone = QStringLiteral("localhost:4444");
    chosen.logLevel = QStringLiteral("debug");
    REQUIRE(console::keepPreferences(folder.path(), chosen));
    CHECK(console::keptPreferences(folder.path()) == chosen);

    auto plain = console::Options::read({QStringLiteral("comptoir")});
    REQUIRE(plain);
    plain->fillFrom(chosen);
    CHECK(plain->language == u"en");
    CHECK(plain->theme == u"contrast");
    CHECK(plain->sizePercent == 150);
    CHECK(plain->baresipHost == u"localhost");
    CHECK(plain->baresipPort == 4444);
    CHECK(plain->logLevel == base::LogLevel::Debug);

    auto said = console::Options::read({QStringLiteral("comptoir"), QStringLiteral("--theme"), QStringLiteral("light"),
                                        QStringLiteral("--baresip"), QStringLiteral("127.0.0.1:5555")});
    REQUIRE(said);
    said->fillFrom(chosen);
    CHECK(said->theme == u"light");
    CHECK(said->language == u"en");
    CHECK(said->baresipPort == 5555);
}

TEST_CASE("settings that make no sense are as at first", "[console][settings]")
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("settings.json")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"language":"xx","theme":7,"size_percent":93,"telephone":"no port","log_level":"loud"})");
    file.close();
    ui::Preferences read = console::keptPreferences(folder.path());
    auto options = console::Options::read({QStringLiteral("comptoir")});
    REQUIRE(options);
    options->fillFrom(read);
    CHECK(options->baresipHost.isEmpty());
    CHECK(read.telephone == u"no port"); // kept as written: the settings window says what is wrong with it
    read.telephone.clear();
    CHECK(read == ui::Preferences{});
}
