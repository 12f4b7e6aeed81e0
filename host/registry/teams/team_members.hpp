// The members of a team as somebody names them, turned into persons and accounts that are
// there: within one write of the store.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/registry/teams/teams.hpp"

namespace pilah::store {
class Reader;
class Writer;
}  // namespace pilah::store

namespace pilah::registry {

/// New ids for the persons of as many members as may be; made before a write, which may
/// be run again.
std::vector<catalogue::PersonId> ids_for(const Environment& environment,
                                         const std::vector<NewTeamMember>& members);

class JoiningMembers {
 public:
  /// Puts what is wrong with `asked` into `wrong`. `team`: whom it has already.
  JoiningMembers(store::Reader& reader, const catalogue::Team& team,
                 const std::vector<NewTeamMember>& asked,
                 const std::vector<catalogue::PersonId>& ids, catalogue::Messages& wrong);

  /// Stores the persons who are new, and adds all to the team. Requires: nothing was wrong.
  void join(store::Writer& writer, catalogue::Team& team) const;

 private:
  void add(const NewTeamMember& asked, const catalogue::PersonId& id, const std::string& place);
  void take_account(const NewTeamMember& asked, const std::string& place, catalogue::Person& person,
                    catalogue::TeamMember& member);
  bool is_in(const catalogue::TeamMember& member) const;

  store::Reader& reader_;
  const catalogue::Team& team_;
  catalogue::Messages& wrong_;
  std::vector<catalogue::Person> persons_;  ///< new ones
  std::vector<catalogue::TeamMember> members_;
};

}  // namespace pilah::registry
