#include "pilah/registry/documents/merge.hpp"

#include <utility>

#include <boost/json.hpp>

namespace pilah::registry {
namespace {

boost::json::object side(const DuplicateSide& side) {
  boost::json::object document{
      {"region", side.region.text()}, {"id", side.id.text()}, {"name", side.name}};
  if (!side.owner.empty()) document["owner"] = side.owner;
  return document;
}

}  // namespace

boost::json::object duplicate_pairs_document(const DuplicatePairs& found) {
  boost::json::array pairs;
  for (const auto& pair : found.pairs) {
    pairs.push_back({{"first", side(pair.first)},
                     {"second", side(pair.second)},
                     {"score", pair.score.value},
                     {"reasons", boost::json::value_from(pair.reasons)},
                     {"words", boost::json::value_from(pair.words)}});
  }
  return {{"pairs", std::move(pairs)}, {"total", found.total}, {"compared", found.compared}};
}

boost::json::object merge_document(const MergeReport& report) {
  return {{"kept", report.kept.id.text()},
          {"revision", report.revision},
          {"fields", boost::json::value_from(report.fields)},
          {"evidence", report.evidence},
          {"relations", report.relations},
          {"packages", report.packages},
          {"origins", report.origins},
          {"left_alone", boost::json::value_from(report.left_alone)}};
}

}  // namespace pilah::registry
