// What a rule says of itself, read from the loaded library.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/plugin/package/manifest.hpp"

namespace pilah::plugin {

/// A value. Texts are UTF-8 of at most 4 KiB.
struct RuleDescription {
  struct Criterion {
    std::string id, title_id, title_en, zero_id, zero_en, one_id, one_en;
    std::uint32_t default_weight = 1;
    friend bool operator==(const Criterion&, const Criterion&) = default;
  };
  struct Reason {
    std::string id, text_id, text_en;
    friend bool operator==(const Reason&, const Reason&) = default;
  };
  struct Group {
    std::string id, title_id, title_en;
    std::optional<std::int32_t> default_min, default_max;
    friend bool operator==(const Group&, const Group&) = default;
  };
  bool rowwise = false;
  std::vector<std::string> columns;
  std::vector<Criterion> criteria;
  std::vector<Reason> reasons;
  std::vector<Group> groups;
  friend bool operator==(const RuleDescription&, const RuleDescription&) = default;
};

/// Reads what the runner wrote of the loaded rule. The plugin shares its memory,
/// so it is checked like every other reply. Throws std::out_of_range.
RuleDescription read_rule_description(std::string_view bytes);

/// Why the loaded rule is not the one that its manifest tells of; empty: it is.
std::string difference(const Manifest& manifest, const RuleDescription& description);

}  // namespace pilah::plugin
