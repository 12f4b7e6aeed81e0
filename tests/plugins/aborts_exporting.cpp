#include <cstdlib>

#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class AbortsExporting : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit AbortsExporting(const pilah::Arguments&) {}
  void export_tables(const pilah::Tables&, pilah::Output& output) {
    output.write("setengah");
    std::abort();
  }
};

}  // namespace

PILAH_EXPORTER(AbortsExporting, "aborts-exporting", "1.0.0")
