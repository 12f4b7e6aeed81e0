// CSV as spreadsheets read it (RFC 4180): a header, commas, CRLF, quotes where needed.
//
// A text that a spreadsheet would take for a formula (it begins with = + - or @, or with a
// tab or carriage return) gets one ' in front (OWASP, CSV injection). Numbers stay numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

namespace pilah::http {

/// The mark by which Excel knows a file that is opened, not imported, for UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

void append_csv_header(std::string& text, const std::vector<std::string>& columns);
void append_csv_row(std::string& text, const std::vector<std::string>& columns,
                    const boost::json::object& row);

}  // namespace pilah::http
