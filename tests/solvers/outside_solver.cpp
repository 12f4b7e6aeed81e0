#include "solvers/outside_solver.hpp"

#include <chrono>
#include <cmath>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pilah::selection::solvers {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void become(const std::vector<std::string>& arguments, unsigned most_seconds,
                         const fs::path& output) {
  const rlimit limit{most_seconds, most_seconds};
  setrlimit(RLIMIT_CPU, &limit);
  const int out = output.empty() ? ::open("/dev/null", O_WRONLY)
                                 : ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  std::vector<char*> words;
  for (const std::string& each : arguments) words.push_back(const_cast<char*>(each.c_str()));
  words.push_back(nullptr);
  ::execvp(words[0], words.data());
  ::_exit(127);
}

// "s mip ROWS COLUMNS STATUS OBJECTIVE"; o: optimal, n: none.
std::optional<std::int64_t> read_glpsol(const fs::path& solution) {
  std::ifstream in(solution);
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream words(line);
    std::string s, mip, status;
    std::size_t rows = 0;
    std::size_t columns = 0;
    double objective = 0;
    if (!(words >> s >> mip >> rows >> columns >> status >> objective) || s != "s") continue;
    if (status == "o") return std::llround(objective);
  }
  return std::nullopt;
}

// "Optimal - objective value OBJECTIVE"
std::optional<std::int64_t> read_cbc(const fs::path& solution) {
  std::ifstream in(solution);
  std::string status, dash, objective, value;
  double score = 0;
  if (!(in >> status >> dash >> objective >> value >> score) || status != "Optimal") {
    return std::nullopt;
  }
  return std::llround(score);
}

}  // namespace

Ran run_program(const std::vector<std::string>& arguments, unsigned most_seconds,
                const fs::path& output) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) become(arguments, most_seconds, output);
  Ran result;
  if (child < 0) return result;
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  result.finished = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  result.peak_megabytes = usage.ru_maxrss / 1024;
  return result;
}

const char* program(Solver solver) { return solver == Solver::kGlpsol ? "glpsol" : "cbc"; }

bool installed(Solver solver) {
  return solver == Solver::kGlpsol ? run_program({"glpsol", "--version"}, 10).finished
                                   : run_program({"cbc", "-quit"}, 10).finished;
}

Solved solve_outside(Solver solver, const fs::path& lp, const fs::path& folder,
                     unsigned most_seconds) {
  const fs::path solution = folder / "solution.txt";
  fs::remove(solution);
  Solved result;
  if (solver == Solver::kGlpsol) {
    result.ran = run_program({"glpsol", "--lp", lp, "--cuts", "--write", solution}, most_seconds);
    result.score = read_glpsol(solution);
  } else {
    result.ran = run_program(
        {"cbc", lp, "-ratioGap", "0", "-allowableGap", "0", "-solve", "-solution", solution},
        most_seconds);
    result.score = read_cbc(solution);
  }
  if (!result.ran.finished) result.score.reset();
  return result;
}

}  // namespace pilah::selection::solvers
