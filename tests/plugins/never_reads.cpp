#include "misbehaving.hpp"

namespace {

/// An importer that does not even look at its file.
class NeverReads : public pilah::Importer {
 public:
  explicit NeverReads(const pilah::Arguments&) {}
  void import_list(const pilah::Stream&, pilah::Sink&) {
    for (volatile bool forever = true; forever;) {
    }
  }
};

}  // namespace

PILAH_IMPORTER(NeverReads, "never-reads", "1.0.0")
