#include "pilah/registry/intake/row_identity.hpp"

#include <cstring>

#include <sodium/crypto_shorthash.h>

#include "pilah/text/fold.hpp"

namespace pilah::registry {

// 128 bits, so that two of a million rows never meet by chance; the key is fixed
// because nothing is gained by making two rows of one's own list collide.
RowIdentities::Fingerprint RowIdentities::fingerprint(std::string_view kind,
                                                      std::string_view region,
                                                      std::string_view text) {
  static constexpr unsigned char kKey[crypto_shorthash_siphashx24_KEYBYTES] = {};
  std::string joined;
  joined.reserve(kind.size() + region.size() + text.size() + 2);
  joined.append(kind).append(1, '\n').append(region).append(1, '\n').append(text);
  Fingerprint print{};
  crypto_shorthash_siphashx24(reinterpret_cast<unsigned char*>(print.data()),
                              reinterpret_cast<const unsigned char*>(joined.data()), joined.size(),
                              kKey);
  return print;
}

RowRepeat RowIdentities::enter(StagedRow& row, std::string_view source) {
  const std::string& region = row.region.text();
  // An owner is named by its id: two spellings of one agency are one owner.
  std::string name = row.owner ? row.owner->id.text() : std::string("-");
  name += '\n';
  name += text::fold(row.cells[Field::kName]);
  const Seen here{row.row, fingerprint("source", region, source)[0], row.keyed};

  const auto [named, first_of_name] = by_name_.emplace(fingerprint("name", region, name), here);
  row.first_of_name = first_of_name;
  if (row.keyed) {
    const auto [same, is_new] = by_key_.emplace(fingerprint("key", region, row.key), here);
    if (!is_new) return {same->second.row, same->second.source == here.source};
    // Two keys tell two entries of one name apart; a row without a key cannot.
    if (first_of_name || named->second.keyed) return {};
  } else {
    row.key = "=" + name;
    if (first_of_name) return {};
  }
  return {named->second.row, named->second.source == here.source};
}

}  // namespace pilah::registry
