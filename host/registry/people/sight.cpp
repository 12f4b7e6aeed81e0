#include "pilah/registry/people/sight.hpp"

#include <algorithm>
#include <charconv>
#include <functional>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/registry/people/document_members.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

using catalogue::Innovation;
using catalogue::OrganisationId;

bool owns(const Sight& sight, const std::optional<OrganisationId>& owner) {
  return owner && std::find(sight.organisations.begin(), sight.organisations.end(), *owner) !=
                      sight.organisations.end();
}

bool is_in(const Sight& sight, const Innovation& innovation) {
  return std::any_of(
      innovation.mappings.begin(), innovation.mappings.end(), [&](const auto& mapping) {
        return mapping.confirmed &&
               std::find(sight.areas.begin(), sight.areas.end(), mapping.area) != sight.areas.end();
      });
}

std::string_view without_quotes(std::string_view text) {
  return text.size() < 2 ? std::string_view() : text.substr(1, text.size() - 2);
}

}  // namespace

Sight sight_of(store::Reader& reader, const Caller& caller, const catalogue::RegionCode& region) {
  if (may(caller, Deed::kReadInternal, {region, {}})) return {true, {}, {}};
  Sight sight;
  for (const auto& grant : caller.grants) {
    if (grant.organisation && may(caller, Deed::kReadInternal, {region, grant.organisation})) {
      sight.organisations.push_back(*grant.organisation);
    }
  }
  for (const auto& membership : caller.memberships) {
    for (const auto& area : membership.areas) {
      if (membership.region == region && may(caller, Deed::kReadInternal, {region, {}, {area}})) {
        sight.areas.push_back(area);
      }
    }
  }
  const auto record = reader.region(region);
  if (record && record->publication) sight.published = *record->publication;
  return sight;
}

bool sees(const Sight& sight, const Innovation& innovation) {
  return sees_whole(sight, innovation) || sight.published.shows(innovation.status);
}

bool sees_whole(const Sight& sight, const Innovation& innovation) {
  return sight.whole_region || owns(sight, innovation.owner) || is_in(sight, innovation);
}

Innovation decided_by(const Sight& sight, std::string_view document) {
  Innovation entry;
  each_member(document, [&](const DocumentMember& member) {
    if (member.key == "owner") {
      entry.owner = OrganisationId::parse(without_quotes(member.value));
    } else if (member.key == "status") {
      const auto status = catalogue::enum_named<catalogue::Status>(without_quotes(member.value));
      entry.status = status.value_or(catalogue::Status::kDraft);
    } else if (member.key == "mappings" && !sight.areas.empty()) {
      catalogue::read_json(catalogue::parse_json(member.value), entry.mappings);
    }
  });
  return entry;
}

Innovation shown(const Sight& sight, Innovation innovation) {
  if (sees_whole(sight, innovation)) return innovation;
  Innovation::fields(innovation, [&](const char* key, auto& field) {
    if (!sight.published.shows_field(key)) field = {};
  });
  return innovation;
}

std::string shown(const Sight& sight, std::string document) {
  if (sight.whole_region) return document;
  if (!sight.is_public_only() && sees_whole(sight, decided_by(sight, document))) return document;
  std::string text = "{";
  text.reserve(document.size());
  each_member(document, [&](const DocumentMember& member) {
    if (!sight.published.shows_field(member.key)) return;
    if (text.size() > 1) text += ',';
    text += member.text;
  });
  return text += '}';
}

std::string mark_of(const Sight& sight) {
  if (sight.whole_region) return {};
  std::string all;
  for (const auto status : sight.published.statuses) all += std::string(name_of(status)) + ' ';
  for (const auto& field : sight.published.open_fields) all += field + ' ';
  for (const auto& organisation : sight.organisations) all += organisation.text() + ' ';
  for (const auto& area : sight.areas) all += area + ' ';
  std::string mark(16, '0');
  std::to_chars(mark.data(), mark.data() + mark.size(), std::hash<std::string>{}(all), 16);
  return mark;
}

}  // namespace pilah::registry
