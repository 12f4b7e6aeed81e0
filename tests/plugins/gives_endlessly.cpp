#include "misbehaving.hpp"

namespace {

/// An importer that makes rows up, more than any file holds.
class GivesEndlessly : public pilah::Importer {
 public:
  explicit GivesEndlessly(const pilah::Arguments&) {}
  void import_list(const pilah::Stream&, pilah::Sink& sink) {
    for (std::uint64_t row = 1;; ++row) sink.row(row, {"Posyandu"});
  }
};

}  // namespace

PILAH_IMPORTER(GivesEndlessly, "gives-endlessly", "1.0.0")
