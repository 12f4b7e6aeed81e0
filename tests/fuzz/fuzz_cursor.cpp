// Any text is a place in an order or is refused; a place that is read is written as it was.
#include <string>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/search/cursor.hpp"
#include "target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pilah::search;
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  for (const Sort sort :
       {Sort::kRelevance, Sort::kName, Sort::kChanged, Sort::kBudget, Sort::kApplied}) {
    try {
      const Place place = read_place(text, sort);
      pilah::selection::fuzz::must(written(place, sort) == text,
                                   "a place has one way to be written");
    } catch (const pilah::catalogue::Refusal&) {
    }
  }
  return 0;
}
