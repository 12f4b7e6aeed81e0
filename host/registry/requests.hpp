// Requests that their callers may send again: looked up, and answered as before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pilah/catalogue/request_key.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// A request that was carried out within the last 24 hours.
struct DoneRequest {
  std::string digest;                 ///< of the request as it was sent then
  std::string region;                 ///< of its last change ...
  std::int64_t revision = 0;          ///< ... and its number
  std::optional<std::string> answer;  ///< none: the host ended before it was written down
};

/// The caller's own request under that key. Nothing: it was not carried out.
std::optional<DoneRequest> done_request(const Environment& environment, const Caller& caller,
                                        const std::string& key);

/// Writes down what was answered to the caller's request. One that is too long is left out.
void keep_answer(const Environment& environment, const Caller& caller, const std::string& answer);

}  // namespace pilah::registry
