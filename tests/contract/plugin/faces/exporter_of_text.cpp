// Answers its document instead of writing it.
#include "pilah/plugin.hpp"

class Names : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit Names(const pilah::Arguments&) {}
  std::string export_tables(const pilah::Tables&) { return ""; }
};

PILAH_EXPORTER(Names, "names", "1.0.0")
