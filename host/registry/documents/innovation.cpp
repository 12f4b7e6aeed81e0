#include "pilah/registry/documents/innovation.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

boost::json::object innovation_document(const InnovationEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.innovation).as_object());
  document["revision"] = entry.revision;
  return document;
}

namespace {

boost::json::object facets_document(const std::vector<FacetCounts>& facets) {
  boost::json::object document;
  for (const auto& [facet, counts] : facets) {
    boost::json::array values;
    for (const auto& [value, count] : counts) {
      boost::json::value known(nullptr);
      if (value) known = *value;
      values.push_back({{"value", std::move(known)}, {"count", count}});
    }
    document[facet] = std::move(values);
  }
  return document;
}

/// The stored text with these as its last members, unread.
void append_with(std::string& text, const std::string& document, std::int64_t revision,
                 bool pending) {
  text.append(document, 0, document.size() - 1);
  text += ",\"revision\":" + std::to_string(revision);
  text += pending ? ",\"pending\":true}" : "}";
}

}  // namespace

std::string innovation_document(const InnovationText& entry) {
  std::string text;
  text.reserve(entry.document.size() + 32);
  append_with(text, entry.document, entry.revision, false);
  return text;
}

std::string innovation_list_document(const InnovationList& list) {
  boost::json::object rest;
  rest["total"] = nullptr;
  if (list.total) rest["total"] = *list.total;
  if (!list.facets.empty()) rest["facets"] = facets_document(list.facets);
  boost::json::array spelling;
  for (const auto& [word, read_as] : list.corrections) {
    spelling.push_back({{"word", word}, {"read_as", read_as}});
  }
  if (!spelling.empty()) rest["spelling"] = std::move(spelling);
  rest["revision"] = list.revision;
  rest["next"] = nullptr;
  if (!list.next.empty()) rest["next"] = list.next;

  std::string text = "{\"innovations\":[";
  std::size_t size = 256;
  for (const auto& entry : list.innovations) size += entry.document.size() + 32;
  text.reserve(size);
  for (const auto& entry : list.innovations) {
    if (text.back() != '[') text += ',';
    append_with(text, entry.document, entry.revision, entry.pending);
  }
  text += "],";
  return text += boost::json::serialize(rest).substr(1);
}

}  // namespace pilah::registry
