#include <cstdlib>

#include <unistd.h>

#include "misbehaving.hpp"

namespace {

class IgnoresQuota : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit IgnoresQuota(const pilah::Arguments&) {}
  void export_tables(const pilah::Tables&, pilah::Output& output) {
    for (int i = 0; i < 10000; ++i) {
      try {
        output.write(std::string(1024, 'x'));
      } catch (...) {
      }
    }
  }
};

}  // namespace

PILAH_EXPORTER(IgnoresQuota, "ignores-quota", "1.0.0")
