#include <chrono>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/problem_source.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/selection/answer_document.hpp"
#include "pilah/selection/problem_document.hpp"
#include "pilah/selection/repairs.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::cli {
namespace {

using Clock = std::chrono::steady_clock;

struct SolveCommandOptions {
  std::string file;
  std::uint32_t best = 1;
  double time_limit = 0;  // seconds; 0: none
};

selection::Problem read_problem(const Session& session, const std::string& file) {
  selection::ProblemReader reader;
  read_pieces(file == "-" ? std::filesystem::path("-") : session.resolve(file),
              session.invocation.in, [&](std::string_view piece) { return reader.feed(piece); });
  auto read = std::move(reader).finish();
  if (auto* problem = std::get_if<selection::Problem>(&read)) return std::move(*problem);
  const auto& refusal = std::get<selection::Refusal>(read);
  auto arguments = refusal.message.arguments;
  arguments.emplace_back("pointer", refusal.pointer);
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{refusal.message.kind, std::move(arguments), refusal.pointer});
}

int solve(const Session& session, const SolveCommandOptions& options) {
  const selection::Problem problem = read_problem(session, options.file);
  selection::SolveOptions how;
  how.best = options.best;
  if (options.time_limit > 0) {
    how.time_limit = std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double>(options.time_limit));
    how.clock = [] { return std::chrono::nanoseconds(Clock::now().time_since_epoch()); };
  }
  const auto start = Clock::now();
  const selection::Answer answer = selection::solve(problem, how);
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  std::vector<selection::Constraint> conflict;
  for (const auto& each : answer.conflict) conflict.push_back(each.constraint);
  const auto repairs = selection::smallest_repairs(problem, conflict, how);
  session.print_line(selection::answer_document(problem, answer, repairs, seconds));
  return kDone;
}

}  // namespace

void add_solve_command(CLI::App& app, Session& session) {
  auto options = std::make_shared<SolveCommandOptions>();
  auto* command = app.add_subcommand("solve", session.say("cli.help.solve"));
  command->add_option("PROBLEM", options->file, session.say("cli.option.problem"))->required();
  command->add_option("--best", options->best, session.say("cli.option.best"))
      ->check(CLI::Range(1U, selection::kMostBestSets));
  command->add_option("--time-limit", options->time_limit, session.say("cli.option.time_limit"))
      ->check(CLI::Range(0.001, 86400.0));
  command->callback([&session, options] {
    session.plain = [&session, options] { return solve(session, *options); };
  });
}

}  // namespace pilah::cli
