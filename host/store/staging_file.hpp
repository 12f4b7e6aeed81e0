// The staged rows of one import: a file beside the database.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <string_view>

#include "pilah/store/store.hpp"

namespace pilah::store {

/// Rows with their length in front; the first eight bytes count them once the
/// file is sealed (synced, with its folder), and are zero before. Used by one
/// thread. Throws Refusal(kUnavailable) when the disk refuses.
class StagingFile : public Staging {
 public:
  /// Opens and locks the file, making it when it is not there. Throws
  /// Refusal(kConflict) while another process has it open.
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
  void write_all(const void* bytes, std::size_t count);
  void flush();

  std::filesystem::path path_;
  int descriptor_ = -1;
  bool sealed_ = false;
  std::int64_t rows_ = 0;
  std::string buffer_;
  std::int64_t next_number_ = 0;   // the row behind the last one that was read ...
  std::uint64_t next_offset_ = 8;  // ... and where it begins
};

}  // namespace pilah::store
