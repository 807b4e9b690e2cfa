// SPDX-License-Identifier: GPL-3.0-or-later
// The one target of a fuzzer, and nothing else: compiled once for each, so it includes nothing.

class QByteArrayView;

namespace comptoir::fuzz {

void COMPTOIR_FUZZ_TARGET(QByteArrayView input);
extern void (*chosen)(QByteArrayView);
void (*chosen)(QByteArrayView) = &COMPTOIR_FUZZ_TARGET;

} // namespace comptoir::fuzz
