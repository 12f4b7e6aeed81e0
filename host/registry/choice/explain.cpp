#include "pilah/registry/choice/explain.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

using catalogue::Language;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::Sentences;

std::optional<std::int64_t> number(const json::object& object, const char* key) {
  const auto* value = object.if_contains(key);
  return value && value->is_int64() ? std::optional(value->get_int64()) : std::nullopt;
}

std::string text(const json::object& object, const char* key) {
  const auto* value = object.if_contains(key);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// Tells of one selection in one language.
class Teller {
 public:
  Teller(const SelectionEntry& entry, const Sentences& sentences, Language language)
      : result_(entry.selection.result), sentences_(sentences), language_(language) {}

  const json::array& candidates() const { return result_.at("candidates").as_array(); }

  std::vector<std::string> all(const json::object& object, const char* key) const {
    std::vector<std::string> told;
    for (const auto& one : object.at(key).as_array()) told.push_back(sentence(one.as_object()));
    return told;
  }

  /// Each with how it could hold, where that is known.
  std::vector<std::string> conflict() const {
    std::vector<std::string> told;
    for (const auto& each : result_.at("conflict").as_array()) {
      const auto& one = each.as_object();
      told.push_back(sentence(one));
      const auto* repair = one.if_contains("repair");
      if (repair) told.back() += "; " + sentence(repair->as_object());
    }
    return told;
  }

  std::vector<std::string> summary() const {
    std::vector<std::string> told;
    const std::string status = text(result_, "status");
    json::object arguments;
    arguments["status"] = status;
    const auto* selected = result_.at("selected").if_array();
    arguments["chosen"] = static_cast<std::int64_t>(selected ? selected->size() : 0);
    const auto& considered = result_.at("considered").as_object();
    for (const char* key : {"candidates", "eligible"}) arguments[key] = considered.at(key);
    arguments["score"] = number(result_, "score").value_or(0);
    arguments["bound"] = number(result_, "bound").value_or(0);
    told.push_back(sentence(statement("choice.summary." + status, std::move(arguments))));
    add_left_aside(considered.at("left_aside").as_object(), told);
    add_ties(told);
    for (auto& note : all(result_, "notes")) told.push_back(std::move(note));
    add_cost(told);
    return told;
  }

  ExplainedCandidate candidate(const json::object& kept) const {
    ExplainedCandidate one;
    one.id = text(kept, "id");
    one.name = text(kept, "name");
    if (const auto* owner = kept.at("owner").if_object()) one.owner = text(*owner, "name");
    one.dimension = name_of(text(kept, "dimension"));
    one.area = name_of(text(kept, "area"));
    one.eligible = kept.at("eligible").as_bool();
    one.chosen = kept.at("chosen").as_bool();
    one.score = number(kept, "score").value_or(0);
    one.cost = number(kept, "cost");
    one.reasons = all(kept, "reasons");
    one.assumed = all(kept, "assumed");
    const auto& described = result_.at("criteria").as_array();
    const auto& values = kept.at("criteria").as_array();
    for (std::size_t c = 0; c < values.size() && c < described.size(); ++c) {
      one.criteria.push_back(criterion(described[c].as_object(), values[c].as_object()));
    }
    if (kept.contains("unverified")) {
      one.unverified = all(kept, "unverified");
      mark_unverified(kept.at("unverified").as_array(), described, one.criteria);
    }
    return one;
  }

 private:
  std::string sentence(const json::object& one) const { return say(one, sentences_, language_); }

  std::string worded(const json::object& both) const {
    return text(both, language_ == Language::kEnglish ? "en" : "id");
  }

  /// Of a dimension or an area.
  std::string name_of(const std::string& key) const {
    const auto* words = result_.at("names").as_object().if_contains(key);
    return words ? worded(words->as_object()) : key;
  }

  ExplainedCriterion criterion(const json::object& described, const json::object& value) const {
    ExplainedCriterion one;
    one.title = worded(described.at("title").as_object());
    one.value = number(value, "value");
    one.weight = number(described, "weight").value_or(0);
    one.contribution = number(value, "contribution").value_or(0);
    if (const auto* why = value.if_contains("text")) one.text = worded(why->as_object());
    return one;
  }

  static void mark_unverified(const json::array& claims, const json::array& described,
                              std::vector<ExplainedCriterion>& criteria) {
    for (const auto& claim : claims) {
      for (const auto& id : claim.at("criteria").as_array()) {
        for (std::size_t c = 0; c < criteria.size(); ++c) {
          const auto& one = described[c].as_object();
          if (id.as_string() == text(one, "rule") + "/" + text(one, "criterion")) {
            criteria[c].unverified = true;
          }
        }
      }
    }
  }

  void add_left_aside(const json::object& aside, std::vector<std::string>& told) const {
    if (aside.empty()) return;
    json::array words;
    for (const auto& member : aside) {
      words.push_back(
          statement("choice.left_aside_part", {{"word", member.key()}, {"count", member.value()}}));
    }
    told.push_back(sentence(statement("choice.left_aside", {{"words", std::move(words)}})));
  }

  void add_ties(std::vector<std::string>& told) const {
    const auto sets = number(result_, "optimal_sets").value_or(0);
    if (sets > 1) told.push_back(sentence(statement("choice.equal_sets", {{"sets", sets}})));
  }

  void add_cost(std::vector<std::string>& told) const {
    const auto cost = number(result_.at("uses").as_object(), "budget");
    if (cost) told.push_back(sentence(statement("choice.cost", {{"amount", *cost}})));
  }

  const json::object& result_;
  const Sentences& sentences_;
  Language language_;
};

}  // namespace

Explanation explanation(const SelectionEntry& entry, const Sentences& sentences,
                        Language language) {
  const Teller teller(entry, sentences, language);
  Explanation told;
  told.name = entry.selection.name;
  told.status = text(entry.selection.result, "status");
  told.summary = teller.summary();
  told.conflict = teller.conflict();
  for (const auto& kept : teller.candidates()) {
    auto one = teller.candidate(kept.as_object());
    (one.chosen ? told.chosen : told.rejected).push_back(std::move(one));
  }
  return told;
}

const json::object& candidate_named(const json::array& candidates, std::string_view id_or_name) {
  const std::string wanted = text::fold(id_or_name);
  const json::object* found = nullptr;
  for (const auto& kept : candidates) {
    const auto& one = kept.as_object();
    if (text(one, "id") == id_or_name) return one;
    if (wanted.empty() || text::fold(text(one, "name")) != wanted) continue;
    if (found) {
      throw Refusal(RefusalKind::kInvalid,
                    Message{"choice.name_ambiguous", {{"name", std::string(id_or_name)}}, ""});
    }
    found = &one;
  }
  if (found) return *found;
  throw Refusal(RefusalKind::kNotFound,
                Message{"choice.not_a_candidate", {{"name", std::string(id_or_name)}}, ""});
}

ExplainedCandidate explained_candidate(const SelectionEntry& entry, std::string_view id_or_name,
                                       const Sentences& sentences, Language language) {
  const Teller teller(entry, sentences, language);
  return teller.candidate(candidate_named(teller.candidates(), id_or_name));
}

}  // namespace pilah::registry
