#include "pilah/registry/people/correction.hpp"

#include <vector>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Person;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr std::size_t kLongestText = 200;

/// Calls `use` with the name of each text that is given, and the text.
template <class Use>
void each_given(const Correction& correction, Use use) {
  Correction::fields(correction, [&](const char* field, const auto& text) {
    if (text) use(field, *text);
  });
}

void require_valid(const Correction& correction) {
  catalogue::Messages wrong;
  bool any = false;
  each_given(correction, [&](const std::string& field, const std::string& text) {
    any = true;
    if (text.size() <= kLongestText && !(field == "name" && text.empty())) return;
    wrong.push_back({"person.bad_text", {{"largest", std::to_string(kLongestText)}}, '/' + field});
  });
  if (!any) wrong.push_back({"person.nothing_to_correct", {}, ""});
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

}  // namespace

std::int64_t correct_person(const Environment& environment, const Caller& caller,
                            const catalogue::RegionCode& region, catalogue::PersonId person,
                            const Correction& correction) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  require_valid(correction);
  std::int64_t revision = 0;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const auto stored = writer.find<Person>(region, person);
    if (!stored) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"person.not_found", {{"id", person.text()}}, ""});
    }
    std::vector<std::string> wrong;
    Person corrected = stored->record;
    Person::fields(corrected, [&](const std::string& field, auto& value) {
      each_given(correction, [&](const std::string& given, const std::string& text) {
        if constexpr (std::is_same_v<decltype(value), std::string&>) {
          if (field != given || value == text) return;
          value = text;
          wrong.push_back(field);
        }
      });
    });
    revision = stored->revision;
    if (wrong.empty()) return;
    writer.erase<Person>(region, person, wrong);
    revision = writer.put(corrected, "corrected");
  });
  environment.store.scrub();
  return revision;
}

}  // namespace pilah::registry
