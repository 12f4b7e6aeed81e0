#include "pilah/plugin/run/rule_description.hpp"

#include <set>
#include <stdexcept>

#include "pilah/plugin.h"
#include "pilah/plugin/system/utf8.hpp"
#include "pilah/plugin/wire/column_table.hpp"
#include "pilah/plugin/wire/wire.hpp"

namespace pilah::plugin {
namespace {

constexpr std::size_t kMaxDescribed = 4096;  // bytes of one text

std::optional<std::int32_t> bound(std::int32_t value) {
  return value < 0 ? std::nullopt : std::optional(value);
}

/// What is wrong with the ids of criteria, reasons or groups; empty: nothing.
template <class Entries>
std::string wrong_id(const Entries& entries) {
  std::set<std::string> ids;
  for (const auto& entry : entries) {
    if (!is_id(entry.id)) return "an id is not of lower-case letters, digits and '-'";
    if (!ids.insert(entry.id).second) return "the id " + entry.id + " is there twice";
  }
  return {};
}

}  // namespace

RuleDescription read_rule_description(std::string_view bytes) {
  wire::Source source(bytes);
  const auto count = [&source](std::uint32_t most) {
    const auto number = source.number<std::uint32_t>();
    if (number > most) throw std::out_of_range("too many entries in the description");
    return number;
  };
  const auto text = [&source] {
    const auto words = source.text();
    if (words.size() > kMaxDescribed || !is_utf8(words)) {
      throw std::out_of_range("a text of the description is too long or no UTF-8");
    }
    return std::string(words);
  };
  RuleDescription description;
  description.rowwise = (source.number<std::uint32_t>() & PILAH_RULE_ROWWISE) != 0;
  for (auto n = count(256); n > 0; --n) description.columns.push_back(text());
  for (auto n = count(64); n > 0; --n) {
    RuleDescription::Criterion criterion;
    for (auto* field : {&criterion.id, &criterion.title_id, &criterion.title_en, &criterion.zero_id,
                        &criterion.zero_en, &criterion.one_id, &criterion.one_en}) {
      *field = text();
    }
    criterion.default_weight = source.number<std::uint32_t>();
    description.criteria.push_back(std::move(criterion));
  }
  for (auto n = count(254); n > 0; --n) {
    auto id = text();
    auto indonesian = text();
    auto english = text();
    description.reasons.push_back({std::move(id), std::move(indonesian), std::move(english)});
  }
  for (auto n = count(32); n > 0; --n) {
    RuleDescription::Group group;
    for (auto* field : {&group.id, &group.title_id, &group.title_en}) *field = text();
    group.default_min = bound(source.number<std::int32_t>());
    group.default_max = bound(source.number<std::int32_t>());
    description.groups.push_back(std::move(group));
  }
  return description;
}

std::string difference(const Manifest& manifest, const RuleDescription& description) {
  std::vector<std::string> criteria;
  for (const auto& criterion : description.criteria) criteria.push_back(criterion.id);
  // A manifest without criteria: they follow from the parameters.
  if (!manifest.criteria.empty() && criteria != manifest.criteria) {
    return "the criteria are not those of plugin.json";
  }
  if (description.columns != manifest.columns) return "the columns are not those of plugin.json";
  if (criteria.empty()) return "the rule has no criterion";
  for (const auto& column : description.columns) {
    if (!innovation_column(column)) return "column " + column + " is none of this host's";
  }
  for (const std::string& wrong : {wrong_id(description.criteria), wrong_id(description.reasons),
                                   wrong_id(description.groups)}) {
    if (!wrong.empty()) return wrong;
  }
  return {};
}

}  // namespace pilah::plugin
