// What a use case refuses, as a word that a test can look at.
#pragma once

#include <string>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::tests {

/// The kind of the first message of the refusal that `work` ends in; empty: of none.
template <class Work>
std::string refusal_of(Work work) {
  try {
    work();
  } catch (const catalogue::Refusal& refusal) {
    return refusal.messages().front().kind;
  }
  return "";
}

/// "pointer kind" of each message of the refusal that `work` ends in, one a line; empty: of none.
template <class Work>
std::string refusals_of(Work work) {
  std::string told;
  try {
    work();
  } catch (const catalogue::Refusal& refusal) {
    for (const auto& message : refusal.messages()) {
      told += (told.empty() ? "" : "\n") + message.pointer + " " + message.kind;
    }
  }
  return told;
}

}  // namespace pilah::tests
