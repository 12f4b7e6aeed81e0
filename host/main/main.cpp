// The program: knows all rooms, opens what they need and hands it in.
#include <cstdlib>
#include <iostream>

#include <unistd.h>

#include "pilah/cli/command.hpp"
#include "pilah/main/command_socket.hpp"
#include "pilah/main/house.hpp"
#include "pilah/main/paths.hpp"
#include "pilah/main/serve.hpp"

namespace pilah::host {
namespace {

std::string language_tag() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
    if (value && *value) return value;
  }
  return {};
}

int run(const cli::Invocation& invocation, const Paths& paths,
        const catalogue::Sentences& sentences) {
  auto command = cli::parse(invocation, sentences);
  if (const auto* plain = std::get_if<cli::PlainCommand>(&command)) return plain->run();
  if (const auto* serving = std::get_if<cli::ServeCommand>(&command)) {
    return serve(*serving, invocation, paths, sentences);
  }
  const auto& work = std::get<cli::CatalogueCommand>(command);
  if (const auto code = run_in_serving_host(work.data_folder, invocation)) return *code;
  House house(paths, work.data_folder, work.sandbox_without);
  house.resume();
  return work.run(house.environment());
}

}  // namespace
}  // namespace pilah::host

int main(int argc, char** argv) {
  using namespace pilah;
  std::ios::sync_with_stdio(false);
  catalogue::Sentences sentences;
  try {
    const auto paths = host::paths_beside_program();
    host::read_sentences(paths, sentences);
    const cli::Invocation invocation{{argv + 1, argv + argc},
                                     std::filesystem::current_path(),
                                     std::cin,
                                     std::cout,
                                     std::cerr,
                                     ::isatty(STDERR_FILENO) == 1,
                                     "command-line",
                                     host::language_tag(),
                                     host::default_data_folder()};
    try {
      return host::run(invocation, paths, sentences);
    } catch (const std::exception& failure) {
      return cli::print_refusal(invocation, sentences, failure);
    }
  } catch (const std::exception& failure) {
    std::cerr << "pilah: " << failure.what() << '\n';
    return cli::kFailed;
  }
}
