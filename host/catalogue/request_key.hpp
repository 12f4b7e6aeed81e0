// A request that its caller may send again: Idempotency-Key.
#pragma once

#include <string>

namespace pilah::catalogue {

/// The change that it asks for is made at most once; whoever sends it again hears
/// the answer of the first time.
struct RequestKey {
  std::string caller;  ///< whose key it is: others may use the same word
  std::string key;
  std::string digest;  ///< of the whole request, 64 hexadecimal digits
  friend bool operator==(const RequestKey&, const RequestKey&) = default;
};

}  // namespace pilah::catalogue
