#include "pilah/registry/documents/review.hpp"

#include <string>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

json::array told(const catalogue::Messages& messages, const catalogue::Sentences& sentences) {
  json::array list;
  for (const auto& message : messages) {
    list.push_back(json::object{{"kind", message.kind},
                                {"pointer", message.pointer},
                                {"text",
                                 {{"id", sentences.say(message, catalogue::Language::kIndonesian)},
                                  {"en", sentences.say(message, catalogue::Language::kEnglish)}}}});
  }
  return list;
}

json::value name_or_null(const std::string& name) {
  return name.empty() ? json::value(nullptr) : json::value(name);
}

}  // namespace

json::object review_document(const ReviewEntry& entry, const catalogue::Sentences& sentences) {
  const auto& version = entry.version;
  const auto& review = version.review;
  return {{"innovation", version.entry.id.text()},
          {"name", version.entry.name},
          {"status", catalogue::name_of(version.entry.status)},
          {"pending", version.is_pending},
          {"revision", version.revision},
          {"submitted_by", name_or_null(review.submitted_by)},
          {"approved_by", name_or_null(review.approved_by)},
          {"reasons", catalogue::to_json(review.reasons)},
          {"comments", catalogue::to_json(review.comments)},
          {"lacking", told(entry.lacking, sentences)}};
}

json::array bulk_document(const std::vector<BulkOutcome>& outcomes,
                          const catalogue::Sentences& sentences) {
  json::array list;
  for (const auto& outcome : outcomes) {
    const bool verified = outcome.refused.empty();
    list.push_back(
        json::object{{"innovation", outcome.id.text()},
                     {"verified", verified},
                     {"revision", verified ? json::value(outcome.revision) : json::value(nullptr)},
                     {"refused", told(outcome.refused, sentences)}});
  }
  return list;
}

}  // namespace pilah::registry
