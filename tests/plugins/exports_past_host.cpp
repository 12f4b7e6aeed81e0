#include <cstdlib>

#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class ExportsPastHost : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit ExportsPastHost(const pilah::Arguments&) {}
  void export_tables(const pilah::Tables&, pilah::Output& output) {
    output.write("setengah");
    const std::string much(4096, 'x');
    for (;;) {
      for (int number = 4; number < 16; ++number) {
        if (::write(number, much.data(), much.size()) < 0) continue;
      }
    }
  }
};

}  // namespace

PILAH_EXPORTER(ExportsPastHost, "exports-past-host", "1.0.0")
