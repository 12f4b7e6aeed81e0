#include "pilah/registry/intake/organisation_index.hpp"

#include <algorithm>

#include "pilah/catalogue/words.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Organisation;
using catalogue::OrganisationId;
using catalogue::OrganisationKind;

namespace {

/// `words` without `tail` as its last words.
bool take_tail(std::string& words, std::string_view tail) {
  if (tail.empty() || words.size() <= tail.size() || !words.ends_with(tail) ||
      words[words.size() - tail.size() - 1] != ' ') {
    return false;
  }
  words.resize(words.size() - tail.size() - 1);
  return true;
}

bool is_joining_word(std::string_view word) {
  return word == "dan" || word == "serta" || word == "atau" || word == "of" || word == "and";
}

/// "dishub" -> "DISHUB", "Dinas Komunikasi dan Informatika" -> "DKI".
std::string code_from(std::string_view name) {
  const std::string words = catalogue::plain_words(name);
  std::string code;
  constexpr std::size_t kLongestWord = 16;
  if (words.find(' ') == std::string::npos && words.size() <= kLongestWord) {
    code = words;
  } else {
    for (std::size_t at = 0; at < words.size() && code.size() < 12;) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      const std::string_view word = std::string_view(words).substr(at, end - at);
      if (!is_joining_word(word)) code += word[0];
      at = end + 1;
    }
  }
  if (code.empty()) code = "opd";
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return code;
}

}  // namespace

OrganisationIndex::OrganisationIndex(catalogue::Region region,
                                     std::vector<Organisation> organisations)
    : region_(std::move(region)), region_words_(text::fold(region_.name)) {
  for (auto& organisation : organisations) add(std::move(organisation));
}

std::vector<std::string> OrganisationIndex::keys_of(std::string_view name) const {
  std::vector<std::string> keys{text::fold(name)};
  std::string shorter = keys.front();
  if (take_tail(shorter, region_words_)) {
    for (const char* word : {"pemerintah daerah", "pemerintah", "pemda", "pemkot", "pemkab"}) {
      if (take_tail(shorter, word)) break;
    }
    keys.push_back(std::move(shorter));
  }
  return keys;
}

OrganisationIndex::Finding OrganisationIndex::find(std::string_view name) const {
  for (const auto& key : keys_of(name)) {
    if (key.empty()) continue;
    const auto found = by_word_.find(key);
    if (found == by_word_.end()) continue;
    if (found->second == kSeveral) return {nullptr, true};
    return {&organisations_[found->second], false};
  }
  return {};
}

const Organisation* OrganisationIndex::find(OrganisationId id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &organisations_[found->second];
}

const Organisation* OrganisationIndex::find_code(std::string_view code) const {
  const auto found = by_code_.find(text::fold(code));
  return found == by_code_.end() ? nullptr : &organisations_[found->second];
}

Organisation OrganisationIndex::make(OrganisationId id, std::string_view name,
                                     const ListWords& words) const {
  Organisation organisation;
  organisation.id = id;
  organisation.region = region_.code;
  organisation.name = name;
  const auto kind = words.value_named<OrganisationKind>(name.substr(0, name.find(' ')));
  if (kind == OrganisationKind::kSubdistrict || kind == OrganisationKind::kVillage) {
    organisation.kind = *kind;
  }
  const std::string stem = code_from(keys_of(name).back());
  organisation.code = stem;
  for (int number = 2; by_code_.contains(text::fold(organisation.code)) ||
                       by_word_.contains(text::fold(organisation.code));
       ++number) {
    // A code is also a name by which lists call it: it must not be another's.
    if (text::fold(organisation.code) == text::fold(name) &&
        !by_code_.contains(text::fold(organisation.code))) {
      break;
    }
    organisation.code = stem + "-" + std::to_string(number);
  }
  return organisation;
}

void OrganisationIndex::add(Organisation organisation) {
  organisations_.push_back(std::move(organisation));
  index(organisations_.size() - 1);
}

void OrganisationIndex::replace(Organisation organisation) {
  const std::size_t number = by_id_.at(organisation.id);
  // Its former words stay: a renamed agency is found by its old name, too.
  organisations_[number] = std::move(organisation);
  index(number);
}

void OrganisationIndex::index(std::size_t number) {
  const Organisation& organisation = organisations_[number];
  by_id_.emplace(organisation.id, number);
  by_code_.emplace(text::fold(organisation.code), number);
  index_word(text::fold(organisation.code), number);
  for (const auto& key : keys_of(organisation.name)) index_word(key, number);
  for (const auto& alias : organisation.aliases) {
    for (const auto& key : keys_of(alias)) index_word(key, number);
  }
}

void OrganisationIndex::index_word(const std::string& word, std::size_t number) {
  if (word.empty()) return;
  const auto [entry, added] = by_word_.emplace(word, number);
  if (!added && entry->second != number) entry->second = kSeveral;
}

}  // namespace pilah::registry
