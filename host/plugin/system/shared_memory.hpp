// Memory that the host and a runner both see: a sealed memfd.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

#include "pilah/plugin/system/descriptor.hpp"

namespace pilah::plugin {

/// A copy of `bytes` that nobody can change any more, the host included: sealed
/// against shrinking, growing and writing. Throws std::system_error.
Descriptor sealed_copy(const char* name, std::string_view bytes);

/// As sealed_copy(), of `size` bytes that `fill` writes in place.
Descriptor sealed_memory(const char* name, std::size_t size,
                         const std::function<void(std::span<std::byte> bytes)>& fill);

/// Memory of a fixed size that host and runner write: sealed against shrinking
/// and growing, so that a plugin cannot kill the host by cutting it off.
/// Unmapped at its end. Throws std::system_error.
class SharedOutput {
 public:
  SharedOutput(const char* name, std::size_t size);
  ~SharedOutput();
  SharedOutput(const SharedOutput&) = delete;
  SharedOutput& operator=(const SharedOutput&) = delete;

  int descriptor() const { return descriptor_.get(); }
  std::size_t size() const { return size_; }
  /// What the other side wrote may change while it is read: copy, then check.
  const std::byte* bytes() const { return bytes_; }

 private:
  Descriptor descriptor_;
  std::size_t size_;
  std::byte* bytes_ = nullptr;
};

}  // namespace pilah::plugin
