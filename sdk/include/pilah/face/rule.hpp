// What a rule is made of: its description, its findings, its scores.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/face/arguments.hpp"
#include "pilah/face/batch.hpp"
#include "pilah/face/text.hpp"
#include "pilah/plugin.h"

namespace pilah {

/// Where a rule writes what it finds for each row of a batch.
class Scores {
 public:
  Scores(const pilah_scores& raw, std::uint64_t rows) : raw_(&raw), rows_(rows) {}

  /// `value` in [0, 1]; nullopt, or never set: it cannot be told.
  void set(std::uint64_t row, std::uint32_t criterion, std::optional<double> value) {
    check(row, criterion < raw_->criterion_count);
    raw_->unknown[criterion][row] = value ? 0 : 1;
    raw_->values[criterion][row] = value.value_or(0.0);
  }
  /// Not eligible, with the reason at that place of RuleDescription::reasons.
  void reject(std::uint64_t row, std::uint8_t reason) {
    check(row, reason < 255);
    raw_->not_eligible[row] = static_cast<std::uint8_t>(reason + 1);
  }
  /// Member of the group at that place of RuleDescription::groups.
  void join(std::uint64_t row, std::uint32_t group) {
    check(row, group < 32);
    raw_->groups[row] |= std::uint32_t{1} << group;
  }
  /// Member of a group that is named as it goes; plugin.h tells what a name may be.
  void join(std::uint64_t row, std::string_view name) {
    check(row, PILAH_HAS_FIELD(raw_, pilah_scores, join));
    if (raw_->join(raw_->context, row, text_of(name)) != PILAH_OK) {
      throw std::invalid_argument("the host takes no group " + std::string(name));
    }
  }

  /// The ABI's own struct, for whole columns at once: keep to batch.rows().
  const pilah_scores& raw() const { return *raw_; }

 private:
  void check(std::uint64_t row, bool fits) const {
    if (row >= rows_ || !fits) throw std::out_of_range("a score outside the batch");
  }
  const pilah_scores* raw_;
  std::uint64_t rows_;
};

/// Where `value` lies on the way from what counts as 0 to what counts as 1, cut off
/// at both ends; nullopt for what is no number. Requires: zero != one.
inline std::optional<double> between(double value, double zero, double one) {
  const double part = (value - zero) / (one - zero);
  if (std::isnan(part)) return std::nullopt;
  return std::clamp(part, 0.0, 1.0);
}

/// What a rule is; all texts are string literals or live as long as the library.
struct RuleDescription {
  struct Criterion {
    const char* id;
    const char* title_id;
    const char* title_en;
    const char* zero_id;
    const char* zero_en;
    const char* one_id;
    const char* one_en;
    std::uint32_t default_weight = 1;
  };
  struct Reason {
    const char* id;
    const char* text_id;
    const char* text_en;
  };
  struct Group {
    const char* id;
    const char* title_id;
    const char* title_en;
    std::int32_t default_min = -1;  ///< -1: none
    std::int32_t default_max = -1;
  };
  std::vector<const char*> columns;  ///< ids of columns.h
  std::vector<Criterion> criteria;
  std::vector<Reason> reasons;
  std::vector<Group> groups;
  bool rowwise = true;  ///< row i depends on row i alone
};

/// The base of every rule; carries no state.
class Rule {
 public:
  virtual ~Rule() = default;
};

/// One value of a criterion and why it has it, in both languages.
struct Finding {
  std::optional<double> value;  ///< in [0, 1]; nullopt: it cannot be told
  std::string why_id;
  std::string why_en;
};

/// A rule that judges one row at a time; `Self` derives from it and says
///
///   pilah::Finding find(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion);
///   std::optional<std::uint8_t> why_not(const pilah::Batch& batch, std::uint64_t row);
///
/// the first for each criterion, the second the place of the reason why the row is
/// not eligible; and where it has groups
///
///   void join_groups(const pilah::Batch& batch, std::uint64_t row, pilah::Scores& scores);
template <class Self>
class RowRule : public Rule {
 public:
  explicit RowRule(const Arguments& arguments) : english_(arguments.english()) {}

  void score(const Batch& batch, Scores& scores) {
    auto& self = static_cast<Self&>(*this);
    for (std::uint64_t row = 0; row < batch.rows(); ++row) {
      for (std::uint32_t c = 0; c < scores.raw().criterion_count; ++c) {
        scores.set(row, c, self.find(batch, row, c).value);
      }
      const std::optional<std::uint8_t> reason = self.why_not(batch, row);
      if (reason) scores.reject(row, *reason);
      if constexpr (requires { self.join_groups(batch, row, scores); }) {
        self.join_groups(batch, row, scores);
      }
    }
  }

  std::string explain(const Batch& batch, std::uint64_t row, std::uint32_t criterion) {
    Finding finding = static_cast<Self&>(*this).find(batch, row, criterion);
    return english_ ? std::move(finding.why_en) : std::move(finding.why_id);
  }

 private:
  bool english_;
};

}  // namespace pilah
