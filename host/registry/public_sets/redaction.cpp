#include "pilah/registry/public_sets/redaction.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include "pilah/registry/choice/scenario.hpp"
#include "pilah/registry/public_sets/public_words.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

using catalogue::SelectionRecord;

/// Of no kind that public_words.cpp lets through.
constexpr const char* kWayWithheld = "choice.public.way_withheld";

std::string word(const json::object& object, const char* key) {
  return std::string(object.at(key).as_string());
}

bool is_way_in(const json::value& reason) {
  return std::string_view(reason.at("kind").as_string()).starts_with("choice.way.");
}

/// "/budgets/0/amount": of the field "budgets".
bool is_shown_field(const Openness& open, std::string_view pointer) {
  if (pointer.starts_with('/')) pointer.remove_prefix(1);
  return open.published.shows_field(pointer.substr(0, pointer.find('/')));
}

class Redacting {
 public:
  Redacting(SelectionRecord& selection, const Openness& open)
      : selection_(selection),
        open_(open),
        named_(names_shown(selection, open)),
        words_(open, named_) {}

  void run() {
    selection_.problem = {};
    redact_scenario();
    auto& result = selection_.result;
    redact_candidates(result.at("candidates").as_array());
    redact_set(result);
    for (const char* key : {"conflict", "notes"}) {
      result.at(key) = words_.statements(result.at(key).as_array());
    }
    redact_binding(result.at("binding").as_array());
    redact_assumed(result.at("assumed").as_array());
    result.at("relations") = json::array();
    result.at("considered").as_object()["left_aside"] = json::object();
    for (const char* key : {"seals", "dossier", "constraints"}) result.erase(key);
  }

 private:
  bool is_hidden(const json::object& named, const char* key = "id") const {
    return open_.hidden.contains(word(named, key));
  }

  void without_hidden(json::array& list) const {
    json::array left;
    for (auto& one : list) {
      if (!is_hidden(one.as_object())) left.push_back(std::move(one));
    }
    list = std::move(left);
  }

  void redact_scenario() {
    for (const char* key : {"include", "exclude"}) {
      if (auto* forced = selection_.scenario.if_contains(key)) without_hidden(forced->as_array());
    }
  }

  void redact_candidates(json::array& candidates) const {
    without_hidden(candidates);
    if (!open_.rules) put_in_order(candidates);
    for (auto& one : candidates) redact(one.as_object());
  }

  /// Best first is an order that tells of scores; here it is by name, the chosen and the
  /// eligible still before the others.
  static void put_in_order(json::array& candidates) {
    const auto key = [](const json::value& one) {
      return std::tuple(!one.at("chosen").as_bool(), !one.at("eligible").as_bool(),
                        text::fold(one.at("name").as_string()),
                        std::string(one.at("id").as_string()));
    };
    std::vector<json::value> ordered(candidates.begin(), candidates.end());
    std::ranges::sort(ordered, std::ranges::less(), key);
    candidates = json::array(ordered.begin(), ordered.end());
  }

  void redact(json::object& one) const {
    if (!open_.rules) {
      one["score"] = nullptr;
      one["criteria"] = json::array();
      one["unknown"] = json::array();
    }
    if (!open_.budget) one["cost"] = nullptr;
    if (!open_.duration) one["duration_months"] = nullptr;
    if (!open_.staff) one["staff"] = nullptr;
    if (!open_.rules || !open_.evidence) one.erase("unverified");
    redact_way_in(one);
    one["reasons"] = words_.reasons(one.at("reasons").as_array());
    one["assumed"] = words_.statements(one.at("assumed").as_array());
  }

  /// A way in is shown whole or not at all: where each field that it would change is shown.
  void redact_way_in(json::object& one) const {
    const auto* way = one.if_contains("way_in");
    const auto shown = [&](const json::value& field) {
      return is_shown_field(open_, field.as_string());
    };
    if (way && open_.rules && std::ranges::all_of(way->at("fields").as_array(), shown)) return;
    if (!way && open_.rules) return;  // "one change is too few" names no field
    one.erase("way_in");
    json::array left;
    for (auto& reason : one.at("reasons").as_array()) {
      left.push_back(is_way_in(reason) ? json::value(json::object{{"kind", kWayWithheld}})
                                       : std::move(reason));
    }
    one["reasons"] = std::move(left);
  }

  void redact_set(json::object& result) const {
    if (auto* selected = result.at("selected").if_array()) {
      json::array left;
      for (auto& id : *selected) {
        if (!open_.hidden.contains(std::string(id.as_string()))) left.push_back(std::move(id));
      }
      *selected = std::move(left);
    }
    if (!open_.rules) {
      result["score"] = nullptr;
      result["bound"] = nullptr;
    }
    auto& uses = result.at("uses").as_object();
    for (const auto resource : {kBudget, kDuration, kStaff}) {
      if (!open_.shows_amount(resource)) uses.erase(resource);
    }
  }

  void redact_binding(json::array& binding) const {
    json::array left;
    for (auto& each : binding) {
      auto told = words_.statement(each.as_object());
      if (!told) continue;
      without_hidden(told->at("holders").as_array());
      left.push_back(*std::move(told));
    }
    binding = std::move(left);
  }

  void redact_assumed(json::array& assumed) const {
    without_hidden(assumed);
    json::array left;
    for (auto& one : assumed) {
      if (open_.shows_amount(word(one.as_object(), "field"))) left.push_back(std::move(one));
    }
    assumed = std::move(left);
  }

  SelectionRecord& selection_;
  const Openness& open_;
  const std::set<std::string> named_;
  const PublicWords words_;
};

}  // namespace

SelectionRecord redacted(SelectionRecord selection, const Openness& open) {
  Redacting(selection, open).run();
  return selection;
}

}  // namespace pilah::registry
