// A folder in the making, which nobody else makes meanwhile.
#pragma once

#include <filesystem>

namespace pilah::registry {

/// Made empty, for its owner alone; what an earlier one that was cut off left in it is
/// removed. Gone at the end unless keep() was called. Locked against other processes.
class PartialFolder {
 public:
  /// Throws Refusal(kConflict) while another process makes it, Refusal(kUnavailable)
  /// when it cannot be made.
  explicit PartialFolder(std::filesystem::path path);
  ~PartialFolder();
  PartialFolder(const PartialFolder&) = delete;
  PartialFolder& operator=(const PartialFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
  bool kept_ = false;
};

}  // namespace pilah::registry
