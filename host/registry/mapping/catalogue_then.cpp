#include "pilah/registry/mapping/catalogue_then.hpp"

#include <optional>
#include <set>

#include "pilah/catalogue/json.hpp"
#include "pilah/store/change.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::RegionCode;

namespace {

constexpr std::size_t kChangesAtOnce = 10'000;

/// One innovation's document, which goes back in time and never forward.
class GoingBack {
 public:
  GoingBack(store::Reader& reader, const RegionCode& region, InnovationId id)
      : unrolled_(reader.find_text<Innovation>(region, id)->record),
        history_(reader.history(region, store::RecordKind::kInnovation, id.uuid)) {}

  /// Empty when it came later.
  std::string at(std::int64_t revision) {
    for (; next_ < history_.size(); ++next_) {
      const auto& change = history_[next_];
      if (change.number <= revision) {
        return unrolled_.text(store::fields_of(store::RecordKind::kInnovation));
      }
      if (!change.change.empty()) unrolled_.undo(change.change);
    }
    return {};
  }

 private:
  store::UnrolledDocument unrolled_;
  std::vector<store::Revision> history_;  // newest first
  std::size_t next_ = 0;                  // not undone yet
};

std::set<InnovationId> changed_between(store::Reader& reader, const RegionCode& region,
                                       std::int64_t from, std::int64_t to) {
  std::set<InnovationId> changed;
  while (from < to) {
    const auto changes = reader.changes(region, from, kChangesAtOnce);
    for (const auto& change : changes) {
      const bool counts = change.number <= to && change.kind == store::RecordKind::kInnovation;
      if (counts) changed.insert(InnovationId{change.record});
    }
    if (changes.size() < kChangesAtOnce) break;
    from = changes.back().number;
  }
  return changed;
}

}  // namespace

void each_innovation_then(store::Reader& reader, const RegionCode& region, std::int64_t revision,
                          const std::function<void(const Innovation&)>& take) {
  reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
    if (stored.revision <= revision) {
      take(stored.record);
      return true;
    }
    const auto before = GoingBack(reader, region, stored.record.id).at(revision);
    if (!before.empty()) take(catalogue::from_json<Innovation>(catalogue::parse_json(before)));
    return true;
  });
}

void each_changed_innovation(store::Reader& reader, const RegionCode& region, std::int64_t from,
                             std::int64_t to, const std::function<void(const TwoVersions&)>& take) {
  for (const auto& id : changed_between(reader, region, from, to)) {
    GoingBack document(reader, region, id);
    TwoVersions versions;
    versions.after = document.at(to);
    versions.before = document.at(from);
    if (versions.before != versions.after) take(versions);
  }
}

}  // namespace pilah::registry
