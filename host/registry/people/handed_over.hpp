// What an account leaves to its successor beside its roles: what it has typed and not saved
// yet, and the submissions that it answers for.
//
// For use within one write of the store.
#pragma once

#include "pilah/catalogue/account.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::store {
class Writer;
}

namespace pilah::registry {

struct HandOver {
  catalogue::RegionCode region;
  catalogue::AccountId from;
  catalogue::AccountId to;
};

/// True: something moved. A copy of an entry of which the successor has one too stays
/// where it is until that is saved or dropped: neither of the two is lost.
bool move_working_copies(store::Writer& writer, const HandOver& hand_over);

/// What `from` had submitted waits in the name of `to`, who cannot verify it then. True:
/// something moved. History goes on telling who it was that submitted it.
bool move_submissions(store::Writer& writer, const HandOver& hand_over);

}  // namespace pilah::registry
