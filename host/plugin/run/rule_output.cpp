#include "pilah/plugin/run/rule_output.hpp"

#include <algorithm>
#include <cstring>

#include "pilah/plugin/wire/wire.hpp"

namespace pilah::plugin {
namespace {

class Output {
 public:
  Output(const RuleLayout& layout, std::string_view bytes, const RuleResult& result)
      : layout_(layout), bytes_(bytes), description_(result.description), before_(result.rows) {}

  void check() const {
    for (std::uint64_t i = 0; i < wire::kSentinelSize; ++i) {
      if (byte(layout_.sentinel() + i) != wire::kSentinel) {
        throw MalformedOutput("it wrote beyond its output");
      }
    }
    for (std::size_t c = 0; c < description_.criteria.size(); ++c) {
      for (std::uint64_t row = 0; row < layout_.rows(); ++row) {
        const auto value = value_of(c, row);
        // NaN fails both comparisons.
        if (value && !(*value >= 0.0 && *value <= 1.0)) {
          wrong("criterion " + description_.criteria[c].id + " is outside 0 to 1", row);
        }
      }
    }
    const std::size_t groups = description_.groups.size();
    for (std::uint64_t row = 0; row < layout_.rows(); ++row) {
      if (reason_of(row) > description_.reasons.size()) wrong("an unknown reason", row);
      if (groups < 32 && (groups_of(row) >> groups) != 0) wrong("an unknown group", row);
    }
  }

  std::optional<double> value_of(std::size_t criterion, std::uint64_t row) const {
    if (byte(layout_.unknown(criterion, row)) != 0) return std::nullopt;
    return number<double>(layout_.value(criterion, row));
  }
  unsigned reason_of(std::uint64_t row) const { return byte(layout_.not_eligible(row)); }
  std::uint32_t groups_of(std::uint64_t row) const {
    return number<std::uint32_t>(layout_.group_bits(row));
  }

  /// The runner wrote them, but it lives with the plugin.
  std::vector<JoinedGroup> joined() const {
    try {
      wire::Source source(bytes_.substr(layout_.joined()));
      const auto count = source.number<std::uint64_t>();
      if (count > RuleLayout::kMostNames) throw MalformedOutput("too many groups");
      std::vector<JoinedGroup> groups(static_cast<std::size_t>(count));
      for (std::uint64_t i = 0; i < count; ++i) {
        const auto name = source.text();
        const auto number = source.number<std::uint32_t>();
        if (number >= count || !RuleLayout::may_be_joined(name) || is_declared(name)) {
          throw MalformedOutput("a group that cannot be called " +
                                std::string(name.substr(0, RuleLayout::kMaxName)));
        }
        groups[number].name = name;
      }
      take_rows(source, groups);
      return groups;
    } catch (const std::out_of_range& failure) {
      throw MalformedOutput(failure.what());
    }
  }

 private:
  void take_rows(wire::Source& source, std::vector<JoinedGroup>& groups) const {
    const auto pairs = source.number<std::uint64_t>();
    if (pairs > layout_.rows() * RuleLayout::kMostJoined) throw MalformedOutput("too many groups");
    for (std::uint64_t i = 0; i < pairs; ++i) {
      const auto row = source.number<std::uint32_t>();
      const auto group = source.number<std::uint32_t>();
      if (row >= layout_.rows() || group >= groups.size()) {
        throw MalformedOutput("a group of a row that is not there");
      }
      groups[group].rows.push_back(before_ + row);
    }
  }
  bool is_declared(std::string_view name) const {
    return std::any_of(description_.groups.begin(), description_.groups.end(),
                       [&](const auto& group) { return group.id == name; });
  }
  unsigned char byte(std::size_t at) const { return static_cast<unsigned char>(bytes_[at]); }
  template <class Number>
  Number number(std::size_t at) const {
    Number value;
    std::memcpy(&value, bytes_.data() + at, sizeof(value));
    return value;
  }
  [[noreturn]] void wrong(const std::string& what, std::uint64_t row) const {
    throw MalformedOutput(what + " in row " + std::to_string(before_ + row + 1));
  }

  const RuleLayout& layout_;
  std::string_view bytes_;
  const RuleDescription& description_;
  std::uint64_t before_;
};

void add_joined(std::vector<JoinedGroup>& all, std::vector<JoinedGroup> found) {
  for (auto& group : found) {
    auto& rows = group.rows;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&](const auto& known) { return known.name == group.name; });
    if (same == all.end()) {
      all.push_back(std::move(group));
    } else {
      same->rows.insert(same->rows.end(), rows.begin(), rows.end());
    }
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

}  // namespace

void RuleResult::reserve(std::uint64_t most) {
  const auto count = static_cast<std::size_t>(most);
  values.resize(description.criteria.size());
  for (auto& column : values) column.reserve(count);
  not_eligible.reserve(count);
  groups.reserve(count);
}

void take_rule_output(const RuleLayout& layout, std::string_view bytes, RuleResult& result) {
  const Output output(layout, bytes, result);
  output.check();
  auto joined = output.joined();
  for (std::size_t c = 0; c < result.description.criteria.size(); ++c) {
    for (std::uint64_t row = 0; row < layout.rows(); ++row) {
      result.values[c].push_back(output.value_of(c, row));
    }
  }
  for (std::uint64_t row = 0; row < layout.rows(); ++row) {
    const unsigned reason = output.reason_of(row);
    result.not_eligible.push_back(
        reason == 0 ? std::nullopt : std::optional(static_cast<std::uint8_t>(reason - 1)));
    result.groups.push_back(output.groups_of(row));
  }
  if (!joined.empty()) add_joined(result.joined, std::move(joined));
  result.rows += layout.rows();
}

}  // namespace pilah::plugin
