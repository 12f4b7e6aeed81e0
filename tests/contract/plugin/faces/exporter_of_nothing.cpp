// Does not tell which tables it wants.
#include "pilah/plugin.hpp"

class Names : public pilah::Exporter {
 public:
  explicit Names(const pilah::Arguments&) {}
  void export_tables(const pilah::Tables&, pilah::Output&) {}
};

PILAH_EXPORTER(Names, "names", "1.0.0")
