#include "sample_region.hpp"

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/intake/import_plans.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "support/callers.hpp"
#include "unit/registry/support/reference.hpp"

namespace pilah::tests {

using catalogue::Innovation;
using catalogue::PlanKind;
using catalogue::RegionCode;

namespace {

const text::AreaLexicon& lexicon() {
  static const auto read =
      text::AreaLexicon::read(registry_data("area_lexicon.json"),
                              text::Stemming::read(registry_data("stemming.json")), taxonomy());
  return read;
}

}  // namespace

SampleRegion::SampleRegion(const std::string& folder, const char* code)
    : region(*RegionCode::parse(code)),
      plugins(folder.empty() ? PILAH_PLUGIN_FOLDER : folder, {PILAH_RUNNER, {}}),
      environment(make_environment()) {
  registry::add_region(environment, insider(), code);
  catalogue::Organisation owner;
  owner.id = owner_ = {next_uuid()};
  owner.region = region;
  owner.code = "UJI";
  owner.name = "Dinas Uji";
  catalogue::Plan rpjmd;
  rpjmd.id = {next_uuid()};
  rpjmd.region = region;
  rpjmd.name = "RPJMD";
  rpjmd.first_year = 2025;
  rpjmd.last_year = 2029;
  rpjmd.items.push_back({{next_uuid()}, catalogue::PlanLevel::kProgramme, "9.99", "Uji", {}});
  catalogue::Plan renstra = rpjmd;
  renstra.id = {next_uuid()};
  renstra.kind = PlanKind::kRenstra;
  renstra.organisation = owner_;
  renstra.items.front().id = {next_uuid()};
  links_ = {{PlanKind::kRpjmd, rpjmd.items.front().id, ""},
            {PlanKind::kRenstra, renstra.items.front().id, ""}};
  store.write({"tester"}, [&](store::Writer& writer) {
    writer.put(owner, "added");
    writer.put(rpjmd, "added");
    writer.put(renstra, "added");
  });
}

catalogue::Uuid SampleRegion::next_uuid() {
  catalogue::Uuid uuid;
  uuid.bytes[0] = 0x01;
  uuid.bytes[6] = 0x70;
  uuid.bytes[8] = 0x80;
  ++last_uuid_;
  uuid.bytes[14] = static_cast<std::uint8_t>(last_uuid_ >> 8);
  uuid.bytes[15] = static_cast<std::uint8_t>(last_uuid_);
  return uuid;
}

registry::Environment SampleRegion::make_environment() {
  return registry::Environment{store,
                               plugins,
                               taxonomy(),
                               directory(),
                               lexicon(),
                               list_words(),
                               [this] { return next_uuid(); },
                               [] { return std::int64_t{0}; },
                               [] { return std::string("2026-11-23"); }};
}

catalogue::InnovationId SampleRegion::add(const std::string& name,
                                          const std::function<void(Innovation&)>& change) {
  Innovation entry;
  entry.id = {next_uuid()};
  entry.region = region;
  entry.status = catalogue::Status::kVerified;
  entry.owner = owner_;
  entry.name = name;
  entry.summary = "Ringkasan";
  entry.plan_links = links_;
  entry.budgets = {{2026, catalogue::FundingSource::kApbd, catalogue::Rupiah{100'000'000}}};
  entry.duration = catalogue::Months{8};
  entry.staff = 4;
  entry.stage = catalogue::Stage::kApplied;
  entry.mappings = {{"health", true, catalogue::MappedBy::kPerson, true, std::nullopt, ""}};
  if (change) change(entry);
  store.write({"tester"}, [&](store::Writer& writer) { writer.put(entry, "added"); });
  return entry.id;
}

void SampleRegion::import_sample() {
  const std::string folder = PILAH_SOURCE "/registry-data/samples/13.11/";
  registry::ImportRequest request;
  request.region = region.text();
  request.kind = registry::ListKind::kOrganisations;
  request.file = folder + "organisations.csv";
  registry::import_list(environment, insider(), request, [](const registry::ImportedRow&) {});
  registry::import_plans(environment, insider(), region, registry_data("samples/13.11/plans.json"));
  request.kind = registry::ListKind::kInnovations;
  request.file = folder + "innovations.csv";
  registry::import_list(environment, insider(), request, [](const registry::ImportedRow&) {});
}

registry::SelectionEntry SampleRegion::select(const std::string& json, const std::string& as_of) {
  return registry::select(environment, insider(), region, catalogue::parse_json(json).as_object(),
                          as_of);
}

std::vector<std::string> SampleRegion::refused(const std::string& json, const std::string& as_of) {
  std::vector<std::string> told;
  try {
    select(json, as_of);
  } catch (const catalogue::Refusal& refusal) {
    for (const auto& message : refusal.messages()) {
      told.push_back(message.pointer + " " + message.kind);
    }
  }
  return told;
}

std::size_t SampleRegion::selections() {
  return registry::selections(environment, insider(), region).size();
}

}  // namespace pilah::tests
