#include "pilah/registry/documents/alike.hpp"

#include <string>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"

namespace pilah::registry {
namespace {

void add_known(boost::json::object& document, const char* key, const std::string& text) {
  if (!text.empty()) document[key] = text;
}

boost::json::array results_of(const SimilarInnovation& entry) {
  boost::json::array results;
  for (const auto& result : entry.results) {
    boost::json::object one;
    add_known(one, "definition", result.definition);
    add_known(one, "unit", result.unit);
    add_known(one, "baseline", result.baseline);
    add_known(one, "target", result.target);
    add_known(one, "measured", result.measured);
    add_known(one, "measured_on", result.measured_on);
    results.push_back(std::move(one));
  }
  return results;
}

}  // namespace

boost::json::array alike_document(const std::vector<AlikeEntry>& entries) {
  boost::json::array document;
  for (const auto& entry : entries) {
    boost::json::object one{
        {"region", entry.region.text()}, {"id", entry.id.text()}, {"name", entry.name}};
    add_known(one, "owner", entry.owner);
    one["status"] = catalogue::name_of(entry.status);
    one["score"] = entry.score.value;
    one["reasons"] = boost::json::value_from(entry.reasons);
    one["words"] = boost::json::value_from(entry.words);
    document.push_back(std::move(one));
  }
  return document;
}

boost::json::array similar_document(const std::vector<SimilarInnovation>& entries) {
  boost::json::array document;
  for (const auto& entry : entries) {
    boost::json::object one{{"region", entry.region.code.text()},
                            {"region_name", entry.region.name},
                            {"id", entry.id.text()},
                            {"name", entry.name}};
    add_known(one, "summary", entry.summary);
    add_known(one, "benefit", entry.benefit);
    if (entry.stage) one["stage"] = catalogue::name_of(*entry.stage);
    if (entry.applied) one["applied"] = entry.applied->text();
    one["results"] = results_of(entry);
    one["score"] = entry.score.value;
    one["words"] = boost::json::value_from(entry.words);
    one["areas"] = boost::json::value_from(entry.areas);
    add_known(one, "owner", entry.owner);
    add_known(one, "contact", entry.contact);
    document.push_back(std::move(one));
  }
  return document;
}

}  // namespace pilah::registry
