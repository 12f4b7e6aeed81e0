// The staged rows of one import: a file beside the database.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "pilah/store/store.hpp"

namespace pilah::store {

/// Rows with their length in front of each. The file begins with a header that
/// is zero until the file is sealed: rows (and one), bytes, CRC-32 of what
/// follows. Used by one thread. Throws Refusal(kUnavailable) when the disk refuses.
class StagingFile : public Staging {
 public:
  /// Opens and locks the file, making it when it is not there and emptying it
  /// unless it is sealed and whole. Throws Refusal(kConflict) while it is open
  /// elsewhere.
  explicit StagingFile(std::filesystem::path path);
  ~StagingFile() override;
  StagingFile(const StagingFile&) = delete;
  StagingFile& operator=(const StagingFile&) = delete;

  void append(std::string_view row) override;
  void seal() override;
  bool sealed() const { return sealed_; }
  void read(std::int64_t first,
            const std::function<bool(std::int64_t, std::string_view)>& take) override;

 private:
  struct Header {
    std::uint64_t rows_and_one = 0;  ///< an empty list is sealed too
    std::uint64_t bytes = 0;         ///< behind the header
    std::uint64_t checksum = 0;
  };

  void write_all(const char* bytes, std::size_t count);
  void flush();
  bool is_whole(const Header& header) const;

  std::filesystem::path path_;
  int descriptor_ = -1;
  Header header_;
  bool sealed_ = false;
  std::string buffer_;
  std::int64_t next_number_ = 0;                // the row behind the last one that was read ...
  std::uint64_t next_offset_ = sizeof(Header);  // ... and where it begins
};

}  // namespace pilah::store
