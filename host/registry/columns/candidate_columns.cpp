#include "pilah/registry/columns/candidate_columns.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/registry/columns/candidate_history.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using plugin::ColumnBuffer;

namespace {

using Text = std::optional<std::string>;
using Integer = std::optional<std::int64_t>;
using Yes = std::optional<bool>;
using Number = std::optional<double>;

struct Row {
  const Candidate& candidate;
  const CatalogueView& view;
  const CandidateHistory& history;
};

Text known(std::string_view text) { return text.empty() ? std::nullopt : Text(std::string(text)); }

/// The members' texts, one below the other, without empty ones and repeats.
Text joined(const Row& row, std::string Innovation::*field) {
  std::vector<std::string_view> texts;
  for (const auto* member : row.candidate.members) {
    const std::string& text = member->*field;
    if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) {
      texts.push_back(text);
    }
  }
  std::string all;
  for (const auto text : texts) all += (all.empty() ? "" : "\n") + std::string(text);
  return known(all);
}

/// The word that all members share; null when they differ or one has none.
template <class WordOf>
Text common(const Row& row, WordOf word_of) {
  Text shared;
  for (const auto* member : row.candidate.members) {
    const Text word = word_of(*member);
    if (!word || (shared && *shared != *word)) return std::nullopt;
    shared = word;
  }
  return shared;
}

template <class Enum>
Text word(const std::optional<Enum>& value) {
  return value ? Text(std::string(catalogue::name_of(*value))) : std::nullopt;
}

/// Yes when one member says yes, unknown when one is unknown, else no.
template <class Says>
Yes any_says(const Row& row, Says says) {
  Yes all = row.candidate.members.empty() ? std::nullopt : Yes(false);
  for (const auto* member : row.candidate.members) {
    const Yes one = says(*member);
    if (one && *one) return true;
    if (!one) all = std::nullopt;
  }
  return all;
}

/// The smallest of the members' values; null when one is unknown.
template <class ValueOf>
Integer smallest(const Row& row, ValueOf value_of) {
  Integer least;
  for (const auto* member : row.candidate.members) {
    const Integer value = value_of(*member);
    if (!value) return std::nullopt;
    least = least ? std::min(*least, *value) : *value;
  }
  return least;
}

Yes builds_application(const Innovation& entry) {
  if (entry.application) return entry.application->use == catalogue::ApplicationUse::kBuilds;
  if (entry.digital && !*entry.digital) return false;
  return std::nullopt;
}

Text stage(const Row& row) {
  const Integer least = smallest(row, [](const Innovation& entry) {
    return entry.stage ? Integer(static_cast<std::int64_t>(*entry.stage)) : std::nullopt;
  });
  return least ? word(std::optional(static_cast<catalogue::Stage>(*least))) : std::nullopt;
}

Integer year(const std::optional<catalogue::PartialDate>& date) {
  return date ? Integer(date->year) : std::nullopt;
}

std::set<catalogue::FundingSource> sources(const Row& row) {
  std::set<catalogue::FundingSource> named;
  for (const auto* member : row.candidate.members) {
    for (const auto& budget : member->budgets) {
      if (budget.source) named.insert(*budget.source);
    }
  }
  return named;
}

Integer funding_sources(const Row& row) {
  const auto named = sources(row);
  return named.empty() ? std::nullopt : Integer(static_cast<std::int64_t>(named.size()));
}

Yes funded_beyond_apbd(const Row& row) {
  auto named = sources(row);
  if (named.empty()) return std::nullopt;
  named.erase(catalogue::FundingSource::kApbd);
  return !named.empty();
}

/// How many different entries the members' lists have together.
template <class List>
Integer united(const Row& row, List Innovation::*field) {
  std::set<typename List::value_type> all;
  for (const auto* member : row.candidate.members) {
    all.insert((member->*field).begin(), (member->*field).end());
  }
  return static_cast<std::int64_t>(all.size());
}

template <class Counts>
Integer indicators(const Row& row, Counts counts) {
  std::int64_t count = 0;
  for (const auto* member : row.candidate.members) {
    count += std::count_if(member->indicators.begin(), member->indicators.end(), counts);
  }
  return count;
}

Integer readiness(const Row& row, std::optional<catalogue::Step> catalogue::Readiness::*field) {
  return smallest(row, [&](const Innovation& entry) {
    const auto step = entry.readiness ? (*entry.readiness).*field : std::nullopt;
    return step ? Integer(step->value) : std::nullopt;
  });
}

Integer evidence_files(const Row& row) {
  std::set<std::string> files;
  for (const auto* member : row.candidate.members) {
    for (const auto& evidence : member->evidence) files.insert(evidence.sha256);
  }
  return static_cast<std::int64_t>(files.size());
}

bool is_proven(const Innovation& entry, const std::string& claim) {
  return std::any_of(entry.evidence.begin(), entry.evidence.end(), [&](const auto& evidence) {
    return evidence.field.compare(0, claim.size(), claim) == 0 &&
           (evidence.field.size() == claim.size() || evidence.field[claim.size()] == '/');
  });
}

Number claims_verified(const Row& row) {
  std::int64_t claims = 0;
  std::int64_t proven = 0;
  for (const auto* member : row.candidate.members) {
    const auto claim = [&](bool made, const std::string& pointer) {
      if (!made) return;
      ++claims;
      if (is_proven(*member, pointer)) ++proven;
    };
    claim(!member->benefit.empty(), "/benefit");
    claim(!member->uniqueness.empty(), "/uniqueness");
    claim(member->applied.has_value(), "/applied");
    for (std::size_t i = 0; i < member->indicators.size(); ++i) {
      claim(true, "/indicators/" + std::to_string(i));
    }
  }
  if (claims == 0) return std::nullopt;
  return static_cast<double>(proven) / static_cast<double>(claims);
}

/// The kind of the organisation that proposed the entry.
Text proposer_kind(const Row& row) {
  return common(row, [&](const Innovation& entry) -> Text {
    if (!entry.proposer || !entry.proposer->organisation) return std::nullopt;
    const auto* proposer = row.view.organisation(*entry.proposer->organisation);
    return proposer ? word(std::optional(proposer->kind)) : std::nullopt;
  });
}

Text text_value(const Row& row, std::string_view id) {
  static const std::map<std::string_view, std::string Innovation::*> kJoined = {
      {"problem", &Innovation::problem}, {"target_group", &Innovation::target_group},
      {"benefit", &Innovation::benefit}, {"uniqueness", &Innovation::uniqueness},
      {"risks", &Innovation::risks},
  };
  const Candidate& candidate = row.candidate;
  if (id == "id") return known(candidate.id);
  if (id == "name") return known(candidate.name);
  if (id == "summary") {
    if (candidate.package && !candidate.package->summary.empty()) return candidate.package->summary;
    return joined(row, &Innovation::summary);
  }
  if (const auto field = kJoined.find(id); field != kJoined.end()) {
    return joined(row, field->second);
  }
  if (id == "owner") return candidate.owner ? known(candidate.owner->code) : std::nullopt;
  if (id == "owner_kind") {
    return candidate.owner ? word(std::optional(candidate.owner->kind)) : std::nullopt;
  }
  if (id == "proposer_kind") return proposer_kind(row);
  if (id == "entry_kind") {
    return common(row, [](const Innovation& one) { return word(std::optional(one.entry_kind)); });
  }
  if (id == "status") {
    return common(row, [](const Innovation& one) { return word(std::optional(one.status)); });
  }
  if (id == "form") return common(row, [](const Innovation& one) { return word(one.form); });
  if (id == "stage") return stage(row);
  if (id == "dimension") return known(candidate.dimension);
  if (id == "area") return known(candidate.primary_area);
  return std::nullopt;
}

Integer earliest_start(const Row& row) {
  Integer earliest;
  for (const auto* member : row.candidate.members) {
    const Integer began = year(member->started);
    if (began && (!earliest || *began < *earliest)) earliest = began;
  }
  return earliest;
}

/// A package is in use once its last member is.
Integer last_applied(const Row& row) {
  Integer latest;
  for (const auto* member : row.candidate.members) {
    const Integer applied = year(member->applied);
    if (!applied) return std::nullopt;
    latest = latest ? std::max(*latest, *applied) : *applied;
  }
  return latest;
}

Integer integer_value(const Row& row, std::string_view id) {
  const Candidate& candidate = row.candidate;
  const auto size = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
  if (id == "areas_touched") return size(candidate.areas);
  if (id == "dimensions_touched") return size(candidate.dimensions);
  if (id == "started_year") return earliest_start(row);
  if (id == "applied_year") return last_applied(row);
  if (id == "duration_months") return candidate.amounts.duration;
  if (id == "staff") return candidate.amounts.staff;
  if (id == "budget_total") return candidate.amounts.budget;
  if (id == "funding_sources") return funding_sources(row);
  if (id == "partners") return united(row, &Innovation::partners);
  if (id == "supporting_organisations") return united(row, &Innovation::supporting_organisations);
  if (id == "indicators") return indicators(row, [](const auto&) { return true; });
  if (id == "indicators_with_target") {
    return indicators(row,
                      [](const auto& one) { return !one.baseline.empty() && !one.target.empty(); });
  }
  if (id == "indicators_measured") {
    return indicators(row, [](const auto& one) { return !one.measured.empty(); });
  }
  if (id == "readiness_struktur") return readiness(row, &catalogue::Readiness::struktur);
  if (id == "readiness_infrastruktur") {
    return readiness(row, &catalogue::Readiness::infrastruktur);
  }
  if (id == "readiness_suprastruktur") {
    return readiness(row, &catalogue::Readiness::suprastruktur);
  }
  if (id == "evidence_files") return evidence_files(row);
  if (id == "members") return size(candidate.members);
  return std::nullopt;
}

Yes yes_value(const Row& row, std::string_view id) {
  if (id == "digital") {
    return any_says(row, [](const Innovation& one) { return one.digital; });
  }
  if (id == "builds_application") return any_says(row, builds_application);
  if (id == "funded_beyond_apbd") return funded_beyond_apbd(row);
  if (id == "rpjmd_linked") return row.history.linked(row.candidate, catalogue::PlanKind::kRpjmd);
  if (id == "renstra_linked") {
    return row.history.linked(row.candidate, catalogue::PlanKind::kRenstra);
  }
  if (id == "quick_win_before") return row.history.quick_win_before(row.candidate);
  return std::nullopt;
}

Number number_value(const Row& row, std::string_view id) {
  static constexpr std::string_view kAssessed = "assessed_";
  static constexpr std::string_view kSpread = "_spread";
  if (id == "claims_verified") return claims_verified(row);
  if (id == "monitoring_percent") return row.history.monitored(row.candidate);
  if (id.substr(0, kAssessed.size()) != kAssessed) return std::nullopt;
  auto criterion = id.substr(kAssessed.size());
  const bool spread = criterion.size() > kSpread.size() &&
                      criterion.substr(criterion.size() - kSpread.size()) == kSpread;
  if (spread) criterion.remove_suffix(kSpread.size());
  const auto assessed = row.history.assessed(row.candidate, criterion);
  if (!assessed) return std::nullopt;
  return spread ? assessed->spread : assessed->median;
}

void add(ColumnBuffer& column, const Row& row) {
  const std::string& id = column.kind().id;
  switch (column.kind().layout) {
    case plugin::ColumnLayout::kText: {
      const Text text = text_value(row, id);
      column.add_text(text ? std::optional<std::string_view>(*text) : std::nullopt);
      return;
    }
    case plugin::ColumnLayout::kInt64:
      column.add_integer(integer_value(row, id));
      return;
    case plugin::ColumnLayout::kBool:
      column.add_bool(yes_value(row, id));
      return;
    case plugin::ColumnLayout::kDouble:
      column.add_number(number_value(row, id));
      return;
  }
}

}  // namespace

plugin::ColumnTable candidate_table(const CatalogueView& view,
                                    const std::vector<Candidate>& candidates,
                                    const std::vector<std::string>& ids) {
  std::vector<plugin::ColumnKind> kinds;
  for (const auto& kind : plugin::innovation_columns()) {
    if (std::find(ids.begin(), ids.end(), kind.id) != ids.end()) kinds.push_back(kind);
  }
  plugin::ColumnTable table(kinds);
  const CandidateHistory history(view);
  for (const auto& candidate : candidates) {
    const Row row{candidate, view, history};
    for (auto& column : table.columns()) add(column, row);
  }
  return table;
}

}  // namespace pilah::registry
