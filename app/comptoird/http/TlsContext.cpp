// SPDX-License-Identifier: GPL-3.0-or-later
#include "TlsContext.h"

namespace comptoir::service {

namespace ssl = boost::asio::ssl;

base::Result<std::shared_ptr<ssl::context>> tlsContext(const QString &certificate, const QString &key)
{
    const auto failed = [](const QString &file, const boost::system::error_code &failure) {
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("%1 cannot be used for TLS: %2").arg(file, QString::fromStdString(failure.message())));
    };
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    context->set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1
                         | ssl::context::no_tlsv1_1 | ssl::context::no_compression | ssl::context::single_dh_use);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    boost::system::error_code failure;
    context->use_certificate_chain_file(certificate.toStdString(), failure);
    if (failure) {
        return failed(certificate, failure);
    }
    context->use_private_key_file(key.toStdString(), ssl::context::pem, failure);
    if (failure) {
        return failed(key, failure);
    }
    return context;
}

} // namespace comptoir::service
