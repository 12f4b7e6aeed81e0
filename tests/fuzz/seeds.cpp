// Writes the seeds that the tests' own problems give: random ones for fuzz_problem,
// the certificates of the proven ones for fuzz_certificate.
//
//   fuzz_seeds FOLDER     into FOLDER/problem and FOLDER/certificate
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "pilah/selection/certificate/certificate_document.hpp"
#include "pilah/selection/certificate/certify.hpp"
#include "proven_problems.hpp"

namespace {

namespace selection = pilah::selection;
namespace tests = pilah::selection::tests;

constexpr int kProblems = 60;

void write(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

void write_seeds(const std::filesystem::path& folder) {
  std::mt19937_64 random(1);
  for (int i = 0; i < kProblems; ++i) {
    tests::Shape shape;
    shape.most_candidates = i % 3 == 0 ? 12 : 4;
    shape.most_score = i % 4 == 0 ? std::int64_t{1} << 53 : 6;
    shape.most_use = i % 5 == 0 ? std::int64_t{1} << 48 : 5;
    shape.tight = i % 2 == 0;
    write(folder / "problem" / tests::numbered("draft-", i),
          tests::random_draft(random, shape).document());
  }
  int number = 0;
  for (const tests::Draft& draft : selection::fuzz::proven_problems()) {
    const selection::Problem problem = draft.problem();
    selection::Answer answer = selection::solve(problem);
    // The whole proof; and, as if a limit had come first, a bound alone.
    for (const auto status : {answer.status, selection::Status::kLimit}) {
      answer.status = status;
      const auto certificate = selection::certify(problem, answer);
      if (!certificate) continue;
      write(folder / "certificate" / tests::numbered("proof-", number++),
            selection::certificate_document(problem, *certificate, "00ff"));
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: fuzz_seeds FOLDER\n");
    return 2;
  }
  write_seeds(arguments[1]);
  return 0;
}
