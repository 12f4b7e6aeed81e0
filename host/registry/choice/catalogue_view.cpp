#include "pilah/registry/choice/catalogue_view.hpp"

#include <algorithm>
#include <set>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

namespace {

template <class Record>
std::vector<Record> records(store::Reader& reader, const catalogue::RegionCode& region) {
  std::vector<Record> all;
  reader.each<Record>(region, [&](const store::Stored<Record>& stored) {
    all.push_back(stored.record);
    return true;
  });
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return all;
}

/// What is judged on a panel is nobody's to see, nor to count, before it is closed.
std::vector<catalogue::Assessment> told_assessments(store::Reader& reader,
                                                    const catalogue::RegionCode& region) {
  std::set<catalogue::PanelId> open;
  reader.each<catalogue::Panel>(region, [&](const store::Stored<catalogue::Panel>& stored) {
    if (!stored.record.closed_on) open.insert(stored.record.id);
    return true;
  });
  auto all = records<catalogue::Assessment>(reader, region);
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const catalogue::Assessment& one) {
                             return one.panel && open.count(*one.panel) > 0;
                           }),
            all.end());
  return all;
}

template <class Record, class Id>
const Record* find(const std::vector<Record>& sorted, const Id& id) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), id,
                                      [](const Record& a, const Id& b) { return a.id < b; });
  return found == sorted.end() || found->id != id ? nullptr : &*found;
}

}  // namespace

const catalogue::Innovation* CatalogueView::innovation(const catalogue::InnovationId& id) const {
  return find(innovations, id);
}

const catalogue::Organisation* CatalogueView::organisation(
    const catalogue::OrganisationId& id) const {
  return find(organisations, id);
}

CatalogueView read_catalogue(store::Reader& reader, const catalogue::RegionCode& region,
                             const std::optional<catalogue::Round>& round) {
  CatalogueView view;
  const auto found = reader.region(region);
  if (!found) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kNotFound,
        catalogue::Message{"region.not_of_this_host", {{"code", region.text()}}, ""});
  }
  view.region = *found;
  view.revision = reader.revision(region);
  view.innovations = records<catalogue::Innovation>(reader, region);
  view.innovations.erase(std::remove_if(view.innovations.begin(), view.innovations.end(),
                                        [](const catalogue::Innovation& innovation) {
                                          return innovation.status == catalogue::Status::kArchived;
                                        }),
                         view.innovations.end());
  view.organisations = records<catalogue::Organisation>(reader, region);
  view.packages = records<catalogue::Package>(reader, region);
  view.relations = records<catalogue::Relation>(reader, region);
  view.assessments = told_assessments(reader, region);
  view.plans = records<catalogue::Plan>(reader, region);
  view.quick_win_sets = records<catalogue::QuickWinSet>(reader, region);
  view.monitoring_periods = records<catalogue::MonitoringPeriod>(reader, region);
  view.monitoring_reports = records<catalogue::MonitoringReport>(reader, region);
  view.needs = read_needs(reader, region, round);
  return view;
}

}  // namespace pilah::registry
