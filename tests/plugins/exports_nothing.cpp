#include <cstdlib>

#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class ExportsNothing : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit ExportsNothing(const pilah::Arguments&) {}
  void export_tables(const pilah::Tables&, pilah::Output& output) {
    for (volatile bool forever = true; forever;) {
    }
    output.write("");
  }
};

}  // namespace

PILAH_EXPORTER(ExportsNothing, "exports-nothing", "1.0.0")
