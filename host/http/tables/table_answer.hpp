// The same list as JSON, as CSV or as JSON lines, whichever its reader asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pilah/http/exchange.hpp"
#include "pilah/http/tables/table_form.hpp"

namespace pilah::http {

enum class TableFormat {
  kJson,   ///< application/json: the whole answer
  kCsv,    ///< text/csv: the rows
  kLines,  ///< application/x-ndjson: the list's elements, one a line
};

/// What an Accept header asks for first, by its weights; JSON where it takes anything.
TableFormat format_asked(std::string_view accept);

/// The JSON answer in that format. The tag names the format, too: another representation.
/// `response`: 200 with the JSON object that `form` is of.
Response table_answer(Response response, const TableForm& form, TableFormat format,
                      const std::vector<std::string>& places);

/// The tag of the same state in that format: "57-1" becomes "57-1-csv".
std::string tag_in(std::string tag, TableFormat format);

/// The tags of an If-None-Match header, as those of the JSON form.
std::string tags_of_json(std::string if_none_match);

/// Takes `bom` out of a query; whether it asks for the byte order mark in front of a CSV
/// file. Throws HttpRefusal(400) for anything but true and false.
bool take_mark(Request& request);

std::string_view media_type_of(TableFormat format);

}  // namespace pilah::http
