// One runner process with one plugin in it, owned from its first instant.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/plugin/run/run_end.hpp"
#include "pilah/plugin/system/descriptor.hpp"
#include "pilah/plugin/system/shared_memory.hpp"
#include "pilah/plugin/wire/wire.hpp"

namespace pilah::plugin {

/// Bytes of what a plugin says about a run that failed.
inline constexpr std::size_t kMaxDetail = 2048;

/// What the runner is told before it loads the plugin.
struct StartOptions {
  std::string table;  ///< "pilah.rule/1" or "pilah.importer/1"
  std::string as_of;
  std::string language;
  std::uint64_t memory_bytes = 0;  ///< beside what it is given
  std::uint64_t cpu_seconds = 60;
  std::uint64_t file_bytes = 0;  ///< of an exporter's document
  std::int64_t load_milliseconds = 5000;
  std::function<void(std::string_view line)> log;
  std::vector<int> given;  ///< further descriptors, as wire.hpp tells
  // For the check of a plugin.
  std::uint32_t abi_major = 1;  ///< what the host says it is
  bool only_asks = false;       ///< READY once the plugin answers the table at all
  std::uint64_t read_most = 0;  ///< bytes of one read of a stream; 0: any number
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

  /// Sends a request and answers its sequence number. That the process has gone
  /// shows when its answer is waited for.
  std::uint32_t send(wire::Message message, const std::vector<int>& descriptors = {});
  /// The next message, or nothing when the process ended, or when none came
  /// within the time: then timed_out(), and end() kills it; or ask again.
  std::optional<wire::Message> receive(std::int64_t milliseconds);
  bool timed_out() const { return timed_out_after_ >= 0; }

  /// How the run ended, for a receive() that answered nothing.
  RunEnd end();
  /// The end that an answer of status other than PILAH_OK tells of.
  RunEnd reported(const wire::Message& answer);
  /// An end that the host found itself; the process is killed.
  RunEnd end(Outcome outcome, const std::string& detail);

 private:
  std::optional<RunEnd> spawn();
  std::string reply(std::uint64_t size, std::size_t limit) const;
  void drain_errors();
  void kill_and_reap();

  const InstalledPlugins& plugins_;
  const InstalledPlugin& plugin_;
  std::function<void(std::string_view)> log_;
  pid_t process_ = -1;
  int wait_status_ = 0;
  /// What the library says of itself, later the text of an error.
  std::optional<SharedOutput> reply_;
  Descriptor socket_;
  Descriptor errors_;
  std::string error_line_;
  std::size_t logged_ = 0;
  std::int64_t timed_out_after_ = -1;
  std::int64_t forbidden_call_ = -1;
  bool no_message_ = false;
  std::uint32_t sequence_ = 0;
  std::string description_;
};

}  // namespace pilah::plugin
