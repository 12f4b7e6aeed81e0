// What a call refuses, as a value that a test can look at.
#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::tests {

/// The refusal that `call` throws; nothing when it throws none. Other exceptions pass.
template <class Call>
std::optional<catalogue::Refusal> refusal_of(Call&& call) {
  try {
    call();
  } catch (const catalogue::Refusal& refusal) {
    return refusal;
  }
  return std::nullopt;
}

/// "conflict store.code_taken /code": kind, first message and its pointer in one text.
template <class Call>
std::string refused(Call&& call) {
  const auto refusal = refusal_of(std::forward<Call>(call));
  if (!refusal) return "not refused";
  const auto& message = refusal->messages().front();
  const char* kind = "";
  switch (refusal->kind()) {
    case catalogue::RefusalKind::kInvalid:
      kind = "invalid ";
      break;
    case catalogue::RefusalKind::kNotFound:
      kind = "not found ";
      break;
    case catalogue::RefusalKind::kConflict:
      kind = "conflict ";
      break;
    case catalogue::RefusalKind::kStale:
      kind = "stale ";
      break;
    case catalogue::RefusalKind::kForbidden:
      kind = "forbidden ";
      break;
    case catalogue::RefusalKind::kUnavailable:
      kind = "unavailable ";
      break;
  }
  return kind + message.kind + (message.pointer.empty() ? "" : " " + message.pointer);
}

}  // namespace pilah::tests
