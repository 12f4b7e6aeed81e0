#include "pilah/registry/columns/candidate_cells.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/registry/columns/claims.hpp"

namespace pilah::registry {

using catalogue::Innovation;

namespace {

using Text = std::optional<std::string>;
using Integer = std::optional<std::int64_t>;
using Yes = std::optional<bool>;
using Number = std::optional<double>;

using Row = RowSource;

Text known(std::string_view text) { return text.empty() ? std::nullopt : Text(std::string(text)); }

/// Whether what the member claims at `field` counts.
bool counts(const Row& row, const Innovation& member, bool WithheldClaims::*claim,
            const std::string& field) {
  return !(row.withheld.*claim) || is_proven(member, field);
}

/// The members' texts, one below the other, without empty ones and repeats.
Text joined(const Row& row, std::string Innovation::*field,
            const std::function<bool(const Innovation&)>& is_told = {}) {
  std::vector<std::string_view> texts;
  for (const auto* member : row.candidate.members) {
    if (is_told && !is_told(*member)) continue;
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

/// Those that the column counts; null when there are some and all of them are withheld.
Integer indicators(const Row& row, const std::function<bool(const catalogue::Indicator&)>& meant) {
  std::int64_t count = 0;
  bool any_withheld = false;
  for (const auto* member : row.candidate.members) {
    for (std::size_t i = 0; i < member->indicators.size(); ++i) {
      const auto& indicator = member->indicators[i];
      if (!meant(indicator)) continue;
      const bool is_counted =
          !indicator.verified.empty() ||
          counts(row, *member, &WithheldClaims::indicators, "/indicators/" + std::to_string(i));
      count += is_counted ? 1 : 0;
      any_withheld = any_withheld || !is_counted;
    }
  }
  if (count == 0 && any_withheld) return std::nullopt;
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

Number claims_verified(const Row& row) {
  std::int64_t made = 0;
  std::int64_t proven = 0;
  for (const auto* member : row.candidate.members) {
    for (const auto& claim : claims_of(*member)) {
      ++made;
      if (claim.proven) ++proven;
    }
  }
  if (made == 0) return std::nullopt;
  return static_cast<double>(proven) / static_cast<double>(made);
}

/// The kind of the organisation that proposed the entry; else what the proposer says to be.
Text proposer_kind(const Row& row) {
  return common(row, [&](const Innovation& entry) -> Text {
    if (!entry.proposer) return std::nullopt;
    const auto organisation = entry.proposer->organisation;
    const auto* proposer = organisation ? row.view.organisation(*organisation) : nullptr;
    return word(proposer ? std::optional(proposer->kind) : entry.proposer->kind);
  });
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
    if (!applied || !counts(row, *member, &WithheldClaims::applied, "/applied")) {
      return std::nullopt;
    }
    latest = latest ? std::max(*latest, *applied) : *applied;
  }
  return latest;
}

template <class List>
Integer count_of(const List& list) {
  return static_cast<std::int64_t>(list.size());
}

template <class Value>
Cell cell(std::optional<Value> value) {
  return value ? Cell(*std::move(value)) : Cell();
}

/// The median of the panels' assessments, at most the last step of the scale.
Number median(const Row& row, std::string_view criterion) {
  const auto assessed = row.history.assessed(row.candidate, criterion);
  if (!assessed) return std::nullopt;
  const double raise = row.raised == criterion ? 1.0 : 0.0;
  return std::min(assessed->median + raise, static_cast<double>(catalogue::kMaxStep));
}

Number spread(const Row& row, std::string_view criterion) {
  const auto assessed = row.history.assessed(row.candidate, criterion);
  return assessed ? Number(assessed->spread) : std::nullopt;
}

using Readers = std::map<std::string, CellReader, std::less<>>;

template <class Read>
void add(Readers& readers, const char* column, Read read) {
  readers.emplace(column, [read](const Row& row) { return cell(read(row)); });
}

/// A text that is a claim.
void add_claimed(Readers& readers, const char* column, std::string Innovation::*field,
                 bool WithheldClaims::*claim) {
  add(readers, column, [=, pointer = std::string("/") + column](const Row& row) {
    return joined(row, field,
                  [&](const Innovation& member) { return counts(row, member, claim, pointer); });
  });
}

void add_words(Readers& readers) {
  add(readers, "id", [](const Row& row) { return known(row.candidate.id); });
  add(readers, "name", [](const Row& row) { return known(row.candidate.name); });
  add(readers, "summary", [](const Row& row) -> Text {
    const auto* package = row.candidate.package;
    if (package && !package->summary.empty()) return package->summary;
    return joined(row, &Innovation::summary);
  });
  for (const auto& [column, field] : {std::pair{"problem", &Innovation::problem},
                                      {"target_group", &Innovation::target_group},
                                      {"risks", &Innovation::risks}}) {
    add(readers, column, [field = field](const Row& row) { return joined(row, field); });
  }
  add_claimed(readers, "benefit", &Innovation::benefit, &WithheldClaims::benefit);
  add_claimed(readers, "uniqueness", &Innovation::uniqueness, &WithheldClaims::uniqueness);
  add(readers, "owner", [](const Row& row) {
    return row.candidate.owner ? known(row.candidate.owner->code) : std::nullopt;
  });
  add(readers, "owner_kind", [](const Row& row) {
    const auto* owner = row.candidate.owner;
    return owner ? word(std::optional(owner->kind)) : std::nullopt;
  });
  add(readers, "proposer_kind", proposer_kind);
  add(readers, "entry_kind", [](const Row& row) {
    return common(row, [](const Innovation& one) { return word(std::optional(one.entry_kind)); });
  });
  add(readers, "status", [](const Row& row) {
    return common(row, [](const Innovation& one) { return word(std::optional(one.status)); });
  });
  add(readers, "form", [](const Row& row) {
    return common(row, [](const Innovation& one) { return word(one.form); });
  });
  add(readers, "stage", stage);
  add(readers, "dimension", [](const Row& row) { return known(row.candidate.dimension); });
  add(readers, "area", [](const Row& row) { return known(row.candidate.primary_area); });
}

void add_counts(Readers& readers) {
  add(readers, "areas_touched", [](const Row& row) { return count_of(row.candidate.areas); });
  add(readers, "dimensions_touched",
      [](const Row& row) { return count_of(row.candidate.dimensions); });
  add(readers, "started_year", earliest_start);
  add(readers, "applied_year", last_applied);
  add(readers, "duration_months", [](const Row& row) { return row.candidate.amounts.duration; });
  add(readers, "staff", [](const Row& row) { return row.candidate.amounts.staff; });
  add(readers, "budget_total", [](const Row& row) { return row.candidate.amounts.budget; });
  add(readers, "funding_sources", funding_sources);
  add(readers, "partners", [](const Row& row) { return united(row, &Innovation::partners); });
  add(readers, "supporting_organisations",
      [](const Row& row) { return united(row, &Innovation::supporting_organisations); });
  add(readers, "indicators",
      [](const Row& row) { return indicators(row, [](const auto&) { return true; }); });
  add(readers, "indicators_with_target", [](const Row& row) {
    return indicators(row,
                      [](const auto& one) { return !one.baseline.empty() && !one.target.empty(); });
  });
  add(readers, "indicators_measured", [](const Row& row) {
    return indicators(
        row, [](const auto& one) { return !one.measured.empty() || !one.verified.empty(); });
  });
  add(readers, "readiness_struktur",
      [](const Row& row) { return readiness(row, &catalogue::Readiness::struktur); });
  add(readers, "readiness_infrastruktur",
      [](const Row& row) { return readiness(row, &catalogue::Readiness::infrastruktur); });
  add(readers, "readiness_suprastruktur",
      [](const Row& row) { return readiness(row, &catalogue::Readiness::suprastruktur); });
  add(readers, "evidence_files", evidence_files);
  add(readers, "members", [](const Row& row) { return count_of(row.candidate.members); });
}

void add_answers(Readers& readers) {
  add(readers, "digital", [](const Row& row) {
    return any_says(row, [](const Innovation& one) { return one.digital; });
  });
  add(readers, "builds_application",
      [](const Row& row) { return any_says(row, builds_application); });
  add(readers, "funded_beyond_apbd", funded_beyond_apbd);
  add(readers, "rpjmd_linked", [](const Row& row) {
    return Yes(row.history.linked(row.candidate, catalogue::PlanKind::kRpjmd));
  });
  add(readers, "renstra_linked", [](const Row& row) {
    return Yes(row.history.linked(row.candidate, catalogue::PlanKind::kRenstra));
  });
  add(readers, "quick_win_before",
      [](const Row& row) { return Yes(row.history.quick_win_before(row.candidate)); });
}

void add_numbers(Readers& readers) {
  add(readers, "claims_verified", claims_verified);
  add(readers, "need_of_dimension",
      [](const Row& row) { return row.view.needs.of_dimension(row.candidate.dimension); });
  add(readers, "need_of_area",
      [](const Row& row) { return row.view.needs.of_area(row.candidate.primary_area); });
  add(readers, "monitoring_percent",
      [](const Row& row) { return row.history.monitored(row.candidate); });
  for (const char* criterion : kAssessed) {
    const std::string column = std::string("assessed_") + criterion;
    add(readers, column.c_str(), [criterion](const Row& row) { return median(row, criterion); });
    add(readers, (column + "_spread").c_str(),
        [criterion](const Row& row) { return spread(row, criterion); });
  }
}

}  // namespace

CellReader cell_reader(std::string_view column) {
  static const Readers readers = [] {
    Readers all;
    add_words(all);
    add_counts(all);
    add_answers(all);
    add_numbers(all);
    return all;
  }();
  const auto found = readers.find(column);
  if (found != readers.end()) return found->second;
  return [](const Row&) { return Cell(); };
}

}  // namespace pilah::registry
