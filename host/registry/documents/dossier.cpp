#include "pilah/registry/documents/dossier.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/documents/evaluation.hpp"

namespace pilah::registry {

boost::json::object dossier_document(const DossierEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.dossier).as_object());
  document.erase("id");
  document.erase("steps");
  document["round"] = entry.round;
  if (!entry.inherited.empty()) document["inherited"] = entry.inherited;
  boost::json::array board;
  for (const auto& one : entry.board) {
    auto step = std::move(catalogue::to_json(one.progress).as_object());
    step["name"] =
        boost::json::object{{"id", one.step.name.indonesian}, {"en", one.step.name.english}};
    if (!one.owner.empty()) step["owner_name"] = one.owner;
    step["late"] = one.is_late;
    board.push_back(std::move(step));
  }
  document["board"] = std::move(board);
  document["survey"] = survey_document(entry.survey);
  document["revision"] = entry.revision;
  return document;
}

}  // namespace pilah::registry
