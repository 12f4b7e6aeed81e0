#include "pilah/catalogue/region.hpp"

#include <algorithm>
#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/words.hpp"

namespace pilah::catalogue {
namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void take_away(std::string& words, std::string_view prefix) {
  if (begins_with_words(words, prefix)) words.erase(0, std::min(words.size(), prefix.size() + 1));
}

/// "Pemerintah Kab. Solok Selatan" and "KABUPATEN SOLOK SELATAN" become one.
std::string region_words(std::string_view name) {
  std::string words = plain_words(name);
  for (const char* prefix : {"pemerintah daerah", "pemerintah", "pemda"}) take_away(words, prefix);
  for (const auto& [abbreviation, full] : {std::pair{"pemkab", "kabupaten"},
                                           {"kab", "kabupaten"},
                                           {"pemkot", "kota"},
                                           {"pemprov", "provinsi"},
                                           {"prov", "provinsi"},
                                           {"propinsi", "provinsi"}}) {
    if (begins_with_words(words, abbreviation)) {
      words.replace(0, std::string_view(abbreviation).size(), full);
      break;
    }
  }
  return words;
}

std::string without_kind(std::string words) {
  for (const char* prefix : {"kabupaten", "kota", "provinsi"}) take_away(words, prefix);
  take_away(words, "administrasi");
  return words;
}

template <class Enum>
Enum enum_member(const boost::json::object& object, std::string_view key) {
  const auto named = enum_named<Enum>(object.at(key).as_string());
  if (!named) throw std::invalid_argument("regions.json: unknown " + std::string(key));
  return *named;
}

std::string text_member(const boost::json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

RegionCode code_member(const boost::json::object& object) {
  const auto code = RegionCode::parse(text_member(object, "code"));
  if (!code) throw std::invalid_argument("regions.json: bad code " + text_member(object, "code"));
  return *code;
}

Refusal refused(const char* kind, std::vector<std::pair<std::string, std::string>> arguments) {
  return Refusal(RefusalKind::kInvalid, Message{kind, std::move(arguments), ""});
}

}  // namespace

std::optional<RegionCode> RegionCode::parse(std::string_view text) {
  const bool province = text.size() == 2 && all_digits(text);
  const bool regency = text.size() == 5 && text[2] == '.' && all_digits(text.substr(0, 2)) &&
                       all_digits(text.substr(3));
  if (!province && !regency) return std::nullopt;
  return RegionCode(std::string(text));
}

RegionDirectory RegionDirectory::read(std::string_view json) {
  const auto document = boost::json::parse(json).as_object();
  RegionDirectory directory;
  std::map<std::string, std::vector<std::string>> aliases;
  std::map<std::string, std::string> bps;
  for (const auto& entry : document.at("provinces").as_array()) {
    const auto& object = entry.as_object();
    Region province{code_member(object), text_member(object, "name"), RegionKind::kProvince,
                    enum_member<TimeZone>(object, "time_zone")};
    if (const auto* given = object.if_contains("aliases")) {
      for (const auto& alias : given->as_array()) {
        aliases[province.code.text()].emplace_back(alias.as_string());
      }
    }
    directory.regions_.push_back(std::move(province));
  }
  for (const auto& entry : document.at("regions").as_array()) {
    const auto& object = entry.as_object();
    Region region{code_member(object), text_member(object, "name"),
                  enum_member<RegionKind>(object, "kind"),
                  enum_member<TimeZone>(object, "time_zone")};
    bps[region.code.text()] = text_member(object, "bps");
    directory.regions_.push_back(std::move(region));
  }
  std::sort(directory.regions_.begin(), directory.regions_.end(),
            [](const Region& a, const Region& b) { return a.code < b.code; });
  for (std::size_t i = 0; i < directory.regions_.size(); ++i) {
    const Region& region = directory.regions_[i];
    const std::string& code = region.code.text();
    if (!directory.by_code_.emplace(code, i).second) {
      throw std::invalid_argument("regions.json: code " + code + " is given twice");
    }
    if (!bps[code].empty()) directory.by_bps_.emplace(bps[code], i);
    std::string full = region_words(region.name);
    if (region.kind == RegionKind::kProvince) full = "provinsi " + full;
    directory.by_name_.emplace(without_kind(full), i);
    directory.by_name_.emplace(std::move(full), i);
    for (const auto& alias : aliases[code]) {
      directory.by_name_.emplace("provinsi " + plain_words(alias), i);
      directory.by_name_.emplace(plain_words(alias), i);
    }
  }
  return directory;
}

const Region* RegionDirectory::find(const RegionCode& code) const {
  const auto found = by_code_.find(code.text());
  return found == by_code_.end() ? nullptr : &regions_[found->second];
}

const Region* RegionDirectory::by_bps(std::string_view digits) const {
  const auto found = by_bps_.find(digits);
  return found == by_bps_.end() ? nullptr : &regions_[found->second];
}

const Region* RegionDirectory::by_name(std::string_view name) const {
  const auto [first, last] = by_name_.equal_range(region_words(name));
  if (first == last || std::next(first) != last) return nullptr;
  return &regions_[first->second];
}

const Region* RegionDirectory::named_within(std::string_view text) const {
  const std::string words = " " + region_words(text) + " ";
  const Region* named = nullptr;
  for (const char* kind : {" kabupaten ", " kota ", " provinsi "}) {
    for (std::size_t at = words.find(kind); at != std::string::npos;
         at = words.find(kind, at + 1)) {
      // The longest name that begins here; no region's name has more than six words.
      std::size_t end = at + 1;
      const Region* longest = nullptr;
      for (int count = 0; count < 7 && end < words.size(); ++count) {
        end = words.find(' ', end + 1);
        if (end == std::string::npos) break;
        const auto [first, last] = by_name_.equal_range(words.substr(at + 1, end - at - 1));
        if (first != last && std::next(first) == last) longest = &regions_[first->second];
      }
      if (longest && named && longest != named) return nullptr;
      if (longest) named = longest;
    }
  }
  return named;
}

const Region& RegionDirectory::resolve(std::string_view code, std::optional<CodeScheme> scheme,
                                       std::string_view name) const {
  if (const auto dotted = RegionCode::parse(code); dotted && scheme != CodeScheme::kBps) {
    if (const Region* region = find(*dotted)) return *region;
    throw refused("region.unknown_code", {{"code", std::string(code)}});
  }
  if (code.size() == 2 && all_digits(code)) {  // BPS numbers provinces as Kemendagri does
    if (const Region* region = find(*RegionCode::parse(code))) return *region;
    throw refused("region.unknown_code", {{"code", std::string(code)}});
  }
  if (code.size() != 4 || !all_digits(code)) {
    throw refused("region.malformed_code", {{"code", std::string(code)}});
  }
  const auto dotted =
      RegionCode::parse(std::string(code.substr(0, 2)) + "." + std::string(code.substr(2)));
  const Region* kemendagri = find(*dotted);
  const Region* bps = by_bps(code);
  if (scheme) {
    const Region* region = *scheme == CodeScheme::kKemendagri ? kemendagri : bps;
    if (region) return *region;
    throw refused("region.unknown_code", {{"code", std::string(code)}});
  }
  if (!kemendagri && !bps) throw refused("region.unknown_code", {{"code", std::string(code)}});
  const Region* named = name.empty() ? nullptr : by_name(name);
  if (named && (named == kemendagri || named == bps)) return *named;
  throw refused("region.ambiguous_code", {{"code", std::string(code)},
                                          {"kemendagri", kemendagri ? kemendagri->name : "-"},
                                          {"dotted", dotted->text()},
                                          {"bps", bps ? bps->name : "-"},
                                          {"bps_dotted", bps ? bps->code.text() : "-"}});
}

}  // namespace pilah::catalogue
