// Reads a problem document as it arrives, in pieces of any size, without ever
// holding it whole.
//
//   ProblemReader reader;
//   while (...) if (!reader.feed(piece)) break;
//   auto read = std::move(reader).finish();        // Problem or Refusal
//
// The document (every key but "candidates", "id" and "score" may be left out):
//
//   {"candidates": [{"id": text, "score": integer,
//                    "uses": {resource: integer >= 0}, "groups": [text]}],
//    "count": {"min": integer, "max": integer},
//    "limits": [{"resource": text, "max": integer}],          max may be left out
//    "bounds": [{"group": text or "prefix:*", "min": integer, "max": integer}],
//    "coverage": [{"groups": "prefix:*", "min": integer}],
//    "requires": [[id, id]], "excludes": [[id, id]],
//    "include": [id], "exclude": [id]}
//
// The first thing that is wrong ends the reading and is named by its JSON
// pointer: what is not JSON or not UTF-8 or begins with a byte order mark, an unknown or duplicate
// key, a duplicate id, a wrong type, a number that is no integer or lies outside
// +-2^53, sums beyond 64 bits, an id or resource that no candidate has.
//
// Memory: the problem, the constraints once more by name, and a piece of text of
// at most kLongestName. Depth is bounded: nothing nests deeper than four.
// Ownership: owns everything. Threads: one.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <variant>

#include "pilah/selection/message.hpp"
#include "pilah/selection/problem.hpp"

namespace pilah::selection {

// Bytes of a document. A gzip file of a few megabytes can hold a thousand times as many;
// and within so many bytes all names fit into Names.
constexpr std::uint64_t kLargestDocument = (std::uint64_t{1} << 32) - 1;

class ProblemReader {
 public:
  // most_bytes: a longer document is refused. Requires: at most kLargestDocument.
  explicit ProblemReader(std::uint64_t most_bytes = kLargestDocument);
  ~ProblemReader();
  ProblemReader(const ProblemReader&) = delete;
  ProblemReader& operator=(const ProblemReader&) = delete;

  // The next bytes. False: something is wrong, further bytes are ignored.
  bool feed(std::string_view bytes);

  // After the last bytes.
  std::variant<Problem, Refusal> finish() &&;

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

// The whole of a document that is already in memory.
std::variant<Problem, Refusal> read_problem(std::string_view document);

}  // namespace pilah::selection
