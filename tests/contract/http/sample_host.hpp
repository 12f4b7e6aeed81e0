// A whole host for one test: a catalogue in a new folder, the real use cases.
#pragma once

#include <filesystem>
#include <memory>

#include "pilah/registry/environment.hpp"

namespace pilah::tests {

/// Has the regions 13.11 and 16.02, and nothing in them. The folder goes with it.
class SampleHost {
 public:
  SampleHost();
  ~SampleHost();
  SampleHost(const SampleHost&) = delete;
  SampleHost& operator=(const SampleHost&) = delete;

  const registry::Environment& environment() const;
  /// Time passes by which sessions, tokens and links end.
  void pass(std::int64_t milliseconds);

 private:
  struct Rooms;
  std::filesystem::path folder_;
  std::unique_ptr<Rooms> rooms_;
};

}  // namespace pilah::tests
