#include "pilah/cli/wording.hpp"

namespace pilah::cli {

std::string joined(const std::vector<std::string>& words, const std::string& none) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? none : text;
}

std::string whole_percent(catalogue::Millionths share) {
  return std::to_string((share.value + 5000) / 10000) + " %";
}

}  // namespace pilah::cli
