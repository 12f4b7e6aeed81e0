#include "pilah/registry/search/innovation_list.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/registry/search/scopes.hpp"
#include "pilah/search/index.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using search::Condition;
using search::Facet;
using search::Sort;

namespace {

constexpr std::array<std::pair<std::string_view, Sort>, 5> kSorts = {{
    {"relevance", Sort::kRelevance},
    {"name", Sort::kName},
    {"changed", Sort::kChanged},
    {"budget", Sort::kBudget},
    {"applied", Sort::kApplied},
}};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Sort sort_of(const InnovationFilter& filter) {
  if (filter.sort.empty()) return filter.text.empty() ? Sort::kName : Sort::kRelevance;
  const auto* found = std::find_if(kSorts.begin(), kSorts.end(),
                                   [&](const auto& each) { return each.first == filter.sort; });
  if (found != kSorts.end()) return found->second;
  throw Refusal(RefusalKind::kInvalid,
                Message{"innovation.unknown_sort",
                        {{"sort", filter.sort}, {"known", joined(sort_names())}},
                        "/sort"});
}

Facet facet_of(const std::string& name, const char* pointer) {
  if (const auto facet = search::facet_named(name)) return *facet;
  throw Refusal(RefusalKind::kInvalid, Message{"innovation.unknown_facet",
                                               {{"facet", name}, {"known", joined(facet_names())}},
                                               pointer});
}

void require_known_places(const catalogue::Taxonomy& taxonomy, const InnovationFilter& filter) {
  const auto require_area = [&taxonomy](const std::string& key, const char* pointer) {
    if (taxonomy.area(key)) return;
    throw Refusal(RefusalKind::kInvalid,
                  Message{"innovation.unknown_area", {{"area", key}}, pointer});
  };
  for (const auto& key : filter.areas) require_area(key, "/area");
  for (const auto& key : filter.primary_areas) require_area(key, "/primary_area");
  for (const auto& key : filter.dimensions) {
    if (taxonomy.dimension(key)) continue;
    throw Refusal(RefusalKind::kInvalid,
                  Message{"innovation.unknown_dimension", {{"dimension", key}}, "/dimension"});
  }
}

template <class Enum>
std::vector<std::string> words_of(const std::vector<Enum>& values) {
  std::vector<std::string> words;
  words.reserve(values.size());
  for (const Enum value : values) words.emplace_back(catalogue::name_of(value));
  return words;
}

std::vector<Condition> conditions_of(const InnovationFilter& filter) {
  std::vector<Condition> conditions;
  const auto any_of = [&conditions](Facet facet, std::vector<std::string> values) {
    if (!values.empty()) conditions.push_back({facet, std::move(values)});
  };
  const auto is_known = [&conditions](Facet facet, const std::optional<bool>& known) {
    if (known) conditions.push_back({facet, {std::string(search::kUnknownValue)}, *known});
  };
  any_of(Facet::kStatus, words_of(filter.statuses));
  any_of(Facet::kEntryKind, words_of(filter.entry_kinds));
  any_of(Facet::kForm, words_of(filter.forms));
  any_of(Facet::kStage, words_of(filter.stages));
  any_of(Facet::kFunding, words_of(filter.funding));
  any_of(Facet::kArea, filter.areas);
  any_of(Facet::kPrimaryArea, filter.primary_areas);
  any_of(Facet::kDimension, filter.dimensions);
  std::vector<std::string> owners;
  for (const auto& owner : filter.owners) owners.push_back(owner.text());
  any_of(Facet::kOwner, std::move(owners));
  std::vector<std::string> years;
  for (const int year : filter.years) years.push_back(std::to_string(year));
  any_of(Facet::kYear, std::move(years));
  if (filter.digital) any_of(Facet::kDigital, {*filter.digital ? "true" : "false"});
  is_known(Facet::kOwner, filter.has_owner);
  is_known(Facet::kPrimaryArea, filter.has_primary_area);
  for (const auto& name : filter.unknown) is_known(facet_of(name, "/unknown"), false);
  return conditions;
}

/// The field that a facet is made of, where a region can close it.
std::string_view field_of(Facet facet) {
  switch (facet) {
    case Facet::kForm:
      return "form";
    case Facet::kStage:
      return "stage";
    case Facet::kDigital:
      return "digital";
    case Facet::kYear:
      return "applied";
    case Facet::kFunding:
      return "budgets";
    default:
      return "name";  // always public, as the others are
  }
}

/// A filter, a facet or an order by a field tells of it: whoever does not see the
/// field may not ask by it.
void require_open(const Caller& caller, const Sight& sight, const RegionCode& region,
                  const search::Query& query) {
  if (sight.whole_region) return;
  std::vector<std::string_view> asked;
  for (const auto& condition : query.conditions) asked.push_back(field_of(condition.facet));
  for (const auto facet : query.facets) asked.push_back(field_of(facet));
  if (query.sort == Sort::kBudget) asked.emplace_back("budgets");
  if (query.sort == Sort::kApplied) asked.emplace_back("applied");
  const auto& published = sight.published;
  const bool open = std::all_of(asked.begin(), asked.end(), [&](std::string_view field) {
    // The year is that of the start while nobody knows when it was applied.
    return published.shows_field(field) && (field != "applied" || published.shows_field("started"));
  });
  if (!open) require(caller, Deed::kReadInternal, {region, {}});
}

/// The innovations of which something waits and that the sight shows whole.
std::vector<InnovationId> waiting_for(store::Reader& reader, const Sight& sight,
                                      const RegionCode& region,
                                      const std::vector<InnovationId>& waiting) {
  if (sight.whole_region) return waiting;
  std::vector<InnovationId> own;
  if (sight.is_public_only()) return own;
  for (const auto& id : waiting) {
    const auto entry = reader.find<catalogue::Innovation>(region, id);
    if (entry && sees_whole(sight, entry->record)) own.push_back(id);
  }
  return own;
}

/// Beside the conditions that the index knows.
void add_pending(const Environment& environment, const Caller& caller, const Sight& sight,
                 const RegionCode& region, const InnovationFilter& filter, search::Query& query) {
  if (!filter.pending) return;
  if (sight.is_public_only()) {
    require(caller, Deed::kReadInternal, {region, {}});
  }
  if (!environment.index) return;
  const auto waiting = environment.index->waiting(region);
  environment.store.read([&](store::Reader& reader) {
    query.among = search::Among{waiting_for(reader, sight, region, *waiting), !*filter.pending};
  });
}

search::Query query_of(const RegionCode& region, const InnovationFilter& filter,
                       const Sight& sight) {
  search::Query query;
  query.scopes = {{region, visibility_of(sight)}};
  query.text = filter.text;
  query.conditions = conditions_of(filter);
  for (const auto& name : filter.facets) {
    const Facet facet = facet_of(name, "/facets");
    auto& asked = query.facets;
    if (std::find(asked.begin(), asked.end(), facet) == asked.end()) asked.push_back(facet);
  }
  query.sort = sort_of(filter);
  query.after = filter.after;
  query.limit = filter.limit;
  return query;
}

/// Whether the store's own query would do.
bool needs_index(const InnovationFilter& filter, const search::Query& query, const Sight& sight) {
  const bool by_text = !filter.text.empty() || !filter.facets.empty() || query.sort != Sort::kName;
  const bool by_more = !filter.primary_areas.empty() || !filter.forms.empty() ||
                       !filter.stages.empty() || !filter.funding.empty() || !filter.years.empty() ||
                       filter.digital || filter.pending || !filter.unknown.empty();
  return by_text || by_more || !sight.whole_region ||
         (!filter.areas.empty() && !filter.dimensions.empty());
}

InnovationList from_store(const Environment& environment, const RegionCode& region,
                          const InnovationFilter& filter) {
  store::InnovationQuery query;
  query.statuses = filter.statuses;
  query.entry_kinds = filter.entry_kinds;
  query.owners = filter.owners;
  query.areas = filter.areas;
  for (const auto& area : environment.taxonomy.areas()) {
    const auto& wanted = filter.dimensions;
    if (std::find(wanted.begin(), wanted.end(), area.dimension) != wanted.end()) {
      query.areas.push_back(area.key);
    }
  }
  query.has_owner = filter.has_owner;
  query.has_primary_area = filter.has_primary_area;
  query.after = filter.after;
  query.limit = filter.limit;
  InnovationList list;
  environment.store.read([&](store::Reader& reader) {
    list.revision = reader.revision(region);
    auto page = reader.innovations(region, query);
    for (const auto& stored : page.innovations) {
      const bool waits =
          reader.find_text<catalogue::PendingVersion>(region, stored.record.id).has_value();
      list.innovations.push_back(
          {boost::json::serialize(catalogue::to_json(stored.record)), stored.revision, waits});
    }
    list.next = std::move(page.next);
  });
  return list;
}

/// What was changed since the index has seen it may have become invisible.
bool is_still_visible(const store::Stored<std::string>& stored, std::int64_t indexed,
                      const search::Visibility& visibility) {
  if (visibility.everything || stored.revision <= indexed) return true;
  return search::is_visible(
      catalogue::from_json<catalogue::Innovation>(catalogue::parse_json(stored.record)),
      visibility);
}

InnovationList from_index(const Environment& environment, const search::Query& query,
                          const Sight& sight) {
  search::Answer answer = environment.index->index().search(query);
  InnovationList list;
  list.revision = answer.current_to.front().second;
  list.total = answer.total;
  list.next = std::move(answer.next);
  for (auto& [word, read_as] : answer.corrections) {
    list.corrections.push_back({std::move(word), std::move(read_as)});
  }
  for (auto& counted : answer.facets) {
    FacetCounts counts{std::string(search::name_of(counted.facet)), {}};
    for (auto& [value, count] : counted.values) {
      auto known = value == search::kUnknownValue ? std::nullopt : std::optional(std::move(value));
      counts.values.push_back({std::move(known), count});
    }
    list.facets.push_back(std::move(counts));
  }
  const auto& scope = query.scopes.front();
  const auto waiting = environment.index->waiting(scope.region);
  environment.store.read([&](store::Reader& reader) {
    for (const auto& hit : answer.hits) {
      auto stored = reader.find_text<catalogue::Innovation>(hit.region, hit.id);
      if (!stored || !is_still_visible(*stored, list.revision, scope.visibility)) continue;
      const bool waits = std::binary_search(waiting->begin(), waiting->end(), hit.id) &&
                         !waiting_for(reader, sight, hit.region, {hit.id}).empty();
      list.innovations.push_back(
          {shown(sight, std::move(stored->record)), stored->revision, waits});
    }
  });
  return list;
}

}  // namespace

std::vector<std::string> facet_names() {
  return {search::kFacetNames.begin(), search::kFacetNames.end()};
}

std::vector<std::string> sort_names() {
  std::vector<std::string> names;
  names.reserve(kSorts.size());
  for (const auto& [name, sort] : kSorts) names.emplace_back(name);
  return names;
}

InnovationList innovations(const Environment& environment, const Caller& caller,
                           const RegionCode& region, const InnovationFilter& filter) {
  require_known_places(environment.taxonomy, filter);
  Sight sight;
  environment.store.read([&](store::Reader& reader) { sight = sight_of(reader, caller, region); });
  auto query = query_of(region, filter, sight);
  require_open(caller, sight, region, query);
  const bool needed = needs_index(filter, query, sight);
  const bool is_built = environment.index && environment.index->index().current_to(region);
  if (is_built || (environment.index && needed)) {
    const auto state = environment.index->catch_up(region);
    // A list that the store can give too is never older than the store.
    if (state.is_current() || (needed && state.indexed)) {
      add_pending(environment, caller, sight, region, filter, query);
      auto list = from_index(environment, query, sight);
      list.view = mark_of(sight);
      return list;
    }
  }
  if (!needed) return from_store(environment, region, filter);
  throw Refusal(RefusalKind::kUnavailable,
                Message{"search.not_ready", {{"region", region.text()}}, ""});
}

std::int64_t each_innovation_id(const Environment& environment, const Caller& caller,
                                const RegionCode& region, InnovationFilter filter,
                                const std::function<void(catalogue::InnovationId)>& take) {
  require_known_places(environment.taxonomy, filter);
  filter.facets.clear();
  filter.limit = search::kLargestPage;
  Sight sight;
  environment.store.read([&](store::Reader& reader) { sight = sight_of(reader, caller, region); });
  auto query = query_of(region, filter, sight);
  require_open(caller, sight, region, query);
  if (!environment.index || !environment.index->catch_up(region).indexed) {
    throw Refusal(RefusalKind::kUnavailable,
                  Message{"search.not_ready", {{"region", region.text()}}, ""});
  }
  add_pending(environment, caller, sight, region, filter, query);
  std::optional<std::int64_t> revision;
  do {
    search::Answer answer = environment.index->index().search(query);
    if (!revision) revision = answer.current_to.front().second;
    for (const auto& hit : answer.hits) take(hit.id);
    query.after = std::move(answer.next);
  } while (!query.after.empty());
  return *revision;
}

}  // namespace pilah::registry
