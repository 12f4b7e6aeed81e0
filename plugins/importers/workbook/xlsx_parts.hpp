// Which parts of an XLSX archive are what: it says so itself, in "relationships".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive.hpp"
#include "sentences.hpp"

namespace workbook {

struct XlsxSheet {
  std::string name;
  std::string part;
};

struct XlsxParts {
  std::vector<XlsxSheet> sheets;  ///< the visible ones that have cells, in their order
  std::string strings;            ///< empty: there are none
  std::string styles;             ///< likewise
  bool from_1904 = false;         ///< days are counted from 1904 on
};

XlsxParts read_xlsx_parts(Archive& archive, const Words& words);

}  // namespace workbook
