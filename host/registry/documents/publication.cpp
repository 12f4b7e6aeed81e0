#include "pilah/registry/documents/publication.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

boost::json::object publication_document(const catalogue::Publication& publication) {
  return {{"statuses", catalogue::to_json(publication.statuses)},
          {"fields", catalogue::to_json(publication.open_fields)},
          {"quick_win_sets", catalogue::to_json(publication.quick_win_sets)},
          {"always",
           boost::json::array(catalogue::kAlwaysPublic.begin(), catalogue::kAlwaysPublic.end())}};
}

boost::json::array published_numbers_document(const std::vector<PublishedNumber>& numbers) {
  boost::json::array document;
  for (const auto& number : numbers) {
    document.push_back({{"innovation", number.innovation.text()},
                        {"name", number.name},
                        {"field", number.field},
                        {"kind", number.kind},
                        {"beginning", number.beginning}});
  }
  return document;
}

}  // namespace pilah::registry
