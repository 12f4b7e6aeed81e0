#include "pilah/registry/regions.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::Region;
using catalogue::RegionCode;

Region add_region(const Environment& environment, const Caller& caller, std::string_view code,
                  std::string_view name) {
  require(caller, Deed::kAdministerHost, {});
  const Region& region = environment.directory.resolve(code, std::nullopt, name);
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    if (!writer.region(region.code)) writer.put_region(region);
  });
  return region;
}

namespace {

/// What `work` refuses, refused at that place of what was sent.
template <class Work>
decltype(auto) pointing_to(const char* pointer, Work work) {
  try {
    return work();
  } catch (const Refusal& refusal) {
    auto messages = refusal.messages();
    for (auto& message : messages) message.pointer = pointer;
    throw Refusal(refusal.kind(), std::move(messages));
  }
}

}  // namespace

Region add_new_region(const Environment& environment, const Caller& caller, std::string_view code) {
  require(caller, Deed::kAdministerHost, {});
  const Region& region =
      pointing_to("/code", [&]() -> const Region& { return environment.directory.resolve(code); });
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    if (writer.region(region.code)) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"region.there_already",
                            {{"code", region.code.text()}, {"name", region.name}},
                            "/code"});
    }
    writer.put_region(region);
  });
  return region;
}

std::vector<Region> regions(const Environment& environment) {
  std::vector<Region> all;
  environment.store.read([&](store::Reader& reader) { all = reader.regions(); });
  std::stable_partition(all.begin(), all.end(),
                        [](const Region& region) { return !region.code.is_unknown(); });
  return all;
}

RegionVersion region_version(const Environment& environment, const Caller& caller,
                             const RegionCode& region) {
  RegionVersion version;
  environment.store.read([&](store::Reader& reader) {
    version = {reader.revision(region), mark_of(sight_of(reader, caller, region))};
  });
  return version;
}

RegionCode chosen_region(const Environment& environment, std::string_view code) {
  if (code.empty()) {
    const std::vector<Region> all = regions(environment);
    const auto named = std::count_if(
        all.begin(), all.end(), [](const Region& region) { return !region.code.is_unknown(); });
    if (named == 1) return all.front().code;
    throw Refusal(RefusalKind::kInvalid,
                  Message{named == 0 ? "region.none_yet" : "region.not_chosen", {}, ""});
  }
  auto wanted = code == RegionCode::unknown().text() ? RegionCode::unknown()
                                                     : environment.directory.resolve(code).code;
  bool is_here = false;
  environment.store.read(
      [&](store::Reader& reader) { is_here = reader.region(wanted).has_value(); });
  if (is_here) return wanted;
  throw Refusal(RefusalKind::kNotFound,
                Message{"region.not_of_this_host", {{"code", wanted.text()}}, ""});
}

}  // namespace pilah::registry
