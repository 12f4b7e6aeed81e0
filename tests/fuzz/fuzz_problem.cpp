// Any bytes are a problem or are refused with a place and a sentence, the same however
// they arrive; a problem survives its document; its answer is confirmed by a checker
// that shares nothing with the engine.
#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>

#include "pilah/selection/certificate/certify.hpp"
#include "pilah/selection/certificate/checker.hpp"
#include "pilah/selection/problem_document.hpp"
#include "pilah/selection/solve.hpp"
#include "solvers/problem_files.hpp"
#include "target.hpp"

namespace pilah::selection::fuzz {
namespace {

using Read = std::variant<Problem, Refusal>;

constexpr Position kMostSolved = 40;           // candidates
constexpr std::uint64_t kMostWork = 20'000;    // of a solve; a unit is about a microsecond
constexpr std::uint64_t kMostSteps = 200'000;  // of the checker's walks

// FNV-1a: where the document is cut depends on all of it.
std::uint64_t digest(std::string_view bytes) {
  std::uint64_t result = 14695981039346656037U;
  for (const char byte : bytes) {
    result = (result ^ static_cast<unsigned char>(byte)) * 1099511628211U;
  }
  return result;
}

Read read_in_pieces(std::string_view document) {
  std::mt19937_64 random(digest(document));
  const std::size_t longest = 1 + random() % 64;
  ProblemReader reader;
  while (!document.empty()) {
    const std::size_t size = std::min<std::size_t>(random() % (longest + 1), document.size());
    if (!reader.feed(document.substr(0, size))) break;
    document.remove_prefix(size);
  }
  return std::move(reader).finish();
}

std::string written(const Problem& problem) {
  std::ostringstream out;
  solvers::write_document(out, problem);
  return out.str();
}

void check_refusal(const Refusal& whole, const Refusal& pieces) {
  const std::string text = whole.message.text();
  must(whole.pointer.empty() || whole.pointer.front() == '/', "a refusal has a JSON pointer");
  must(!text.empty() && text != whole.message.kind, "a refusal has a sentence");
  must(whole.pointer == pieces.pointer && whole.message.kind == pieces.message.kind,
       "a document is refused for the same reason however it is cut");
  // The parser's column of a broken word or character may be one off.
  must(whole == pieces || whole.message.kind == "selection.syntax",
       "a document is refused with the same words however it is cut");
}

void check_document(const Problem& problem, const std::string& document) {
  const Read again = read_problem(document);
  must(std::holds_alternative<Problem>(again), "what a problem is written as can be read");
  must(written(std::get<Problem>(again)) == document, "a problem survives its document");
  must(std::get<Problem>(again).size() == problem.size(), "no candidate is lost");
}

void check_answer(const Problem& problem, const Problem& same) {
  SolveOptions options;
  options.work_limit = kMostWork;
  const Answer answer = solve(problem, options);
  const Answer again = solve(same, options);
  must(answer.status == again.status && answer.best == again.best && answer.bound == again.bound,
       "the same problem has the same answer");
  const auto certificate = certify(problem, answer, options);
  if (!certificate) return;
  const Verdict verdict = check(problem, *certificate, kMostSteps);
  must(verdict.holds || verdict.flaw == "The walk takes too long.",
       "the checker confirms the certificate");
  if (!verdict.holds) return;
  must(verdict.infeasible == (certificate->claim == Certificate::Claim::kInfeasible),
       "what is claimed is what is verified");
  if (verdict.infeasible) must(answer.best.empty(), "an infeasible problem has no set");
  if (answer.status == Status::kOptimal && verdict.bound) {
    must(verdict.score == answer.best.front().score, "the answer's score is that of its set");
  }
}

}  // namespace
}  // namespace pilah::selection::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pilah::selection;
  const std::string_view document(reinterpret_cast<const char*>(bytes), size);
  const auto whole = read_problem(document);
  const auto pieces = fuzz::read_in_pieces(document);
  fuzz::must(whole.index() == pieces.index(), "a document is read or refused however it is cut");
  if (const Refusal* refusal = std::get_if<Refusal>(&whole)) {
    fuzz::check_refusal(*refusal, std::get<Refusal>(pieces));
    return 0;
  }
  const Problem& problem = std::get<Problem>(whole);
  const Problem& same = std::get<Problem>(pieces);
  const std::string text = fuzz::written(problem);
  fuzz::must(text == fuzz::written(same), "a document is the same problem however it is cut");
  fuzz::check_document(problem, text);
  if (problem.size() <= fuzz::kMostSolved) fuzz::check_answer(problem, same);
  return 0;
}
