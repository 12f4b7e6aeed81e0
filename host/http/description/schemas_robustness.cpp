// How sure a selection is, and who replaces whom (registry/documents/robustness.hpp).
#include <boost/json.hpp>

#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Schema candidate_name() {
  return object({{"id", text("0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")},
                 {"name", text("Kopi Solok Selatan Naik Kelas")}});
}

Schema candidate_with(const std::vector<Member>& members) {
  return with(candidate_name(), members);
}

std::vector<Member> exchange() {
  return {{"enter", list(candidate_name())}, {"leave", list(candidate_name())}};
}

Schema other_set(const std::vector<Member>& more = {}) {
  auto members = exchange();
  members.push_back({"score", whole(7'038'034)});
  members.push_back({"points", whole(-29'915)});
  members.push_back({"cost", or_null(count(2'320'000'000))});
  members.insert(members.end(), more.begin(), more.end());
  return object(members);
}

Schema nothing() { return Schema{{"type", "null"}}; }
Schema maybe_null(Schema schema) { return one_of({std::move(schema), nothing()}); }

/// A part with its members and what it says.
Schema part(std::vector<Member> members) {
  members.push_back({"said", list(named("Statement"))});
  return object(members);
}

Schema weights() {
  const Schema ratio = object({{"numerator", whole(3)}, {"denominator", whole(2)}});
  const Schema beyond = maybe_null(object(exchange()));
  const Schema range = object({{"least", ratio},
                               {"most", ratio},
                               {"least_share", millionths()},
                               {"most_share", millionths()},
                               {"below", beyond},
                               {"above", beyond}});
  return part({{"criteria", list(object({{"criterion", text("solok-selatan/leverage")},
                                         {"title", named("Bilingual")},
                                         {"weight", count(2)},
                                         {"share", millionths()},
                                         {"range", maybe_null(range)}}))},
               {"smallest_change", maybe_null(object({{"criterion", text("solok-selatan/rpjmd")},
                                                      {"direction", words({"up", "down"})},
                                                      {"share", millionths()}}))}});
}

Schema acceptability() {
  return part(
      {{"samples", count(9604)},
       {"error", count(10'000)},
       {"candidates",
        list(candidate_with({{"chosen", yes_no()},
                             {"times", count(9604)},
                             {"share", millionths()},
                             {"held", words({"always", "sometimes", "never"})},
                             {"central_weights", map("solok-selatan/leverage", millionths())}}))}});
}

Schema budget() {
  return part({{"limit", or_null(count(12'000'000'000))},
               {"used", or_null(count(2'400'000'000))},
               {"points", list(other_set({{"chosen", yes_no()}}))},
               {"next_step", maybe_null(other_set({{"more", count(80'000'000)}}))},
               {"next_place", maybe_null(other_set())}});
}

Schema rankings() {
  std::vector<Member> places = {{"chosen", yes_no()}, {"score", whole(918'000)}};
  for (const char* method : {"place", "topsis", "vikor", "promethee_ii", "spotis"}) {
    places.push_back({method, count(1)});
  }
  return part({{"candidates", list(candidate_with(places))},
               {"chosen_against", list(candidate_name())},
               {"rejected_against", list(candidate_name())}});
}

}  // namespace

void add_robustness_schemas(boost::json::object& all) {
  all["CandidateOutlook"] = part({{"largest_uses", map("budget", count(320'000'000))},
                                  {"contribution", or_null(whole(25'000))}});
  all["Interventions"] =
      object({{"selection", uuid()},
              {"complete", yes_no()},
              {"interventions", list(candidate_with({{"in", yes_no()},
                                                     {"reason", text("Janji kepada warga.")},
                                                     {"by", text("Sekretaris Daerah")},
                                                     {"price", or_null(whole(29'915))}}))},
              {"together", or_null(whole(29'915))},
              {"weights", list(object({maybe("criterion", text("solok-selatan/leverage")),
                                       maybe("title", named("Bilingual")),
                                       maybe("weight", count(5)),
                                       maybe("own_weight", count(2)),
                                       {"reason", text("Kesepakatan rapat.")},
                                       {"by", text("Kepala Bappeda")},
                                       {"without", or_null(object(exchange()))}}))}});
  all["Robustness"] = object(
      {{"selection", uuid()},
       {"status", words({"optimal", "infeasible", "limit"})},
       {"complete", yes_no()},
       {"weights", weights()},
       {"acceptability", acceptability()},
       {"budget", budget()},
       {"best", part({{"sets", list(other_set())}})},
       {"different", part({{"changes", count(2)}, {"set", maybe_null(other_set())}})},
       {"contributions", part({{"members", list(candidate_with({{"score", whole(918'000)},
                                                                {"points", whole(29'915)}}))}})},
       {"rankings", rankings()}});
  all["SetRepair"] = object({{"selection", uuid()},
                             {"complete", yes_no()},
                             {"leaving", list(candidate_name())},
                             {"changes", count(3)},
                             {"replaced", maybe_null(other_set())},
                             {"changed", maybe_null(other_set())},
                             {"said", list(named("Statement"))}});
}

}  // namespace pilah::http
