#include "pilah/registry/people/published_numbers.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/people/publish.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/personal_data.hpp"

namespace pilah::registry {
namespace {

using catalogue::Innovation;

/// Calls `use` with every text in the value. Ids are no texts that people write.
template <class Use>
void each_text(const boost::json::value& value, Use use) {
  if (const auto* text = value.if_string()) {
    if (!catalogue::Uuid::parse(*text)) use(std::string_view(*text));
  } else if (const auto* array = value.if_array()) {
    for (const auto& each : *array) each_text(each, use);
  } else if (const auto* object = value.if_object()) {
    for (const auto& member : *object) each_text(member.value(), use);
  }
}

}  // namespace

std::string beginning_of(std::string_view number) { return std::string(number.substr(0, 4)) + "…"; }

std::vector<PublishedNumber> published_numbers(const Environment& environment, const Caller& caller,
                                               const catalogue::RegionCode& region) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  const auto published = publication(environment, region);
  std::vector<PublishedNumber> numbers;
  environment.store.read([&](store::Reader& reader) {
    reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
      if (!published.shows(stored.record.status)) return true;
      const auto document = catalogue::to_json(stored.record);
      for (const auto& member : document.as_object()) {
        if (!published.shows_field(member.key())) continue;
        each_text(member.value(), [&](std::string_view text) {
          for (const auto& found : text::personal_numbers(text)) {
            if (numbers.size() == kMostPublishedNumbers) return;
            numbers.push_back({stored.record.id, stored.record.name, member.key(),
                               std::string(text::name_of(found.kind)), beginning_of(found.text)});
          }
        });
      }
      return numbers.size() < kMostPublishedNumbers;
    });
  });
  return numbers;
}

}  // namespace pilah::registry
