#include "pilah/registry/documents/evidence.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/columns/claims.hpp"

namespace pilah::registry {

boost::json::object claims_document(const WorkingVersion& version) {
  boost::json::array claims;
  for (const auto& claim : claims_of(version.entry)) {
    claims.push_back({{"field", claim.field},
                      {"proven", claim.proven},
                      {"claimed", catalogue::to_json(claim.claimed)},
                      {"verified", catalogue::to_json(claim.verified)},
                      {"files", catalogue::to_json(claim.files)}});
  }
  return {{"claims", std::move(claims)},
          {"pending", version.is_pending},
          {"revision", version.revision}};
}

}  // namespace pilah::registry
