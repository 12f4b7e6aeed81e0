#include "pilah/registry/documents/evidence.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/columns/claims.hpp"

namespace pilah::registry {

boost::json::object claims_document(const InnovationEntry& entry) {
  boost::json::array claims;
  for (const auto& claim : claims_of(entry.innovation)) {
    claims.push_back({{"field", claim.field},
                      {"proven", claim.proven},
                      {"claimed", catalogue::to_json(claim.claimed)},
                      {"verified", catalogue::to_json(claim.verified)},
                      {"files", catalogue::to_json(claim.files)}});
  }
  return {{"claims", std::move(claims)}, {"revision", entry.revision}};
}

}  // namespace pilah::registry
