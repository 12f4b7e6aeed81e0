#include <chrono>
#include <fstream>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/problem_source.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/intake/file_digest.hpp"
#include "pilah/selection/answer_document.hpp"
#include "pilah/selection/certificate/certificate_document.hpp"
#include "pilah/selection/certificate/certify.hpp"
#include "pilah/selection/certificate/checker.hpp"
#include "pilah/selection/problem_document.hpp"
#include "pilah/selection/repairs.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLargestCertificate = 1U << 30;  // bytes
constexpr std::uint32_t kMostThreads = 64;

struct SolveCommandOptions {
  std::string file;
  std::uint32_t best = 1;
  double time_limit = 0;  // seconds; 0: none
  std::uint32_t threads = 1;
  std::string certificate;  // file to write; empty: none
};

struct CheckCommandOptions {
  std::string file;
  std::string certificate;
};

struct ReadProblem {
  selection::Problem problem;
  std::string sha256;  // of the document, unpacked
};

[[noreturn]] void refuse(const selection::Refusal& refusal) {
  auto arguments = refusal.message.arguments;
  arguments.emplace_back("pointer", refusal.pointer);
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{refusal.message.kind, std::move(arguments), refusal.pointer});
}

ReadProblem read_problem(const Session& session, const std::string& file) {
  selection::ProblemReader reader;
  registry::PiecewiseDigest digest;
  read_pieces(file == "-" ? std::filesystem::path("-") : session.resolve(file),
              session.invocation.in, [&](std::string_view piece) {
                digest.feed(piece);
                return reader.feed(piece);
              });
  auto read = std::move(reader).finish();
  if (const auto* refusal = std::get_if<selection::Refusal>(&read)) refuse(*refusal);
  return {std::get<selection::Problem>(std::move(read)), std::move(digest).hexadecimal()};
}

// False: nothing could be proven within the limits.
bool write_certificate(const Session& session, const ReadProblem& read,
                       const selection::Answer& answer, const selection::SolveOptions& how,
                       const std::string& file) {
  const auto certificate = selection::certify(read.problem, answer, how);
  if (!certificate) {
    session.print_error(session.say("cli.certificate_none"));
    return false;
  }
  std::ofstream out(session.resolve(file), std::ios::binary | std::ios::trunc);
  out << selection::certificate_document(read.problem, *certificate, read.sha256) << '\n';
  out.close();
  if (out) return true;
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                           catalogue::Message{"cli.file_unwritable", {{"file", file}}, ""});
}

// On one line, which the next one overwrites.
void show(const Session& session, const selection::Progress& progress) {
  const auto number = [&](const std::optional<std::int64_t>& value) {
    return value ? session.grouped(*value) : std::string("-");
  };
  const bool by_score = progress.phase == selection::Progress::Phase::kScore;
  session.invocation.err << "\r\033[K"
                         << session.say(
                                by_score ? "cli.solve.progress" : "cli.solve.progress_order",
                                {{"best", number(progress.best)},
                                 {"bound", number(progress.bound)}})
                         << std::flush;
}

int solve(const Session& session, const SolveCommandOptions& options) {
  const ReadProblem read = read_problem(session, options.file);
  const selection::Problem& problem = read.problem;
  selection::SolveOptions how;
  how.best = options.best;
  if (options.time_limit > 0) {
    how.time_limit = std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double>(options.time_limit));
    how.clock = [] { return std::chrono::nanoseconds(Clock::now().time_since_epoch()); };
  }
  how.threads = options.threads;
  if (session.invocation.err_is_terminal) {
    how.progress = [&](const selection::Progress& progress) { show(session, progress); };
  }
  const auto start = Clock::now();
  const selection::Answer answer = selection::solve(problem, how);
  if (how.progress) session.invocation.err << "\r\033[K" << std::flush;
  how.progress = nullptr;
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  std::vector<selection::Constraint> conflict;
  for (const auto& each : answer.conflict) conflict.push_back(each.constraint);
  const auto repairs = selection::smallest_repairs(problem, conflict, how);
  session.print_line(selection::answer_document(problem, answer, repairs, seconds));
  if (options.certificate.empty()) return kDone;
  return write_certificate(session, read, answer, how, options.certificate) ? kDone : kFailed;
}

int check(const Session& session, const CheckCommandOptions& options) {
  const ReadProblem read = read_problem(session, options.file);
  const std::string document =
      session.read_file(session.resolve(options.certificate), kLargestCertificate);
  auto certificate = selection::read_certificate(read.problem, document);
  if (const auto* refusal = std::get_if<selection::Refusal>(&certificate)) refuse(*refusal);
  const auto& found = std::get<selection::ReadCertificate>(certificate);
  const bool same_problem = found.problem_sha256 == read.sha256;
  const selection::Verdict verdict = selection::check(read.problem, found.certificate);
  session.print_line(selection::verdict_document(verdict, same_problem));
  return verdict.holds && same_problem ? kDone : kFailed;
}

}  // namespace

void add_solve_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<SolveCommandOptions>();
  auto* command = app.add_subcommand("solve", session.say("cli.help.solve"));
  command->add_option("PROBLEM", options->file, session.say("cli.option.problem"))->required();
  command->add_option("--best", options->best, session.say("cli.option.best"))
      ->check(CLI::Range(1U, selection::kMostBestSets));
  command->add_option("--time-limit", options->time_limit, session.say("cli.option.time_limit"))
      ->check(CLI::Range(0.001, 86400.0));
  command->add_option("--threads", options->threads, session.say("cli.option.threads"))
      ->check(CLI::Range(1U, kMostThreads));
  command->add_option("--certificate", options->certificate,
                      session.say("cli.option.certificate_out"));
  command->callback([&session, options] {
    session.plain = [&session, options] { return solve(session, *options); };
  });

  auto to_check = std::make_shared<CheckCommandOptions>();
  auto* checking =
      app.add_subcommand("check-certificate", session.say("cli.help.check_certificate"));
  checking->add_option("PROBLEM", to_check->file, session.say("cli.option.problem"))->required();
  checking->add_option("CERTIFICATE", to_check->certificate, session.say("cli.option.certificate"))
      ->required();
  checking->callback([&session, to_check] {
    session.plain = [&session, to_check] { return check(session, *to_check); };
  });
}

}  // namespace pilah::cli
