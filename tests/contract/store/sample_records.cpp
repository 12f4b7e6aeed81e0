#include "sample_records.hpp"

namespace pilah::tests {

using namespace catalogue;

RegionCode code(std::string_view text) { return *RegionCode::parse(text); }

Uuid uuid(std::uint64_t number) {
  Uuid made;
  for (std::size_t i = 0; i < 8; ++i) {
    made.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
  made.bytes[6] = 0x70;
  return made;
}

Region solok_selatan() {
  return {code("13.11"), "Kabupaten Solok Selatan", RegionKind::kRegency, TimeZone::kWib};
}

Region buleleng() {
  return {code("51.08"), "Kabupaten Buleleng", RegionKind::kRegency, TimeZone::kWita};
}

Organisation organisation(std::uint64_t number, std::string_view region) {
  Organisation made;
  made.id = id<OrganisationId>(number);
  made.region = code(region);
  made.code = "opd-" + std::to_string(number);
  made.name = "Dinas " + std::to_string(number);
  return made;
}

Person person(std::uint64_t number) {
  Person made;
  made.id = id<PersonId>(number);
  made.region = code("13.11");
  made.name = "Siti Aminah " + std::to_string(number);
  made.nip = "198001012005012001";
  return made;
}

Innovation innovation(std::uint64_t number, std::string_view name, std::string_view region) {
  Innovation made;
  made.id = id<InnovationId>(number);
  made.region = code(region);
  made.name = name;
  return made;
}

namespace {

void fill(Innovation& innovation, const Organisation& owner, const Person& proposer) {
  innovation.owner = owner.id;
  innovation.supporting_organisations = {owner.id};
  innovation.proposer = Proposer{std::nullopt, proposer.id, ""};
  innovation.summary = "Antrean daring \"tanpa kertas\"\nuntuk puskesmas \xF0\x9F\x98\x80";
  innovation.digital = true;
  innovation.budgets = {{2024, FundingSource::kApbd, Rupiah{125'000'000}},
                        {0, FundingSource::kCsr, std::nullopt}};
  innovation.staff = 3;
  innovation.duration = Months{9};
  innovation.mappings = {{"health", true, MappedBy::kPerson, true, Millionths{900'000}, ""},
                         {"community", false, MappedBy::kSuggestion, false, std::nullopt, ""}};
  innovation.attributes = {{"luas", 2.5}, {"nagari", boost::json::array{"Lubuk Gadang"}}};
  innovation.origin = Origin{"inovasi.csv", "7", "Lembar 1", 12};
}

}  // namespace

EveryKind::EveryKind()
    : organisation(tests::organisation(1)),
      person(tests::person(2)),
      innovation(tests::innovation(3, "SI PEDAS")),
      other(tests::innovation(103, "Nagari Sehat")) {
  fill(innovation, organisation, person);
  const RegionCode region = organisation.region;
  relation = {id<RelationId>(4), region, RelationKind::kNeeds, innovation.id, other.id, "antrean"};
  package = {id<PackageId>(5),         region, "Paket sehat", "", organisation.id,
             {innovation.id, other.id}};
  plan.id = id<PlanId>(7);
  plan.region = region;
  plan.kind = PlanKind::kRenstra;
  plan.organisation = organisation.id;
  plan.name = "Renstra Dinas Kesehatan";
  plan.items = {{id<PlanItemId>(70), PlanLevel::kProgramme, "1.02.02", "Upaya kesehatan", {}}};
  round.id = id<RoundId>(8);
  round.region = region;
  round.name = "Bimtek IV";
  round.frozen_revision = 3;
  dossier.id = id<DossierId>(8);
  dossier.region = region;
  dossier.figures = {{"penduduk", "182077", "jiwa", "BPS", 2022}};
  dossier.needs = {{NeedKind::kNeed, "smart-living", "kesehatan", "Puskesmas jauh", 40, "survei"}};
  dossier.readiness = {{ReadinessPart::kInfrastruktur, Step{2}, "12 nagari tanpa sinyal"}};
  dossier.swot = {{SwotSide::kThreat, std::nullopt, "Gempa"}};
  dossier.vision = "Solok Selatan maju";
  dossier.steps = {
      {"readiness", StepState::kUnderWay, organisation.id, std::nullopt, "BA 12/2024"}};
  assessment = {id<AssessmentId>(6), region,    innovation.id, "leverage", round.id,
                std::nullopt,        person.id, Step{3},       ""};
  team.id = id<TeamId>(9);
  team.region = region;
  team.name = "Pokja smart living";
  team.dimension = "smart-living";
  decree.id = id<DecreeId>(25);
  decree.region = region;
  decree.number = "188.45/12/2024";
  decree.signed_on = *PartialDate::parse("2024-01-05");
  decree.signed_by = person.id;
  decree.office = "Bupati";
  decree.from = *PartialDate::parse("2024-01-01");
  team.members = {{person.id, organisation.id, "ketua", id<AccountId>(99)}};
  team.decrees = {decree.id};
  duty.id = id<DutyId>(26);
  duty.region = region;
  duty.text = "Peta jalan";
  duty.team = team.id;
  duty.person = person.id;
  duty.due = *PartialDate::parse("2024-12-01");
  scenario = {
      id<ScenarioId>(10), region, "Delapan quick win", {{"count", {{"min", 8}, {"max", 8}}}}};
  selection.id = id<SelectionId>(11);
  selection.region = region;
  selection.name = scenario.name;
  selection.plugins = {{"solok-selatan", "1.0.0", std::string(64, 'a')}};
  selection.result = {{"score", 123}, {"selected", boost::json::array{innovation.id.text()}}};
  quick_win_set.id = id<QuickWinSetId>(12);
  quick_win_set.region = region;
  quick_win_set.name = "Quick win 2024";
  quick_win_set.selection = selection.id;
  quick_win_set.candidates = {{innovation.id.text(), Placing::kQuickWin, "manfaat langsung"}};
  quick_win_set.formulations = {
      {innovation.id.text(), "SI PEDAS", "Antrean", "", organisation.id, {}, {}, {innovation.id}}};
  quick_win_set.signatories = {{person.id, "Bupati", Capacity::kPj, std::nullopt}};
  signature.id = id<SignatureId>(18);
  signature.region = region;
  signature.set = quick_win_set.id;
  signature.person = person.id;
  signature.signed_on = *PartialDate::parse("2024-10-01");
  panel.id = id<PanelId>(17);
  panel.region = region;
  panel.name = "Panel ahli";
  panel.round = round.id;
  panel.members = {{person.id, organisation.id, id<AccountId>(99)}};
  panel.entries = {innovation.id};
  action_plan.id = id<ActionPlanId>(19);
  action_plan.region = region;
  action_plan.selection = selection.id;
  action_plan.candidate = innovation.id.text();
  action_plan.steps = {{"Melatih petugas",
                        "12 petugas",
                        person.id,
                        organisation.id,
                        *PartialDate::parse("2024-01"),
                        *PartialDate::parse("2024-03"),
                        {{2024, FundingSource::kApbd, Rupiah{150}}},
                        std::nullopt,
                        ""}};
  monitoring_period.id = id<MonitoringPeriodId>(20);
  monitoring_period.region = region;
  monitoring_period.name = "Triwulan I";
  monitoring_period.from = *PartialDate::parse("2024-01-01");
  monitoring_period.to = *PartialDate::parse("2024-03-31");
  monitoring_period.due = *PartialDate::parse("2024-04-15");
  monitoring_period.not_reported = {{quick_win_set.id, innovation.id.text()}};
  monitoring_report.id = id<MonitoringReportId>(21);
  monitoring_report.region = region;
  monitoring_report.period = monitoring_period.id;
  monitoring_report.set = quick_win_set.id;
  monitoring_report.selection = selection.id;
  monitoring_report.candidate = innovation.id.text();
  monitoring_report.percent = 40;
  monitoring_report.indicators = {{innovation.id, "Waktu tunggu", "75"}};
  monitoring_report.reported_on = *PartialDate::parse("2024-04-02");
  follow_up.id = id<FollowUpId>(22);
  follow_up.region = region;
  follow_up.report = monitoring_report.id;
  follow_up.set = quick_win_set.id;
  follow_up.candidate = innovation.id.text();
  follow_up.text = "Percepat pengadaan";
  follow_up.owner = organisation.id;
  follow_up.raised_on = *PartialDate::parse("2024-04-02");
  follow_up.due = *PartialDate::parse("2024-05-31");
  survey_value.id = id<SurveyValueId>(23);
  survey_value.region = region;
  survey_value.area = "health";
  survey_value.value = "78.5";
  survey_value.date = *PartialDate::parse("2024-02");
  survey_value.respondents = 400;
  survey_value.source = "Survei kepuasan";
  seal.id = id<WeightsSealId>(24);
  seal.region = region;
  seal.round = round.id;
  seal.digest = std::string(64, 'c');
  seal.sealed_on = *PartialDate::parse("2024-09-01");
  seal.by = "Ani";
  seal.closed_before = {panel.id};
  import.id = id<ImportId>(13);
  import.region = region;
  import.list = "inovasi.csv";
  import.sha256 = std::string(64, 'b');
}

void EveryKind::put(store::Writer& writer) const {
  writer.put(organisation, "added");
  writer.put(person, "added");
  writer.put(innovation, "added");
  writer.put(other, "added");
  writer.put(relation, "added");
  writer.put(package, "added");
  writer.put(round, "added");
  writer.put(assessment, "added");
  writer.put(plan, "added");
  writer.put(decree, "added");
  writer.put(team, "added");
  writer.put(duty, "added");
  writer.put(scenario, "added");
  writer.put(selection, "added");
  writer.put(quick_win_set, "added");
  writer.put(import, "added");
  writer.put(panel, "added");
  writer.put(signature, "added");
  writer.put(dossier, "added");
  writer.put(action_plan, "added");
  writer.put(monitoring_period, "added");
  writer.put(monitoring_report, "added");
  writer.put(follow_up, "added");
  writer.put(survey_value, "added");
  writer.put(seal, "added");
}

void put_regions(store::Store& store) {
  store.write(kActor, [](store::Writer& writer) {
    writer.put_region(solok_selatan());
    writer.put_region(buleleng());
  });
}

}  // namespace pilah::tests
