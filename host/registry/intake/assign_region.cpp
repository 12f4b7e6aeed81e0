#include "pilah/registry/intake/assign_region.hpp"

#include <algorithm>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/organisations.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Organisation;
using catalogue::OrganisationId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

/// Finds, or makes, the organisations of one region in another, by name.
class Resettling {
 public:
  Resettling(const Environment& environment, store::Writer& writer, const RegionCode& from,
             const RegionCode& to)
      : environment_(environment), writer_(writer), from_(from), to_(to) {
    for (auto& stored : writer.all<Organisation>(to)) there_.push_back(std::move(stored.record));
  }

  OrganisationId organisation(OrganisationId id) {
    const auto old = writer_.find<Organisation>(from_, id);
    if (const auto known = organisation_named(there_, old->record.name)) return *known;
    Organisation added = old->record;
    added.id = OrganisationId{environment_.new_uuid()};
    added.region = to_;
    added.successor.reset();
    added.code = free_code(added.code);
    writer_.put(added, "added");
    there_.push_back(added);
    return added.id;
  }

  std::string name_of(OrganisationId id) {
    return writer_.find<Organisation>(from_, id)->record.name;
  }

 private:
  std::string free_code(const std::string& wanted) const {
    const auto taken = [this](const std::string& code) {
      return std::any_of(there_.begin(), there_.end(),
                         [&](const Organisation& other) { return other.code == code; });
    };
    std::string code = wanted;
    for (int n = 2; taken(code); ++n) code = wanted + "-" + std::to_string(n);
    return code;
  }

  const Environment& environment_;
  store::Writer& writer_;
  const RegionCode& from_;
  const RegionCode& to_;
  std::vector<Organisation> there_;
};

Innovation resettled(Innovation innovation, const RegionCode& to, InnovationId id,
                     Resettling& resettling) {
  innovation.id = id;
  innovation.region = to;
  if (innovation.owner) innovation.owner = resettling.organisation(*innovation.owner);
  for (auto& supporter : innovation.supporting_organisations) {
    supporter = resettling.organisation(supporter);
  }
  if (innovation.proposer && innovation.proposer->organisation) {
    innovation.proposer->text = resettling.name_of(*innovation.proposer->organisation);
    innovation.proposer->organisation.reset();
  }
  for (auto& link : innovation.plan_links) link.item.reset();
  return innovation;
}

/// So that the same list, imported into the region itself, finds it again.
void move_origin(store::Writer& writer, const Innovation& old, const RegionCode& to,
                 InnovationId id) {
  if (!old.origin) return;
  auto origin = writer.origin(old.region, old.origin->list, old.origin->key);
  if (!origin || origin->innovation != old.id) return;
  origin->region = to;
  origin->innovation = id;
  writer.put_origin(*origin);
}

}  // namespace

InnovationEntry assign_region(const Environment& environment, const Caller& caller, InnovationId id,
                              std::string_view code) {
  const RegionCode to = environment.directory.resolve(code).code;
  const RegionCode at = innovation(environment, caller, id).innovation.region;
  require(caller, Deed::kImport, {at, {}});
  require(caller, Deed::kImport, {to, {}});
  bool is_here = false;
  environment.store.read([&](store::Reader& reader) { is_here = reader.region(to).has_value(); });
  if (!is_here) add_region(environment, caller, code);
  const InnovationId new_id{environment.new_uuid()};
  InnovationEntry entry;
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    const auto from = writer.region_of(id);
    auto stored = from ? writer.find<Innovation>(*from, id) : std::nullopt;
    if (!stored) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"innovation.not_found", {{"id", id.text()}}, ""});
    }
    if (*from == to) {
      entry = {std::move(stored->record), stored->revision};
      return;
    }
    Resettling resettling(environment, writer, *from, to);
    entry.innovation = resettled(stored->record, to, new_id, resettling);
    entry.revision = writer.put(entry.innovation, "assigned");
    move_origin(writer, stored->record, to, new_id);
    stored->record.status = catalogue::Status::kArchived;
    stored->record.attributes["moved_to"] = to.text() + "/" + new_id.text();
    writer.put(stored->record, "assigned");
  });
  return entry;
}

}  // namespace pilah::registry
