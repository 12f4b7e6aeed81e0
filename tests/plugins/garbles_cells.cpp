#include "pilah/plugin.hpp"

namespace {

class GarblesCells : public pilah::Importer {
 public:
  explicit GarblesCells(const pilah::Arguments&) {}
  void import_list(const pilah::Stream&, pilah::Sink& sink) {
    sink.row(1, {"nama", "opd"});
    sink.row(2, {"Posyandu", "\xED\xA0\x80"});  // half a surrogate pair
  }
};

}  // namespace

PILAH_IMPORTER(GarblesCells, "garbles-cells", "1.0.0")
