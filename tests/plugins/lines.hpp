// A form of one line per entry, read and written.
#pragma once

#include <string>
#include <vector>

#include "pilah/plugin.hpp"

namespace misbehaving {

class ReadsLines : public pilah::Importer {
 public:
  explicit ReadsLines(const pilah::Arguments&) {}
  void import_list(const pilah::Stream& stream, pilah::Sink& sink) {
    std::string text(static_cast<std::size_t>(stream.size()), '\0');
    text.resize(stream.read_at(0, text.data(), text.size()));
    std::uint64_t row = 0;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      const std::string line = text.substr(at, end - at);
      sink.row(++row, {line});
      at = end + 1;
    }
  }
};

/// `Every`: of so many entries one is written.
template <std::uint64_t Every>
class WritesLines : public pilah::Exporter {
 public:
  static std::vector<const char*> tables() { return {"innovations"}; }
  explicit WritesLines(const pilah::Arguments&) {}
  void export_tables(const pilah::Tables& tables, pilah::Output& output) {
    const auto rows = tables[0].rows();
    for (std::uint64_t row = 0; row < rows.rows(); row += Every) {
      output.write(std::to_string(row) + "\n");
    }
  }
};

}  // namespace misbehaving
