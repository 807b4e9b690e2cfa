// SPDX-License-Identifier: GPL-3.0-or-later
#include "Admin.h"
#include "NumberingOption.h"

#include <Catch.h>

using namespace comptoir;
using namespace comptoir::service;

TEST_CASE("a numbering plan that is not sound never becomes an empty one on its way to the service", "[service][admin]")
{
    AdminRequest asked;
    asked.action = QStringLiteral("organisation.numbering");
    asked.numbering.ranges.push_back({QStringLiteral("4000"), QStringLiteral("4999"), {}, 0});
    REQUIRE(AdminRequest::decode(asked.encode()));
    CHECK(AdminRequest::decode(asked.encode())->numbering == asked.numbering);
    std::swap(asked.numbering.ranges.front().first, asked.numbering.ranges.front().last);
    const auto read = AdminRequest::decode(asked.encode());
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == base::Error::Kind::Invalid);
}

TEST_CASE("a range of extensions is read where extensions can be in it", "[service][admin]")
{
    CHECK(rangeFrom(QStringLiteral("4000-4999=+33556102xxx")));
    CHECK(rangeFrom(QStringLiteral("600-699")));
    CHECK(rangeFrom(QStringLiteral("4200-4299=+335561020xx")));
    for (const char *wrong : {"4999-4000", "4000-499", "400-4999", "600-699=+33556xxxx", "4000-4999=+33556102x", "40-49", "a-b"}) {
        const auto range = rangeFrom(QLatin1String(wrong));
        INFO(wrong);
        REQUIRE_FALSE(range);
        CHECK(range.error().kind == base::Error::Kind::Invalid);
    }
}
