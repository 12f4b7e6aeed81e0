// Who asks: handed to every use case, reads too.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pilah/catalogue/account.hpp"
#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/request_key.hpp"
#include "pilah/catalogue/team.hpp"

namespace pilah::registry {

/// That the caller's account is a member of a team.
struct Membership {
  catalogue::RegionCode region;
  catalogue::TeamId team;
  catalogue::TeamKind kind = catalogue::TeamKind::kWorkingGroup;
  std::string name = {};                           ///< the team's
  std::vector<std::string> areas = {};             ///< of a working group's dimension
  catalogue::PersonId person = {};                 ///< whom the account is in the team
  std::optional<catalogue::Message> why_not = {};  ///< why it gives no rights; none: it does
};

/// A value that lives as long as one request. What it may do, rights.hpp decides.
struct Caller {
  /// Whom history and audit name: an account's id, or a part of the host
  /// ("command-line", "import") where no account asks.
  std::string actor = "anonymous";
  std::vector<catalogue::Grant> grants = {};
  /// May do everything, in every region: whoever has the data folder has the data.
  bool has_data_folder = false;
  /// Whose sessions and tokens are their own; none: nobody has signed in.
  std::optional<catalogue::AccountId> account = {};
  /// How much of what the grants allow may be done: a token may be for reading alone.
  catalogue::TokenScope scope = catalogue::TokenScope::kAdminister;
  /// The request's own key, for changes that are made once however often it is sent.
  std::optional<catalogue::RequestKey> request = std::nullopt;
  /// Of whoever signs in; a token carries roles alone.
  std::vector<Membership> memberships = {};

  /// Somebody without an account: sees what is public.
  static Caller anonymous() { return {}; }
  static Caller with_data_folder(std::string actor = "command-line") {
    return {std::move(actor), {}, true, {}, catalogue::TokenScope::kAdminister};
  }
};

}  // namespace pilah::registry
