// Who asks: handed to every use case, reads too.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pilah/catalogue/request_key.hpp"
#include "pilah/catalogue/role.hpp"

namespace pilah::registry {

/// A value that lives as long as one request. What it may do, rights.hpp decides.
struct Caller {
  /// Whom history and audit name: an account's id, or a part of the host
  /// ("command-line", "import") where no account asks.
  std::string actor = "anonymous";
  std::vector<catalogue::Grant> grants = {};
  /// May do everything, in every region: whoever has the data folder has the data.
  bool has_data_folder = false;
  /// The request's own key, for changes that are made once however often it is sent.
  std::optional<catalogue::RequestKey> request = std::nullopt;

  /// Somebody without an account: sees what is public.
  static Caller anonymous() { return {}; }
  static Caller with_data_folder(std::string actor = "command-line") {
    return {std::move(actor), {}, true};
  }
};

}  // namespace pilah::registry
