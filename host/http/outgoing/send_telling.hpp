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
#include <string>
#include <vector>

#include "pilah/registry/webhooks/delivery.hpp"

namespace pilah::http {

struct SendingOptions {
  /// To this machine too, and to it without TLS: for a receiver on trial.
  bool to_loopback = false;
  std::int64_t longest_milliseconds = 10'000;
  /// What names resolve to instead of asking: "HOST:PORT:ADDRESS". For tests.
  std::vector<std::string> resolved = {};
};

/// Any thread.
registry::Receipt send_telling(const registry::Telling& telling, const SendingOptions& options);

}  // namespace pilah::http
