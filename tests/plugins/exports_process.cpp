#include <unistd.h>

#include "misbehaving.hpp"

namespace {

/// Writes what differs from run to run.
class ExportsProcess : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit ExportsProcess(const pilah::Arguments&) {}
  void export_tables(const pilah::Tables&, pilah::Output& output) {
    output.write(std::to_string(::getpid()));
  }
};

}  // namespace

PILAH_EXPORTER(ExportsProcess, "exports-process", "1.0.0")
