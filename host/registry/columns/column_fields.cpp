#include "pilah/registry/columns/column_fields.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "pilah/registry/columns/candidate_cells.hpp"
#include "pilah/registry/columns/withheld_claims.hpp"

namespace pilah::registry {
namespace {

using Fields = std::vector<std::string_view>;
using ByColumn = std::map<std::string, Fields, std::less<>>;

/// Needs of the region (need_of_...) and sets of before are of no entry's fields.
ByColumn all_columns() {
  ByColumn all = {
      {"id", {"id"}},
      {"name", {"name"}},
      {"summary", {"summary"}},
      {"problem", {"problem"}},
      {"target_group", {"target_group"}},
      {"benefit", {"benefit"}},
      {"uniqueness", {"uniqueness"}},
      {"risks", {"risks"}},
      {"owner", {"owner"}},
      {"owner_kind", {"owner"}},
      {"proposer_kind", {"proposer"}},
      {"entry_kind", {"entry_kind"}},
      {"status", {"status"}},
      {"form", {"form"}},
      {"stage", {"stage"}},
      {"digital", {"digital"}},
      {"builds_application", {"application", "digital"}},
      {"dimension", {"mappings"}},
      {"area", {"mappings"}},
      {"areas_touched", {"mappings"}},
      {"dimensions_touched", {"mappings"}},
      {"started_year", {"started"}},
      {"applied_year", {"applied"}},
      {"duration_months", {"duration_months"}},
      {"staff", {"staff"}},
      {"budget_total", {"budgets"}},
      {"funding_sources", {"budgets"}},
      {"funded_beyond_apbd", {"budgets"}},
      {"partners", {"partners"}},
      {"supporting_organisations", {"supporting_organisations"}},
      {"indicators", {"indicators"}},
      {"indicators_with_target", {"indicators"}},
      {"indicators_measured", {"indicators"}},
      {"rpjmd_linked", {"plan_links"}},
      {"renstra_linked", {"plan_links"}},
      {"readiness_struktur", {"readiness"}},
      {"readiness_infrastruktur", {"readiness"}},
      {"readiness_suprastruktur", {"readiness"}},
      {"evidence_files", {"evidence"}},
      {"claims_verified", {"benefit", "uniqueness", "applied", "indicators", "evidence"}},
      {"need_of_dimension", {"mappings"}},
      {"need_of_area", {"mappings"}},
      {"quick_win_before", {}},
      {"monitoring_percent", {kJudgements}},
      {"members", {}}};
  for (const char* criterion : kAssessed) {
    all.emplace("assessed_" + std::string(criterion), Fields{kJudgements});
    all.emplace("assessed_" + std::string(criterion) + "_spread", Fields{kJudgements});
  }
  return all;
}

const ByColumn& columns() {
  static const ByColumn all = all_columns();
  return all;
}

bool is_claim(std::string_view column) {
  return std::ranges::any_of(claim_kinds(), [&](const ClaimKind& kind) {
    return std::ranges::find(kind.columns, column) != kind.columns.end();
  });
}

}  // namespace

std::vector<std::string_view> fields_behind(std::string_view column, CountedValues values) {
  const auto found = columns().find(column);
  if (found == columns().end()) return {};
  auto fields = found->second;
  if (values == CountedValues::kVerified && is_claim(column)) fields.emplace_back("evidence");
  return fields;
}

bool is_known_column(std::string_view column) { return columns().contains(column); }

}  // namespace pilah::registry
