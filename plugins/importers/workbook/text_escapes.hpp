// Characters that XLSX writes as _xHHHH_, since XML cannot have them or would change them.
#pragma once

#include <string>
#include <string_view>

namespace workbook {

/// "one_x000D_\ntwo" becomes "one\r\ntwo"; control characters other than tab and line ends
/// become blanks. ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
std::string without_escapes(std::string_view text);

}  // namespace workbook
