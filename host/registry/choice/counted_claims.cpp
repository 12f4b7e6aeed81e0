#include "pilah/registry/choice/counted_claims.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/columns/candidate_columns.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

/// [{"entry", "field"}] of the candidate's claims of that kind that nothing verifies.
json::array unverified_fields(const Candidate& candidate, const ClaimKind& kind) {
  json::array fields;
  for (const auto* member : candidate.members) {
    for (const auto& field : unverified(*member, kind)) {
      fields.push_back(json::object{{"entry", member->id.text()}, {"field", field}});
    }
  }
  return fields;
}

bool shows_in(const ClaimKind& kind, const std::vector<std::string>& columns) {
  return std::any_of(kind.columns.begin(), kind.columns.end(), [&](std::string_view column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  });
}

class ClaimCounter {
 public:
  ClaimCounter(const CatalogueView& view, const Scenario& scenario,
               const std::vector<Candidate>& candidates, const Findings& findings,
               const RulesAgain& again)
      : view_(view),
        scenario_(scenario),
        candidates_(candidates),
        findings_(findings),
        again_(again) {}

  CountedClaims count() {
    std::vector<Asked> asked;
    for (const auto& kind : claim_kinds()) {
      if (!shows_in(kind, again_.columns)) continue;
      auto unverified = look_at(kind);
      if (!unverified.empty()) asked.push_back({&kind, std::move(unverified)});
    }
    if (scenario_.values == CountedValues::kVerified) {
      for (const auto& [kind, unverified] : asked) {
        for (const auto& [place, fields] : unverified) {
          tell(place, *kind, fields, "choice.unverified.withheld", {}, false);
        }
      }
    } else {
      ask(asked);
    }
    add_notes();
    return std::move(counted_);
  }

 private:
  static constexpr std::size_t kMostRowsAtOnce = 20'000;

  using Unverified = std::vector<std::pair<std::size_t, json::array>>;  // by place, ascending
  struct Asked {
    const ClaimKind* kind;
    Unverified unverified;
  };

  Unverified look_at(const ClaimKind& kind) {
    Unverified found;
    for (std::size_t place = 0; place < candidates_.size(); ++place) {
      auto fields = unverified_fields(candidates_[place], kind);
      if (!fields.empty()) found.emplace_back(place, std::move(fields));
      const auto& members = candidates_[place].members;
      any_verified_ = any_verified_ || std::any_of(members.begin(), members.end(), [&](auto* one) {
                        return has_verified(*one, kind);
                      });
    }
    return found;
  }

  void tell(std::size_t place, const ClaimKind& kind, json::array fields, const char* statement_of,
            const std::vector<std::size_t>& criteria, bool eligible) {
    json::array titles, ids;
    for (const auto c : criteria) {
      titles.push_back(both(findings_.criteria[c].title));
      ids.push_back(json::string(findings_.criteria[c].id()));
    }
    json::object arguments{{"claim", statement(std::string("choice.claim.") + kind.name)}};
    if (!titles.empty()) arguments["criteria"] = std::move(titles);
    json::object told = statement(statement_of, std::move(arguments));
    told["claim"] = kind.name;
    told["fields"] = std::move(fields);
    told["criteria"] = std::move(ids);
    told["eligible"] = eligible;
    counted_.by_place[place].push_back(std::move(told));
  }

  /// All kinds at once, as the rules' processes cost more than their rows.
  void ask(const std::vector<Asked>& asked) {
    std::size_t rows = 0;
    for (const auto& one : asked) rows += one.unverified.size();
    if (findings_.not_rowwise.empty() && rows <= kMostRowsAtOnce) return ask_without(asked);
    for (const auto& one : asked) ask_without({one});
  }

  /// The rules about those candidates, had they not made these claims. A rule that judges
  /// candidates by one another sees all of them so.
  void ask_without(const std::vector<Asked>& asked) {
    if (asked.empty()) return;
    const bool all = !findings_.not_rowwise.empty();
    auto table = CandidateColumns(view_, again_.columns, {}).table();
    for (const auto& [kind, unverified] : asked) {
      WithheldClaims withheld;
      withheld.*kind->withheld = true;
      const CandidateColumns columns(view_, again_.columns, withheld);
      if (all) {
        for (const auto& candidate : candidates_) append(columns.row(candidate), table);
      } else {
        for (const auto& [place, fields] : unverified) {
          append(columns.row(candidates_[place]), table);
        }
      }
    }
    const auto answer = again_.ask(table);
    const auto* found = std::get_if<Findings>(&answer);
    if (!found && not_asked_.is_null()) {
      not_asked_ = std::get<json::object>(answer).at("arguments").at("why");
    }
    std::size_t row = 0;
    for (const auto& [kind, unverified] : asked) {
      for (const auto& [place, fields] : unverified) {
        if (found) {
          compare(place, *kind, fields, *found, all ? place : row++);
        } else {
          tell(place, *kind, fields, "choice.unverified.perhaps", {}, false);
        }
      }
    }
  }

  void compare(std::size_t place, const ClaimKind& kind, const json::array& fields,
               const Findings& without, std::size_t row) {
    std::vector<std::size_t> resting;
    for (std::size_t c = 0; c < findings_.criteria.size(); ++c) {
      if (findings_.criteria[c].values[place] != without.criteria[c].values[row]) {
        resting.push_back(c);
      }
    }
    const bool eligible =
        findings_.not_eligible[place].empty() && !without.not_eligible[row].empty();
    if (resting.empty() && !eligible) return;
    const char* kind_of = resting.empty() ? "choice.unverified.eligible"
                          : eligible      ? "choice.unverified.rests_eligible"
                                          : "choice.unverified.rests";
    tell(place, kind, fields, kind_of, resting, eligible);
  }

  void add_notes() {
    auto& notes = counted_.notes;
    if (!not_asked_.is_null()) {
      notes.push_back(statement("choice.note.claims_not_asked", {{"why", not_asked_}}));
      return;
    }
    if (counted_.by_place.empty()) return;
    const auto count = static_cast<std::int64_t>(counted_.by_place.size());
    const json::object arguments{{"count", count},
                                 {"of", static_cast<std::int64_t>(candidates_.size())}};
    if (scenario_.values == CountedValues::kClaimed) {
      notes.push_back(statement("choice.note.rests_on_claims", arguments));
    } else {
      notes.push_back(
          statement(any_verified_ ? "choice.note.claims_withheld" : "choice.note.nothing_verified",
                    arguments));
    }
  }

  const CatalogueView& view_;
  const Scenario& scenario_;
  const std::vector<Candidate>& candidates_;
  const Findings& findings_;
  const RulesAgain& again_;
  bool any_verified_ = false;
  json::value not_asked_;  // a statement; null: the rules answered
  CountedClaims counted_;
};

}  // namespace

WithheldClaims withheld_by(const Scenario& scenario) {
  return scenario.values == CountedValues::kVerified ? WithheldClaims::all()
                                                     : WithheldClaims::none();
}

CountedClaims counted_claims(const CatalogueView& view, const Scenario& scenario,
                             const std::vector<Candidate>& candidates, const Findings& findings,
                             const RulesAgain& again) {
  return ClaimCounter(view, scenario, candidates, findings, again).count();
}

}  // namespace pilah::registry
