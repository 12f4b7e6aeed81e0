// The same plugins loaded into this process, as no host does it: what to compare with.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/plugin.h"
#include "pilah/plugin/run/rule_output.hpp"

namespace pilah::bench {

/// The table of a library that is loaded and never unloaded.
const void* table_in_process(const std::string& library, const char* id);

/// Ten columns of numbers, laid out as the ABI wants them.
class NumberColumns {
 public:
  NumberColumns(std::uint64_t rows, const std::vector<const char*>& ids);
  /// Scores every row in batches, checks and keeps what the rule found, as a host
  /// must wherever the rule runs.
  plugin::RuleResult score(const pilah_rule& rule, std::uint64_t batch_rows) const;
  /// Scores every row and drops it: the rule alone.
  void score_only(const pilah_rule& rule, std::uint64_t batch_rows) const;

  double value(std::size_t column, std::uint64_t row) const {
    return columns_[column][static_cast<std::size_t>(row)];
  }

 private:
  void score(const pilah_rule& rule, std::uint64_t batch_rows, plugin::RuleResult* kept) const;

  std::uint64_t rows_;
  std::vector<const char*> ids_;
  std::vector<std::vector<double>> columns_;
  std::vector<std::uint8_t> validity_;
};

/// Reads the list with the importer; answers how many cells it gave.
std::uint64_t import_in_process(const pilah_importer& importer, const std::string& file);

}  // namespace pilah::bench
