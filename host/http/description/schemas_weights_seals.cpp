// Weights that are sealed before the scores are seen.
#include <boost/json.hpp>

#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {

using namespace schema;

void add_weights_seal_schemas(boost::json::object& all) {
  const Schema digest = text("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae");
  const Schema salt = text("Zk8wS3v1kq0mJ4xYb2cN6tRrP9uLh7aEoD5iGf3sVwQ");
  const Schema content = open_object(
      {{"rules",
        boost::json::array{boost::json::object{{"plugin", "solok-selatan"}, {"version", "1.0.0"}}}},
       {"weights", boost::json::object{{"solok-selatan/leverage", 2}}}});
  const std::vector<Member> told = {{"id", uuid()},
                                    {"region", region_code()},
                                    {"round", uuid()},
                                    {"round_name", text("Bimtek IV")},
                                    {"scenario", text("Delapan quick win 2024")},
                                    {"digest", digest},
                                    {"sealed_on", date()},
                                    {"by", text("Ani Rahmawati")},
                                    {"closed_before", list(text("Panel ahli"))},
                                    {"closed_since", list(text("Panel warga"))},
                                    {"opened_on", or_null(date())},
                                    {"revision", count(57)},
                                    maybe("salt", salt),
                                    maybe("content", content)};
  all["WeightsSeal"] = object(told);
  all["WeightsSealList"] = object({{"seals", list(named("WeightsSeal"))}});
  all["WeightsEnvelope"] = object({{"salt", salt}, {"content", content}, maybe("digest", digest)});
  all["SealedWeights"] = with(object(told), {{"envelope", named("WeightsEnvelope")}});
  all["NewWeightsSeal"] = object({{"scenario", named("ScenarioDocument")},
                                  maybe("round", text("Bimtek IV")),
                                  {"by", text("Ani Rahmawati")}});
}

}  // namespace pilah::http
