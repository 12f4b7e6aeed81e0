#include "pilah/registry/backup/chain_heads.hpp"

#include <algorithm>
#include <charconv>

#include <boost/json.hpp>
#include <sodium/utils.h>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/package/signature.hpp"

namespace pilah::registry {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

bool is_hex(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string hex_of(std::string_view bytes) {
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                 bytes.size());
  hex.pop_back();
  return hex;
}

/// Empty when it is none of a signature's length.
std::string signature_of(std::string_view hex) {
  std::string bytes(plugin::kSignatureBytes, '\0');
  std::size_t read = 0;
  const bool fits = hex.size() == 2 * bytes.size() &&
                    sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                   hex.data(), hex.size(), nullptr, &read, nullptr) == 0 &&
                    read == bytes.size();
  return fits ? bytes : std::string();
}

Refusal no_heads(const char* kind) { return Refusal(RefusalKind::kInvalid, Message{kind, {}, ""}); }

catalogue::ChainHead head_in(const boost::json::value& json) {
  const auto& object = json.as_object();
  catalogue::ChainHead head{std::string(object.at("region").as_string()),
                            object.at("sequence").to_number<std::int64_t>(),
                            std::string(object.at("hash").as_string())};
  if (!is_hex(head.hash)) throw no_heads("backup.no_heads");
  return head;
}

}  // namespace

std::string signed_heads(const std::vector<catalogue::ChainHead>& heads,
                         const std::string& taken_on, const plugin::SecretKey& key) {
  boost::json::array list;
  for (const auto& head : heads) {
    list.push_back({{"region", head.region}, {"sequence", head.sequence}, {"hash", head.hash}});
  }
  boost::json::object document{{"taken_on", taken_on}, {"heads", std::move(list)}};
  const auto signature = key.sign(plugin::Signed::kChainHeads, boost::json::serialize(document));
  document["key"] = key.public_key().hex();
  document["signature"] = hex_of(signature);
  return boost::json::serialize(document) + '\n';
}

SignedHeads read_signed_heads(std::string_view text) {
  try {
    auto document = catalogue::parse_json(text).as_object();
    SignedHeads read;
    read.taken_on = document.at("taken_on").as_string();
    for (const auto& head : document.at("heads").as_array()) read.heads.push_back(head_in(head));
    read.key = document.at("key").as_string();
    const auto key = plugin::PublicKey::parse(read.key);
    const auto signature = signature_of(document.at("signature").as_string());
    document.erase("signature");
    document.erase("key");
    if (!key || !plugin::is_signed_by(*key, plugin::Signed::kChainHeads,
                                      boost::json::serialize(document), signature)) {
      throw no_heads("backup.heads_not_signed");
    }
    return read;
  } catch (const Refusal&) {
    throw;
  } catch (const std::exception&) {  // a member that is missing or of another type
    throw no_heads("backup.no_heads");
  }
}

std::string head_text(const catalogue::ChainHead& head) {
  return head.region + ':' + std::to_string(head.sequence) + ':' + head.hash;
}

std::optional<catalogue::ChainHead> parse_head(std::string_view text) {
  const auto first = text.find(':');
  const auto second = text.rfind(':');
  if (first == std::string_view::npos || second == first) return std::nullopt;
  catalogue::ChainHead head{std::string(text.substr(0, first)), 0,
                            std::string(text.substr(second + 1))};
  const std::string_view number = text.substr(first + 1, second - first - 1);
  const auto read = std::from_chars(number.data(), number.data() + number.size(), head.sequence);
  if (read.ec != std::errc() || read.ptr != number.data() + number.size() || !is_hex(head.hash)) {
    return std::nullopt;
  }
  return head;
}

}  // namespace pilah::registry
