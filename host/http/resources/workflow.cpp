#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/documents/innovation.hpp"
#include "pilah/registry/documents/review.hpp"
#include "pilah/registry/people/account_names.hpp"
#include "pilah/registry/workflow/steps.hpp"
#include "pilah/registry/workflow/submission_rules.hpp"

namespace pilah::http {
namespace {

using catalogue::InnovationId;
using registry::Environment;
using registry::FromVersion;
using registry::ReviewEntry;

/// What all handlers of reviews share.
struct Reviews {
  const Environment& environment;
  const catalogue::Sentences& sentences;
};

// What requests bring.
struct ReasonsBody {
  std::vector<catalogue::FieldReason> reasons;
  static void fields(auto& self, auto&& visit) { visit("reasons", self.reasons); }
};
struct CommentBody {
  std::string pointer, text;
  static void fields(auto& self, auto&& visit) {
    visit("pointer", self.pointer);
    visit("text", self.text);
  }
};
struct VersionBody {
  InnovationId id;
  std::int64_t revision = 0;
  static void fields(auto& self, auto&& visit) {
    visit("id", self.id);
    visit("revision", self.revision);
  }
};
struct VerifyBody {
  std::vector<VersionBody> innovations;
  static void fields(auto& self, auto&& visit) { visit("innovations", self.innovations); }
};

InnovationId id_of(const PathValues& values) {
  return id_of_path<InnovationId>(values[0], "innovation.not_found");
}

/// The tag is that of the version which is worked on, what a step demands in If-Match, and of
/// what is told beside it: comments and what still lacks change without it.
Response tagged(const boost::json::object& document, const ReviewEntry& entry, int status) {
  auto response = json_response(status, document);
  response.headers.emplace_back("ETag", revision_tag_with(entry.version.revision, response.body));
  return response;
}

Response answer(const Reviews& reviews, const ReviewEntry& entry, int status = 200) {
  return tagged(registry::review_document(entry, reviews.sentences), entry, status);
}

FromVersion from_version(const Reviews& reviews, const Request& request, const PathValues& values) {
  const auto id = id_of(values);
  return {id, expected_revision(request, [&] {
            return registry::review(reviews.environment, request.caller, id).version.revision;
          })};
}

/// With names, as no answer to a change has them: that to a comment is kept for a day under its
/// key, and would keep the name of somebody who is erased meanwhile.
Response one(const Reviews& reviews, const Request& request, const PathValues& values) {
  const auto entry = registry::review(reviews.environment, request.caller, id_of(values));
  const auto& review = entry.version.review;
  std::set<std::string> actors{review.submitted_by, review.approved_by};
  for (const auto& comment : review.comments) actors.insert(comment.by);
  auto document = registry::review_document(entry, reviews.sentences);
  document["names"] =
      registry::names_document(registry::account_names(reviews.environment, actors));
  return tagged(document, entry, 200);
}

using Step = ReviewEntry (*)(const Environment&, const registry::Caller&, const FromVersion&);

template <Step make>
Response step(const Reviews& reviews, const Request& request, const PathValues& values) {
  return answer(reviews,
                make(reviews.environment, request.caller, from_version(reviews, request, values)));
}

Response return_entry(const Reviews& reviews, const Request& request, const PathValues& values) {
  ReasonsBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  return answer(reviews, registry::return_entry(reviews.environment, request.caller,
                                                from_version(reviews, request, values),
                                                std::move(body.reasons)));
}

/// The newer version of a verified entry, as an innovation.
Response pending(const Reviews& reviews, const Request& request, const PathValues& values) {
  const auto entry = registry::review(reviews.environment, request.caller, id_of(values));
  if (!entry.version.is_pending) {
    throw HttpRefusal(404, {"workflow.nothing_pending", {{"name", entry.version.entry.name}}, ""});
  }
  auto response = json_response(
      200, registry::innovation_document({entry.version.entry, entry.version.revision}));
  response.headers.emplace_back("ETag", revision_tag(entry.version.revision));
  return response;
}

Response revise(const Reviews& reviews, const Request& request, const PathValues& values) {
  const auto patch = document_of(request, DocumentKind::kPatch);
  return answer(reviews, registry::revise(reviews.environment, request.caller,
                                          from_version(reviews, request, values), patch));
}

Response comment(const Reviews& reviews, const registry::Caller& by, const Request& request,
                 const PathValues& values) {
  CommentBody body;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  return answer(reviews,
                registry::comment(reviews.environment, by, id_of(values), body.pointer, body.text),
                201);
}

Response settle(const Reviews& reviews, const Request& request, const PathValues& values) {
  const auto number = number_of_path(values[1], "workflow.no_such_comment");
  return answer(reviews, registry::settle_comment(reviews.environment, request.caller,
                                                  id_of(values), number));
}

Response verify_many(const Reviews& reviews, const Request& request, const PathValues& values) {
  VerifyBody body;
  const auto region = region_of_path(reviews.environment, values[0]);
  catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
  std::vector<FromVersion> versions;
  for (const auto& each : body.innovations) versions.push_back({each.id, each.revision});
  const auto outcomes =
      registry::verify_entries(reviews.environment, request.caller, region, versions);
  return json_response(200,
                       {{"innovations", registry::bulk_document(outcomes, reviews.sentences)}});
}

Response rules(const Reviews& reviews, const Request& request, const PathValues& values) {
  const auto region = region_of_path(reviews.environment, values[0]);
  catalogue::Submission submission;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), submission);
  return json_response(200, catalogue::to_json(registry::set_submission(
                                reviews.environment, request.caller, region, submission)));
}

}  // namespace

void add_workflow(RouteTable& table, const Environment& environment,
                  const catalogue::Sentences& sentences) {
  const std::string entry = "/api/v1/innovations/{id}";
  const std::string region = "/api/v1/regions/{code}";
  const auto add = [&](const char* method, const std::string& pattern, auto handler) {
    table.add({method, pattern,
               [reviews = Reviews{environment, sentences}, handler](const Request& request,
                                                                    const PathValues& values) {
                 return handler(reviews, request, values);
               }});
  };
  add("GET", entry + "/review", one);
  add("POST", entry + "/submit", step<registry::submit>);
  add("POST", entry + "/recall", step<registry::recall>);
  add("POST", entry + "/approve", step<registry::approve>);
  add("POST", entry + "/verify", step<registry::verify_entry>);
  add("POST", entry + "/return", return_entry);
  add("POST", entry + "/archive", step<registry::archive_entry>);
  add("GET", entry + "/pending", pending);
  add("PATCH", entry + "/pending", revise);
  add("DELETE", entry + "/pending", step<registry::drop_revision>);
  table.add({"POST", entry + "/comments",
             once(environment, [reviews = Reviews{environment, sentences}](
                                   const registry::Caller& by, const Request& request,
                                   const PathValues& values) {
               return comment(reviews, by, request, values);
             })});
  add("POST", entry + "/comments/{number}/settle", settle);
  add("POST", region + "/verify", verify_many);
  add("PUT", region + "/submission", rules);
}

}  // namespace pilah::http
