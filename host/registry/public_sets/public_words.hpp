// Which of the statements of a selection (choice/statement.hpp) everybody may read, and what
// stands in the place of the others.
//
// A list of what is let through: a kind that it does not know is withheld.
//
// Values; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/registry/public_sets/openness.hpp"

namespace pilah::registry {

class PublicWords {
 public:
  /// `named`: the names of the candidates that are not hidden. Refers to both.
  PublicWords(const Openness& open, const std::set<std::string>& named)
      : open_(open), named_(named) {}

  /// Without what is not public in it; a hidden candidate is "a candidate that is not
  /// public". Nothing: all of it is withheld.
  std::optional<boost::json::object> statement(boost::json::object told) const;

  /// Those that are left.
  boost::json::array statements(const boost::json::array& told) const;

  /// The same for the reasons of a candidate: that some are withheld is said behind them.
  boost::json::array reasons(const boost::json::array& told) const;

 private:
  bool lets_through(const boost::json::object& told) const;
  bool is_way(std::string_view kind) const;
  bool let_arguments_through(boost::json::object& arguments) const;
  /// False: it is not public.
  bool let_through(boost::json::value& argument) const;
  bool let_list_through(boost::json::array& list) const;

  const Openness& open_;
  const std::set<std::string>& named_;
};

/// The names of the selection's candidates that are not hidden.
std::set<std::string> names_shown(const catalogue::SelectionRecord& selection,
                                  const Openness& open);

}  // namespace pilah::registry
