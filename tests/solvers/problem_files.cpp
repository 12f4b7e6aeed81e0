#include "solvers/problem_files.hpp"

#include <cstdlib>
#include <string>

#include <boost/json/serialize.hpp>
#include <boost/json/string_view.hpp>

namespace pilah::selection::solvers {
namespace {

std::string quoted(std::string_view text) {
  return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

class DocumentWriter {
 public:
  DocumentWriter(std::ostream& out, const Problem& problem) : out_(&out), problem_(&problem) {}

  void write() {
    *out_ << "{\"candidates\": [";
    for (Position i = 0; i < problem_->size(); ++i) write_candidate(i);
    *out_ << "],\n\"count\": {";
    write_ends(problem_->count_min(), problem_->count_max(), "");
    *out_ << "},\n\"limits\": [";
    const char* comma = "";
    for (const Limit& limit : problem_->limits()) {
      *out_ << comma << "{\"resource\": " << quoted(problem_->resources()[limit.resource]);
      if (limit.max) *out_ << ", \"max\": " << limit.max->value;
      *out_ << '}';
      comma = ", ";
    }
    *out_ << "],\n\"bounds\": [";
    comma = "";
    for (const Bound& bound : problem_->bounds()) {
      *out_ << comma << "{\"group\": " << quoted(bound.groups);
      write_ends(bound.min, bound.max, ", ");
      *out_ << '}';
      comma = ", ";
    }
    *out_ << "],\n\"coverage\": [";
    comma = "";
    for (const Coverage& coverage : problem_->coverages()) {
      *out_ << comma << "{\"groups\": " << quoted(coverage.groups)
            << ", \"min\": " << coverage.min.value << '}';
      comma = ", ";
    }
    *out_ << "],\n";
    write_pairs("requires", problem_->requires_pairs());
    write_pairs("excludes", problem_->excludes_pairs());
    write_forced("include", problem_->included());
    *out_ << ",\n";
    write_forced("exclude", problem_->excluded());
    *out_ << "}\n";
  }

 private:
  void write_candidate(Position i) {
    *out_ << (i == 0 ? "" : ",\n") << "{\"id\": " << quoted(problem_->id(i))
          << ", \"score\": " << problem_->score(i) << ", \"uses\": {";
    const char* comma = "";
    for (const Use& use : problem_->uses(i)) {
      *out_ << comma << quoted(problem_->resources()[use.resource]) << ": " << use.amount;
      comma = ", ";
    }
    *out_ << "}, \"groups\": [";
    comma = "";
    for (const GroupIndex group : problem_->groups(i)) {
      *out_ << comma << quoted(problem_->group_names()[group]);
      comma = ", ";
    }
    *out_ << "]}";
  }

  void write_ends(const std::optional<Demand>& min, const std::optional<Demand>& max,
                  const char* comma) {
    if (min) *out_ << comma << "\"min\": " << min->value;
    if (max) *out_ << (min ? ", " : comma) << "\"max\": " << max->value;
  }

  void write_pairs(const char* key, const std::vector<Pair>& pairs) {
    *out_ << '"' << key << "\": [";
    const char* comma = "";
    for (const Pair& pair : pairs) {
      *out_ << comma << '[' << quoted(problem_->id(pair.first)) << ", "
            << quoted(problem_->id(pair.second)) << ']';
      comma = ", ";
    }
    *out_ << "],\n";
  }

  void write_forced(const char* key, const std::vector<Position>& forced) {
    *out_ << '"' << key << "\": [";
    const char* comma = "";
    for (const Position each : forced) {
      *out_ << comma << quoted(problem_->id(each));
      comma = ", ";
    }
    *out_ << ']';
  }

  std::ostream* out_;
  const Problem* problem_;
};

// One pass over the candidates collects the members of each group and resource.
class LpWriter {
 public:
  LpWriter(std::ostream& out, const Problem& problem)
      : out_(&out),
        problem_(&problem),
        members_(problem.group_names().size()),
        users_(problem.resources().size()) {
    for (Position i = 0; i < problem.size(); ++i) {
      for (const GroupIndex group : problem.groups(i)) members_[group].push_back(i);
      for (const Use& use : problem.uses(i)) users_[use.resource].emplace_back(i, use.amount);
    }
  }

  void write() {
    *out_ << "Maximize\n obj:";
    for (Position i = 0; i < problem_->size(); ++i) term(problem_->score(i), i);
    *out_ << "\nSubject To\n";
    write_rows();
    *out_ << "Binary\n";
    for (Position i = 0; i < problem_->size(); ++i) *out_ << " x" << i << '\n';
    for (std::size_t y = 0; y < covered_; ++y) *out_ << " y" << y << '\n';
    *out_ << "End\n";
  }

 private:
  void term(std::int64_t coefficient, Position candidate) {
    *out_ << (coefficient < 0 ? " - " : " + ") << std::abs(coefficient) << " x" << candidate
          << '\n';
  }

  // A row may not be empty: the first candidate with coefficient 0.
  void count_of(const std::vector<Position>& candidates) {
    for (const Position each : candidates) term(1, each);
    if (candidates.empty()) *out_ << " 0 x0";
  }

  void range(const std::vector<Position>& candidates, const std::optional<Demand>& min,
             const std::optional<Demand>& max) {
    for (const auto& [end, sign] : {std::pair(&min, " >= "), std::pair(&max, " <= ")}) {
      if (!*end) continue;
      count_of(candidates);
      *out_ << sign << (*end)->value << '\n';
    }
  }

  void write_rows() {
    std::vector<Position> all(problem_->size());
    for (Position i = 0; i < problem_->size(); ++i) all[i] = i;
    range(all, problem_->count_min(), problem_->count_max());
    for (const Limit& limit : problem_->limits()) {
      if (!limit.max) continue;
      for (const auto& [candidate, amount] : users_[limit.resource]) term(amount, candidate);
      if (users_[limit.resource].empty()) *out_ << " 0 x0";
      *out_ << " <= " << limit.max->value << '\n';
    }
    for (const Bound& bound : problem_->bounds()) {
      if (!bound.family && bound.members.empty()) range({}, bound.min, bound.max);
      for (const GroupIndex group : bound.members) range(members_[group], bound.min, bound.max);
    }
    for (const Coverage& coverage : problem_->coverages()) write_coverage(coverage);
    for (const Pair& pair : problem_->requires_pairs()) {
      if (pair.first == pair.second) continue;
      *out_ << " x" << pair.first << " - x" << pair.second << " <= 0\n";
    }
    for (const Pair& pair : problem_->excludes_pairs()) {
      *out_ << " x" << pair.first;
      if (pair.first != pair.second) *out_ << " + x" << pair.second;
      *out_ << (pair.first != pair.second ? " <= 1\n" : " <= 0\n");
    }
    for (const Position each : problem_->included()) *out_ << " x" << each << " >= 1\n";
    for (const Position each : problem_->excluded()) *out_ << " x" << each << " <= 0\n";
  }

  void write_coverage(const Coverage& coverage) {
    std::string all;
    for (const GroupIndex group : coverage.members) {
      const std::string y = "y" + std::to_string(covered_++);
      count_of(members_[group]);
      *out_ << " - 1 " << y << " >= 0\n";
      all += " + 1 " + y;
    }
    *out_ << (all.empty() ? " 0 x0" : all) << " >= " << coverage.min.value << '\n';
  }

  std::ostream* out_;
  const Problem* problem_;
  std::vector<std::vector<Position>> members_;
  std::vector<std::vector<std::pair<Position, std::int64_t>>> users_;
  std::size_t covered_ = 0;
};

}  // namespace

void write_document(std::ostream& out, const Problem& problem) {
  DocumentWriter(out, problem).write();
}

void write_lp(std::ostream& out, const Problem& problem) { LpWriter(out, problem).write(); }

}  // namespace pilah::selection::solvers
