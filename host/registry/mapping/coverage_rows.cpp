#include "pilah/registry/mapping/coverage_rows.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/registry/mapping/catalogue_then.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/registry/search/scopes.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::Organisation;
using catalogue::RegionCode;
using search::Condition;
using search::Facet;

namespace {

using Counts = std::map<std::string, std::int64_t, std::less<>>;

std::int64_t of(const Counts& counts, std::string_view value) {
  const auto found = counts.find(value);
  return found == counts.end() ? 0 : found->second;
}

/// Counts of what is not archived and fulfils one more condition.
class Counter {
 public:
  Counter(const Environment& environment, const Caller& caller, const RegionCode& region)
      : index_(environment.index->index()),
        scopes_(scopes_around(environment, caller, region, false)) {}

  Counts count(Facet facet, std::optional<Condition> condition = std::nullopt) {
    search::Query query;
    query.scopes = scopes_;
    query.conditions = {{Facet::kStatus, {word(catalogue::Status::kArchived)}, true}};
    if (condition) query.conditions.push_back(*std::move(condition));
    query.facets = {facet};
    query.limit = 0;
    const auto answer = index_.search(query);
    revision_ = answer.current_to.front().second;
    Counts counts;
    for (const auto& [value, count] : answer.facets.front().values) {
      counts[value] = static_cast<std::int64_t>(count);
    }
    return counts;
  }
  Counts verified(Facet facet) {
    return count(facet, Condition{Facet::kStatus, {word(catalogue::Status::kVerified)}});
  }
  std::int64_t revision() const { return revision_; }

 private:
  static std::string word(catalogue::Status status) {
    return std::string(catalogue::name_of(status));
  }
  const search::Index& index_;
  std::vector<search::Scope> scopes_;
  std::int64_t revision_ = 0;
};

std::vector<CoverageRow> by_area(Counter& counter, const catalogue::Taxonomy& taxonomy) {
  const Counts all = counter.count(Facet::kArea);
  const Counts verified = counter.verified(Facet::kArea);
  const Counts primary = counter.count(Facet::kPrimaryArea);
  std::vector<CoverageRow> rows;
  for (const auto& area : taxonomy.areas()) {
    CoverageRow row{area.key, "", area.dimension, of(all, area.key), of(verified, area.key), {}, {},
                    {},       {}};
    row.primary = of(primary, area.key);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<CoverageRow> by_dimension(Counter& counter, const catalogue::Taxonomy& taxonomy) {
  const Counts all = counter.count(Facet::kDimension);
  const Counts verified = counter.verified(Facet::kDimension);
  const Counts primary = counter.count(Facet::kPrimaryArea);
  const Counts areas = counter.count(Facet::kArea);
  std::vector<CoverageRow> rows;
  for (const auto& dimension : taxonomy.dimensions()) {
    CoverageRow row;
    row.key = dimension.key;
    row.innovations = of(all, dimension.key);
    row.verified = of(verified, dimension.key);
    row.primary = 0;
    row.areas_covered = 0;
    for (const auto& area : taxonomy.areas()) {
      if (area.dimension != dimension.key) continue;
      *row.primary += of(primary, area.key);
      *row.areas_covered += of(areas, area.key) > 0 ? 1 : 0;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Every organisation that is an agency or owns something, and what nobody owns.
std::vector<CoverageRow> by_owner(Counter& counter, const Environment& environment,
                                  const RegionCode& region) {
  const Counts all = counter.count(Facet::kOwner);
  const Counts verified = counter.verified(Facet::kOwner);
  const Counts unmapped = counter.count(
      Facet::kOwner, Condition{Facet::kPrimaryArea, {std::string(search::kUnknownValue)}});
  std::vector<CoverageRow> rows;
  const auto add = [&](const std::string& value, std::string code, std::string name) {
    CoverageRow row;
    row.key = std::move(code);
    row.name = std::move(name);
    row.innovations = of(all, value);
    row.verified = of(verified, value);
    row.unmapped = of(unmapped, value);
    rows.push_back(std::move(row));
  };
  environment.store.read([&](store::Reader& reader) {
    rows.clear();
    reader.each<Organisation>(region, [&](const store::Stored<Organisation>& stored) {
      const Organisation& one = stored.record;
      const bool is_agency = one.kind == catalogue::OrganisationKind::kOpd && !one.valid_to;
      if (is_agency || of(all, one.id.text()) > 0) add(one.id.text(), one.code, one.name);
      return true;
    });
  });
  if (of(all, search::kUnknownValue) > 0) add(std::string(search::kUnknownValue), "", "");
  std::sort(rows.begin(), rows.end(),
            [](const auto& one, const auto& other) { return one.key < other.key; });
  return rows;
}

/// One round's row, innovation by innovation.
class RoundCount {
 public:
  explicit RoundCount(const catalogue::Round& round) {
    row_.key = round.id.text();
    row_.name = round.name;
    row_.frozen_revision = round.frozen_revision;
    row_.unmapped = 0;
  }
  void add(const Innovation& entry) {
    if (entry.status == catalogue::Status::kArchived) return;
    ++row_.innovations;
    if (entry.status == catalogue::Status::kVerified) ++row_.verified;
    const auto* primary = catalogue::primary_mapping(entry);
    if (!primary || !primary->confirmed) ++*row_.unmapped;
    for (const auto& mapping : entry.mappings) {
      if (mapping.confirmed) areas_.insert(mapping.area);
    }
  }
  CoverageRow row() {
    row_.areas_covered = static_cast<std::int64_t>(areas_.size());
    return row_;
  }

 private:
  CoverageRow row_;
  std::set<std::string> areas_;
};

CoverageRows by_round(const Environment& environment, const Caller& caller,
                      const RegionCode& region) {
  CoverageRows found;
  environment.store.read([&](store::Reader& reader) {
    const Sight sight = sight_of(reader, caller, region);
    found = {reader.revision(region), {}};
    for (const auto& [round, revision] : reader.all<catalogue::Round>(region)) {
      RoundCount count(round);
      each_innovation_then(reader, region, round.frozen_revision.value_or(found.revision),
                           [&](const Innovation& entry) {
                             if (sees(sight, entry)) count.add(entry);
                           });
      found.rows.push_back(count.row());
    }
  });
  return found;
}

}  // namespace

CoverageRows coverage_rows(const Environment& environment, const Caller& caller,
                           const RegionCode& region, CoverageBy by) {
  if (by == CoverageBy::kRound) return by_round(environment, caller, region);
  CoverageRows found;
  // Asked first: without an index there is nothing to count in.
  scopes_around(environment, caller, region, false);
  Counter counter(environment, caller, region);
  if (by == CoverageBy::kArea) found.rows = by_area(counter, environment.taxonomy);
  if (by == CoverageBy::kDimension) found.rows = by_dimension(counter, environment.taxonomy);
  if (by == CoverageBy::kOwner) found.rows = by_owner(counter, environment, region);
  found.revision = counter.revision();
  return found;
}

}  // namespace pilah::registry
