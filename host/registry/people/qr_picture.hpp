// A text as a QR code, drawn in SVG.
#pragma once

#include <string>
#include <string_view>

namespace pilah::registry {

/// Black on white, with the quiet zone of four modules that readers need; error
/// correction M. Throws std::length_error for a text that no code holds (2,331 bytes).
std::string qr_svg(std::string_view text);

}  // namespace pilah::registry
