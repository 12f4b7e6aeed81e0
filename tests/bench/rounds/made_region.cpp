#include "made_region.hpp"

#include <string>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/panels/panel_scores.hpp"
#include "pilah/registry/panels/scales.hpp"
#include "pilah/store/store.hpp"

namespace pilah::bench {
namespace {

using namespace catalogue;
using registry::Environment;

constexpr std::size_t kAgencies = 40;
constexpr std::size_t kVillages = 150;
constexpr std::size_t kPersons = 100;
constexpr const char* kAreas[] = {"health", "waste", "learning", "mobility", "tourism", "energy"};

PartialDate date(const std::string& text) { return *PartialDate::parse(text); }
std::string numbered(const char* what, std::size_t number) {
  return what + std::string(" ") + std::to_string(number);
}

template <class AnyId>
AnyId new_id(const Environment& environment) {
  return AnyId{environment.new_uuid()};
}

Innovation entry(const Environment& environment, const MadeRegion& region, std::size_t number) {
  Innovation made;
  made.id = new_id<InnovationId>(environment);
  made.region = region.code;
  made.name = numbered("Layanan terpadu nagari nomor", number);
  made.owner = region.agencies[number % region.agencies.size()];
  made.status = Status::kVerified;
  made.summary = "Warga mengambil nomor antrean dari rumah dan dipanggil tepat waktu.";
  made.benefit = "Waktu tunggu turun dari sembilan puluh menjadi tiga puluh menit.";
  made.problem = "Pasien mengantre sejak subuh di loket yang sama.";
  made.duration = Months{static_cast<std::int32_t>(6 + number % 12)};
  made.budgets = {{2025, FundingSource::kApbd, Rupiah{150'000'000}}};
  made.mappings = {{kAreas[number % 6], true, MappedBy::kPerson, true, std::nullopt, ""},
                   {kAreas[(number + 1) % 6], false, MappedBy::kPerson, true, std::nullopt, ""}};
  return made;
}

void make_organisations(const Environment& environment, store::Writer& writer, MadeRegion& region) {
  for (std::size_t i = 0; i < kAgencies + kVillages; ++i) {
    Organisation made;
    made.id = new_id<OrganisationId>(environment);
    made.region = region.code;
    made.kind = i < kAgencies ? OrganisationKind::kOpd : OrganisationKind::kVillage;
    made.code = "ORG" + std::to_string(i);
    made.name = numbered(i < kAgencies ? "Dinas" : "Nagari", i);
    writer.put(made, "added");
    region.agencies.push_back(made.id);
  }
}

void make_rounds(const Environment& environment, store::Writer& writer, MadeRegion& region) {
  for (std::size_t i = 0; i < 4; ++i) {
    Round made;
    made.id = new_id<RoundId>(environment);
    made.region = region.code;
    made.name = numbered("Bimtek", i + 1);
    made.from = date("2025-0" + std::to_string(i + 1) + "-05");
    made.place = "Aula";
    made.state = i < 3 ? RoundState::kClosed : RoundState::kOpen;
    if (i > 0) made.follows = region.rounds.back();
    made.agenda = {"Kondisi daerah", "Pemetaan", "Irisan", "Rencana tindak"};
    made.products = {{"Berita acara", "BA 1"}, {"Daftar inovasi", ""}};
    for (std::size_t n = 0; n < region.agencies.size(); ++n) {
      made.attendance.push_back(
          {region.agencies[n], Presence::kPresent,
           n % 4 == 0 ? std::optional(region.persons[n % kPersons]) : std::nullopt});
    }
    for (std::size_t n = 0; n < 30; ++n) {
      made.minutes.push_back(
          {MinuteKind::kContribution, numbered("Usul", n), region.persons[n], region.agencies[n]});
    }
    writer.put(made, "added");
    region.rounds.push_back(made.id);
  }
  Dossier dossier;
  dossier.id = {region.rounds.back().uuid};
  dossier.region = region.code;
  for (std::size_t i = 0; i < 100; ++i) {
    dossier.figures.push_back({numbered("Angka", i), "182077", "jiwa", "BPS", 2024});
    dossier.needs.push_back(
        {NeedKind::kNeed, "smart-living", "", numbered("Perlu", i), 10, "survei"});
  }
  dossier.vision = "Maju dan sejahtera";
  writer.put(dossier, "added");
}

void make_plans(const Environment& environment, store::Writer& writer, const MadeRegion& region) {
  for (std::size_t i = 0; i <= kAgencies; ++i) {
    Plan made;
    made.id = new_id<PlanId>(environment);
    made.region = region.code;
    made.name = numbered("Rencana", i);
    made.first_year = 2025;
    made.last_year = 2029;
    if (i > 0) {
      made.kind = PlanKind::kRenstra;
      made.organisation = region.agencies[i - 1];
    }
    for (std::size_t n = 0; n < 30; ++n) {
      made.items.push_back({new_id<PlanItemId>(environment), PlanLevel::kProgramme,
                            "1.02." + std::to_string(n), numbered("Program", n), std::nullopt});
    }
    writer.put(made, "added");
  }
}

void make_panel(const Environment& environment, store::Writer& writer, MadeRegion& region) {
  Panel made;
  made.id = new_id<PanelId>(environment);
  made.region = region.code;
  made.name = "Panel ahli";
  made.round = region.rounds.back();
  made.criteria = environment.scales->criteria(region.code);
  made.closed_on = date("2025-06-01");
  for (std::size_t i = 0; i < 5; ++i) {
    made.members.push_back({region.persons[i], region.agencies[i], std::nullopt});
  }
  made.entries = region.entries;
  writer.put(made, "opened");
  region.panel = made.id;
  for (std::size_t member = 0; member < made.members.size(); ++member) {
    for (std::size_t entry = 0; entry < made.entries.size(); ++entry) {
      for (const auto& criterion : made.criteria) {
        Assessment score;
        score.id = registry::assessment_id(made, made.members[member].person, made.entries[entry],
                                           criterion.key);
        score.region = region.code;
        score.innovation = made.entries[entry];
        score.criterion = criterion.key;
        score.round = made.round;
        score.panel = made.id;
        score.assessor = made.members[member].person;
        score.step = Step{static_cast<std::int32_t>((member + entry) % 5)};
        writer.put(score, "judged");
      }
    }
  }
}

void make_set(const Environment& environment, store::Writer& writer, MadeRegion& region) {
  SelectionRecord selection;
  selection.id = new_id<SelectionId>(environment);
  selection.region = region.code;
  selection.name = "Delapan quick win";
  QuickWinSet made;
  made.id = new_id<QuickWinSetId>(environment);
  made.region = region.code;
  made.name = "Quick win 2025";
  made.selection = selection.id;
  boost::json::array candidates;
  for (std::size_t i = 0; i < region.entries.size(); ++i) {
    const auto id = region.entries[i].text();
    candidates.push_back({{"id", id}, {"name", numbered("Layanan", i)}});
    made.candidates.push_back({id, i < 8 ? Placing::kQuickWin : Placing::kMediumTerm, "alasan"});
    if (i >= 8) continue;
    Formulation formulation;
    formulation.candidate = id;
    formulation.name = formulation.programme = formulation.output = "Antrean";
    formulation.lead = region.agencies[i];
    formulation.supporters = {region.agencies[i + 1], region.agencies[i + 2]};
    formulation.sources = {region.entries[i]};
    made.formulations.push_back(formulation);
  }
  selection.result = {{"candidates", std::move(candidates)}};
  for (std::size_t i = 0; i < 45; ++i) {
    made.signatories.push_back(
        {region.persons[i], "Kepala Dinas", Capacity::kDefinitif, region.agencies[i]});
  }
  writer.put(selection, "selected");
  writer.put(made, "adopted");
  for (std::size_t i = 0; i < 40; ++i) {
    Signature signature;
    signature.id = new_id<SignatureId>(environment);
    signature.region = region.code;
    signature.set = made.id;
    signature.person = region.persons[i];
    signature.office = "Kepala Dinas";
    signature.signed_on = date("2025-07-01");
    writer.put(signature, "signed");
  }
  region.set = made.id;
}

void make_teams(const Environment& environment, store::Writer& writer, const MadeRegion& region) {
  Decree decree;
  decree.id = new_id<DecreeId>(environment);
  decree.region = region.code;
  decree.number = "188.45/1/2025";
  decree.signed_on = date("2025-01-05");
  decree.signed_by = region.persons[0];
  decree.office = "Bupati";
  decree.from = date("2025-01-01");
  writer.put(decree, "added");
  constexpr const char* kDimensions[] = {"smart-governance", "smart-branding", "smart-economy",
                                         "smart-living",     "smart-society",  "smart-environment"};
  for (std::size_t i = 0; i < 8; ++i) {
    Team made;
    made.id = new_id<TeamId>(environment);
    made.region = region.code;
    made.kind =
        i < 6 ? TeamKind::kWorkingGroup : (i == 6 ? TeamKind::kCouncil : TeamKind::kExecutingTeam);
    if (i < 6) made.dimension = kDimensions[i];
    made.name = numbered("Tim", i);
    made.decrees = {decree.id};
    for (std::size_t n = 0; n < 25; ++n) {
      made.members.push_back({region.persons[n], region.agencies[n], "anggota", std::nullopt});
    }
    writer.put(made, "added");
    for (std::size_t n = 0; n < 25; ++n) {
      Duty duty;
      duty.id = new_id<DutyId>(environment);
      duty.region = region.code;
      duty.text = "Melengkapi daftar inovasi";
      duty.team = made.id;
      duty.person = region.persons[n];
      duty.due = date("2026-03-01");
      writer.put(duty, "given");
    }
  }
}

}  // namespace

MadeRegion make_region(const Environment& environment, const char* code, std::size_t entries) {
  MadeRegion region;
  region.code = *RegionCode::parse(code);
  environment.store.write({"bench"}, [&](store::Writer& writer) {
    Region made;
    made.code = region.code;
    made.name = "Kabupaten Contoh";
    writer.put_region(made);
    make_organisations(environment, writer, region);
    for (std::size_t i = 0; i < kPersons; ++i) {
      const auto id = new_id<PersonId>(environment);
      writer.put(Person{id, region.code, numbered("Ibu Siti", i), "", "Kepala Dinas", ""}, "added");
      region.persons.push_back(id);
    }
    for (std::size_t i = 0; i < entries; ++i) {
      const auto made_entry = entry(environment, region, i);
      writer.put(made_entry, "added");
      region.entries.push_back(made_entry.id);
    }
  });
  return region;
}

void hold_rounds(const Environment& environment, MadeRegion& region) {
  environment.store.write({"bench"}, [&](store::Writer& writer) {
    make_rounds(environment, writer, region);
    make_plans(environment, writer, region);
    make_panel(environment, writer, region);
    make_set(environment, writer, region);
    make_teams(environment, writer, region);
  });
}

void freeze_two(const Environment& environment, MadeRegion& region, std::size_t nth) {
  const auto freeze = [&](store::Writer& writer, const char* name) {
    Round made;
    made.id = new_id<RoundId>(environment);
    made.region = region.code;
    made.name = name;
    made.frozen_revision = writer.revision(region.code);
    writer.put(made, "frozen");
    region.rounds.push_back(made.id);
  };
  environment.store.write({"bench"}, [&](store::Writer& writer) {
    freeze(writer, "Bimtek I");
    for (std::size_t i = 0; i < region.entries.size(); i += nth) {
      auto changed = writer.find<Innovation>(region.code, region.entries[i])->record;
      switch (i / nth % 4) {
        case 0:
          changed.mappings.front().area = kAreas[(i + 2) % 6];
          break;
        case 1:
          changed.status = Status::kArchived;
          break;
        default:
          changed.summary += " Sejak tahun ini juga di nagari lain.";
          changed.staff = 3;
      }
      writer.put(changed, "changed");
    }
    freeze(writer, "Bimtek II");
  });
}

}  // namespace pilah::bench
