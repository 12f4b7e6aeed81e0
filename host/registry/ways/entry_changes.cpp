#include "pilah/registry/ways/entry_changes.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/columns/candidate_cells.hpp"
#include "pilah/registry/columns/claims.hpp"
#include "pilah/registry/columns/withheld_claims.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::PlanKind;
using catalogue::Stage;
using catalogue::Step;

namespace {

namespace json = boost::json;

using Made = std::optional<EntryChange>;

constexpr std::int32_t kSupposedStep = 2;  // the middle of the scale
constexpr const char* kWritten = "...";    // stands for a text yet to be written

EntryChange change(std::string_view word, std::vector<std::string> fields,
                   json::object arguments = {}) {
  return {statement("choice.change." + std::string(word), std::move(arguments)), std::move(fields)};
}

std::string at(const char* list, std::size_t index, const char* part) {
  return std::string("/") + list + "/" + std::to_string(index) + "/" + part;
}

/// Where a claim counts with its evidence alone, it comes with it.
Made with_evidence(Made made, Innovation& entry, const ChangeMeans& means, std::string claim) {
  if (!made || !means.proves_claims || is_proven(entry, claim)) return made;
  entry.evidence.push_back({kWritten, "", "", std::move(claim)});
  made->fields.emplace_back("/evidence");
  made->statement =
      statement("choice.change.with_evidence", {{"change", std::move(made->statement)}});
  return made;
}

// What is only to be written down.

Made name_owner(Innovation& entry, const ChangeMeans& means) {
  if (!means.free_agency || (entry.owner && means.view.organisation(*entry.owner))) return {};
  entry.owner = means.free_agency->id;
  return change("owner", {"/owner"});
}

template <std::string Innovation::*kField>
Made write(Innovation& entry, const char* field) {
  if (!(entry.*kField).empty()) return {};
  entry.*kField = kWritten;
  return change(field, {std::string("/") + field});
}

template <std::string Innovation::*kField>
Made claim(Innovation& entry, const ChangeMeans& means, const char* field) {
  return with_evidence(write<kField>(entry, field), entry, means, std::string("/") + field);
}

Made confirm_area(Innovation& entry, const ChangeMeans& means, bool primary) {
  for (std::size_t i = 0; i < entry.mappings.size(); ++i) {
    auto& mapping = entry.mappings[i];
    const auto* area = means.taxonomy.area(mapping.area);
    if (mapping.primary != primary || mapping.confirmed || !area) continue;
    mapping.confirmed = true;
    return change("area", {at("mappings", i, "confirmed")}, {{"area", both(area->name)}});
  }
  return {};
}

Made link_to(Innovation& entry, const ChangeMeans& means, PlanKind kind) {
  const auto item = means.item_of(kind, entry);
  if (!item) return {};
  entry.plan_links.push_back({kind, item, ""});
  return change(kind == PlanKind::kRpjmd ? "rpjmd" : "renstra", {"/plan_links"});
}

Made tell_stage(Innovation& entry) {
  if (entry.stage) return {};
  entry.stage = Stage::kInitiative;
  return change("stage", {"/stage"});
}

Made date_application(Innovation& entry, const ChangeMeans& means) {
  if (entry.stage != Stage::kApplied || entry.applied) return {};
  entry.applied = means.today;
  return with_evidence(change("applied_date", {"/applied"}), entry, means, "/applied");
}

Made name_source(Innovation& entry) {
  const bool named = std::any_of(entry.budgets.begin(), entry.budgets.end(),
                                 [](const auto& budget) { return budget.source.has_value(); });
  if (named) return {};
  const bool is_new = entry.budgets.empty();
  if (is_new) entry.budgets.emplace_back();
  entry.budgets.front().source = catalogue::FundingSource::kApbd;
  return change("source", {is_new ? "/budgets" : at("budgets", 0, "source")});
}

/// What is unknown makes it the usual cost in all.
Made state_cost(Innovation& entry, const ChangeMeans& means) {
  if (!means.usual_cost || catalogue::total_budget(entry)) return {};
  const bool is_new = entry.budgets.empty();
  if (is_new) entry.budgets.emplace_back();
  std::int64_t left = *means.usual_cost;
  for (const auto& budget : entry.budgets) left -= budget.amount ? budget.amount->amount : 0;
  std::vector<std::string> fields;
  for (std::size_t i = 0; i < entry.budgets.size(); ++i) {
    auto& amount = entry.budgets[i].amount;
    if (amount) continue;
    amount = catalogue::Rupiah{std::max<std::int64_t>(std::exchange(left, 0), 0)};
    fields.push_back(is_new ? "/budgets" : at("budgets", i, "amount"));
  }
  return change("cost", std::move(fields), {{"amount", catalogue::total_budget(entry)->amount}});
}

Made state_duration(Innovation& entry, const ChangeMeans& means) {
  if (entry.duration || !means.states_duration) return {};
  entry.duration = catalogue::Months{means.quick_months};
  return change("duration", {"/duration_months"}, {{"months", means.quick_months}});
}

Made state_staff(Innovation& entry, const ChangeMeans& means) {
  if (entry.staff || !means.usual_staff) return {};
  entry.staff = static_cast<std::int32_t>(std::min<std::int64_t>(*means.usual_staff, INT32_MAX));
  return change("staff", {"/staff"}, {{"staff", *entry.staff}});
}

using Pillar = std::optional<Step> catalogue::Readiness::*;

Made state_readiness(Innovation& entry, Pillar pillar, const char* name) {
  if (entry.readiness && (*entry.readiness).*pillar) return {};
  if (!entry.readiness) entry.readiness.emplace();
  (*entry.readiness).*pillar = Step{kSupposedStep};
  return change("readiness", {std::string("/readiness/") + name},
                {{"pillar", name}, {"step", kSupposedStep}, {"most", catalogue::kMaxStep}});
}

// What has to be worked out.

Made complete_indicator(Innovation& entry, const ChangeMeans& means) {
  for (std::size_t i = 0; i < entry.indicators.size(); ++i) {
    auto& indicator = entry.indicators[i];
    std::vector<std::string> fields;
    for (const auto& [part, number] :
         {std::pair{"baseline", &indicator.baseline}, {"target", &indicator.target}}) {
      if (!number->empty()) continue;
      *number = "1";
      fields.push_back(at("indicators", i, part));
    }
    if (fields.empty()) continue;
    return with_evidence(change("indicator_completed", std::move(fields)), entry, means,
                         "/indicators/" + std::to_string(i));
  }
  return {};
}

Made add_indicator(Innovation& entry, const ChangeMeans& means) {
  entry.indicators.push_back({kWritten, "", "", "", "0", "1", {}});
  return with_evidence(change("indicator", {"/indicators"}), entry, means,
                       "/indicators/" + std::to_string(entry.indicators.size() - 1));
}

Made measure(Innovation& entry, const ChangeMeans& means) {
  for (std::size_t i = 0; i < entry.indicators.size(); ++i) {
    auto& indicator = entry.indicators[i];
    if (!indicator.measured.empty()) continue;
    indicator.measured.push_back({means.today, "1"});
    return with_evidence(change("measured", {at("indicators", i, "measured")}), entry, means,
                         "/indicators/" + std::to_string(i));
  }
  return {};
}

/// For the first claim of that kind that has none.
Made attach_evidence(Innovation& entry, const char* kind) {
  for (const auto& claim : claims_of(entry)) {
    const auto name = claim.field.substr(1, claim.field.find('/', 1) - 1);
    if (claim.proven || name != kind) continue;
    entry.evidence.push_back({kWritten, "", "", claim.field});
    return change("evidence", {"/evidence"}, {{"claim", statement("choice.claim." + name)}});
  }
  return {};
}

// What others must agree to.

Made add_supporter(Innovation& entry, const ChangeMeans& means) {
  auto& have = entry.supporting_organisations;
  for (const auto& one : means.view.organisations) {
    if (one.id == entry.owner) continue;
    if (std::find(have.begin(), have.end(), one.id) != have.end()) continue;
    have.push_back(one.id);
    return change("supporter", {"/supporting_organisations"});
  }
  return {};
}

Made add_partner(Innovation& entry) {
  entry.partners.emplace_back(kWritten);
  return change("partner", {"/partners"});
}

/// For a part of the same cost.
Made fund_beyond_apbd(Innovation& entry) {
  const bool has =
      std::any_of(entry.budgets.begin(), entry.budgets.end(), [](const catalogue::Budget& budget) {
        return budget.source && *budget.source != catalogue::FundingSource::kApbd;
      });
  if (has) return {};
  catalogue::Budget further{0, catalogue::FundingSource::kCsr, std::nullopt};
  if (catalogue::total_budget(entry)) further.amount = catalogue::Rupiah{0};
  entry.budgets.push_back(further);
  return change("beyond_apbd", {"/budgets"});
}

/// An area of a dimension that it does not touch yet: the working group of that
/// dimension agrees that it does.
Made map_further(Innovation& entry, const ChangeMeans& means) {
  std::set<std::string> touched;
  for (const auto& mapping : entry.mappings) {
    const auto* area = means.taxonomy.area(mapping.area);
    if (area) touched.insert(area->dimension);
  }
  if (touched.empty()) return {};
  for (const auto& area : means.taxonomy.areas()) {
    if (touched.count(area.dimension) > 0) continue;
    catalogue::AreaMapping mapping;
    mapping.area = area.key;
    mapping.confirmed = true;
    entry.mappings.push_back(mapping);
    if (!means.names_areas) return change("further_dimension", {"/mappings"});
    return change("further_area", {"/mappings"}, {{"area", both(area.name)}});
  }
  return {};
}

// What takes work.

Made extend_application(Innovation& entry) {
  auto& application = entry.application;
  if (!application || application->use != catalogue::ApplicationUse::kBuilds) return {};
  application->use = catalogue::ApplicationUse::kExtends;
  return change("application", {"/application/use"});
}

Made shorten(Innovation& entry, std::int32_t months) {
  if (!entry.duration || entry.duration->count <= months) return {};
  const std::int32_t now = std::exchange(entry.duration->count, months);
  return change("shorter", {"/duration_months"}, {{"months", months}, {"now", now}});
}

Made shorten_as_allowed(Innovation& entry, const ChangeMeans& means) {
  return shorten(entry, means.most_months);
}

Made shorten_to_be_quick(Innovation& entry, const ChangeMeans& means) {
  if (means.quick_months == means.most_months) return {};
  return shorten(entry, means.quick_months);
}

Made raise_readiness(Innovation& entry, Pillar pillar, const char* name) {
  if (!entry.readiness) return {};
  auto& step = (*entry.readiness).*pillar;
  if (!step || step->value >= catalogue::kMaxStep) return {};
  const std::int32_t from = step->value++;
  return change("more_ready", {std::string("/readiness/") + name},
                {{"pillar", name}, {"from", from}, {"to", step->value}});
}

Made advance(Innovation& entry, const ChangeMeans& means) {
  if (!entry.stage || *entry.stage == Stage::kApplied) return {};
  const bool to_trial = *entry.stage == Stage::kInitiative;
  entry.stage = to_trial ? Stage::kTrial : Stage::kApplied;
  auto& date = to_trial ? entry.started : entry.applied;
  std::vector<std::string> fields{"/stage"};
  if (!date) {
    date = means.today;
    fields.emplace_back(to_trial ? "/started" : "/applied");
  }
  return change(to_trial ? "trial" : "applied", std::move(fields));
}

// What a panel judges. Whether anybody has assessed it yet shows in the row.

Made raise(SupposedEntry& supposed, const char* criterion) {
  if (!supposed.raised.empty()) return {};
  supposed.raised = criterion;
  return change("assessed", {},
                {{"criterion", statement(std::string("choice.assessed.") + criterion)}});
}

using Columns = std::vector<std::string>;

/// The vocabulary as it is put together.
class Kinds {
 public:
  template <class... Arguments>
  EntryChangeKind& add(Columns columns, Made (*make)(Innovation&, Arguments...),
                       Arguments... arguments) {
    return add(std::move(columns),
               [=](SupposedEntry& on, const ChangeMeans&) { return make(on.entry, arguments...); });
  }
  template <class... Arguments>
  EntryChangeKind& add(Columns columns, Made (*make)(Innovation&, const ChangeMeans&, Arguments...),
                       Arguments... arguments) {
    return add(std::move(columns), [=](SupposedEntry& on, const ChangeMeans& means) {
      return make(on.entry, means, arguments...);
    });
  }
  void add_pillars(Made (*make)(Innovation&, Pillar, const char*)) {
    using catalogue::Readiness;
    add({"readiness_struktur"}, make, &Readiness::struktur, "struktur");
    add({"readiness_infrastruktur"}, make, &Readiness::infrastruktur, "infrastruktur");
    add({"readiness_suprastruktur"}, make, &Readiness::suprastruktur, "suprastruktur");
  }
  template <class Make>
  EntryChangeKind& add(Columns columns, Make make) {
    all.push_back({std::move(make), std::move(columns)});
    return all.back();
  }

  std::vector<EntryChangeKind> all;
};

void add_written_down(Kinds& kinds) {
  const Columns areas{"dimension", "area", "areas_touched", "dimensions_touched"};
  kinds.add({"owner", "owner_kind"}, name_owner).of_candidate = true;
  kinds.add({"problem"}, write<&Innovation::problem>, "problem");
  kinds.add({"target_group"}, write<&Innovation::target_group>, "target_group");
  kinds.add({"benefit", "claims_verified"}, claim<&Innovation::benefit>, "benefit");
  kinds.add({"uniqueness", "claims_verified"}, claim<&Innovation::uniqueness>, "uniqueness");
  kinds.add({"risks"}, write<&Innovation::risks>, "risks");
  kinds.add(areas, confirm_area, true).of_candidate = true;
  kinds.add(areas, confirm_area, false).of_candidate = true;
  kinds.add({"rpjmd_linked"}, link_to, PlanKind::kRpjmd);
  kinds.add({"renstra_linked"}, link_to, PlanKind::kRenstra);
  kinds.add({"stage"}, tell_stage);
  kinds.add({"applied_year", "claims_verified"}, date_application);
  kinds.add({"funding_sources", "funded_beyond_apbd"}, name_source);
  kinds.add({"budget_total"}, state_cost).of_candidate = true;
  kinds.add({"duration_months"}, state_duration).of_candidate = true;
  kinds.add({"staff"}, state_staff).of_candidate = true;
  kinds.add_pillars(state_readiness);
}

void add_worked_out(Kinds& kinds) {
  kinds.add({"indicators_with_target"}, complete_indicator);
  kinds.add({"indicators", "indicators_with_target", "claims_verified"}, add_indicator);
  kinds.add({"indicators_measured"}, measure);
  for (const auto& kind : claim_kinds()) {
    Columns columns{"evidence_files", "claims_verified"};
    columns.insert(columns.end(), kind.columns.begin(), kind.columns.end());
    kinds.add(std::move(columns), attach_evidence, kind.name);
  }
}

void add_agreed(Kinds& kinds) {
  kinds.add({"supporting_organisations"}, add_supporter);
  kinds.add({"partners"}, add_partner);
  kinds.add({"funding_sources", "funded_beyond_apbd"}, fund_beyond_apbd);
  kinds.add({"areas_touched", "dimensions_touched"}, map_further).of_candidate = true;
}

void add_work(Kinds& kinds) {
  kinds.add({"builds_application"}, extend_application);
  kinds.add({"duration_months"}, shorten_as_allowed).of_candidate = true;
  kinds.add({"duration_months"}, shorten_to_be_quick).of_candidate = true;
  kinds.add_pillars(raise_readiness);
  kinds.add({"stage", "started_year", "applied_year", "claims_verified"}, advance);
}

void add_assessed(Kinds& kinds) {
  for (const char* criterion : kAssessed) {
    kinds.add({std::string("assessed_") + criterion},
              [criterion](SupposedEntry& on, const ChangeMeans&) { return raise(on, criterion); });
  }
}

}  // namespace

const std::vector<EntryChangeKind>& entry_changes() {
  static const auto all = [] {
    Kinds kinds;
    add_written_down(kinds);
    add_worked_out(kinds);
    add_agreed(kinds);
    add_work(kinds);
    add_assessed(kinds);
    return std::move(kinds.all);
  }();
  return all;
}

}  // namespace pilah::registry
