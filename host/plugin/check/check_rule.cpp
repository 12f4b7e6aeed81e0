#include <algorithm>
#include <optional>
#include <set>
#include <variant>

#include <boost/json.hpp>

#include "pilah/plugin/check/checking.hpp"
#include "pilah/plugin/check/sample_tables.hpp"
#include "pilah/plugin/run/rule_run.hpp"

namespace pilah::plugin {
namespace {

constexpr std::uint64_t kSomeRows = 200;
constexpr std::uint64_t kManyRows = 65536;

class RuleCheck {
 public:
  explicit RuleCheck(Checking& checking) : checking_(checking) {
    for (const auto& id : checking.plugin.manifest.columns) {
      if (const auto* kind = innovation_column(id)) kinds_.push_back(*kind);
    }
  }

  void run() {
    const auto table = sample_table(kinds_, SampleKind::kTypical, kSomeRows, seed());
    const auto result = runs("some_rows", table, {});
    if (!result) return;
    repeats(table, *result);
    if (result->description.rowwise) rowwise(table, *result);
    languages(table, *result);
    unknown();
    constant(*result);
    for (const auto& [name, rows] : {std::pair{"no_rows", std::uint64_t{0}}, {"one_row", 1}}) {
      runs(name, sample_table(kinds_, SampleKind::kTypical, rows, seed()), {});
    }
    RunOptions quick;
    quick.explain = false;
    runs("many_rows", sample_table(kinds_, SampleKind::kTypical, kManyRows, seed()), quick);
    runs("extreme", sample_table(kinds_, SampleKind::kExtreme, kSomeRows, seed()), {});
    for (int round = 0; round < checking_.options.fuzz_rounds; ++round) fuzz(round);
  }

 private:
  std::uint64_t seed() const { return checking_.options.seed; }

  /// A run that must succeed; counts as one test.
  std::optional<RuleResult> runs(const Input& input, const ColumnTable& table, RunOptions options) {
    if (checking_.over()) return std::nullopt;
    ++checking_.report.tests;
    options.as_of = "2026-01-01";
    options.base_milliseconds = checking_.options.patience_milliseconds;
    options.bisect_milliseconds = checking_.options.patience_milliseconds;
    options.until = checking_.options.until;
    auto ended =
        run_rule(checking_.plugins, checking_.plugin, checking_.parameters, table, options);
    if (const auto* end = std::get_if<RunEnd>(&ended)) {
      checking_.failed(input, *end);
      return std::nullopt;
    }
    return std::get<RuleResult>(std::move(ended));
  }

  /// The first row where two results differ; nothing: they are the same.
  static std::optional<std::uint64_t> difference(const RuleResult& a, const RuleResult& b) {
    for (std::uint64_t i = 0; i < a.rows; ++i) {
      const auto row = static_cast<std::size_t>(i);
      bool same = a.not_eligible[row] == b.not_eligible[row] && a.groups[row] == b.groups[row];
      for (std::size_t c = 0; c < a.values.size(); ++c) {
        same = same && a.values[c][row] == b.values[c][row];
      }
      if (!same) return i;
    }
    return std::nullopt;
  }

  void same(const RuleResult& first, const std::optional<RuleResult>& second, const char* kind) {
    if (!second) return;
    const auto row = difference(first, *second);
    checking_.test(
        !row, Severity::kError, kind,
        {{"row", row ? std::to_string(*row + 1) : ""}, {"seed", std::to_string(seed())}});
  }

  void repeats(const ColumnTable& table, const RuleResult& result) {
    const auto again = runs("again", table, {});
    same(result, again, "check.not_repeatable");
    if (again) {
      checking_.test(again->explanations == result.explanations, Severity::kError,
                     "check.reasons_not_repeatable", {{"seed", std::to_string(seed())}});
    }
  }

  void rowwise(const ColumnTable& table, const RuleResult& result) {
    for (const std::uint64_t rows : {1U, 7U, 64U}) {
      RunOptions options;
      options.batch_rows = rows;
      options.explain = false;
      same(result, runs({"batches", rows}, table, options), "check.depends_on_batch");
    }
    RunOptions options;
    options.explain = false;
    auto turned = runs("reversed", reversed(table), options);
    if (!turned) return;
    for (auto& column : turned->values) std::reverse(column.begin(), column.end());
    std::reverse(turned->not_eligible.begin(), turned->not_eligible.end());
    std::reverse(turned->groups.begin(), turned->groups.end());
    same(result, turned, "check.depends_on_order");
  }

  void languages(const ColumnTable& table, const RuleResult& indonesian) {
    RunOptions options;
    options.language = "en";
    const auto english = runs("english", table, options);
    same(indonesian, english, "check.depends_on_language");
    if (!english) return;
    checking_.test(english->explanations != indonesian.explanations, Severity::kNote,
                   "check.one_language");
    const auto& rows = indonesian.explanations;
    const bool says_nothing = std::any_of(rows.begin(), rows.end(), [](const auto& texts) {
      return std::any_of(texts.begin(), texts.end(), [](const auto& text) { return text.empty(); });
    });
    checking_.test(!says_nothing, Severity::kWarning, "check.says_nothing");
  }

  /// Unknown is not zero: a row of which nothing is known has no values.
  void unknown() {
    const auto result =
        runs("unknown", sample_table(kinds_, SampleKind::kUnknown, kSomeRows, seed()), {});
    if (!result) return;
    for (std::size_t c = 0; c < result->values.size(); ++c) {
      checking_.test(!result->values[c].front().has_value(), Severity::kNote,
                     "check.unknown_counts", {{"criterion", result->description.criteria[c].id}});
    }
  }

  void constant(const RuleResult& result) {
    for (std::size_t c = 0; c < result.values.size(); ++c) {
      const std::set<std::optional<double>> values(result.values[c].begin(),
                                                   result.values[c].end());
      checking_.test(values.size() > 1, Severity::kNote, "check.constant",
                     {{"criterion", result.description.criteria[c].id}});
    }
  }

  void fuzz(int round) {
    const auto own = seed() + 1000 + static_cast<std::uint64_t>(round);
    const auto kind = round % 2 == 0 ? SampleKind::kExtreme : SampleKind::kTypical;
    RunOptions options;
    options.explain = round % 4 < 2;
    runs({"seed", own}, sample_table(kinds_, kind, 1 + own % 300, own), options);
  }

  Checking& checking_;
  std::vector<ColumnKind> kinds_;
};

}  // namespace

void check_rule(Checking& checking) { RuleCheck(checking).run(); }

}  // namespace pilah::plugin
