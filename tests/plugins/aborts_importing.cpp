#include <cstdlib>

#include "misbehaving.hpp"

namespace {

class AbortsImporting : public pilah::Importer {
 public:
  explicit AbortsImporting(const pilah::Arguments&) {}
  void import_list(const pilah::Stream&, pilah::Sink& sink) {
    sink.row(1, {"nama"});
    std::abort();
  }
};

}  // namespace

PILAH_IMPORTER(AbortsImporting, "aborts-importing", "1.0.0")
