#include "pilah/registry/documents/weights_seal.hpp"

#include <boost/json.hpp>

namespace pilah::registry {

namespace json = boost::json;

json::object weights_seal_document(const SealEntry& entry) {
  const auto& seal = entry.seal;
  json::object document{{"id", seal.id.text()},
                        {"region", seal.region.text()},
                        {"round", seal.round.text()},
                        {"round_name", entry.round},
                        {"scenario", seal.scenario},
                        {"digest", seal.digest},
                        {"sealed_on", seal.sealed_on.text()},
                        {"by", seal.by},
                        {"closed_before", json::value_from(entry.closed_before)},
                        {"closed_since", json::value_from(entry.closed_since)},
                        {"opened_on", nullptr},
                        {"revision", entry.revision}};
  if (seal.opened_on) {
    document["opened_on"] = seal.opened_on->text();
    document["salt"] = seal.salt;
    document["content"] = seal.content;
  }
  return document;
}

json::array weights_seals_document(const std::vector<SealEntry>& entries) {
  json::array document;
  for (const auto& entry : entries) document.push_back(weights_seal_document(entry));
  return document;
}

json::object envelope_document(const SealedWeights& sealed) {
  return {{"salt", sealed.envelope.salt},
          {"content", sealed.envelope.content},
          {"digest", sealed.entry.seal.digest}};
}

}  // namespace pilah::registry
