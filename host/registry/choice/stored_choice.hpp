// A stored selection as the selector sees it again: the problem that it solved, the set
// that it chose, what its criteria say. For questions that are asked afterwards
// (robustness.hpp, set_repair.hpp, outlook.hpp); nothing of their answers is stored.
//
// Refers to the record that it is made of. Immutable: any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/catalogue/choice.hpp"
#include "pilah/selection/constraint.hpp"
#include "pilah/selection/dominance.hpp"
#include "pilah/selection/problem.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::registry {

class StoredChoice {
 public:
  struct Criterion {
    std::string id;             ///< "plugin/criterion"
    boost::json::object title;  ///< {"id", "en"}
    std::int64_t weight = 0;
  };

  /// Throws Refusal(kConflict) when the problem's numbers are too large.
  explicit StoredChoice(const catalogue::SelectionRecord& record);
  StoredChoice(const StoredChoice&) = delete;  // refers into itself
  StoredChoice& operator=(const StoredChoice&) = delete;

  const selection::Problem& problem() const { return problem_; }
  /// Nothing: no set meets all constraints, or none was found.
  const std::optional<selection::ChosenSet>& chosen() const { return chosen_; }
  bool proven() const { return status_ == "optimal"; }
  /// Why nothing can be told of a set, as a statement. Requires: !proven().
  boost::json::object why_not() const;

  const std::vector<Criterion>& criteria() const { return criteria_; }
  std::vector<std::int64_t> weights() const;
  /// The criteria that weigh something, by index; those of a strict order of importance
  /// (a weighting by rank without equals) from the most important on.
  struct Weighed {
    std::vector<std::size_t> criteria;
    bool ordered = false;
  };
  Weighed weighed() const;
  /// What is unknown has the value that counted for it.
  const selection::Valuation& valuation() const { return valuation_; }

  bool is_chosen(selection::Position position) const;
  /// {"id", "name"}
  boost::json::object named(selection::Position position) const;
  boost::json::array named(std::span<const selection::Position> positions) const;
  /// By id, else by name (case and punctuation do not matter). Throws Refusal(kNotFound)
  /// when it was none of the candidates or not eligible, Refusal(kInvalid) when several
  /// have that name.
  selection::Position position_of(std::string_view id_or_name) const;
  /// The same; nothing: it was not eligible.
  std::optional<selection::Position> find(std::string_view id_or_name) const;

  /// The total of rupiah, if the candidates have costs.
  std::optional<std::int64_t> cost_of(const selection::ChosenSet& set) const;
  std::optional<selection::ResourceIndex> budget() const;

  /// The constraints as their user knows them: statements with the "pointer" into the
  /// scenario, where they have one.
  boost::json::array told(const std::vector<selection::Conflict>& conflict) const;

 private:
  const boost::json::object& result_;
  std::string status_;
  selection::Problem problem_;
  std::map<std::string_view, selection::Position> position_;  // by id, of the problem
  std::vector<const boost::json::object*> candidate_;         // of the result, by position
  std::vector<Criterion> criteria_;
  selection::Valuation valuation_;
  std::optional<selection::ChosenSet> chosen_;
};

}  // namespace pilah::registry
