#include "pilah/plugin.hpp"

namespace {

/// Behaves: one line per entry, its name and its duration.
class Exports : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit Exports(const pilah::Arguments& arguments) : as_of_(arguments.as_of()) {}
  void export_tables(const pilah::Tables& tables, pilah::Output& output) {
    const auto rows = tables[0].rows();
    output.write(as_of_ + "\n");
    for (std::uint64_t row = 0; row < rows.rows(); ++row) {
      const auto months = rows.column("duration_months").value().integer(row);
      output.write(rows.column("name").value().text(row).value_or("?"));
      output.write(": " + (months ? std::to_string(*months) : "?") + "\n");
    }
  }

 private:
  std::string as_of_;
};

}  // namespace

PILAH_EXPORTER(Exports, "exports", "1.0.0")
