// The runner's end of the wire.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/plugin/descriptor.hpp"
#include "pilah/plugin/wire.hpp"

namespace pilah::plugin::runner {

/// A message with the descriptors that came along.
struct Received {
  wire::Message message;
  std::vector<Descriptor> descriptors;
};

/// Nothing once the host has closed its end.
std::optional<Received> receive();
void send(const wire::Message& message);

/// Memory of the host, mapped. Output lies between two pages that cannot be
/// touched, so that a plugin which writes far beyond it dies at once.
class Mapping {
 public:
  /// Requires: a descriptor of shared memory of at least `size` bytes.
  Mapping(const Descriptor& memory, std::size_t size, bool writable);
  ~Mapping();
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  std::byte* bytes() const { return bytes_; }
  std::size_t size() const { return size_; }
  std::string_view view() const { return {reinterpret_cast<const char*>(bytes_), size_}; }

 private:
  std::byte* reserved_ = nullptr;
  std::size_t reserved_size_ = 0;
  std::byte* bytes_ = nullptr;
  std::size_t size_ = 0;
};

/// The bytes behind a descriptor of shared memory.
std::size_t size_of(const Descriptor& memory);

/// Ends a request: its status, and for an error its text in `output`, from byte `at` on.
void finish(std::int32_t status, std::string_view error_text, const Mapping& output,
            std::size_t at = 0);

}  // namespace pilah::plugin::runner
