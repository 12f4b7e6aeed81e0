// A text as a QR code, drawn in SVG.
#pragma once

#include <string>
#include <string_view>

namespace pilah::registry {

/// Black on white, with the quiet zone of four modules that readers need; error
/// correction M. Throws std::runtime_error for a text that no code can hold (2,331
/// bytes) or when there is no memory.
std::string qr_svg(std::string_view text);

}  // namespace pilah::registry
