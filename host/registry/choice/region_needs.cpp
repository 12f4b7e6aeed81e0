#include "pilah/registry/choice/region_needs.hpp"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/rounds/dossier.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

namespace {

using catalogue::Dossier;
using catalogue::RegionCode;
using catalogue::Round;
using catalogue::RoundId;

/// The round of the dossier that was changed last.
std::optional<Round> round_of_newest(store::Reader& reader, const RegionCode& region) {
  std::optional<RoundId> newest;
  std::int64_t revision = -1;
  reader.each<Dossier>(region, [&](const store::Stored<Dossier>& stored) {
    if (stored.revision > revision) {
      revision = stored.revision;
      newest = RoundId{stored.record.id.uuid};
    }
    return true;
  });
  auto stored = newest ? reader.find<Round>(region, *newest) : std::nullopt;
  return stored ? std::optional(std::move(stored->record)) : std::nullopt;
}

}  // namespace

RegionNeeds::RegionNeeds(RoundId round, std::string name, const std::vector<catalogue::Need>& needs)
    : round_(round), name_(std::move(name)) {
  for (const auto& need : needs) {
    by_dimension_[need.dimension] += need.weight;
    if (!need.area.empty()) by_area_[need.area] += need.weight;
    total_ += need.weight;
  }
}

std::optional<double> RegionNeeds::of_dimension(std::string_view dimension) const {
  return share(by_dimension_, dimension);
}

std::optional<double> RegionNeeds::of_area(std::string_view area) const {
  return share(by_area_, area);
}

std::optional<double> RegionNeeds::share(const Weights& weights, std::string_view key) const {
  const auto found = weights.find(key);
  if (found == weights.end() || found->second == 0) return std::nullopt;
  return static_cast<double>(found->second) / static_cast<double>(total_);
}

RegionNeeds read_needs(store::Reader& reader, const RegionCode& region,
                       const std::optional<Round>& round) {
  const auto of = round ? round : round_of_newest(reader, region);
  if (!of) return {};
  const auto entry = stored_dossier(reader, *of);
  return {of->id, of->name, entry.dossier.needs};
}

void tell_needs(const RegionNeeds& needs, const std::vector<std::string>& columns,
                boost::json::object& result) {
  const bool looks = std::any_of(columns.begin(), columns.end(), [](const std::string& column) {
    return column == "need_of_dimension" || column == "need_of_area";
  });
  if (!looks) return;
  if (needs.round()) {
    result["dossier"] =
        boost::json::object{{"round", needs.round()->text()}, {"name", needs.round_name()}};
  } else {
    result["dossier"] = nullptr;
  }
  if (!needs.empty()) return;
  result.at("notes").as_array().push_back(
      needs.round()
          ? statement("choice.note.dossier_without_needs", {{"round", needs.round_name()}})
          : statement("choice.note.no_dossier"));
}

}  // namespace pilah::registry
