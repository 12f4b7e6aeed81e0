#include "pilah/registry/documents/interventions.hpp"

#include <boost/json.hpp>

namespace pilah::registry {
namespace {

boost::json::value or_null(const std::optional<std::int64_t>& number) {
  return number ? boost::json::value(*number) : boost::json::value(nullptr);
}

boost::json::array weights_of(const Interventions& interventions) {
  boost::json::array all;
  for (const auto& one : interventions.weights) {
    boost::json::object told{{"reason", one.reason}, {"by", one.by}, {"without", nullptr}};
    if (!one.criterion.empty()) {
      told["criterion"] = one.criterion;
      told["title"] = one.title;
      told["weight"] = one.weight;
      told["own_weight"] = one.own;
    }
    if (one.without) {
      told["without"] =
          boost::json::object{{"enter", one.without->enter}, {"leave", one.without->leave}};
    }
    all.push_back(std::move(told));
  }
  return all;
}

}  // namespace

boost::json::object interventions_document(const catalogue::SelectionRecord& selection,
                                           const Interventions& interventions) {
  boost::json::array each;
  for (const auto& one : interventions.each) {
    boost::json::object told{
        {"id", one.id}, {"name", one.name}, {"in", one.in}, {"reason", one.reason}};
    told["by"] = one.by;
    told["price"] = or_null(one.price);
    each.push_back(std::move(told));
  }
  return {{"selection", selection.id.text()},
          {"complete", interventions.complete},
          {"interventions", std::move(each)},
          {"together", or_null(interventions.together)},
          {"weights", weights_of(interventions)}};
}

}  // namespace pilah::registry
