// Any bytes are a certificate or are refused with a place and a sentence; and whatever
// a certificate says, the checker verifies nothing that trying every set refutes.
#include <algorithm>
#include <string_view>
#include <variant>
#include <vector>

#include "pilah/selection/certificate/certificate_document.hpp"
#include "pilah/selection/certificate/checker.hpp"
#include "proven_problems.hpp"
#include "target.hpp"

namespace pilah::selection::fuzz {
namespace {

constexpr std::uint64_t kMostSteps = 20'000;  // of the checker's walks

struct Known {
  tests::Draft draft;
  Problem problem;
  std::vector<std::vector<Position>> ranked;  // every allowed set, best first
};

const std::vector<Known>& known_problems() {
  static const std::vector<Known> known = [] {
    std::vector<Known> result;
    for (const tests::Draft& draft : proven_problems()) {
      result.push_back({draft, draft.problem(), tests::enumerate(draft).ranked});
    }
    return result;
  }();
  return known;
}

void check_document(const Problem& problem, const ReadCertificate& read) {
  const auto again = read_certificate(
      problem, certificate_document(problem, read.certificate, read.problem_sha256));
  must(std::holds_alternative<ReadCertificate>(again), "what a certificate is written as is read");
  must(std::get<ReadCertificate>(again).certificate == read.certificate,
       "a certificate survives its document");
}

void check_verdict(const Known& known, const Certificate& certificate) {
  const Verdict verdict = check(known.problem, certificate, kMostSteps);
  const auto& ranked = known.ranked;
  must(verdict.holds || !verdict.flaw.empty(), "what does not hold has a flaw");
  if (verdict.infeasible) must(ranked.empty(), "there is a set after all");
  if (verdict.selected) {
    must(std::find(ranked.begin(), ranked.end(), certificate.selected) != ranked.end(),
         "the selected set meets the constraints");
    must(verdict.score == tests::score_of(known.draft, *certificate.selected),
         "the score is that of the selected set");
  }
  if (verdict.bound && !ranked.empty()) {
    must(verdict.bound_value >= tests::score_of(known.draft, ranked.front()),
         "no set scores more than the bound");
  }
  if (verdict.order) {
    must(!ranked.empty() && certificate.selected == ranked.front(),
         "the first set is the selected one");
  }
}

}  // namespace
}  // namespace pilah::selection::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pilah::selection;
  const std::string_view document(reinterpret_cast<const char*>(bytes), size);
  for (const auto& known : fuzz::known_problems()) {
    const auto read = read_certificate(known.problem, document);
    if (const Refusal* refusal = std::get_if<Refusal>(&read)) {
      fuzz::must(refusal->pointer.empty() || refusal->pointer.front() == '/',
                 "a refusal has a JSON pointer");
      fuzz::must(refusal->message.text() != refusal->message.kind, "a refusal has a sentence");
      continue;
    }
    fuzz::check_document(known.problem, std::get<ReadCertificate>(read));
    fuzz::check_verdict(known, std::get<ReadCertificate>(read).certificate);
  }
  return 0;
}
