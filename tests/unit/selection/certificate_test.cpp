// Certificates of answers, checked without the engine; and wrong ones, which the
// checker must refuse.
#include <algorithm>
#include <random>

#include "draft.hpp"
#include "pilah/selection/certificate/certificate_document.hpp"
#include "pilah/selection/certificate/certify.hpp"
#include "pilah/selection/certificate/checker.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

using Claim = Certificate::Claim;

Shape shape_of(int i, std::size_t most_candidates = 10) {
  Shape shape;
  shape.most_candidates = most_candidates;
  shape.most_score = i % 4 == 0 ? 1 : 6;
  shape.most_use = i % 5 == 0 ? 0 : 5;
  shape.tight = i % 4 < 2;
  return shape;
}

Certificate certificate_of(const Problem& problem) {
  const auto certificate = certify(problem, solve(problem));
  REQUIRE(certificate);
  return *certificate;
}

// 30 candidates, of which the best 8 within a budget are wanted.
Draft thirty() {
  Draft draft;
  for (int i = 0; i < 30; ++i) {
    draft.candidates.push_back({numbered("c", i),
                                100 + (i * 37) % 61,
                                {{"cost", 10 + (i * 53) % 47}},
                                {numbered("org:", i % 5), numbered("area:", i % 9)}});
  }
  draft.count_min = draft.count_max = 8;
  draft.limits = {{"cost", 170}};
  draft.bounds = {{"org:*", std::nullopt, 2}};
  draft.coverages = {{"area:*", 6}};
  draft.excluding = {{0, 1}, {0, 2}, {1, 2}};
  draft.required = {{3, 4}};
  return draft;
}

}  // namespace

TEST_CASE("the certificate of every answer holds, and claims all that the answer says") {
  const std::uint64_t seed = 77;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 2000; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const Draft draft = random_draft(random, shape_of(i, i % 3 == 0 ? 30 : 10));
    INFO(draft.document());
    const Problem problem = draft.problem();
    const Answer answer = solve(problem);
    const auto certificate = certify(problem, answer);
    REQUIRE(certificate);
    const Verdict verdict = check(problem, *certificate);
    INFO(verdict.flaw);
    REQUIRE(verdict.holds);
    if (answer.status == Status::kInfeasible) {
      CHECK(verdict.infeasible);
    } else {
      CHECK(certificate->claim == Claim::kOrder);
      CHECK(verdict.order);
      CHECK(verdict.bound_value == answer.best.front().score);
    }
  }
}

TEST_CASE("a certificate for any other set than the best is refused") {
  const std::uint64_t seed = 91;
  std::mt19937_64 random(seed);
  int refused = 0;
  for (int i = 0; i < 500; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const Draft draft = random_draft(random, shape_of(i * 3 + 1));
    INFO(draft.document());
    const auto ranked = enumerate(draft).ranked;
    if (ranked.size() < 2) continue;
    const Problem problem = draft.problem();
    Certificate certificate = certificate_of(problem);
    for (std::size_t k = 1; k < std::min<std::size_t>(ranked.size(), 6); ++k) {
      certificate.selected = ranked[k];
      certificate.bound = score_of(draft, ranked[k]);
      const Verdict verdict = check(problem, certificate);
      REQUIRE_FALSE(verdict.holds);
      REQUIRE_FALSE(verdict.order);
      REQUIRE_FALSE(verdict.flaw.empty());
      ++refused;
    }
  }
  CHECK(refused > 500);
}

TEST_CASE("a certificate that something was done to proves nothing wrong") {
  const std::uint64_t seed = 5;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 1500; ++i) {
    INFO("seed " << seed << ", problem " << i);
    const Draft draft = random_draft(random, shape_of(i));
    INFO(draft.document());
    const Problem problem = draft.problem();
    const auto ranked = enumerate(draft).ranked;
    Certificate certificate = certificate_of(problem);
    if (certificate.proof.empty()) continue;
    auto& node = certificate.proof[static_cast<std::size_t>(
        draw(random, 0, static_cast<std::int64_t>(certificate.proof.size()) - 1))];
    switch (draw(random, 0, 5)) {
      case 0:
        node.impossible = !node.impossible;
        break;
      case 1:
        node.next = ProofNode::Next::kAgain;
        break;
      case 2:
        for (Multiplier& each : node.multipliers) each.value = draw(random, -1000, 1000);
        break;
      case 3:
        node.shift = static_cast<std::uint32_t>(draw(random, 0, 70));
        break;
      case 4:
        certificate.claim = static_cast<Claim>(draw(random, 0, 3));
        break;
      default:
        certificate.bound += draw(random, -2, 2);
    }
    const Verdict verdict = check(problem, certificate);
    if (verdict.infeasible) CHECK(ranked.empty());
    if (verdict.bound) {
      CHECK((ranked.empty() || verdict.bound_value >= score_of(draft, ranked.front())));
    }
    if (verdict.order) CHECK(certificate.selected == ranked.front());
  }
}

TEST_CASE("a proof that is cut short, goes on too long or names what is not there is refused") {
  const Problem problem = thirty().problem();
  const Certificate whole = certificate_of(problem);
  REQUIRE(check(problem, whole).holds);
  REQUIRE(whole.proof.size() > 1);
  SECTION("cut short") {
    Certificate cut = whole;
    cut.proof.pop_back();
    CHECK(check(problem, cut).flaw == "The proof ends before its tree does.");
  }
  SECTION("too long") {
    Certificate more = whole;
    more.proof.push_back(more.proof.back());
    CHECK(check(problem, more).flaw == "The proof goes on after its tree is complete.");
  }
  SECTION("no such resource") {
    Certificate strange = whole;
    strange.proof[0].multipliers.push_back({Multiplier::Row::kResource, 9, {}, 1});
    CHECK(check(problem, strange).flaw == "A multiplier belongs to no row of the problem.");
  }
  SECTION("an end that is not there") {
    Certificate strange = whole;
    strange.proof[0].multipliers.push_back({Multiplier::Row::kResource, 0, {}, -1});
    CHECK(check(problem, strange).flaw ==
          "A multiplier belongs to an end that its row does not have.");
  }
  SECTION("no clique") {
    Certificate strange = whole;
    strange.proof[0].multipliers.push_back({Multiplier::Row::kExcludes, 0, {0, 1, 3}, 1});
    CHECK(check(problem, strange).flaw == "Candidates of a row do not exclude one another.");
  }
  SECTION("too large") {
    Certificate strange = whole;
    strange.proof[0].multipliers.push_back({Multiplier::Row::kResource, 0, {}, Wide{1} << 125});
    CHECK(check(problem, strange).flaw == "A product leaves 128 bits.");
  }
  SECTION("a set that does not meet the constraints") {
    Certificate strange = whole;
    strange.selected = {0, 1, 2};
    CHECK(check(problem, strange).flaw == "The selected set does not meet the constraints.");
  }
  SECTION("more to walk than is allowed") {
    CHECK(check(problem, whole, 3).flaw == "The walk takes too long.");
  }
}

TEST_CASE("a certificate survives its document") {
  const Problem problem = thirty().problem();
  const Certificate certificate = certificate_of(problem);
  const auto read = read_certificate(problem, certificate_document(problem, certificate, "00ff"));
  REQUIRE(std::holds_alternative<ReadCertificate>(read));
  CHECK(std::get<ReadCertificate>(read).certificate == certificate);
  CHECK(std::get<ReadCertificate>(read).problem_sha256 == "00ff");
}

TEST_CASE("a certificate's document that is wrong is refused with its place") {
  const Problem problem = thirty().problem();
  const auto refused = [&](std::string_view document) {
    const auto read = read_certificate(problem, document);
    REQUIRE(std::holds_alternative<Refusal>(read));
    return std::get<Refusal>(read);
  };
  CHECK(refused("{").message.kind == "selection.certificate_no_json");
  CHECK(refused("[]").pointer.empty());
  CHECK(refused("{}").message.text() ==
        "The key \"pilah_certificate\" is missing; it is required here.");
  const std::string head =
      R"({"pilah_certificate": 1, "problem_sha256": "", "claim": "order", "selected": ["c1"],)"
      R"( "bound": "12", "proof": [)";
  CHECK(refused(head + R"({"shift": -1}]})").pointer == "/proof/0/shift");
  CHECK(refused(head + R"({"shift": 1, "multipliers": [["cost", "1"]]}]})").pointer ==
        "/proof/0/multipliers/0/0");
  CHECK(refused(head + R"({"shift": 1, "multipliers": [["count", "1x"]]}]})").pointer ==
        "/proof/0/multipliers/0/1");
  CHECK(refused(head + R"({"shift": 1, "multipliers": [["resource", "money", "1"]]}]})")
            .message.text() ==
        "The problem has no resource \"money\"; the certificate is of another problem.");
  CHECK(refused(head + R"({"shift": 1, "multipliers": [], "next": "branch"}]})").pointer ==
        "/proof/0");
}

TEST_CASE("what a work limit left unproven is certified as far as it goes") {
  const Problem problem = thirty().problem();
  SolveOptions options;
  options.work_limit = 1;
  const Answer answer = solve(problem, options);
  REQUIRE(answer.status == Status::kLimit);
  const auto certificate = certify(problem, answer, options);
  REQUIRE(certificate);
  CHECK(certificate->claim == Claim::kBound);
  const Verdict verdict = check(problem, *certificate);
  CHECK(verdict.holds);
  CHECK(verdict.bound_value >= solve(problem).best.front().score);
  CHECK_FALSE(verdict.order);
}

}  // namespace pilah::selection::tests
