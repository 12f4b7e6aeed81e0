#include "pilah/plugin/check/sample_tables.hpp"

#include <array>
#include <cstring>
#include <limits>
#include <map>
#include <random>

namespace pilah::plugin {
namespace {

/// The words that columns of words have; any other text is made up.
const std::map<std::string, std::vector<std::string>, std::less<>>& words_of_columns() {
  static const std::map<std::string, std::vector<std::string>, std::less<>> words = {
      {"owner_kind", {"opd", "subdistrict", "village", "community", "business"}},
      {"proposer_kind", {"opd", "village", "community", "business", "academia", "media"}},
      {"entry_kind", {"existing", "idea", "flagship", "potential"}},
      {"status", {"draft", "submitted", "verified", "returned"}},
      {"form", {"governance", "public_service", "other"}},
      {"stage", {"initiative", "trial", "applied"}},
      {"dimension",
       {"smart-governance", "smart-branding", "smart-economy", "smart-living", "smart-society",
        "smart-environment"}},
      {"area", {"public-service", "tourism", "industry", "health", "learning", "waste"}}};
  return words;
}

/// What an integer column goes up to; others are counts up to 12.
std::int64_t largest(const std::string& column) {
  if (column == "budget_total") return 5'000'000'000;
  if (column == "duration_months") return 48;
  if (column == "started_year" || column == "applied_year") return 2026;
  if (column == "staff") return 200;
  return column.rfind("readiness_", 0) == 0 ? 4 : 12;
}

class Filler {
 public:
  Filler(SampleKind kind, std::uint64_t seed) : kind_(kind), random_(seed) {}

  void add(ColumnBuffer& column) {
    const bool unknown = kind_ == SampleKind::kUnknown || below(10) == 0;
    switch (column.kind().layout) {
      case ColumnLayout::kDouble:
        return column.add_number(unknown ? std::nullopt : std::optional(number(column.kind().id)));
      case ColumnLayout::kInt64:
        return column.add_integer(unknown ? std::nullopt
                                          : std::optional(integer(column.kind().id)));
      case ColumnLayout::kBool:
        return column.add_bool(unknown ? std::nullopt : std::optional(below(2) == 1));
      case ColumnLayout::kText:
        const std::string made = text(column.kind().id);
        return column.add_text(unknown ? std::nullopt : std::optional<std::string_view>(made));
    }
  }

 private:
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }

  double number(const std::string& id) {
    if (kind_ == SampleKind::kExtreme) {
      using Limits = std::numeric_limits<double>;
      static constexpr std::array kOdd = {Limits::quiet_NaN(),
                                          Limits::infinity(),
                                          -Limits::infinity(),
                                          Limits::max(),
                                          Limits::lowest(),
                                          Limits::denorm_min(),
                                          -0.0,
                                          1e300};
      return kOdd[below(kOdd.size())];
    }
    const double part = static_cast<double>(below(1001)) / 1000.0;
    if (id.rfind("assessed_", 0) == 0) return part * 4.0;
    return id == "monitoring_percent" ? part * 100.0 : part;
  }

  std::int64_t integer(const std::string& id) {
    if (kind_ == SampleKind::kExtreme) {
      using Limits = std::numeric_limits<std::int64_t>;
      static constexpr std::array<std::int64_t, 6> kOdd = {Limits::min(),     Limits::max(), -1, 0,
                                                           Limits::max() - 1, 1LL << 53};
      return kOdd[below(kOdd.size())];
    }
    const auto most = largest(id);
    const auto least = most == 2026 ? std::int64_t{2010} : 0;
    return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least + 1)));
  }

  std::string text(const std::string& id) {
    if (kind_ == SampleKind::kExtreme) {
      static const std::array<std::string, 6> kOdd = {"",
                                                      std::string(100'000, 'x'),
                                                      std::string("a\0b", 3),
                                                      "Jum'at \"Berkah\"",
                                                      "\xF0\x9F\x8C\xBE padi",
                                                      "\xE2\x80\xAE terbalik\n\t;,"};
      return kOdd[below(kOdd.size())];
    }
    const auto words = words_of_columns().find(id);
    if (words != words_of_columns().end()) return words->second[below(words->second.size())];
    return "Inovasi " + std::to_string(below(1000));
  }

  SampleKind kind_;
  std::mt19937_64 random_;
};

bool bit(std::span<const std::byte> bits, std::uint64_t at) {
  return ((static_cast<unsigned>(bits[static_cast<std::size_t>(at / 8)]) >> (at % 8)) & 1U) != 0;
}

template <class Number>
Number number_at(std::span<const std::byte> values, std::uint64_t row) {
  Number value;
  std::memcpy(&value, values.data() + row * sizeof(value), sizeof(value));
  return value;
}

void copy_row(const ColumnBuffer& from, std::uint64_t row, ColumnBuffer& to) {
  const bool known = bit(from.validity(), row);
  switch (from.kind().layout) {
    case ColumnLayout::kDouble:
      return to.add_number(known ? std::optional(number_at<double>(from.values(), row))
                                 : std::nullopt);
    case ColumnLayout::kInt64:
      return to.add_integer(known ? std::optional(number_at<std::int64_t>(from.values(), row))
                                  : std::nullopt);
    case ColumnLayout::kBool:
      return to.add_bool(known ? std::optional(bit(from.values(), row)) : std::nullopt);
    case ColumnLayout::kText:
      const auto begin = row == 0 ? 0 : number_at<std::uint64_t>(from.ends(), row - 1);
      const auto end = number_at<std::uint64_t>(from.ends(), row);
      const std::string_view text(reinterpret_cast<const char*>(from.values().data()) + begin,
                                  end - begin);
      return to.add_text(known ? std::optional(text) : std::nullopt);
  }
}

}  // namespace

ColumnTable sample_table(const std::vector<ColumnKind>& columns, SampleKind kind,
                         std::uint64_t rows, std::uint64_t seed) {
  ColumnTable table(columns);
  Filler filler(kind, seed);
  for (std::uint64_t row = 0; row < rows; ++row) {
    for (auto& column : table.columns()) filler.add(column);
  }
  return table;
}

ColumnTable reversed(const ColumnTable& table) {
  std::vector<ColumnKind> kinds;
  for (const auto& column : table.columns()) kinds.push_back(column.kind());
  ColumnTable turned(kinds);
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    for (std::uint64_t row = table.rows(); row > 0; --row) {
      copy_row(table.columns()[c], row - 1, turned.columns()[c]);
    }
  }
  return turned;
}

}  // namespace pilah::plugin
