// The opened host: store, plugins, reference data, clock and randomness in one place.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/main/paths.hpp"
#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::host {

/// Adds every file of registry-data/messages.
void read_sentences(const Paths& paths, catalogue::Sentences& sentences);

/// How plugins are run here, from the words of the command line.
plugin::RunnerProgram runner_program(const Paths& paths,
                                     const std::vector<std::string>& sandbox_without);

/// Who brings the search index up to the catalogue.
enum class Indexing {
  kWhenAsked,  ///< whoever searches: for one command
  kFollowed,   ///< a thread that calls follow()
};

/// Owns all that an Environment refers to; lives as long as the program works
/// on one data folder. environment() may be used from any thread.
class House {
 public:
  /// Opens the catalogue in `data_folder`, making it when it is not there.
  /// Throws Refusal(kUnavailable) when the database cannot be used.
  /// `sandbox_without`: parts of the plugins' sandbox that may be missing.
  House(const Paths& paths, const std::filesystem::path& data_folder,
        const std::vector<std::string>& sandbox_without = {},
        Indexing indexing = Indexing::kWhenAsked);
  ~House();
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  const registry::Environment& environment() const;

  /// Brings the search index up to the catalogue; returns then, or soon after
  /// `stopped` says true. Called again and again by one thread.
  void follow(const std::function<bool()>& stopped);

  /// Erases what the law lets a host keep only so long, and what is too old to be told.
  /// Called now and then.
  void erase_what_is_due();

  /// Finishes what a crash cut off; called once, before other work.
  void resume();

 private:
  struct Rooms;
  std::unique_ptr<Rooms> rooms_;
};

}  // namespace pilah::host
