// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"

#include "Id.h"

using comptoir::base::Uuid;

TEST_CASE("a uuid survives the way through its text", "[base][id]")
{
    const Uuid id = Uuid::fromName("comptoir");
    CHECK_FALSE(id.isNull());
    CHECK(id.toText().size() == 36);
    CHECK(Uuid::fromText(id.toText()) == id);
    CHECK(Uuid::fromBytes(id.toBytes()) == id);
}
