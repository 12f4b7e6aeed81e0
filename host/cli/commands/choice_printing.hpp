// What a selection's answers have in common on a terminal: numbers, names, statements.
#pragma once

#include <cstdint>
#include <string>

#include <boost/json/array.hpp>

#include "pilah/registry/choice/robustness.hpp"

namespace pilah::cli {

class Session;

/// A score of 1 is the best there can be: "0,812" in Indonesian, "0.812" in English.
std::string decimal(std::int64_t millionths, const Session& session);
/// A share as "15,4%".
std::string percent(std::int64_t millionths, const Session& session);
/// Rupiah; "?" where it is unknown.
std::string rupiah(const std::optional<std::int64_t>& amount, const Session& session);

/// The names of {"id", "name"}, each shortened to `width`, of many the first two; "-" if
/// there is none.
std::string names(const boost::json::array& candidates, std::size_t width);

/// Each statement as a line behind a dash, indented by so many blanks.
void print_said(const Session& session, const registry::Said& said, std::size_t blanks = 2);

}  // namespace pilah::cli
