// Every way in which the run of a plugin can end, each with one sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pilah::plugin {

enum class Outcome {
  kDone,
  kReportedError,   ///< the plugin answered an error; detail: its own words
  kBadParameters,   ///< it refused its parameters; detail: its own words
  kBadFile,         ///< an importer does not read this file; detail: its own words
  kKilledBySignal,  ///< number: the signal
  kForbiddenCall,   ///< number: of the system call; detail: its name, "?" when it could not be told
  kExited,          ///< it ended the process itself; number: the exit code
  kTimedOut,        ///< number: the deadline in milliseconds; killed
  kNoProgress,      ///< number: for so many milliseconds; killed
  kTooMuch,         ///< it gave more than it may; number: what it may; detail: of what
  kMalformedReply,  ///< what it wrote breaks the rules; detail: how
  kNotLoadable,     ///< no library for this machine, or not the one that the manifest names
  kAltered,         ///< the library's SHA-256 is not the one that was trusted
  kNotConfined,     ///< the machine lacks a part of the sandbox; detail: its name
  kNotStarted,      ///< the runner itself could not be started; detail: why
};

/// How one run ended. A value.
struct RunEnd {
  Outcome outcome = Outcome::kDone;
  std::string plugin;  ///< id of the plugin
  std::int64_t number = 0;
  std::string detail;
  /// The row that a row-wise rule died of, from 0, when it could be found.
  std::optional<std::uint64_t> row = std::nullopt;

  bool done() const { return outcome == Outcome::kDone; }

  /// The message of it: a kind of registry-data/messages/plugin.json with its arguments.
  std::string_view kind() const;
  std::vector<std::pair<std::string, std::string>> arguments() const;
};

}  // namespace pilah::plugin
