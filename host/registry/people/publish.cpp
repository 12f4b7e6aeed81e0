#include "pilah/registry/people/publish.hpp"

#include <algorithm>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Messages;
using catalogue::Publication;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

catalogue::Region found(store::Reader& reader, const RegionCode& region) {
  auto record = reader.region(region);
  if (record) return *std::move(record);
  throw Refusal(RefusalKind::kNotFound,
                Message{"region.not_of_this_host", {{"code", region.text()}}, ""});
}

bool can_be_opened(const std::string& field) {
  const auto has = [&](const auto& fields) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  return has(catalogue::kUsuallyPublic) || has(catalogue::kUsuallyClosed);
}

std::string fields_known() {
  std::string known;
  for (const auto& field : catalogue::kUsuallyPublic) known += std::string(field) + ", ";
  for (const auto& field : catalogue::kUsuallyClosed) known += std::string(field) + ", ";
  return known.substr(0, known.size() - 2);
}

Messages wrong_in(const Publication& publication) {
  Messages wrong;
  for (std::size_t i = 0; i < publication.open_fields.size(); ++i) {
    const auto& field = publication.open_fields[i];
    if (can_be_opened(field)) continue;
    wrong.push_back({"publication.unknown_field",
                     {{"field", field}, {"known", fields_known()}},
                     "/fields/" + std::to_string(i)});
  }
  if (publication.shows(catalogue::Status::kDraft)) {
    wrong.push_back({"publication.no_drafts", {}, "/statuses"});
  }
  return wrong;
}

}  // namespace

Publication publication(const Environment& environment, const RegionCode& region) {
  Publication publication;
  environment.store.read([&](store::Reader& reader) {
    publication = found(reader, region).publication.value_or(Publication::usual());
  });
  return publication;
}

Publication publish(const Environment& environment, const Caller& caller, const RegionCode& region,
                    const Publication& publication) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  auto wrong = wrong_in(publication);
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    auto record = found(writer, region);
    record.publication = publication;
    writer.put_region(record);
  });
  return publication;
}

}  // namespace pilah::registry
