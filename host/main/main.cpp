// The program: knows all rooms, opens what they need and hands it in.
#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <system_error>

#include <sodium.h>
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

/// A copy of somebody's catalogue in a folder of its own, gone at its end.
class CatalogueCopy {
 public:
  /// `of`: a data folder, or the catalogue.sqlite of one.
  explicit CatalogueCopy(const std::filesystem::path& of) {
    std::string name = (std::filesystem::temp_directory_path() / "pilah-copy-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::system_error(errno, std::generic_category(), name);
    folder_ = name;
    const auto file = std::filesystem::is_directory(of) ? of / "catalogue.sqlite" : of;
    for (const char* part : {"", "-wal"}) {
      auto from = file;
      from += part;
      auto to = folder_ / "catalogue.sqlite";
      to += part;
      if (*part == '\0' || std::filesystem::exists(from)) std::filesystem::copy_file(from, to);
    }
  }
  ~CatalogueCopy() {
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
  }
  CatalogueCopy(const CatalogueCopy&) = delete;
  CatalogueCopy& operator=(const CatalogueCopy&) = delete;
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

int run(const cli::Invocation& invocation, const Paths& paths,
        const catalogue::Sentences& sentences) {
  auto command = cli::parse(invocation, sentences);
  if (const auto* plain = std::get_if<cli::PlainCommand>(&command)) return plain->run();
  if (const auto* serving = std::get_if<cli::ServeCommand>(&command)) {
    return serve(*serving, invocation, paths, sentences);
  }
  if (const auto* authoring = std::get_if<cli::WorkshopCommand>(&command)) {
    if (sodium_init() < 0) throw std::runtime_error("the system gives no random numbers");
    const plugin::InstalledPlugins plugins(paths.plugins,
                                           runner_program(paths, authoring->sandbox_without));
    return authoring->run({plugins, paths.template_folder, paths.prefix});
  }
  const auto& work = std::get<cli::CatalogueCommand>(command);
  if (!work.copy_of.empty()) {
    const CatalogueCopy copy(work.copy_of);
    House house(paths, copy.folder(), work.sandbox_without);
    return work.run(house.environment());
  }
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
