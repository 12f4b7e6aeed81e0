#include <cstdlib>

#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class ExportsTooMuch : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit ExportsTooMuch(const pilah::Arguments&) {}
  void export_tables(const pilah::Tables&, pilah::Output& output) {
    for (;;) output.write(std::string(1024, 'x'));
  }
};

}  // namespace

PILAH_EXPORTER(ExportsTooMuch, "exports-too-much", "1.0.0")
