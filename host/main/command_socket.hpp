// Commands beside a running host: found by a socket in the data folder, run there.
//
// The wire is a stream socket of the data folder's owner (mode 0600): one
// request, frames of output as they come, one exit code. A frame is a byte for
// its kind, four bytes of length (little endian), and the bytes.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>

#include "pilah/cli/invocation.hpp"

namespace pilah::host {

/// Runs `invocation` in the host that serves `data_folder`, if there is one;
/// answers its exit code. Nothing when no host serves the folder.
std::optional<int> run_in_serving_host(const std::filesystem::path& data_folder,
                                       const cli::Invocation& invocation);

/// The serving end. Owns the socket file; removes it at its end.
class CommandSocket {
 public:
  using Run = std::function<int(const cli::Invocation&)>;

  /// Throws std::system_error when the socket cannot be made.
  explicit CommandSocket(const std::filesystem::path& data_folder);
  ~CommandSocket();
  CommandSocket(const CommandSocket&) = delete;
  CommandSocket& operator=(const CommandSocket&) = delete;

  /// Takes one command after the other, each in a thread of its own (at most
  /// kMostCommands at once), until stop(). Returns when all have ended.
  void serve(const Run& run);
  /// From any thread or a signal handler.
  void stop() noexcept;

  static constexpr int kMostCommands = 8;

 private:
  std::filesystem::path path_;
  int listener_ = -1;
  int stop_event_ = -1;
};

}  // namespace pilah::host
