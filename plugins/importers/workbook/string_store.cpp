#include "string_store.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include <zlib.h>

namespace workbook {
namespace {

constexpr int kFast = 1;

}  // namespace

void StringStore::add(std::string_view text) {
  text_ += text;
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  ++count_;
  if (text_.size() + ends_.size() * sizeof(std::uint32_t) >= kBlock) pack();
}

/// A block is its ends, then its texts.
void StringStore::pack() {
  if (ends_.empty()) return;
  const std::size_t head = ends_.size() * sizeof(std::uint32_t);
  std::string whole(head, '\0');
  std::memcpy(whole.data(), ends_.data(), head);
  whole += text_;
  uLongf length = compressBound(whole.size());
  std::string packed(length, '\0');
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &length,
                reinterpret_cast<const Bytef*>(whole.data()), whole.size(), kFast) != Z_OK) {
    throw std::runtime_error("zlib cannot compress");
  }
  packed.resize(length);
  packed.shrink_to_fit();
  packed_bytes_ += packed.size() + sizeof(Block);
  if (packed_bytes_ > kMostPacked) words_.refuse(kTooManyTexts);
  blocks_.push_back({count_ - ends_.size(), whole.size(), std::move(packed)});
  text_.clear();
  ends_.clear();
}

const StringStore::Unpacked& StringStore::unpacked(std::size_t block) {
  Unpacked& place = unpacked_[block % kUnpacked];
  if (place.is_used && place.block == block) return place;
  const Block& from = blocks_[block];
  std::string whole(from.bytes, '\0');
  uLongf length = whole.size();
  if (uncompress(reinterpret_cast<Bytef*>(whole.data()), &length,
                 reinterpret_cast<const Bytef*>(from.packed.data()), from.packed.size()) != Z_OK) {
    throw std::runtime_error("zlib cannot unpack what it compressed");
  }
  const std::uint64_t next = block + 1 < blocks_.size() ? blocks_[block + 1].first : count_;
  place.ends.resize(static_cast<std::size_t>(next - from.first));
  const std::size_t head = place.ends.size() * sizeof(std::uint32_t);
  std::memcpy(place.ends.data(), whole.data(), head);
  place.text.assign(whole, head);
  place.block = block;
  place.is_used = true;
  return place;
}

std::string_view StringStore::at(std::uint64_t number) {
  const auto behind = std::upper_bound(
      blocks_.begin(), blocks_.end(), number,
      [](std::uint64_t wanted, const Block& block) { return wanted < block.first; });
  const auto block = static_cast<std::size_t>(behind - blocks_.begin()) - 1;
  const Unpacked& place = unpacked(block);
  const auto within = static_cast<std::size_t>(number - blocks_[block].first);
  const std::size_t begin = within == 0 ? 0 : place.ends[within - 1];
  return std::string_view(place.text).substr(begin, place.ends[within] - begin);
}

}  // namespace workbook
