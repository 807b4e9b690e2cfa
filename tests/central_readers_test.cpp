// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvReader.h"
#include "LdifReader.h"
#include "LocalTime.h"

#include <Catch.h>

#include <QTemporaryDir>

using namespace comptoir;
using namespace comptoir::central;

namespace {

/// A folder with one file in it.
class OneFile
{
public:
    explicit OneFile(const QByteArray &content)
    {
        QFile file(path());
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("file.csv")); }

private:
    QTemporaryDir m_folder;
};

struct Read
{
    QStringList header;
    std::vector<QStringList> rows;
    std::vector<qint64> lines;
    QString error;
};

Read readAll(const QByteArray &content)
{
    const OneFile file(content);
    Read out;
    auto reader = CsvReader::open(file.path());
    if (!reader) {
        out.error = reader.error().message;
        return out;
    }
    out.header = reader->header();
    CsvRecord record;
    for (;;) {
        const auto more = reader->next(record);
        if (!more) {
            out.error = more.error().message;
            return out;
        }
        if (!*more) {
            return out;
        }
        QStringList row;
        for (std::size_t i = 0; i < record.size(); ++i) {
            row += record.text(i);
        }
        out.rows.push_back(row);
        out.lines.push_back(record.line());
    }
}

base::Result<std::vector<LdifEntry>> readLdif(const QString &path, const std::vector<QByteArray> &names = {})
{
    auto reader = LdifReader::open(path, names);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    std::vector<LdifEntry> out;
    LdifEntry entry;
    for (;;) {
        const auto more = reader->next(entry);
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            return out;
        }
        out.push_back(entry);
    }
}

QString ldifError(const QByteArray &content)
{
    const OneFile file(content);
    const auto entries = readLdif(file.path());
    return entries ? QString() : entries.error().message;
}

} // namespace

TEST_CASE("a table is read with commas, semicolons or tabs, with LF or CRLF, quoted or not", "[central][import]")
{
    const QStringList expected{QStringLiteral("Martin"), QStringLiteral("Claire; \"la\" 1re")};
    CHECK(readAll("nom;note\r\nMartin;\"Claire; \"\"la\"\" 1re\"\r\n").rows == std::vector{expected});
    CHECK(readAll("nom,note\nMartin,\"Claire; \"\"la\"\" 1re\"").rows == std::vector{expected});
    CHECK(readAll("nom\tnote\nMartin\tClaire; \"la\" 1re\n").rows == std::vector{expected});
    const Read read = readAll("a,b\n1,\"two\nlines\"\n\n2,x\n");
    CHECK(read.rows.size() == 2);
    CHECK(read.lines == std::vector<qint64>{2, 5});
    CHECK(readAll("a,b\n,\n").rows.front() == QStringList{QString(), QString()});
}

TEST_CASE("UTF-8 with and without a mark, Latin-1 and Windows-1252 give the same text", "[central][import]")
{
    const QString text = QStringLiteral("Hélène Cœur €");
    for (const QByteArray &content : {QByteArray("a;b\nH\xC3\xA9l\xC3\xA8ne C\xC5\x93ur \xE2\x82\xAC;1\n"),
                                      QByteArray("\xEF\xBB\xBF"
                                                 "a;b\nH\xC3\xA9l\xC3\xA8ne C\xC5\x93ur \xE2\x82\xAC;1\n"),
                                      QByteArray("a;b\nH\xE9l\xE8ne C\x9Cur \x80;1\n")}) {
        const Read read = readAll(content);
        CHECK(read.error.toStdString().empty());
        REQUIRE(read.rows.size() == 1);
        CHECK(read.rows.front().front() == text);
        CHECK(read.header == QStringList{QStringLiteral("a"), QStringLiteral("b")});
    }
}

TEST_CASE("a bad table is refused in plain words with its line", "[central][import]")
{
    const auto error = [](const QByteArray &content) { return readAll(content).error.toStdString(); };
    CHECK_THAT(error("PK\x03\x04zip"), Catch::Contains("zip archive: unzip it first"));
    CHECK_THAT(error(QByteArray("PK\x03\x04") + "[Content_Types].xml"), Catch::Contains("save the sheet as CSV"));
    CHECK_THAT(error("\x1F\x8B\x08"), Catch::Contains("gzip"));
    CHECK_THAT(error("%PDF-1.7\n"), Catch::Contains("PDF"));
    CHECK_THAT(error(QByteArray("\xFF\xFE"
                                "a\0;\0",
                                6)),
               Catch::Contains("UTF-16"));
    CHECK_THAT(error(""), Catch::Contains("empty"));
    CHECK_THAT(error(QByteArray("a;b\n1;2\n3\0;4\n", 13)), Catch::Contains("line 3: holds a NUL"));
    CHECK_THAT(error("a;b\n1;2\n" + QByteArray(10 * 1024 * 1024, 'x') + ";2\n"), Catch::Contains("line 3: is longer than 1 MiB"));
    CHECK_THAT(error("a;b\n\xC3\xA9;2\n\xE9;2\n"), Catch::Contains("line 3: holds bytes that are not UTF-8"));
    CHECK_THAT(error("a;b\n\x81;2\n"), Catch::Contains("line 2: holds bytes that are neither"));
    CHECK_THAT(error("a;b\n1;\"2\n3;4\n"), Catch::Contains("line 2: a quote is opened"));
    CHECK_THAT(error("a;b\n1;\"2\"x\n"), Catch::Contains("line 2: text stands behind"));
    CHECK_THAT(error("a;b;c\n1;2;3\n1;2"), Catch::Contains("line 3: the last line is cut off (2 of 3 columns)"));
    CHECK_THAT(error("hello world\n"), Catch::Contains("line 1: is not the header"));
    QByteArray open("a;b\n1;\"");
    for (int i = 0; i < 200'000; ++i) {
        open += "lines\n;";
    }
    CHECK_THAT(error(open), Catch::Contains("line 2: "));
}

TEST_CASE("LDIF is read with folded lines, base64 and comments", "[central][import]")
{
    const OneFile file(
        "version: 1\n# a comment\n  that goes on\ndn: uid=cmartin,dc=example\ncn: Claire\n  Martin\nsn;lang-fr:: TWFydGluw6k=\n"
        "objectClass: inetOrgPerson\n\n\ndn: uid=b,dc=example\r\nmail: b@example.org\r\n");
    const auto entries = readLdif(file.path());
    REQUIRE(entries);
    REQUIRE(entries->size() == 2);
    CHECK(entries->front().line == 4);
    CHECK(entries->front().text("cn") == QStringLiteral("Claire Martin"));
    CHECK(entries->front().text("sn") == QStringLiteral("Martiné"));
    CHECK(entries->front().has("objectclass", "inetorgperson"));
    CHECK(entries->back().text("mail") == QStringLiteral("b@example.org"));
    CHECK_FALSE(entries->back().text("cn"));
}

TEST_CASE("photographs and groups without end are read over in LDIF", "[central][import]")
{
    QByteArray text = "dn: uid=a\njpegPhoto:: ";
    for (int line = 0; line < 20'000; ++line) {
        text += QByteArray(76, 'A') + "\n ";
    }
    text += "AAAA\nsn: Martin\n\ndn: cn=all\n";
    for (int member = 0; member < 5'000; ++member) {
        text += "member: uid=" + QByteArray::number(member) + '\n';
    }
    const OneFile file(text + "\ndn: uid=b\nsn: Roy\n");
    const auto entries = readLdif(file.path());
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    CHECK(entries->front().text("sn") == QStringLiteral("Martin"));
    CHECK(entries->front().attributes[1].second.size() <= LdifReader::kMostValueBytes);
    CHECK((*entries)[1].attributes.size() == LdifReader::kMostValues);
    CHECK(entries->back().text("sn") == QStringLiteral("Roy"));

    const auto few = readLdif(file.path(), {"sn"});
    REQUIRE(few);
    REQUIRE(few->size() == 3);
    CHECK(few->front().attributes.size() == 2); // dn and sn
    CHECK(few->front().text("sn") == QStringLiteral("Martin"));
    CHECK((*few)[1].attributes.size() == 1);
}

TEST_CASE("a bad LDIF file is refused with its line", "[central][import]")
{
    CHECK_THAT(ldifError("dn: a\nphoto:< file:///etc/passwd\n").toStdString(), Catch::Contains("line 2: refers to a file"));
    CHECK_THAT(ldifError("dn: a\ncn:: ***\n").toStdString(), Catch::Contains("line 2: is not valid base64"));
    CHECK_THAT(ldifError("dn: a\nnonsense\n").toStdString(), Catch::Contains("line 2: is not an LDIF line"));
    CHECK_THAT(ldifError("cn: a\n").toStdString(), Catch::Contains("line 1: an entry begins with"));
    CHECK_THAT(ldifError("dn: a\nchangetype: delete\n").toStdString(), Catch::Contains("line 2: is a change"));
    CHECK_THAT(ldifError(" x\n").toStdString(), Catch::Contains("line 1: continues a line"));
}

TEST_CASE("times of the log are wall clocks of metropolitan France", "[central][import]")
{
    CHECK(readFrenchTime("29/2/2016 01:16") == 1456704960000); // 00:16 UTC
    CHECK(readFrenchTime("1/7/2016 12:00") == 1467367200000); // 10:00 UTC
    CHECK(readFrenchTime("27/3/2016 01:59") == readFrenchTime("27/3/2016 03:00").value() - 60'000);
    CHECK(readFrenchTime("30/10/2016 02:30").value() == readFrenchTime("30/10/2016 01:30").value() + 3'600'000);
    CHECK(readFrenchTime("31/12/1999 23:59") == 946681140000);
    for (const char *bad : {"?", "", "30/2/2016 01:16", "1/13/2016 01:16", "1/1/2016 24:00", "1/1/2016 1:6", "1/1/2016", "1/1/2016 01:160",
                            "-1/1/2016 01:16"}) {
        CHECK_FALSE(readFrenchTime(bad));
    }
    for (qint64 day = -1; day < 40'000; day += 13) {
        const CivilDate date = CivilDate::of(std::max<qint64>(day, 0));
        CHECK(dayNumber(date.year, date.month, date.day) == std::max<qint64>(day, 0));
    }
    CHECK(weekday(dayNumber(2026, 11, 22)) == 7);
}
