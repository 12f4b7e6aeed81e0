// The engine against an outside solver, glpsol of GLPK, on problems too large to
// try every set. It solves by floating point, so its score is compared, and the
// engine's set is checked against the constraints.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include <unistd.h>

#include "draft.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

namespace fs = std::filesystem;

bool installed() { return std::system("glpsol --version >/dev/null 2>&1") == 0; }

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / numbered("pilah-glpsol-", ::getpid())) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::set<std::string> named_groups(const Draft& draft, const std::string& groups) {
  std::set<std::string> result;
  for (const DraftCandidate& candidate : draft.candidates) {
    for (const std::string& group : candidate.groups) {
      if (groups.ends_with(":*") ? group.starts_with(groups.substr(0, groups.size() - 1))
                                 : group == groups) {
        result.insert(group);
      }
    }
  }
  return result;
}

// Writes CPLEX LP format.
class LpFile {
 public:
  explicit LpFile(const Draft& draft) : draft_(&draft) {}

  std::string text() {
    std::ostringstream out;
    out << "Maximize\n obj:";
    for (std::size_t i = 0; i < draft_->candidates.size(); ++i) {
      term(out, draft_->candidates[i].score, numbered("x", static_cast<std::int64_t>(i)));
    }
    out << "\nSubject To\n";
    write_rows(out);
    out << "Binary\n";
    for (std::size_t i = 0; i < draft_->candidates.size(); ++i) out << " x" << i << "\n";
    for (std::size_t y = 0; y < covered_; ++y) out << " y" << y << "\n";
    out << "End\n";
    return out.str();
  }

 private:
  static void term(std::ostream& out, std::int64_t coefficient, const std::string& name) {
    out << (coefficient < 0 ? " - " : " + ") << std::abs(coefficient) << ' ' << name << "\n";
  }

  template <class Coefficient>
  std::string sum(Coefficient coefficient) const {
    std::ostringstream out;
    for (std::size_t i = 0; i < draft_->candidates.size(); ++i) {
      const std::int64_t each = coefficient(draft_->candidates[i]);
      if (each != 0) term(out, each, numbered("x", static_cast<std::int64_t>(i)));
    }
    // A row may not be empty: the first candidate with coefficient 0.
    return out.str().empty() ? " 0 x0" : out.str();
  }

  static void range(std::ostream& out, const std::string& sum,
                    const std::optional<std::int64_t>& min,
                    const std::optional<std::int64_t>& max) {
    if (min) out << sum << " >= " << *min << "\n";
    if (max) out << sum << " <= " << *max << "\n";
  }

  std::string members(const std::string& group) const {
    return sum([&](const DraftCandidate& candidate) {
      return std::int64_t{std::find(candidate.groups.begin(), candidate.groups.end(), group) !=
                          candidate.groups.end()};
    });
  }

  void write_rows(std::ostream& out) {
    range(out, sum([](const DraftCandidate&) { return std::int64_t{1}; }), draft_->count_min,
          draft_->count_max);
    for (const auto& [resource, max] : draft_->limits) {
      const std::string& name = resource;
      range(out, sum([&](const DraftCandidate& candidate) {
              const auto found = candidate.uses.find(name);
              return found == candidate.uses.end() ? std::int64_t{0} : found->second;
            }),
            std::nullopt, max);
    }
    for (const DraftBound& bound : draft_->bounds) {
      for (const std::string& group : named_groups(*draft_, bound.groups)) {
        range(out, members(group), bound.min, bound.max);
      }
    }
    for (const auto& [groups, min] : draft_->coverages) {
      std::string all;
      for (const std::string& group : named_groups(*draft_, groups)) {
        const std::string y = numbered("y", static_cast<std::int64_t>(covered_++));
        out << members(group) << " - 1 " << y << " >= 0\n";
        all += " + 1 " + y;
      }
      out << (all.empty() ? " 0 x0" : all) << " >= " << min << "\n";
    }
    for (const auto& [first, second] : draft_->required) {
      if (first != second) out << " x" << first << " - x" << second << " <= 0\n";
    }
    for (const auto& [first, second] : draft_->excluding) {
      out << " x" << first;
      if (first != second) out << " + x" << second << " <= 1\n";
      if (first == second) out << " <= 0\n";
    }
    for (const std::size_t each : draft_->included) out << " x" << each << " >= 1\n";
    for (const std::size_t each : draft_->excluded) out << " x" << each << " <= 0\n";
  }

  const Draft* draft_;
  std::size_t covered_ = 0;
};

// The best score that glpsol finds; nothing when it says that there is none.
std::optional<std::int64_t> by_glpsol(const Draft& draft, const fs::path& folder) {
  const std::string lp = (folder / "problem.lp").string();
  const std::string solution = (folder / "solution.txt").string();
  std::ofstream(lp) << LpFile(draft).text();
  const std::string command =
      "glpsol --lp '" + lp + "' --cuts --write '" + solution + "' >/dev/null 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
  // "s mip ROWS COLUMNS STATUS OBJECTIVE"; o: optimal, n: none.
  std::ifstream in(solution);
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream words(line);
    std::string s, mip, status;
    std::size_t rows = 0;
    std::size_t columns = 0;
    double objective = 0;
    if (!(words >> s >> mip >> rows >> columns >> status) || s != "s" || mip != "mip") continue;
    if (status != "o") return std::nullopt;
    words >> objective;
    // The objective of the file is that of the chosen columns, in integers.
    return std::llround(objective);
  }
  FAIL("glpsol wrote no solution");
  return std::nullopt;
}

Draft large_draft(std::mt19937_64& random) {
  Shape shape;
  shape.least_candidates = 30;
  shape.most_candidates = 300;
  shape.least_score = -2'000;
  shape.most_score = 100'000;
  shape.most_use = 5'000;
  shape.tight = false;
  Draft draft = random_draft(random, shape);
  const auto n = static_cast<std::int64_t>(draft.candidates.size());
  draft.count_max = draw(random, 3, std::min<std::int64_t>(n / 3, 30));
  if (draft.count_min) draft.count_min = std::min(*draft.count_min, *draft.count_max);
  for (auto& [resource, max] : draft.limits) {
    if (max) max = draw(random, *draft.count_max * 200, *draft.count_max * 3'000);
  }
  draft.bounds.clear();
  draft.bounds.push_back({"dimension:*", draw(random, 0, 1), std::nullopt});
  draft.bounds.push_back({"organisation:*", std::nullopt, draw(random, 1, 8)});
  for (std::int64_t pairs = n / 20; pairs > 0; --pairs) {
    // Braces: drawn in this order by every compiler.
    const auto drawn = [&] { return static_cast<std::size_t>(draw(random, 0, n - 1)); };
    draft.required.push_back({drawn(), drawn()});
    draft.excluding.push_back({drawn(), drawn()});
  }
  return draft;
}

}  // namespace

TEST_CASE("random problems of 30 to 300 candidates have the score that glpsol finds") {
  if (!installed()) {
    WARN("glpsol is not installed (scripts/bootstrap installs it): nothing was compared");
    return;
  }
  const Folder folder;
  const std::uint64_t seed = 31;
  std::mt19937_64 random(seed);
  int solved = 0;
  for (int i = 0; i < 60; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const Draft draft = large_draft(random);
    const Answer answer = solve(draft.problem());
    const auto expected = by_glpsol(draft, folder.path());
    if (!expected) {
      CHECK(answer.status == Status::kInfeasible);
      continue;
    }
    ++solved;
    REQUIRE(answer.status == Status::kOptimal);
    CHECK(answer.best.front().score == *expected);
    CHECK(allowed(draft, answer.best.front().positions));
    CHECK(score_of(draft, answer.best.front().positions) == *expected);
  }
  CHECK(solved > 30);
}

}  // namespace pilah::selection::tests
