// A request with a key of its caller's, as it was carried out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/request_key.hpp"

namespace pilah::store {

struct KeptRequest {
  catalogue::RequestKey request;
  std::int64_t at = 0;           ///< when its change was stored, ms since 1970
  catalogue::RegionCode region;  ///< of the last change that it made ...
  std::int64_t revision = 0;     ///< ... and its number
  /// What was answered; none: the host ended between the change and the answer.
  std::optional<std::string> answer;
};

/// For how long a request is known again.
inline constexpr std::int64_t kRequestsKeptMilliseconds = std::int64_t{24} * 3600 * 1000;
/// So many of one caller; the oldest go first.
inline constexpr std::int64_t kMostRequestsOfCaller = 1000;
/// A longer answer is not kept.
inline constexpr std::size_t kLongestAnswer = std::size_t{256} * 1024;

}  // namespace pilah::store
