#include "pilah/registry/mapping/area_mapping.hpp"

#include <algorithm>
#include <map>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/stored_innovation.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/area_suggestion.hpp"

namespace pilah::registry {

using catalogue::AreaMapping;
using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Organisation;
using catalogue::OrganisationId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

using OwnerNames = std::map<OrganisationId, std::string>;

OwnerNames owner_names(store::Reader& reader, const RegionCode& region) {
  OwnerNames names;
  reader.each<Organisation>(region, [&](const store::Stored<Organisation>& stored) {
    names.emplace(stored.record.id, stored.record.name);
    return true;
  });
  return names;
}

bool wants_mapping(const Innovation& innovation) {
  if (innovation.status == catalogue::Status::kArchived) return false;
  const AreaMapping* primary = catalogue::primary_mapping(innovation);
  return !primary || !primary->confirmed;
}

text::EntryTexts texts_of(const Innovation& innovation, const OwnerNames& owners) {
  text::EntryTexts texts;
  texts.name = innovation.name;
  texts.summary = innovation.summary;
  texts.benefit = innovation.benefit;
  texts.problem = innovation.problem;
  if (innovation.owner) {
    const auto owner = owners.find(*innovation.owner);
    if (owner != owners.end()) texts.owner = owner->second;
  }
  texts.affairs.assign(innovation.affairs.begin(), innovation.affairs.end());
  return texts;
}

std::vector<SuggestedArea> suggestions_for(const Environment& environment,
                                           const Innovation& innovation, const OwnerNames& owners) {
  std::vector<SuggestedArea> suggestions;
  for (auto& suggested : text::suggest(environment.lexicon, texts_of(innovation, owners))) {
    suggestions.push_back({std::move(suggested.area), std::move(suggested.dimension),
                           suggested.confidence, std::move(suggested.words)});
  }
  return suggestions;
}

void require_bounded(const std::string& text, const std::string& field) {
  if (text.size() <= kLongestTextToMap) return;
  throw Refusal(RefusalKind::kInvalid, Message{"innovation.text_too_long",
                                               {{"field", field},
                                                {"size", std::to_string(text.size())},
                                                {"limit", std::to_string(kLongestTextToMap)}},
                                               "/" + field});
}

/// Makes `area` the confirmed primary area. A former primary area stays as a
/// secondary one when it was confirmed, and goes when it never was.
void make_primary(Innovation& innovation, const AreaMapping& primary) {
  auto& mappings = innovation.mappings;
  mappings.erase(std::remove_if(mappings.begin(), mappings.end(),
                                [&](const AreaMapping& mapping) {
                                  return mapping.area == primary.area ||
                                         (mapping.primary && !mapping.confirmed);
                                }),
                 mappings.end());
  for (auto& mapping : mappings) mapping.primary = false;
  mappings.insert(mappings.begin(), primary);
}

}  // namespace

std::vector<SuggestedMapping> suggest_areas(const Environment& environment, const Caller& caller,
                                            const RegionCode& region) {
  require_somewhere(caller, Deed::kMap, region);
  std::vector<SuggestedMapping> mappings;
  environment.store.read([&](store::Reader& reader) {
    const OwnerNames owners = owner_names(reader, region);
    store::InnovationQuery query;
    query.limit = 1000;
    query.has_primary_area = false;
    do {
      auto page = reader.innovations(region, query);
      for (const auto& stored : page.innovations) {
        if (wants_mapping(stored.record) && may(caller, Deed::kMap, subject_of(stored.record))) {
          const Innovation& entry = stored.record;
          mappings.push_back({entry.id, entry.name, suggestions_for(environment, entry, owners)});
        }
      }
      query.after = std::move(page.next);
    } while (!query.after.empty());
  });
  return mappings;
}

std::vector<SuggestedArea> suggest_areas(const Environment& environment, const RegionCode& region,
                                         const Innovation& typed) {
  require_bounded(typed.name, "name");
  require_bounded(typed.summary, "summary");
  require_bounded(typed.problem, "problem");
  require_bounded(typed.benefit, "benefit");
  OwnerNames owners;
  if (typed.owner) {
    environment.store.read([&](store::Reader& reader) {
      const auto owner = reader.find<Organisation>(region, *typed.owner);
      if (owner) owners.insert_or_assign(*typed.owner, owner->record.name);
    });
  }
  return suggestions_for(environment, typed, owners);
}

void confirm_area(const Environment& environment, const Caller& caller, InnovationId id,
                  std::string_view area) {
  const auto match = environment.taxonomy.find_area(area);
  if (!match) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"innovation.unknown_area", {{"area", std::string(area)}}, "/area"});
  }
  AreaMapping primary;
  primary.area = match.area;
  primary.primary = true;
  primary.confirmed = true;
  primary.mapped_by = catalogue::MappedBy::kPerson;
  if (match.by_alias) primary.alias = std::string(area);
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    Innovation innovation = stored_innovation(writer, id).record;
    require(caller, Deed::kMap, subject_of(innovation));
    make_primary(innovation, primary);
    writer.put(innovation, "mapped");
  });
}

std::size_t confirm_suggestions(const Environment& environment, const Caller& caller,
                                const RegionCode& region, catalogue::Millionths least) {
  std::size_t confirmed = 0;
  for (const auto& mapping : suggest_areas(environment, caller, region)) {
    if (mapping.suggestions.empty() || mapping.suggestions.front().confidence < least) continue;
    const SuggestedArea& best = mapping.suggestions.front();
    AreaMapping primary;
    primary.area = best.area;
    primary.primary = true;
    primary.confirmed = true;
    primary.mapped_by = catalogue::MappedBy::kSuggestion;
    primary.confidence = best.confidence;
    bool changed = false;
    environment.store.write({caller.actor}, [&](store::Writer& writer) {
      Innovation innovation = stored_innovation(writer, mapping.id).record;
      require(caller, Deed::kMap, subject_of(innovation));
      changed = wants_mapping(innovation);  // somebody may have mapped it meanwhile
      if (!changed) return;
      make_primary(innovation, primary);
      writer.put(innovation, "mapped");
    });
    confirmed += changed ? 1 : 0;
  }
  return confirmed;
}

}  // namespace pilah::registry
