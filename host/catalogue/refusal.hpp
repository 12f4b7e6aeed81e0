// The one exception that Pilah's own code throws for an expected failure.
#pragma once

#include <exception>
#include <utility>

#include "pilah/catalogue/message.hpp"

namespace pilah::catalogue {

/// Why a request was refused; each edge translates it once (HTTP to a status,
/// the command line to an exit code).
enum class RefusalKind {
  kInvalid,      ///< the input is wrong: correct it and send it again
  kNotFound,     ///< what it names is not there
  kConflict,     ///< it contradicts what is stored
  kStale,        ///< it was made from an older revision
  kForbidden,    ///< the role does not allow it
  kUnavailable,  ///< the host cannot at present (disk full, busy, newer database)
};

/// A refused request; whoever throws it has changed nothing.
/// Requires: at least one message.
class Refusal : public std::exception {
 public:
  Refusal(RefusalKind kind, Messages messages) : kind_(kind), messages_(std::move(messages)) {}
  Refusal(RefusalKind kind, Message message) : kind_(kind), messages_{std::move(message)} {}

  RefusalKind kind() const noexcept { return kind_; }
  const Messages& messages() const noexcept { return messages_; }
  /// The first message's kind: for a debugger or a log, not for a person.
  const char* what() const noexcept override { return messages_.front().kind.c_str(); }

 private:
  RefusalKind kind_;
  Messages messages_;
};

}  // namespace pilah::catalogue
