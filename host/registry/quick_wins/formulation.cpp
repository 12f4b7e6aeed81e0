#include "pilah/registry/quick_wins/formulation.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/quick_wins/costs.hpp"
#include "pilah/registry/quick_wins/stored_set.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Formulation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Messages;
using catalogue::OrganisationId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

constexpr std::size_t kLongestText = 5'000;  // bytes
constexpr std::size_t kMostSupporters = 50;

void check_texts(const Formulation& formulation, Messages& wrong) {
  for (const auto& [text, pointer] : {std::pair{&formulation.name, "/name"},
                                      {&formulation.programme, "/programme"},
                                      {&formulation.output, "/output"}}) {
    if (text->empty() || text->size() > kLongestText) {
      wrong.push_back(
          {"quick_win.text_missing", {{"most", std::to_string(kLongestText)}}, pointer});
    }
  }
}

void check_organisations(store::Reader& reader, const RegionCode& region,
                         const Formulation& formulation, Messages& wrong) {
  const auto check = [&](const OrganisationId& id, const std::string& pointer) {
    if (reader.find<catalogue::Organisation>(region, id)) return;
    wrong.push_back({"panel.no_such_organisation", {{"id", id.text()}}, pointer});
  };
  check(formulation.lead, "/lead");
  std::set<OrganisationId> named{formulation.lead};
  if (formulation.supporters.size() > kMostSupporters) {
    wrong.push_back(
        {"quick_win.too_many", {{"most", std::to_string(kMostSupporters)}}, "/supporters"});
    return;
  }
  for (std::size_t i = 0; i < formulation.supporters.size(); ++i) {
    const std::string pointer = "/supporters/" + std::to_string(i);
    check(formulation.supporters[i], pointer);
    if (!named.insert(formulation.supporters[i]).second) {
      wrong.push_back({"quick_win.supporter_twice", {}, pointer});
    }
  }
}

/// The entry itself, or the members of the package.
std::vector<InnovationId> sources_of(const boost::json::object& candidate) {
  std::vector<InnovationId> sources;
  const auto add = [&](const boost::json::value& id) {
    if (const auto parsed = InnovationId::parse(id.as_string())) sources.push_back(*parsed);
  };
  if (const auto* members = candidate.if_contains("members")) {
    for (const auto& member : members->as_array()) add(member.at("id"));
  } else {
    add(candidate.at("id"));
  }
  return sources;
}

}  // namespace

QuickWinSetEntry formulate(const Environment& environment, const Caller& caller,
                           const RegionCode& region, catalogue::QuickWinSetId id,
                           Formulation formulation, std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto set = set_in_force(writer, region, id, expected_revision).record;
    if (!signatures_on(writer, region, id).empty()) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"quick_win.signed_already", {{"name", set.name}}, ""});
    }
    const auto selection =
        writer.find<catalogue::SelectionRecord>(region, set.selection).value().record;
    const auto* candidate = candidate_of(selection, formulation.candidate);
    if (!candidate || !is_quick_win(set, formulation.candidate)) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"quick_win.no_quick_win",
                            {{"id", formulation.candidate}, {"name", set.name}},
                            "/candidate"});
    }
    Messages wrong;
    check_texts(formulation, wrong);
    check_organisations(writer, region, formulation, wrong);
    check_costs(formulation.costs, "/costs", wrong);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    formulation.sources = sources_of(*candidate);
    const auto before =
        std::find_if(set.formulations.begin(), set.formulations.end(),
                     [&](const auto& one) { return one.candidate == formulation.candidate; });
    if (before == set.formulations.end()) {
      set.formulations.push_back(formulation);
    } else {
      *before = formulation;
    }
    writer.put(set, "formulated");
  });
  return quick_win_set(environment, caller, region, id);
}

}  // namespace pilah::registry
