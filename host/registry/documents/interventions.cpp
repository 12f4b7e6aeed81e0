#include "pilah/registry/documents/interventions.hpp"

#include <boost/json.hpp>

namespace pilah::registry {
namespace {

boost::json::value or_null(const std::optional<std::int64_t>& number) {
  return number ? boost::json::value(*number) : boost::json::value(nullptr);
}

}  // namespace

boost::json::object interventions_document(const catalogue::SelectionRecord& selection,
                                           const Interventions& interventions) {
  boost::json::array each;
  for (const auto& one : interventions.each) {
    boost::json::object told{
        {"id", one.id}, {"name", one.name}, {"in", one.in}, {"reason", one.reason}};
    if (!one.by.empty()) told["by"] = one.by;
    told["price"] = or_null(one.price);
    each.push_back(std::move(told));
  }
  return {{"selection", selection.id.text()},
          {"complete", interventions.complete},
          {"interventions", std::move(each)},
          {"together", or_null(interventions.together)}};
}

}  // namespace pilah::registry
