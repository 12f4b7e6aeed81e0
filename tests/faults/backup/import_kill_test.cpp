#include <csignal>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

namespace {

constexpr int kRows = 3000;

/// Runs the program with its output in `out`; kills it after so long (0: never). Answers
/// its exit code; -1: it was killed.
int run(const std::filesystem::path& out, const std::vector<std::string>& arguments,
        int kill_after_microseconds = 0) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const int file = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(file, STDOUT_FILENO);
    ::dup2(file, STDERR_FILENO);
    std::vector<char*> argv{const_cast<char*>("pilah")};
    for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execv(PILAH_PROGRAM, argv.data());
    ::_exit(127);
  }
  if (kill_after_microseconds > 0) {
    ::usleep(static_cast<useconds_t>(kill_after_microseconds));
    ::kill(child, SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE(
    "An import that is killed again and again ends with each row once, and a sound catalogue") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::minstd_rand random(seed);
  const pilah::tests::TemporaryFolder folder;
  const auto out = folder.path() / "out";
  const std::string data = (folder.path() / "data").string();
  const std::string list = (folder.path() / "list.csv").string();
  {
    std::ofstream file(list);
    file << "ID Inovasi;Nama Inovasi;Ringkasan\n";
    for (int i = 0; i < kRows; ++i) file << i << ";Inovasi nomor " << i << ";isi\n";
  }
  REQUIRE(run(out, {"init", "--region", "13.11", "--data", data}) == 0);
  const int rounds = std::getenv("PILAH_LONG_TESTS") != nullptr ? 100 : 6;
  for (int round = 0; round < rounds; ++round) {
    run(out, {"import", list, "--data", data}, 1 + static_cast<int>(random() % 600'000));
    REQUIRE(run(out, {"verify", "--data", data}) == 0);  // it goes on with the import, too
  }
  CHECK(run(out, {"import", list, "--data", data, "--json"}) == 0);
  CHECK(text_of(out).find("\"rejected\":0") != std::string::npos);
  CHECK(run(out, {"verify", "--data", data, "--json"}) == 0);
  // Beside the innovations only imports are records here.
  CHECK(run(out, {"list", "--data", data, "--json"}) == 0);
  const auto listed = text_of(out);
  std::size_t count = 0;
  for (auto at = listed.find("\"name\""); at != std::string::npos;
       at = listed.find("\"name\"", at + 1)) {
    ++count;
  }
  CHECK(count == kRows);
}
