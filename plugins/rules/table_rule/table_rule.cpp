// A rule that is written as data: a table of criteria in the scenario's parameters.
//
// Each line names a column and how its values become 0 to 1: a number between
// `from` and `to`, a word by whether it is among `is`, yes as 1. There is no
// expression language, so that a line can be read by whoever reads the scenario.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/columns.h"
#include "pilah/plugin.hpp"

namespace {

/// The columns that a line may name: numbers, yes or no, and words; no free text.
constexpr std::array kColumns = {"owner",
                                 "owner_kind",
                                 "proposer_kind",
                                 "entry_kind",
                                 "status",
                                 "form",
                                 "stage",
                                 "digital",
                                 "builds_application",
                                 "dimension",
                                 "area",
                                 "areas_touched",
                                 "dimensions_touched",
                                 "started_year",
                                 "applied_year",
                                 "duration_months",
                                 "staff",
                                 "budget_total",
                                 "funding_sources",
                                 "funded_beyond_apbd",
                                 "partners",
                                 "supporting_organisations",
                                 "indicators",
                                 "indicators_with_target",
                                 "indicators_measured",
                                 "rpjmd_linked",
                                 "renstra_linked",
                                 "readiness_struktur",
                                 "readiness_infrastruktur",
                                 "readiness_suprastruktur",
                                 "evidence_files",
                                 "claims_verified",
                                 "need_of_dimension",
                                 "need_of_area",
                                 "assessed_leverage",
                                 "assessed_felt",
                                 "assessed_novelty",
                                 "assessed_survivability",
                                 "assessed_opportunity",
                                 "assessed_potential",
                                 "quick_win_before",
                                 "monitoring_percent",
                                 "members"};

/// One line of the table.
struct Line {
  std::string criterion;
  std::string title;
  std::uint32_t column = 0;
  std::optional<double> from, to;
  std::set<std::string, std::less<>> words;
  std::uint32_t weight = 1;
  bool required = false;

  // What the description points to, composed once.
  std::string zero_id, zero_en, one_id, one_en, reason, refusal_id, refusal_en;
};

std::string shown(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string listed(const std::set<std::string, std::less<>>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::uint32_t place_of(std::string_view column) {
  const auto found = std::find(kColumns.begin(), kColumns.end(), column);
  if (found == kColumns.end()) {
    throw pilah::BadParameters("no column is called " + std::string(column));
  }
  return static_cast<std::uint32_t>(found - kColumns.begin());
}

std::uint32_t layout_of(std::string_view column) {
  for (const auto& known : pilah_innovation_columns) {
    if (column == known.id) return known.layout;
  }
  return PILAH_LAYOUT_TEXT;
}

}  // namespace

class TableRule : public pilah::Rule {
 public:
  explicit TableRule(const pilah::Arguments& arguments) : english_(arguments.english()) {
    for (std::size_t i = 0; arguments.text("/table/" + std::to_string(i) + "/criterion"); ++i) {
      lines_.push_back(read_line(arguments, i));
    }
  }

  pilah::RuleDescription describe() const {
    pilah::RuleDescription description;
    description.columns.assign(kColumns.begin(), kColumns.end());
    for (const auto& line : lines_) {
      description.criteria.push_back(
          {line.criterion.c_str(), line.title.c_str(), line.title.c_str(), line.zero_id.c_str(),
           line.zero_en.c_str(), line.one_id.c_str(), line.one_en.c_str(), line.weight});
      description.reasons.push_back(
          {line.reason.c_str(), line.refusal_id.c_str(), line.refusal_en.c_str()});
    }
    return description;
  }

  void score(const pilah::Batch& batch, pilah::Scores& scores) {
    for (std::uint64_t row = 0; row < batch.rows(); ++row) {
      for (std::uint32_t i = 0; i < lines_.size(); ++i) {
        const auto value = value_of(lines_[i], batch, row);
        scores.set(row, i, value);
      }
      for (std::uint32_t i = 0; i < lines_.size(); ++i) {
        if (!lines_[i].required || value_of(lines_[i], batch, row).value_or(0.0) > 0.0) continue;
        scores.reject(row, static_cast<std::uint8_t>(i));
        break;
      }
    }
  }

  std::string explain(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion) {
    const Line& line = lines_.at(criterion);
    const std::string column = kColumns.at(line.column);
    const std::string cell = cell_of(batch.column(line.column), row);
    if (cell.empty()) return column + (english_ ? " is not known" : " belum diketahui");
    return column + " = " + cell + "; 0: " + (english_ ? line.zero_en : line.zero_id) +
           ", 1: " + (english_ ? line.one_en : line.one_id);
  }

 private:
  static Line read_line(const pilah::Arguments& arguments, std::size_t index) {
    const std::string at = "/table/" + std::to_string(index);
    Line line;
    line.criterion = *arguments.text(at + "/criterion");
    line.title = arguments.text(at + "/title").value_or(line.criterion);
    const auto column = arguments.text(at + "/column").value_or("");
    line.column = place_of(column);
    line.from = arguments.number(at + "/from");
    line.to = arguments.number(at + "/to");
    for (std::size_t i = 0; auto word = arguments.text(at + "/is/" + std::to_string(i)); ++i) {
      line.words.emplace(*word);
    }
    line.weight = static_cast<std::uint32_t>(arguments.integer(at + "/weight").value_or(1));
    line.required = arguments.boolean(at + "/required").value_or(false);
    check(line, at, column);
    compose(line);
    return line;
  }

  static void check(const Line& line, const std::string& at, std::string_view column) {
    const auto layout = layout_of(column);
    const bool number = layout == PILAH_LAYOUT_DOUBLE || layout == PILAH_LAYOUT_INT64;
    if (number && (!line.from || !line.to || *line.from == *line.to)) {
      throw pilah::BadParameters(at + ": the column " + std::string(column) +
                                 " holds numbers, so \"from\" and \"to\" must be given and differ");
    }
    if (layout == PILAH_LAYOUT_TEXT && line.words.empty()) {
      throw pilah::BadParameters(at + ": the column " + std::string(column) +
                                 " holds words, so \"is\" must list those that count as 1");
    }
  }

  static void compose(Line& line) {
    if (line.from && line.to) {
      line.zero_id = line.zero_en = shown(*line.from);
      line.one_id = line.one_en = shown(*line.to);
    } else if (!line.words.empty()) {
      line.one_id = line.one_en = listed(line.words);
      line.zero_id = "selain itu";
      line.zero_en = "anything else";
    } else {
      line.zero_id = "tidak";
      line.zero_en = "no";
      line.one_id = "ya";
      line.one_en = "yes";
    }
    line.reason = line.criterion + "-required";
    line.refusal_id = "syarat \"" + line.title + "\" belum terpenuhi";
    line.refusal_en = "the requirement \"" + line.title + "\" is not met";
  }

  static std::optional<double> value_of(const Line& line, const pilah::Batch& batch,
                                        std::uint64_t row) {
    const auto column = batch.column(line.column);
    if (!column.known(row)) return std::nullopt;
    switch (column.layout()) {
      case PILAH_LAYOUT_DOUBLE:
        return pilah::between(*column.number(row), *line.from, *line.to);
      case PILAH_LAYOUT_INT64:
        return pilah::between(static_cast<double>(*column.integer(row)), *line.from, *line.to);
      case PILAH_LAYOUT_BOOL:
        // From 1 to 0 turns it round: what is not digital counts, say.
        return *column.boolean(row) != (line.from.value_or(0) > line.to.value_or(1)) ? 1.0 : 0.0;
      default:
        return line.words.count(*column.text(row)) > 0 ? 1.0 : 0.0;
    }
  }

  /// The cell for people; empty: unknown.
  std::string cell_of(const pilah::Column& column, std::uint64_t row) const {
    if (!column.known(row)) return {};
    switch (column.layout()) {
      case PILAH_LAYOUT_DOUBLE:
        return shown(*column.number(row));
      case PILAH_LAYOUT_INT64:
        return std::to_string(*column.integer(row));
      case PILAH_LAYOUT_BOOL:
        if (*column.boolean(row)) return english_ ? "yes" : "ya";
        return english_ ? "no" : "tidak";
      default:
        return std::string(column.text(row)->substr(0, 100));
    }
  }

  bool english_;
  std::vector<Line> lines_;
};

PILAH_RULE(TableRule, "table-rule", "1.0.0")
