#include "pilah/registry/people/person_named.hpp"

#include <vector>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Person;
using catalogue::PersonId;
using catalogue::Refusal;
using catalogue::RefusalKind;

PersonId person_named(store::Writer& writer, const Environment& environment,
                      const catalogue::RegionCode& region, const std::string& name,
                      const std::string& pointer) {
  const std::string folded = text::fold(name);
  if (folded.empty() || name.size() > kLongestPersonName) {
    throw Refusal(
        RefusalKind::kInvalid,
        Message{"person.bad_text", {{"largest", std::to_string(kLongestPersonName)}}, pointer});
  }
  std::vector<PersonId> found;
  writer.each<Person>(region, [&](const store::Stored<Person>& stored) {
    if (text::fold(stored.record.name) == folded) found.push_back(stored.record.id);
    return found.size() < 2;
  });
  if (found.size() > 1) {
    throw Refusal(RefusalKind::kInvalid, Message{"person.several", {{"name", name}}, pointer});
  }
  if (!found.empty()) return found.front();
  Person person;
  person.id = {environment.new_uuid()};
  person.region = region;
  person.name = name;
  writer.put(person, "added");
  return person.id;
}

}  // namespace pilah::registry
