#include "pilah/registry/choice/set_repair.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/robustness_words.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/selection/alternatives.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using selection::Position;

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// A name may itself have a comma in it: only what is no name is several.
std::vector<Position> positions_of(const StoredChoice& choice, const std::string& given) {
  try {
    return {choice.position_of(trimmed(given))};
  } catch (const Refusal& refusal) {
    if (refusal.kind() != RefusalKind::kNotFound || given.find(',') == std::string::npos) throw;
  }
  std::vector<Position> positions;
  for (std::size_t begin = 0; begin <= given.size();) {
    const std::size_t end = std::min(given.find(',', begin), given.size());
    positions.push_back(choice.position_of(trimmed(given.substr(begin, end - begin))));
    begin = end + 1;
  }
  return positions;
}

std::vector<Position> leaving(const StoredChoice& choice, const std::vector<std::string>& without) {
  std::vector<Position> all;
  for (const auto& given : without) {
    for (const Position at : positions_of(choice, given)) {
      if (!choice.is_chosen(at)) {
        throw Refusal(RefusalKind::kInvalid,
                      Message{"choice.not_chosen",
                              {{"name", std::string(choice.named(at).at("name").as_string())}},
                              "/without"});
      }
      all.push_back(at);
    }
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  if (all.empty()) {
    throw Refusal(RefusalKind::kInvalid, Message{"choice.repaired.nobody_leaves", {}, "/without"});
  }
  return all;
}

/// "12 points less, Rp 5 more"
json::object price_told(const StoredChoice& choice, const OtherSet& set) {
  const char* points = set.points < 0   ? "choice.price.points_less"
                       : set.points > 0 ? "choice.price.points_more"
                                        : "choice.price.points_same";
  const std::int64_t more = set.cost.value_or(0) - choice.cost_of(*choice.chosen()).value_or(0);
  const char* cost = more < 0   ? "choice.price.cost_less"
                     : more > 0 ? "choice.price.cost_more"
                                : "choice.price.cost_same";
  return statement("choice.price",
                   {{"points", statement(points, {{"points", std::abs(set.points)}})},
                    {"cost", statement(cost, {{"amount", std::abs(more)}})}});
}

class Repairing {
 public:
  Repairing(const StoredChoice& choice, const Deadline& deadline, std::vector<Position> leaving)
      : choice_(choice), deadline_(deadline), leaving_(std::move(leaving)) {
    repair_.leaving = choice.named(leaving_);
  }

  SetRepair tell(std::size_t changes) {
    repair_.changes = changes;
    replace();
    if (changes > leaving_.size()) change();
    repair_.complete = !deadline_.passed();
    return std::move(repair_);
  }

 private:
  selection::Alternative best(std::size_t changes) const {
    return selection::best_repair(choice_.problem(), *choice_.chosen(), leaving_, changes,
                                  deadline_.options());
  }

  OtherSet other(const selection::Alternative& found) const {
    return {{choice_.named(found.enter), choice_.named(found.leave)},
            found.set->score,
            -found.price,
            choice_.cost_of(*found.set)};
  }

  void say(const char* kind, json::object arguments) {
    arguments["leaving"] = repair_.leaving;
    arguments["changes"] = static_cast<std::int64_t>(repair_.changes);
    repair_.said.push_back(statement(kind, std::move(arguments)));
  }

  void replace() {
    const auto found = best(leaving_.size());
    if (!found.proven) {
      repair_.said.push_back(statement("choice.robust.cut"));
    } else if (!found.set) {
      say("choice.repaired.irreplaceable", {{"because", choice_.told(found.conflict)}});
    } else {
      repair_.replaced = other(found);
      const char* kind = found.enter.empty() ? "choice.repaired.left" : "choice.repaired.replaced";
      say(kind, {{"enter", repair_.replaced->exchange.enter},
                 {"price", price_told(choice_, *repair_.replaced)}});
    }
  }

  void change() {
    const auto found = best(repair_.changes);
    if (!found.proven) {
      repair_.said.push_back(statement("choice.robust.cut"));
    } else if (!found.set) {
      say("choice.repaired.impossible", {{"because", choice_.told(found.conflict)}});
    } else if (auto set = other(found);
               repair_.replaced && set.points <= repair_.replaced->points) {
      say("choice.repaired.no_better", {});
    } else {
      repair_.changed = std::move(set);
      say("choice.repaired.changed", {{"exchange", exchange_told(repair_.changed->exchange)},
                                      {"price", price_told(choice_, *repair_.changed)}});
    }
  }

  const StoredChoice& choice_;
  const Deadline& deadline_;
  std::vector<Position> leaving_;
  SetRepair repair_;
};

}  // namespace

SetRepair set_repair(const StoredChoice& choice, const std::vector<std::string>& without,
                     std::optional<std::size_t> changes, const Deadline& deadline) {
  if (!choice.chosen()) {
    SetRepair nothing;
    nothing.said.push_back(choice.why_not());
    return nothing;
  }
  auto who = leaving(choice, without);
  if (changes && *changes < who.size()) {
    throw Refusal(RefusalKind::kInvalid, Message{"choice.repaired.too_few_changes",
                                                 {{"changes", std::to_string(*changes)},
                                                  {"leaving", std::to_string(who.size())}},
                                                 "/changes"});
  }
  const std::size_t most =
      std::min(changes.value_or(2 * who.size()), choice.chosen()->positions.size());
  return Repairing(choice, deadline, std::move(who)).tell(most);
}

}  // namespace pilah::registry
