// An exporter as its author would write it.
#include "pilah/plugin.hpp"

class Names : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit Names(const pilah::Arguments&) {}
  void export_tables(const pilah::Tables& tables, pilah::Output& output) {
    const auto rows = tables[0].rows();
    const auto names = rows.column("name");
    for (std::uint64_t row = 0; names && row < rows.rows(); ++row) {
      output.write(names->text(row).value_or("?"));
      output.write("\n");
    }
  }
};

PILAH_EXPORTER(Names, "names", "1.0.0")
