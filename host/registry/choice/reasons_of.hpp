// Why each candidate is in or out, in statements (statement.hpp), out of the
// selector's exact re-solves (selection/reasons.hpp).
//
//   chosen      what the set would lose without it and who would come in; or
//               that no set without it meets the constraints; or that the
//               scenario includes it
//   not chosen  who takes its place or what stands in its way; what it lacks to
//               replace whom; or why no set can have it; or why it is not eligible
// Pure; refers to what it is given.
#pragma once

#include <cstddef>
#include <vector>

#include <boost/json/array.hpp>

#include "pilah/registry/choice/problem_of.hpp"
#include "pilah/selection/reasons.hpp"

namespace pilah::registry {

/// All that a choice was made of.
struct Choice {
  const CatalogueView& view;
  const Scenario& scenario;
  const std::vector<Candidate>& candidates;
  const Findings& findings;
  const std::vector<Judged>& judged;
  const ChoiceProblem& problem;
  const selection::Problem& solved;
  const selection::Answer& answer;
  const GroupWords& words;
};

class ReasonTeller {
 public:
  explicit ReasonTeller(const Choice& choice) : choice_(choice) {}

  /// Why a candidate of the problem is in or out.
  boost::json::array tell(std::size_t place, const selection::Reason& reason) const;
  /// Of one for which no re-solve was made: the obstacles alone.
  boost::json::array tell_unresolved(std::size_t place, selection::Position position) const;
  /// Of one that is not in the problem.
  boost::json::array tell_not_eligible(std::size_t place) const;
  /// Which criterion, whatever feeds it, would lift a rejected candidate over what it
  /// lacks; empty: it lacks nothing, or no criterion has any room.
  boost::json::object tell_lift(std::size_t place, const selection::Reason& reason) const;

 private:
  using Position = selection::Position;

  const Candidate& candidate(Position position) const {
    return choice_.candidates[choice_.problem.candidates[position]];
  }
  boost::json::array names(const std::vector<Position>& positions, Position without) const;
  boost::json::array because(const selection::Reason& reason) const;
  bool tell_forced(std::size_t place, boost::json::array& told) const;
  void tell_chosen(const selection::Reason& reason, boost::json::array& told) const;
  void tell_rejected(const selection::Reason& reason, boost::json::array& told) const;
  void tell_obstacles(Position position, const std::vector<selection::Obstacle>& obstacles,
                      boost::json::array& told) const;
  boost::json::object tie(const char* kind, const selection::Reason& reason,
                          boost::json::array others) const;

  Choice choice_;
};

/// A constraint of the problem, as its scenario's user knows it:
/// a statement with the "pointer" into the scenario, if it has one.
boost::json::object constraint_told(const ChoiceProblem& problem, const std::string& pointer);

}  // namespace pilah::registry
