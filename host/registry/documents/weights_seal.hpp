// The JSON of seals of weights, for HTTP and the command line alike.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/choice/sealed_weights.hpp"

namespace pilah::registry {

/// {"id", "region", "round", "round_name", "scenario", "digest", "sealed_on", "by",
///  "closed_before": [names], "closed_since": [names], "opened_on": null | day, "revision"}; of
/// an opened one also "salt" and "content".
boost::json::object weights_seal_document(const SealEntry& entry);
boost::json::array weights_seals_document(const std::vector<SealEntry>& entries);

/// {"salt", "content", "digest"}: the digest is the SHA-256 of the salt and the content in
/// its canonical form, one behind the other.
boost::json::object envelope_document(const SealedWeights& sealed);

}  // namespace pilah::registry
