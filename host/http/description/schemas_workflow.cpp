// How an entry comes to be verified, and what is said on the way.
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/review.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {

using namespace schema;

void add_workflow_schemas(boost::json::object& all) {
  const Schema reason = of_record<catalogue::FieldReason>();
  all["ReviewMessage"] = object({{"kind", text("workflow.no_owner")},
                                 {"pointer", text("/owner")},
                                 {"text", named("Bilingual")}});
  all["Review"] = object({{"innovation", uuid()},
                          {"name", text("Antrean Daring Puskesmas")},
                          {"status", word_of<catalogue::Status>()},
                          {"pending", yes_no()},
                          {"revision", count(57)},
                          {"submitted_by", or_null(text("command-line"))},
                          {"approved_by", or_null(text("command-line"))},
                          {"reasons", list(reason)},
                          {"comments", list(of_record<catalogue::Comment>())},
                          {"lacking", list(named("ReviewMessage"))},
                          maybe("names", named("ActorNames"))});
  all["ActorNames"] = map("01a20844-1bab-7012-aa06-09ce2c545f00", text("Siti Rahma"));
  all["ReturnReasons"] = object({{"reasons", list(input(reason, {}, {"text"}))}});
  all["NewComment"] = input(reason, {}, {"text"});
  all["VersionsToVerify"] =
      object({{"innovations", list(object({{"id", uuid()}, {"revision", count(57)}}))}});
  all["VerifiedVersions"] =
      object({{"innovations", list(object({{"innovation", uuid()},
                                           {"verified", yes_no()},
                                           {"revision", or_null(count(58))},
                                           {"refused", list(named("ReviewMessage"))}}))}});
  all["Submission"] = of_record<catalogue::Submission>();
  all["SubmissionRules"] = input(of_record<catalogue::Submission>(), {}, {});
}

}  // namespace pilah::http
