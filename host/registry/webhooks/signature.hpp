// The signature by which a webhook's receiver knows that it is us: that of the Standard
// Webhooks convention (standardwebhooks.com), so that its libraries check it.
//
//   webhook-id: 13.11-57
//   webhook-timestamp: 1770000000
//   webhook-signature: v1,base64(HMAC-SHA256(secret, "13.11-57.1770000000.BODY"))
//
// The secret is "whsec_" and the base64 of the key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// 256 random bits.
std::string new_webhook_secret(const Environment& environment);

/// "v1,...". Throws std::invalid_argument for what is no such secret.
std::string signature_of(std::string_view secret, std::string_view id, std::int64_t timestamp,
                         std::string_view body);

}  // namespace pilah::registry
