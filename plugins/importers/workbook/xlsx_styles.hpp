// The number formats of an XLSX workbook, by the style that a cell names.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "archive.hpp"
#include "number_format.hpp"
#include "sentences.hpp"

namespace workbook {

/// By the number of a cell's style (attribute s), from 0.
std::vector<NumberFormat> read_styles(Archive& archive, const std::string& part,
                                      const Words& words);

}  // namespace workbook
