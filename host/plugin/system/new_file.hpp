// A file that replaces another once all of it is there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "pilah/plugin/system/descriptor.hpp"

namespace pilah::plugin {

/// Lies beside its target under a name of its own; gone at its end unless kept.
/// Every function throws std::system_error that names the file.
class NewFile {
 public:
  explicit NewFile(std::filesystem::path target);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  int descriptor() const { return descriptor_.get(); }
  std::int64_t size() const;
  void append(std::string_view bytes);
  /// Takes the target's place: file, then folder synced.
  void keep();

 private:
  std::filesystem::path target_;
  std::string path_;
  Descriptor descriptor_;
};

}  // namespace pilah::plugin
