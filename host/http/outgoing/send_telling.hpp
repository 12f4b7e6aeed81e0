// Sends what a webhook is told: one POST to an address that somebody typed in, so nothing
// of it is trusted.
//
// The address that a connection is made to is checked when its socket is opened, after
// every resolving: a name that means this machine, or one of the network behind it, is
// refused whatever it meant before, and what was checked is what is connected to. No
// redirect is followed, no proxy of the environment used; of the answer its status is
// taken, of the rest a few kilobytes are read at most; all of it takes bounded time.
#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "pilah/registry/webhooks/delivery.hpp"

namespace pilah::http {

struct SendingOptions {
  /// To this machine too, and to it without TLS: for a receiver on trial.
  bool to_loopback = false;
  std::int64_t longest_milliseconds = 10'000;
  /// Asked again and again while a receiver keeps one waiting: true ends the sending.
  std::function<bool()> stopped = {};
  /// What names resolve to instead of asking: "HOST:PORT:ADDRESS". For tests.
  std::vector<std::string> resolved = {};
  /// A file of certificates that are trusted instead of the system's. For tests.
  std::string trusted = {};
};

/// What was being sent when the host was stopped: nobody knows whether it came.
class SendingStopped : public std::runtime_error {
 public:
  SendingStopped() : std::runtime_error("stopped while sending") {}
};

/// Any thread. Throws SendingStopped.
registry::Receipt send_telling(const registry::Telling& telling, const SendingOptions& options);

}  // namespace pilah::http
