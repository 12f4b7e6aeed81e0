// Which changes of which candidates the rules are asked about: a table with a row for
// each, in which nothing but that candidate is otherwise than it is.
//
// Of a package a change is made to its leading member or, where that does not show, to
// the first other member where it does: a package is as far as the member that is
// least advanced.
//
// Refers to what it is given. Threads: one.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pilah/registry/columns/candidate_columns.hpp"
#include "pilah/registry/ways/entry_changes.hpp"

namespace pilah::registry {

/// What the scenario's constraints see of a candidate, but for its rules' groups: those
/// that have it in common are alike but for their score.
std::string stand_of(const Candidate& candidate, const Scenario& scenario);

/// The changes that one row supposes.
struct Question {
  struct Step {
    std::size_t change = 0;  ///< place in entry_changes()
    std::size_t member = 0;  ///< of the candidate, that is changed
  };
  std::size_t place = 0;    ///< of the candidate
  std::vector<Step> steps;  ///< one or two, the less effort first
  bool refused = false;     ///< by the scenario itself, in spite of the changes
  std::string stand;        ///< stand_of() it
};

/// A candidate as a question supposes it.
struct Supposed {
  std::vector<std::unique_ptr<SupposedEntry>> entries;  ///< that the candidate points to
  std::vector<EntryChange> changes;                     ///< by step
  Candidate candidate;

  std::string_view raised() const;
  /// The member as it would be; as it is when it was not among them.
  SupposedEntry& entry_of(const catalogue::Innovation& member);
};

class Questions {
 public:
  static constexpr std::size_t kMostRows = 65'536;
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20U;  ///< of texts
  static constexpr std::size_t kMostMembersTried = 16;               ///< of a package

  Questions(const ChangeMeans& means, const Scenario& scenario,
            const std::vector<Candidate>& candidates, const std::vector<std::string>& columns);

  /// Each change alone that alters the candidate; with `pairs` every two of them as well.
  /// False: the bounds cut it short, so that the answers do not tell all.
  bool ask(std::size_t place, bool pairs);

  /// Of a candidate its rows follow one another: the single changes, then the pairs, each
  /// in the order of effort (of two the greater counts, then the lesser).
  const std::vector<Question>& all() const { return all_; }
  const plugin::ColumnTable& table() const { return table_; }

  /// What the question supposes.
  Supposed suppose(const Question& question) const;

 private:
  bool add_if_it_shows(std::size_t place, Question::Step step, const SupposedEntry& supposed);
  void add(std::size_t place, std::vector<Question::Step> steps, const Candidate& changed,
           const CandidateRow& row);
  bool add_pairs(std::size_t place, std::size_t first);
  std::optional<Supposed> made(std::size_t place, const std::vector<Question::Step>& steps) const;
  bool full() const { return all_.size() >= kMostRows || bytes_ >= kMostBytes; }

  const ChangeMeans& means_;
  const Scenario& scenario_;
  const std::vector<Candidate>& candidates_;
  const CandidateColumns columns_;
  std::vector<std::size_t> changes_;  // that can show; places in entry_changes()
  CandidateRow as_it_is_;             // of the candidate being asked about
  std::string stand_;                 // of it
  std::vector<Question> all_;
  plugin::ColumnTable table_;
  std::size_t bytes_ = 0;
};

}  // namespace pilah::registry
