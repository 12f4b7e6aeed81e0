// What is told of each answered request, to logs and metrics: nothing that names a
// person. The route is the pattern, never the path, which has ids in it; there is no
// address, no query and no header of the client's but the request's id.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace pilah::http {

struct RequestRecord {
  std::string_view id;
  std::string_view method;  ///< "OTHER" for one that HTTP does not know
  std::string_view route;   ///< empty: no such address
  int status = 0;
  std::int64_t microseconds = 0;
  std::size_t bytes = 0;  ///< of the body; of a streamed one, 0
};

/// From any worker's thread; must not throw.
using Observer = std::function<void(const RequestRecord&)>;

/// A method by which to count: a client may send any word.
std::string_view known_method(std::string_view method);

/// The id that a client sent, when it is 1 to 64 letters, digits, '-', '_' or '.': others
/// could forge lines of a log. Else `otherwise`.
std::string request_id(std::string_view sent, const std::function<std::string()>& otherwise);

/// {"time", "id", "method", "route", "status", "bytes", "milliseconds"}; one line.
std::string log_line(const RequestRecord& record, std::string_view time);

}  // namespace pilah::http
