// One runner process with one plugin in it, owned from its first instant.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <sys/types.h>

#include "pilah/plugin/descriptor.hpp"
#include "pilah/plugin/installed_plugins.hpp"
#include "pilah/plugin/run_end.hpp"
#include "pilah/plugin/wire.hpp"

namespace pilah::plugin {

/// Bytes of what a plugin says about a run that failed.
inline constexpr std::size_t kMaxDetail = 2048;

/// What the runner is told before it loads the plugin.
struct StartOptions {
  std::string table;  ///< "pilah.rule/1" or "pilah.importer/1"
  std::string as_of;
  std::string language;
  std::uint64_t memory_bytes = 0;
  std::uint64_t cpu_seconds = 60;
  std::int64_t load_milliseconds = 5000;
  std::function<void(std::string_view line)> log;
};

/// Used by one thread. Its end kills and reaps the process whatever happened,
/// so no failure leaves one running. Errors are RunEnds, not exceptions.
class Worker {
 public:
  Worker(const InstalledPlugins& plugins, const InstalledPlugin& plugin);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Starts the runner, checks the library's SHA-256 on a sealed copy, has that
  /// copy loaded and the instance made. Nothing: it is ready.
  std::optional<RunEnd> start(const StartOptions& options, const boost::json::object& parameters);
  /// What the loaded library says of itself (a rule's description); after start().
  const std::string& description() const { return description_; }

  bool send(wire::Message message, std::initializer_list<int> descriptors = {});
  /// The next message, or nothing when the process ended, or when none came
  /// within the time: then it is killed. Afterwards end() says which.
  std::optional<wire::Message> receive(std::int64_t milliseconds);

  /// How the run ended, for a receive() that answered nothing.
  RunEnd end();
  /// An end that the host found itself; the process is killed.
  RunEnd end(Outcome outcome, const std::string& detail);

 private:
  std::optional<RunEnd> spawn();
  void drain_errors();
  void kill_and_reap();

  const InstalledPlugins& plugins_;
  const InstalledPlugin& plugin_;
  std::function<void(std::string_view)> log_;
  pid_t process_ = -1;
  int wait_status_ = 0;
  Descriptor socket_;
  Descriptor errors_;
  std::string error_line_;
  std::size_t logged_ = 0;
  std::int64_t timed_out_after_ = -1;
  std::int64_t forbidden_call_ = -1;
  std::string description_;
};

}  // namespace pilah::plugin
