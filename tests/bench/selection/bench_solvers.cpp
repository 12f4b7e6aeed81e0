// Prints, side by side in one run, how long pilah and general solvers take for the
// same problems: bench_solvers [largest N] [seconds for each]. All as programs of their
// own, reading the file included; gaps of 0; one thread. The scores are compared.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include "generator.hpp"
#include "pilah/selection/solve.hpp"
#include "solvers/outside_solver.hpp"
#include "solvers/problem_files.hpp"
#include "support/temporary_folder.hpp"

namespace pilah::selection::bench {
namespace {

namespace fs = std::filesystem;

// `"key": number` of a flat document.
double number_after(const std::string& document, const std::string& key) {
  const std::size_t at = document.find("\"" + key + "\": ");
  return at == std::string::npos ? NAN
                                 : std::strtod(document.c_str() + at + key.size() + 4, nullptr);
}

std::string time_text(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text,
                seconds < 0.1  ? "%.4f s"
                : seconds < 10 ? "%.2f s"
                               : "%.0f s",
                seconds);
  return text;
}

std::string cell(const solvers::Ran& ran, unsigned most_seconds) {
  if (!ran.finished) return "none in " + std::to_string(most_seconds) + " s";
  return time_text(ran.seconds) + ", " + std::to_string(ran.peak_megabytes) + " MB";
}

class Comparison {
 public:
  explicit Comparison(unsigned most_seconds) : most_seconds_(most_seconds) {
    for (const auto solver : {solvers::Solver::kGlpsol, solvers::Solver::kCbc}) {
      if (solvers::installed(solver)) {
        solvers_.push_back(solver);
      } else {
        std::printf("(%s is not installed)\n", solvers::program(solver));
      }
    }
    std::printf("| problem | pilah: search alone | pilah: whole process |");
    for (const auto solver : solvers_)
      std::printf(" %s: whole process |", solvers::program(solver));
    std::printf("\n|---|---|---|");
    for (std::size_t i = 0; i < solvers_.size(); ++i) std::printf("---|");
    std::printf("\n");
  }

  void compare(const std::string& name, const std::function<Problem()>& make) {
    const fs::path document = folder_.path() / "problem.json";
    const fs::path lp = folder_.path() / "problem.lp";
    const fs::path answer = folder_.path() / "answer.json";
    const bool others = !solvers_.empty();
    in_a_child([&] {
      const Problem problem = make();
      write(document, problem, solvers::write_document);
      if (others) write(lp, problem, solvers::write_lp);
    });
    const auto ran =
        solvers::run_program({PILAH_PROGRAM, "solve", document}, most_seconds_, answer);
    std::ifstream in(answer);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const double score = number_after(text, "score");
    std::printf("| %s | %s | %s |", name.c_str(),
                ran.finished ? time_text(number_after(text, "solve_seconds")).c_str() : "-",
                cell(ran, most_seconds_).c_str());
    for (const auto solver : solvers_) {
      std::fflush(stdout);
      const auto other = solvers::solve_outside(solver, lp, folder_.path(), most_seconds_);
      const bool differs = ran.finished && other.score && *other.score != std::llround(score);
      std::printf(" %s%s |", cell(other.ran, most_seconds_).c_str(),
                  differs ? " (another score!)" : "");
    }
    std::printf("\n");
    std::fflush(stdout);
  }

 private:
  // A program's peak counts from the process that starts it: this one stays small.
  template <class Make>
  static void in_a_child(Make make) {
    const pid_t child = ::fork();
    if (child == 0) {
      make();
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
  }

  template <class Write>
  static void write(const fs::path& file, const Problem& problem, Write write) {
    std::ofstream out(file);
    write(out, problem);
  }

  unsigned most_seconds_;
  std::vector<solvers::Solver> solvers_;
  pilah::tests::TemporaryFolder folder_;
};

}  // namespace
}  // namespace pilah::selection::bench

int main(int argc, char** argv) {
  using namespace pilah::selection::bench;
  const auto largest = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 10'000);
  const auto most_seconds = static_cast<unsigned>(argc > 2 ? std::atoi(argv[2]) : 60);
  Comparison comparison(most_seconds);
  const auto compare = [&](std::uint32_t candidates, std::uint32_t count, Family family,
                           const char* name) {
    if (candidates > largest) return;
    comparison.compare(
        std::to_string(candidates) + ", " + std::to_string(count) + " of them, " + name, [&] {
          return generate(Instance{.candidates = candidates, .count = count, .family = family});
        });
  };
  compare(100, 8, Family::kBase, "base");
  for (const std::uint32_t candidates : {1'000U, 10'000U, 100'000U, 1'000'000U}) {
    for (const std::uint32_t count : {8U, 50U, 500U}) {
      compare(candidates, count, Family::kBase, "base");
    }
  }
  compare(1'000, 50, Family::kStrong, "strong");
  compare(10'000, 50, Family::kStrong, "strong");
  compare(1'000, 50, Family::kTies, "ties");
  compare(10'000, 50, Family::kTies, "ties");
  compare(1'000, 50, Family::kHubs, "hubs");
  compare(200, 8, Family::kSubset, "score = cost");
  compare(10'000, 50, Family::kSubset, "score = cost");
  for (const double tightness : {0.25, 0.5, 0.75}) {
    char name[64];
    std::snprintf(name, sizeof name, "knapsack 5 x 100, tightness %.2f", tightness);
    comparison.compare(name, [&] { return generate(Knapsack{.tightness = tightness}); });
  }
  return 0;
}
