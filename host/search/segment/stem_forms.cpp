#include "pilah/search/segment/stem_forms.hpp"

#include <utility>

namespace pilah::search {

std::size_t StemForms::bytes() const {
  return stems_.bytes() + (begins_.capacity() + forms_.capacity()) * sizeof(std::uint32_t);
}

void StemForms::Builder::add(std::string_view stem, std::span<const std::uint32_t> words) {
  if (words.empty()) return;
  stems_.add(stem);
  built_.forms_.insert(built_.forms_.end(), words.begin(), words.end());
  built_.begins_.push_back(static_cast<std::uint32_t>(built_.forms_.size()));
}

StemForms StemForms::Builder::build() && {
  built_.stems_ = std::move(stems_).build();
  built_.begins_.shrink_to_fit();
  built_.forms_.shrink_to_fit();
  return std::move(built_);
}

}  // namespace pilah::search
