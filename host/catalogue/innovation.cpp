#include "pilah/catalogue/innovation.hpp"

#include <algorithm>
#include <set>

#include "pilah/catalogue/taxonomy.hpp"

namespace pilah::catalogue {
namespace {

constexpr std::size_t kMaxName = 500;  // bytes of UTF-8
constexpr std::size_t kMaxText = std::size_t{64} * 1024;
constexpr std::size_t kMaxParts = 200;

template <class T>
constexpr bool kIsList = false;
template <class T>
constexpr bool kIsList<std::vector<T>> = true;

class Findings {
 public:
  void add(const char* kind, std::string pointer,
           std::vector<std::pair<std::string, std::string>> arguments = {}) {
    messages_.push_back({kind, std::move(arguments), std::move(pointer)});
  }
  Messages take() { return std::move(messages_); }

 private:
  Messages messages_;
};

void check_sizes(const Innovation& innovation, Findings& findings) {
  Innovation::fields(innovation, [&](const char* key, const auto& field) {
    using Field = std::decay_t<decltype(field)>;
    const std::string pointer = std::string("/") + key;
    if constexpr (std::is_same_v<Field, std::string>) {
      const bool is_name = pointer == "/name" || pointer == "/short_name";
      const std::size_t limit = is_name ? kMaxName : kMaxText;
      if (field.size() > limit) {
        findings.add("innovation.text_too_long", pointer,
                     {{"field", key},
                      {"size", std::to_string(field.size())},
                      {"limit", std::to_string(limit)}});
      }
    } else if constexpr (kIsList<Field>) {
      if (field.size() > kMaxParts) {
        findings.add("innovation.too_many", pointer,
                     {{"field", key},
                      {"count", std::to_string(field.size())},
                      {"limit", std::to_string(kMaxParts)}});
      }
    }
  });
}

void check_amounts(const Innovation& innovation, Findings& findings) {
  for (std::size_t i = 0; i < innovation.budgets.size(); ++i) {
    const auto& budget = innovation.budgets[i];
    const std::string pointer = "/budgets/" + std::to_string(i);
    if (budget.amount && (budget.amount->amount < 0 || budget.amount->amount > kMaxRupiah)) {
      findings.add("innovation.budget_out_of_range", pointer + "/amount",
                   {{"amount", std::to_string(budget.amount->amount)},
                    {"limit", std::to_string(kMaxRupiah)}});
    }
    if (budget.year != 0 && (budget.year < 1945 || budget.year > 2200)) {
      findings.add("innovation.year_out_of_range", pointer + "/year",
                   {{"year", std::to_string(budget.year)}});
    }
  }
  if (innovation.duration &&
      (innovation.duration->count < 1 || innovation.duration->count > kMaxMonths)) {
    findings.add("innovation.duration_out_of_range", "/duration_months",
                 {{"months", std::to_string(innovation.duration->count)},
                  {"limit", std::to_string(kMaxMonths)}});
  }
  if (innovation.staff && (*innovation.staff < 0 || *innovation.staff > 1'000'000)) {
    findings.add("innovation.staff_out_of_range", "/staff",
                 {{"staff", std::to_string(*innovation.staff)}});
  }
  if (innovation.readiness) {
    Readiness::fields(*innovation.readiness, [&](const char* key, const auto& step) {
      if (step && (step->value < 0 || step->value > kMaxStep)) {
        findings.add("innovation.step_out_of_range", std::string("/readiness/") + key,
                     {{"step", std::to_string(step->value)}});
      }
    });
  }
}

/// A value without its date could be written, but never read again.
void check_measured(const Innovation& innovation, Findings& findings) {
  for (std::size_t i = 0; i < innovation.indicators.size(); ++i) {
    const auto& measured = innovation.indicators[i].measured;
    for (std::size_t at = 0; at < measured.size(); ++at) {
      if (measured[at].date != PartialDate{}) continue;
      findings.add(
          "innovation.measured_without_date",
          "/indicators/" + std::to_string(i) + "/measured/" + std::to_string(at) + "/date");
    }
  }
}

void check_mappings(const Innovation& innovation, const Taxonomy& taxonomy, Findings& findings) {
  std::set<std::string> seen;
  int primaries = 0;
  for (std::size_t i = 0; i < innovation.mappings.size(); ++i) {
    const auto& mapping = innovation.mappings[i];
    const std::string pointer = "/mappings/" + std::to_string(i);
    if (!taxonomy.area(mapping.area)) {
      findings.add("innovation.unknown_area", pointer + "/area", {{"area", mapping.area}});
    }
    if (!seen.insert(mapping.area).second) {
      findings.add("innovation.area_twice", pointer + "/area", {{"area", mapping.area}});
    }
    if (mapping.primary && ++primaries == 2) {
      findings.add("innovation.two_primary_areas", pointer + "/primary", {{"area", mapping.area}});
    }
    if (mapping.confidence &&
        (mapping.confidence->value < 0 || mapping.confidence->value > 1'000'000)) {
      findings.add("innovation.confidence_out_of_range", pointer + "/confidence");
    }
  }
}

void check_complete(const Innovation& innovation, Findings& findings) {
  if (innovation.name.empty()) findings.add("innovation.name_missing", "/name");
  if (innovation.status == Status::kDraft || innovation.status == Status::kArchived) return;
  if (!innovation.owner) findings.add("innovation.owner_missing", "/owner");
  if (innovation.summary.empty()) findings.add("innovation.summary_missing", "/summary");
  if (!primary_mapping(innovation)) findings.add("innovation.area_missing", "/mappings");
}

}  // namespace

const AreaMapping* primary_mapping(const Innovation& innovation) {
  const auto& mappings = innovation.mappings;
  const auto found = std::find_if(mappings.begin(), mappings.end(),
                                  [](const AreaMapping& mapping) { return mapping.primary; });
  return found == mappings.end() ? nullptr : &*found;
}

std::optional<Rupiah> total_budget(const Innovation& innovation) {
  if (innovation.budgets.empty()) return std::nullopt;
  Rupiah total;
  for (const auto& budget : innovation.budgets) {
    if (!budget.amount) return std::nullopt;
    total.amount += budget.amount->amount;  // at most 200 parts of 10^15 each: no overflow
  }
  return total;
}

Messages validate(const Innovation& innovation, const Taxonomy& taxonomy) {
  Findings findings;
  check_complete(innovation, findings);
  check_sizes(innovation, findings);
  check_amounts(innovation, findings);
  check_measured(innovation, findings);
  check_mappings(innovation, taxonomy, findings);
  return findings.take();
}

}  // namespace pilah::catalogue
