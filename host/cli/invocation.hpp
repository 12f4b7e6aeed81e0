// One call of the command line, as its caller sees it.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "pilah/catalogue/sentences.hpp"

namespace pilah::cli {

/// The streams are the caller's and outlive the call. A command that runs
/// within a serving host gets the streams and the folder of the person who
/// typed it, not the host's.
struct Invocation {
  std::vector<std::string> arguments;  ///< without the program's name
  std::filesystem::path working_folder;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;        ///< progress is shown on a terminal only
  std::string actor = "command-line";  ///< on whose behalf changes are recorded
  std::string language_tag;            ///< LANG or the like; --lang goes before it
  std::filesystem::path data_folder;   ///< when --data says nothing
};

}  // namespace pilah::cli
