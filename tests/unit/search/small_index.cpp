#include "small_index.hpp"

#include "support/registry_data.hpp"

namespace pilah::tests {

const catalogue::Taxonomy& taxonomy() {
  static const auto read = catalogue::Taxonomy::read(registry_data("taxonomy.json"));
  return read;
}

const text::Stemming& stemming() {
  static const auto read = text::Stemming::read(registry_data("stemming.json"));
  return read;
}

catalogue::RegionCode region(std::string_view code) { return *catalogue::RegionCode::parse(code); }

namespace {

catalogue::Uuid uuid(std::uint8_t kind, std::uint32_t number) {
  catalogue::Uuid made;
  for (std::size_t i = 0; i < 4; ++i) {
    made.bytes[3 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
  made.bytes[6] = 0x70;
  made.bytes[8] = 0x80;
  made.bytes[15] = kind;
  return made;
}

}  // namespace

catalogue::InnovationId innovation_id(std::uint32_t number) { return {uuid(1, number)}; }
catalogue::OrganisationId organisation_id(std::uint32_t number) { return {uuid(2, number)}; }

catalogue::Innovation named(std::uint32_t number, std::string name) {
  catalogue::Innovation innovation;
  innovation.id = innovation_id(number);
  innovation.region = region();
  innovation.status = catalogue::Status::kVerified;
  innovation.name = std::move(name);
  return innovation;
}

SmallIndex::SmallIndex(const std::vector<catalogue::Innovation>& innovations) : SmallIndex() {
  for (const auto& innovation : innovations) put(innovation);
}

void SmallIndex::put(catalogue::Innovation innovation) {
  ++revision_;
  names_[innovation.id] = innovation.name;
  const auto place = innovation.region;
  const search::Change change{innovation.id, std::move(innovation), revision_};
  index_.apply(place, {&change, 1}, revision_);
}

void SmallIndex::remove(std::uint32_t number) {
  const search::Change change{innovation_id(number), std::nullopt, ++revision_};
  index_.apply(region(), {&change, 1}, revision_);
}

search::Answer SmallIndex::search(search::Query query) const { return index_.search(query); }

std::vector<std::string> SmallIndex::names(const search::Answer& answer) const {
  std::vector<std::string> names;
  for (const auto& hit : answer.hits) names.push_back(names_.at(hit.id));
  return names;
}

std::vector<std::string> SmallIndex::found(const std::string& text) const {
  auto query = whole_region();
  query.text = text;
  query.sort = search::Sort::kRelevance;
  return names(search(query));
}

search::Query whole_region() {
  search::Query query;
  query.scopes = {{region(), search::Visibility::whole_region()}};
  return query;
}

}  // namespace pilah::tests
