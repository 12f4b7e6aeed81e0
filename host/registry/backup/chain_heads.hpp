// The ends of the audit chains, signed by the host, to be kept outside it.
//
// heads.json: {"taken_on", "heads": [{"region", "sequence", "hash"}], "key", "signature"};
// the signature (Ed25519) covers the document without its last two members, compact.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/chain_head.hpp"

namespace pilah::plugin {
class SecretKey;
}

namespace pilah::registry {

struct SignedHeads {
  std::string taken_on;  ///< ISO 8601
  std::vector<catalogue::ChainHead> heads;
  std::string key;  ///< public, 64 hexadecimal digits
};

/// The text of heads.json.
std::string signed_heads(const std::vector<catalogue::ChainHead>& heads,
                         const std::string& taken_on, const plugin::SecretKey& key);

/// Throws Refusal(kInvalid) when it is no such text or the signature is not its key's.
SignedHeads read_signed_heads(std::string_view text);

/// One head as `pilah verify` prints it: REGION:SEQUENCE:HASH.
std::string head_text(const catalogue::ChainHead& head);
/// Nothing when it is none.
std::optional<catalogue::ChainHead> parse_head(std::string_view text);

}  // namespace pilah::registry
