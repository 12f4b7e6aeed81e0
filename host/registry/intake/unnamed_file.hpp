// A file that no folder lists, for what is needed on the disk for a while: it is gone with
// its owner, whatever becomes of the program.
//
// Throws Refusal(kUnavailable) when the disk takes nothing. One thread at a time.
#pragma once

#include <filesystem>
#include <string_view>

namespace pilah::registry {

class UnnamedFile {
 public:
  /// `folder`: on whose file system it lies.
  explicit UnnamedFile(const std::filesystem::path& folder);
  ~UnnamedFile();
  UnnamedFile(const UnnamedFile&) = delete;
  UnnamedFile& operator=(const UnnamedFile&) = delete;

  void append(std::string_view bytes);
  /// By which this process can open it.
  std::filesystem::path path() const;

 private:
  int descriptor_;
};

}  // namespace pilah::registry
