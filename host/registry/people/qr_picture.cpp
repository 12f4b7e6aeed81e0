#include "pilah/registry/people/qr_picture.hpp"

#include <memory>
#include <stdexcept>

#include <qrencode.h>

namespace pilah::registry {

std::string qr_svg(std::string_view text) {
  const std::string copy(text);
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(copy.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code) throw std::length_error("no QR code holds this text");
  constexpr int kQuiet = 4;  // modules of white around it (ISO/IEC 18004)
  const int width = code->width;
  const std::string side = std::to_string(width + 2 * kQuiet);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
                    "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" +
                    side + "H0z\"/><path d=\"";
  for (int y = 0; y < width; ++y) {
    for (int x = 0; x < width; ++x) {
      if ((code->data[y * width + x] & 1) == 0) continue;
      const int begin = x;
      while (x + 1 < width && (code->data[y * width + x + 1] & 1) != 0) ++x;
      const std::string run = std::to_string(x + 1 - begin);
      svg += "M" + std::to_string(begin + kQuiet) + " " + std::to_string(y + kQuiet) + "h" + run +
             "v1h-" + run + "z";
    }
  }
  return svg + "\"/></svg>";
}

}  // namespace pilah::registry
