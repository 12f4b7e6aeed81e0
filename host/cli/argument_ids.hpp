// Ids that a person typed.
#pragma once

#include <string>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::cli {

/// Throws Refusal(kInvalid) for what is no id.
template <class AnyId>
AnyId id_of_argument(const std::string& text) {
  if (const auto id = AnyId::parse(text)) return *id;
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                           catalogue::Message{"cli.not_an_id", {{"id", text}}, ""});
}

}  // namespace pilah::cli
