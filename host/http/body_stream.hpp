// The body of an answer that is too long to be held whole, or that never ends: made
// piece by piece, each only once the client has taken the one before.
//
// So a slow reader of a long list holds one piece and no thread. Belongs to one answer;
// next() runs in one worker at a time, never in two at once.
#pragma once

#include <string>

namespace pilah::http {

class BodyStream {
 public:
  enum class State {
    kMore,   ///< ask again as soon as this piece is sent
    kLater,  ///< there is nothing to say now: ask again in a while
    kEnd,    ///< the body is complete
  };

  BodyStream() = default;
  virtual ~BodyStream() = default;
  BodyStream(const BodyStream&) = delete;
  BodyStream& operator=(const BodyStream&) = delete;

  /// Appends the next piece, some hundred kilobytes at most. An exception breaks the
  /// connection off, so that the client cannot take a part for the whole.
  virtual State next(std::string& piece) = 0;
};

}  // namespace pilah::http
