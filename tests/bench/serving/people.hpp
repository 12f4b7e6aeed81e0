// The people of a made catalogue, the same for the same numbers: whoever knows the number
// knows what they sign in with. For benches on loopback alone.
//
// Of a hundred one verifies; the others register for the organisation that owns "their"
// innovation, which has the same number. Every second one comes with a session of a
// browser, the others with an API token.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/catalogue/account.hpp"
#include "pilah/store/store.hpp"

namespace pilah::bench {

/// Puts the accounts 0 to `people` - 1 with their tokens and sessions into the store.
/// `now`: milliseconds since 1970.
void put_people(store::Store& store, std::uint64_t people, std::int64_t now);

bool is_verifier(std::uint64_t person);
/// Header lines, with their line ends, by which a request is theirs; `changes`: it is no read.
std::string sign_in_lines(std::uint64_t person, bool changes);
/// Of the innovation that is theirs.
std::string own_innovation(std::uint64_t person);
std::string own_organisation(std::uint64_t person);

}  // namespace pilah::bench
