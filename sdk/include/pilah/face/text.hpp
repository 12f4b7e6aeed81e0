// Texts across the ABI.
#pragma once

#include <cstddef>
#include <string_view>

#include "pilah/plugin.h"

namespace pilah {

inline std::string_view view(const pilah_text& text) {
  return text.length == 0 ? std::string_view()
                          : std::string_view(text.bytes, static_cast<std::size_t>(text.length));
}

inline pilah_text text_of(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace pilah
