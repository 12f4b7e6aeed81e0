// The texts that the cells of an XLSX workbook share: hundreds of thousands, few in memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sentences.hpp"

namespace workbook {

/// Texts by number. They lie in blocks, which are compressed once they are full; sheets name
/// texts nearly in the order in which they were first met, so few blocks are unpacked often.
class StringStore {
 public:
  explicit StringStore(const Words& words) : words_(words) {}

  /// Throws BadFile when all together are too much.
  void add(std::string_view text);
  /// Once, after the last one.
  void finish() { pack(); }

  std::uint64_t size() const { return count_; }
  /// Requires: number < size(). Valid until the next call.
  std::string_view at(std::uint64_t number);

 private:
  static constexpr std::size_t kBlock = std::size_t{64} * 1024;
  static constexpr std::size_t kUnpacked = 16;
  static constexpr std::size_t kMostPacked = std::size_t{256} * 1024 * 1024;

  struct Block {
    std::uint64_t first = 0;  // number of its first text
    std::size_t bytes = 0;    // of all its texts
    std::string packed;
  };
  struct Unpacked {
    std::size_t block = 0;
    bool is_used = false;
    std::string text;
    std::vector<std::uint32_t> ends;
  };

  void pack();
  const Unpacked& unpacked(std::size_t block);

  const Words& words_;
  std::uint64_t count_ = 0;
  std::size_t packed_bytes_ = 0;
  std::vector<Block> blocks_;
  std::string text_;                          // of the block that is filled
  std::vector<std::uint32_t> ends_;           // of its texts
  std::array<Unpacked, kUnpacked> unpacked_;  // a block's place: its number modulo kUnpacked
};

}  // namespace workbook
