// Weights that a planner seals before the scores are seen, and opens later.
//
// Sealed is what a scenario says of weights: its rules with their versions, the weights
// that it writes, its weighting; not the reasons. Kept is the SHA-256 of a salt of 256
// random bits and that content in its canonical form (compact, keys sorted). Salt and
// content stay with the planner in an envelope; without it nobody opens the seal. Who
// looks for the scores of a panel of the round finds none before it closes, and a seal
// says which had closed already. Sealing late is allowed, and is told of.
//
// Who chooses seals and opens; who sees the whole region sees the seals.
//
// Errors: catalogue::Refusal; kNotFound for a seal that is none, kConflict for one that is
// open already or a round that is closed, kInvalid with JSON pointers into the request.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "pilah/catalogue/weights_seal.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

struct Scenario;

inline constexpr std::size_t kMostSeals = 50;  // of a round

struct SealEntry {
  catalogue::WeightsSeal seal;
  std::int64_t revision = 0;
  std::string round;                       ///< its name
  std::vector<std::string> closed_before;  ///< names of panels closed when it was sealed ...
  std::vector<std::string> closed_since;   ///< ... and after that
};

/// What opens a seal.
struct SealEnvelope {
  std::string salt;
  boost::json::object content;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("salt", self.salt);
    visit("content", self.content);
  }
};

struct SealedWeights {
  SealEntry entry;
  SealEnvelope envelope;  ///< told once, kept nowhere
};

struct SealRequest {
  boost::json::object scenario;
  std::string round;  ///< id or name; empty: the scenario's
  std::string by;     ///< a name

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("scenario", self.scenario);
    visit("round", self.round);
    visit("by", self.by);
  }
};

SealedWeights seal_weights(const Environment& environment, const Caller& caller,
                           const catalogue::RegionCode& region, const SealRequest& request);

/// Throws Refusal(kInvalid) when the envelope is not the one that was sealed.
SealEntry open_weights(const Environment& environment, const Caller& caller,
                       const catalogue::RegionCode& region, catalogue::WeightsSealId id,
                       const SealEnvelope& envelope);

/// The first one first; of one round, or of all.
std::vector<SealEntry> weights_seals(const Environment& environment, const Caller& caller,
                                     const catalogue::RegionCode& region,
                                     const std::optional<catalogue::RoundId>& round);

/// For other use cases, which ask for rights themselves.
std::vector<SealEntry> stored_seals(store::Reader& reader, const catalogue::RegionCode& region,
                                    const std::optional<catalogue::RoundId>& round);

/// {"rules": [{"plugin", "version"}], "weights": {"plugin/criterion": n}, "weighting"}; the
/// last two as far as the scenario has them. Requires: its rules are resolved.
boost::json::object sealed_content(const Scenario& scenario);

/// Compact, the keys of every object sorted by their bytes.
std::string canonical(const boost::json::value& value);

}  // namespace pilah::registry
