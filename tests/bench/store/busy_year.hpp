// A year of busy agencies, made in a folder, and how large its history is.
//
// Assumed: each innovation (about 4 KB, half of it two long texts) is autosaved on each
// working day (once here: a working copy leaves no history), and saved once:
// a revision that mends some words in a long text, writes a sentence more, adds a
// measured value, changes a budget, or sets the status.
#pragma once

#include <cstdint>
#include <filesystem>

namespace pilah::tests {

struct BusyYear {
  int agencies = 40;
  int innovations = 20;  ///< of each
  int days = 250;
};

struct HistorySize {
  std::int64_t revisions = 0;
  std::int64_t history_bytes = 0;   ///< pages of the audit log and of the change texts
  std::int64_t database_bytes = 0;  ///< of the whole file
};

/// The catalogue in `folder`, new; the same for the same year.
HistorySize make_year(const std::filesystem::path& folder, const BusyYear& year);

}  // namespace pilah::tests
