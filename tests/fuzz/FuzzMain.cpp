// SPDX-License-Identifier: GPL-3.0-or-later
#include <QByteArrayView>
#include <QLoggingCategory>

// libFuzzer's two functions around the target this program was made for.

namespace comptoir::fuzz {

extern void (*chosen)(QByteArrayView);

} // namespace comptoir::fuzz

namespace {

/// What is told of bad input is no matter here, and would be most of the time spent.
void saysNothing(QtMsgType, const QMessageLogContext &, const QString &) {}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    qInstallMessageHandler(saysNothing);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, std::size_t size)
{
    comptoir::fuzz::chosen(QByteArrayView(bytes, static_cast<qsizetype>(size)));
    return 0;
}
