#include "pilah/registry/people/erasure.hpp"

#include <sstream>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::Message;
using catalogue::Person;
using catalogue::Refusal;
using catalogue::RefusalKind;

std::int64_t erase_person(const Environment& environment, const Caller& caller,
                          const catalogue::RegionCode& region, catalogue::PersonId person,
                          const std::vector<MentionedIn>& mentions) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  std::int64_t revision = 0;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    revision = writer.erase<Person>(region, person, {"name", "nip", "office", "contact"});
    for (const auto& mention : mentions) {
      revision = writer.erase<Innovation>(region, mention.innovation, mention.fields);
    }
  });
  environment.store.scrub();
  return revision;
}

MentionedIn parse_mention(const std::string& text) {
  const auto colon = text.find(':');
  const auto id = catalogue::InnovationId::parse(text.substr(0, colon));
  MentionedIn mention;
  if (colon != std::string::npos) {
    std::istringstream fields(text.substr(colon + 1));
    for (std::string field; std::getline(fields, field, ',');) {
      if (!field.empty()) mention.fields.push_back(field);
    }
  }
  if (!id || mention.fields.empty()) {
    throw Refusal(RefusalKind::kInvalid, Message{"person.no_mention", {{"found", text}}, ""});
  }
  mention.innovation = *id;
  return mention;
}

}  // namespace pilah::registry
