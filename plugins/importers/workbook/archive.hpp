// The parts of a workbook, which is a ZIP archive: found by name, unpacked in pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "pilah/plugin.hpp"
#include "sentences.hpp"

namespace workbook {

/// Of one stream, which must outlive it. One thread. All that is unpacked is bounded:
/// together kMostBytes, a piece at a time.
class Archive {
 public:
  static constexpr std::uint64_t kMostBytes = std::uint64_t{2} * 1024 * 1024 * 1024;
  static constexpr std::size_t kMostParts = 10'000;

  /// Throws BadFile when the stream is no ZIP archive, or one that is cut off.
  Archive(const pilah::Stream& stream, const Words& words);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// Names as in the archive, "/" between folders; upper and lower case are alike.
  bool has(std::string_view part) const;

  /// Hands on the part's bytes, in pieces. Throws BadFile when it is not there, is
  /// encrypted, is damaged, or is too much.
  void read(std::string_view part, const std::function<void(std::string_view piece)>& take);

 private:
  struct Access;  // to the stream, as minizip wants it
  struct Place {
    std::uint64_t in_directory;
    std::uint64_t number;
  };

  void list_parts();
  void rethrow() const;

  const Words& words_;
  std::unique_ptr<Access> access_;
  void* zip_ = nullptr;
  std::map<std::string, Place, std::less<>> parts_;  // by name in lower case
  std::uint64_t unpacked_ = 0;
};

/// The part in small letters, without the "/" that some write in front, "\" as "/".
std::string part_name(std::string_view written);

}  // namespace workbook
