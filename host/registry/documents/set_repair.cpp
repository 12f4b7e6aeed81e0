#include "pilah/registry/documents/set_repair.hpp"

#include <boost/json.hpp>

#include "pilah/registry/documents/robustness.hpp"

namespace pilah::registry {

boost::json::object set_repair_document(const catalogue::SelectionRecord& selection,
                                        const SetRepair& repair,
                                        const catalogue::Sentences& sentences) {
  boost::json::object document{{"selection", selection.id.text()},
                               {"complete", repair.complete},
                               {"leaving", repair.leaving},
                               {"changes", repair.changes},
                               {"replaced", nullptr},
                               {"changed", nullptr}};
  if (repair.replaced) document["replaced"] = set_document(*repair.replaced);
  if (repair.changed) document["changed"] = set_document(*repair.changed);
  document["said"] = said_document(repair.said, sentences);
  return document;
}

}  // namespace pilah::registry
