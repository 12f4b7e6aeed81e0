// How a list that the API answers as JSON becomes a table: its columns follow from the
// schema of a row, so that they are described, and stay, without being said again.
//
// A row is a JSON object. A member that is a text, a number, yes or no is a column; an
// object of known members gives a column each, named "owner.code"; a list of texts or
// numbers is one column, joined by "; ". Lists of objects are left to JSON.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

namespace pilah::http {

/// Makes the row of a list's element.
using RowOf = std::function<boost::json::object(const boost::json::value& element)>;

/// Of a route: where in its answer the list stands, and what its rows are.
struct TableForm {
  std::string member;                ///< of the answer's object: "innovations"
  std::string row_schema;            ///< name of the schema of a row
  std::vector<std::string> columns;  ///< of it, as columns_of() has them
  /// Makes what makes rows, once for each answer, from the values of the path's places;
  /// empty: an element is its row.
  std::function<RowOf(const std::vector<std::string>& places)> rows = nullptr;
};

/// The columns of a row of that schema, in its order. `schemas`: all by name.
std::vector<std::string> columns_of(std::string_view row_schema,
                                    const boost::json::object& schemas);

/// What stands in the column of the row; null: nothing does.
const boost::json::value* cell_of(const boost::json::object& row, std::string_view column);

}  // namespace pilah::http
