#include "pilah/catalogue/taxonomy.hpp"

#include <algorithm>
#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/catalogue/words.hpp"

namespace pilah::catalogue {
namespace {

Bilingual bilingual(const boost::json::object& object) {
  const auto& name = object.at("name").as_object();
  return {std::string(name.at("id").as_string()), std::string(name.at("en").as_string())};
}

using Words = std::map<std::string, TaxonomyMatch, std::less<>>;

void add_words(Words& words, std::string_view text, const TaxonomyMatch& match) {
  const auto [entry, added] = words.emplace(plain_words(text), match);
  const auto& there = entry->second;
  if (!added && (there.dimension != match.dimension || there.area != match.area)) {
    throw std::invalid_argument("taxonomy.json: \"" + std::string(text) + "\" has two meanings");
  }
}

void add_names(Words& words, const boost::json::object& object, const std::string& key,
               const Bilingual& name, TaxonomyMatch match) {
  for (const auto& text : {key, name.indonesian, name.english}) add_words(words, text, match);
  const auto* aliases = object.if_contains("aliases");
  if (!aliases) return;
  match.by_alias = true;
  for (const auto& alias : aliases->as_array()) {
    TaxonomyMatch by_alias = match;
    const auto* detailed = alias.if_object();
    if (detailed && detailed->if_contains("area")) {
      by_alias.area = std::string(detailed->at("area").as_string());
    }
    add_words(words, detailed ? detailed->at("text").as_string() : alias.as_string(), by_alias);
  }
}

bool is_number(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

TaxonomyMatch look_up(const Words& known, const std::vector<std::string>& level_words,
                      std::string_view text) {
  std::string words = plain_words(text);
  if (const auto found = known.find(words); found != known.end()) return found->second;
  // "Dimensi 3: Smart Economy": a level word and a number in front say nothing more.
  for (const auto& level : level_words) {
    if (begins_with_words(words, level) && words.size() > level.size()) {
      words.erase(0, level.size() + 1);
      break;
    }
  }
  const std::size_t blank = words.find(' ');
  if (blank != std::string::npos && is_number(std::string_view(words).substr(0, blank))) {
    words.erase(0, blank + 1);
  }
  const auto found = known.find(words);
  return found == known.end() ? TaxonomyMatch{} : found->second;
}

}  // namespace

Taxonomy Taxonomy::read(std::string_view json) {
  const auto document = boost::json::parse(json).as_object();
  Taxonomy taxonomy;
  for (const auto& entry : document.at("dimensions").as_array()) {
    const auto& object = entry.as_object();
    Dimension dimension{std::string(object.at("key").as_string()), bilingual(object)};
    add_names(taxonomy.dimension_words_, object, dimension.key, dimension.name,
              {dimension.key, "", false});
    taxonomy.dimensions_.push_back(std::move(dimension));
  }
  for (const auto& entry : document.at("areas").as_array()) {
    const auto& object = entry.as_object();
    Area area{std::string(object.at("key").as_string()),
              std::string(object.at("dimension").as_string()), bilingual(object)};
    if (!taxonomy.dimension(area.dimension)) {
      throw std::invalid_argument("taxonomy.json: area " + area.key + " lies in no dimension");
    }
    add_names(taxonomy.area_words_, object, area.key, area.name, {area.dimension, area.key, false});
    taxonomy.areas_.push_back(std::move(area));
  }
  for (const auto& level : document.at("level_words").as_object()) {
    for (const auto& word : level.value().as_array()) {
      taxonomy.level_words_.push_back(plain_words(word.as_string()));
    }
  }
  // "sub dimensi" before "dimensi", so that the longer one is taken away.
  std::sort(taxonomy.level_words_.begin(), taxonomy.level_words_.end(),
            [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return taxonomy;
}

const Area* Taxonomy::area(std::string_view key) const {
  const auto found =
      std::find_if(areas_.begin(), areas_.end(), [&](const Area& area) { return area.key == key; });
  return found == areas_.end() ? nullptr : &*found;
}

const Dimension* Taxonomy::dimension(std::string_view key) const {
  const auto found = std::find_if(dimensions_.begin(), dimensions_.end(),
                                  [&](const Dimension& dimension) { return dimension.key == key; });
  return found == dimensions_.end() ? nullptr : &*found;
}

TaxonomyMatch Taxonomy::find_dimension(std::string_view words) const {
  return look_up(dimension_words_, level_words_, words);
}

TaxonomyMatch Taxonomy::find_area(std::string_view words) const {
  return look_up(area_words_, level_words_, words);
}

}  // namespace pilah::catalogue
