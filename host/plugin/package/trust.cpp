#include "pilah/plugin/package/trust.hpp"

#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/plugin/system/whole_file.hpp"

namespace pilah::plugin {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxTrust = 1024 * std::size_t{1024};

PublicKey key_of(std::string_view hex) {
  auto key = PublicKey::parse(hex);
  if (!key) throw std::invalid_argument("a key is not 64 hexadecimal digits");
  return *std::move(key);
}

}  // namespace

bool Trust::trusts(const PublicKey& key) const {
  const auto found = keys.find(key);
  return found != keys.end() && !found->second.revoked;
}

Trust read_trust(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return {};
  try {
    const auto document = json::parse(read_whole_file(file, kMaxTrust));
    Trust trust;
    for (const auto& member : document.as_object().at("keys").as_object()) {
      const auto& key = member.value().as_object();
      trust.keys[key_of(member.key())] = {std::string(key.at("name").as_string()),
                                          key.at("revoked").as_bool()};
    }
    for (const auto& digest : document.as_object().at("allowed").as_array()) {
      trust.allowed.emplace(digest.as_string());
    }
    return trust;
  } catch (const std::exception& failure) {
    throw std::invalid_argument(file.string() + ": " + failure.what());
  }
}

void write_trust(const std::filesystem::path& file, const Trust& trust) {
  json::object keys;
  for (const auto& [key, about] : trust.keys) {
    keys[key.hex()] = {{"name", about.name}, {"revoked", about.revoked}};
  }
  json::array allowed;
  for (const auto& digest : trust.allowed) allowed.emplace_back(digest);
  write_whole_file(file,
                   json::serialize(json::object{{"keys", keys}, {"allowed", allowed}}) + "\n");
}

}  // namespace pilah::plugin
