#include "pilah/registry/people/sight.hpp"

#include <algorithm>
#include <charconv>
#include <functional>

#include "pilah/catalogue/enum_names.hpp"
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

/// Whose the entry is, out of its document.
std::optional<OrganisationId> owner_in(const std::string& document) {
  std::optional<OrganisationId> owner;
  each_member(document, [&](const DocumentMember& member) {
    if (member.key != "owner" || member.value.size() < 2) return;
    owner = OrganisationId::parse(member.value.substr(1, member.value.size() - 2));
  });
  return owner;
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
  const auto record = reader.region(region);
  if (record && record->publication) sight.published = *record->publication;
  return sight;
}

bool sees(const Sight& sight, const Innovation& innovation) {
  return sees_whole(sight, innovation) || sight.published.shows(innovation.status);
}

bool sees_whole(const Sight& sight, const Innovation& innovation) {
  return sight.whole_region || owns(sight, innovation.owner);
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
  if (!sight.organisations.empty() && owns(sight, owner_in(document))) return document;
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
  std::string mark(16, '0');
  std::to_chars(mark.data(), mark.data() + mark.size(), std::hash<std::string>{}(all), 16);
  return mark;
}

}  // namespace pilah::registry
