// One plugin that imports and exports the same form.
#include "pilah/plugin.hpp"

class Reads : public pilah::Importer {
 public:
  explicit Reads(const pilah::Arguments&) {}
  void import_list(const pilah::Stream&, pilah::Sink& sink) { sink.row(1, {"nama"}); }
};

class Writes : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit Writes(const pilah::Arguments&) {}
  void export_tables(const pilah::Tables&, pilah::Output& output) { output.write("nama\n"); }
};

PILAH_PLUGIN("form", "1.0.0", Reads, Writes)
