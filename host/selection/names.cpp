#include "pilah/selection/names.hpp"

#include <functional>

namespace pilah::selection {

std::string_view Names::operator[](std::uint32_t index) const {
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(characters_).substr(begin, ends_[index] - begin);
}

bool Names::fits(std::string_view name) const {
  return characters_.size() + name.size() <= UINT32_MAX && ends_.size() < (1U << 31);
}

std::size_t Names::slot_of(std::string_view name) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(name)&mask;
  while (slots_[slot] != 0 && (*this)[slots_[slot] - 1] != name) slot = (slot + 1) & mask;
  return slot;
}

void Names::rebuild(std::size_t slots) {
  slots_.assign(slots, 0);
  for (std::uint32_t index = 0; index < size(); ++index) {
    slots_[slot_of((*this)[index])] = index + 1;
  }
}

std::optional<std::uint32_t> Names::find(std::string_view name) const {
  if (slots_.empty()) {
    for (std::uint32_t index = 0; index < size(); ++index) {
      if ((*this)[index] == name) return index;
    }
    return std::nullopt;
  }
  const std::uint32_t found = slots_[slot_of(name)];
  return found == 0 ? std::nullopt : std::optional<std::uint32_t>(found - 1);
}

std::uint32_t Names::intern(std::string_view name) {
  if (ends_.size() * 3 >= slots_.size() * 2) {
    std::size_t slots = 16;
    while (slots < ends_.size() * 2 + 2) slots *= 2;
    rebuild(slots);
  }
  std::uint32_t& slot = slots_[slot_of(name)];
  if (slot == 0) {
    characters_.append(name);
    ends_.push_back(static_cast<std::uint32_t>(characters_.size()));
    slot = size();
  }
  return slot - 1;
}

}  // namespace pilah::selection
