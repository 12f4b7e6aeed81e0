// A set of strings, each stored once and known by the order of its arrival:
// candidate ids, group names and resource names of a problem.
//
// Ownership: owns all characters; a view it returns lives until the next
// intern(). Threads: const members may be called from several threads.
// Memory: the characters, 4 bytes per name and about 8 per name for the table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pilah::selection {

class Names {
 public:
  // The index of name, which is added if it is new.
  // Requires: fits(name).
  std::uint32_t intern(std::string_view name);

  std::optional<std::uint32_t> find(std::string_view name) const;

  // Gives the table's memory back once all names are known: find() then looks
  // through all of them.
  void drop_table() { slots_ = std::vector<std::uint32_t>(); }

  // Requires: index < size().
  std::string_view operator[](std::uint32_t index) const;

  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

  // Whether one more name can be stored (4 GiB of characters, 2^31 names).
  bool fits(std::string_view name) const;

 private:
  std::size_t slot_of(std::string_view name) const;
  void rebuild(std::size_t slots);

  std::string characters_;
  std::vector<std::uint32_t> ends_;   // one past the last character of each name
  std::vector<std::uint32_t> slots_;  // open addressing: index + 1, 0 when empty
};

}  // namespace pilah::selection
