#include "pilah/registry/quick_wins/amendment.hpp"

#include <algorithm>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/quick_wins/placing.hpp"
#include "pilah/registry/quick_wins/stored_set.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Amendment;
using catalogue::Messages;
using catalogue::QuickWinSet;
using catalogue::QuickWinSetId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

constexpr std::size_t kLongestDecree = 1'000;  // bytes

void check_texts(const NewAmendment& asked, Messages& wrong) {
  if (asked.reason.empty() || asked.reason.size() > kLongestReason) {
    wrong.push_back(
        {"quick_win.reason_missing", {{"most", std::to_string(kLongestReason)}}, "/reason"});
  }
  if (asked.decree.empty() || asked.decree.size() > kLongestDecree) {
    wrong.push_back({"quick_win.decree_missing", {}, "/decree"});
  }
  if (asked.candidates.empty()) wrong.push_back({"quick_win.nothing_amended", {}, "/candidates"});
  if (asked.name.size() > kLongestDecree) wrong.push_back({"quick_win.name_missing", {}, "/name"});
}

void check_signatories(const NewAmendment& asked, const QuickWinSet& set, Messages& wrong) {
  if (!asked.signs_again) return;
  for (std::size_t i = 0; i < asked.signs_again->size(); ++i) {
    const auto& person = (*asked.signs_again)[i];
    const bool is_one = std::any_of(set.signatories.begin(), set.signatories.end(),
                                    [&](const auto& each) { return each.person == person; });
    if (is_one) continue;
    wrong.push_back({"commitment.no_signatory",
                     {{"id", person.text()}, {"name", set.name}},
                     "/signs_again/" + std::to_string(i)});
  }
}

/// Of `first` those that are not in `second`.
std::vector<std::string> only_in(const std::vector<std::string>& first,
                                 const std::vector<std::string>& second) {
  std::vector<std::string> only;
  for (const auto& id : first) {
    if (std::find(second.begin(), second.end(), id) == second.end()) only.push_back(id);
  }
  return only;
}

QuickWinSet amended(const QuickWinSet& before, const NewAmendment& asked, QuickWinSetId id,
                    const catalogue::PartialDate& today) {
  QuickWinSet set = before;
  set.id = id;
  if (!asked.name.empty()) set.name = asked.name;
  set.adopted_on = today;
  set.decree = asked.decree;
  set.amends = before.id;
  for (const auto& placed : asked.candidates) {
    const auto there =
        std::find_if(set.candidates.begin(), set.candidates.end(),
                     [&](const auto& each) { return each.candidate == placed.candidate; });
    if (there != set.candidates.end()) *there = placed;
  }
  const auto was = quick_wins_in(before.candidates);
  const auto is = quick_wins_in(set.candidates);
  set.amendment = Amendment{asked.reason, asked.decree, only_in(was, is), only_in(is, was), {}};
  if (asked.signs_again) {
    set.amendment->signs_again = *asked.signs_again;
  } else {
    for (const auto& signatory : set.signatories) {
      set.amendment->signs_again.push_back(signatory.person);
    }
  }
  auto& formulated = set.formulations;
  formulated.erase(
      std::remove_if(formulated.begin(), formulated.end(),
                     [&](const auto& each) { return !is_quick_win(set, each.candidate); }),
      formulated.end());
  return set;
}

}  // namespace

QuickWinSetEntry amend(const Environment& environment, const Caller& caller,
                       const RegionCode& region, QuickWinSetId id, const NewAmendment& asked,
                       std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  const QuickWinSetId new_id{environment.new_uuid()};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const auto before = set_in_force(writer, region, id, expected_revision).record;
    const auto selection =
        writer.find<catalogue::SelectionRecord>(region, before.selection).value().record;
    Messages wrong;
    check_texts(asked, wrong);
    check_placings(selection, asked.candidates, wrong);
    check_signatories(asked, before, wrong);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    const auto set = amended(before, asked, new_id, today_of(environment));
    if (quick_wins_in(set.candidates).empty()) {
      throw Refusal(RefusalKind::kInvalid, catalogue::Message{"quick_win.none", {}, "/candidates"});
    }
    writer.put(set, "amended");
  });
  return quick_win_set(environment, caller, region, new_id);
}

}  // namespace pilah::registry
