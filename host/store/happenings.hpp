// What happened, for whom, and how far each has read.
//
// One row for what happened, not one for each reader: it is stored with the change itself,
// so that neither is there without the other, and addressed to roles and organisations as
// much as to accounts. Who reads it is decided when it is read: a successor finds what
// waits for the organisation, and one deputy more costs nothing. What an account has read
// is a number and the few read beyond it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/happening.hpp"

namespace pilah::store {

/// To whom something is told, e.g. "verifiers"; the registry knows what they mean.
using Addresses = std::vector<std::string>;

/// What an account has read in a region: all up to `until`, and those beyond.
struct ReadMark {
  std::int64_t until = 0;
  std::set<std::int64_t> beyond;

  bool has_read(std::int64_t number) const { return number <= until || beyond.contains(number); }
  friend bool operator==(const ReadMark&, const ReadMark&) = default;
};

class HappeningReader {
 public:
  virtual ~HappeningReader() = default;

  /// What was told to any of the addresses, with numbers below `before`: the newest first,
  /// `limit` at most, each once.
  virtual std::vector<catalogue::Happening> told(const catalogue::RegionCode& region,
                                                 const Addresses& addresses, std::int64_t before,
                                                 std::size_t limit) = 0;
  virtual std::optional<catalogue::Happening> happening(const catalogue::RegionCode& region,
                                                        std::int64_t number) = 0;
  virtual ReadMark read_mark(const catalogue::RegionCode& region, std::string_view account) = 0;
};

class HappeningWriter : public HappeningReader {
 public:
  /// Keeps it, with the next number of its region and the time of this change; answers
  /// the number.
  virtual std::int64_t tell(const catalogue::Happening& happening, const Addresses& addresses) = 0;
  virtual void mark_read(const catalogue::RegionCode& region, std::string_view account,
                         std::int64_t number) = 0;
  /// All up to `until`, which never goes back.
  virtual void mark_all_read(const catalogue::RegionCode& region, std::string_view account,
                             std::int64_t until) = 0;
  /// Drops what happened before `at`, but for the region's last, which the next number
  /// follows.
  virtual void drop_happenings(const catalogue::RegionCode& region, std::int64_t at) = 0;
  /// What an account has read, in every region.
  virtual void drop_read_marks(std::string_view account) = 0;
};

}  // namespace pilah::store
