// SPDX-License-Identifier: GPL-3.0-or-later
#include "PackedPage.h"

#include "Compression.h"
#include "Tuning.h"

namespace comptoir::central {

PackedPage PackedPage::of(const QByteArray &plain, bool mayPack)
{
    return mayPack && plain.size() >= kLeastPackedBytes ? PackedPage{wire::compress(plain), true} : PackedPage{plain, false};
}

} // namespace comptoir::central
