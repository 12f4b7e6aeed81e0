// The runner's end of the wire.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/plugin.h"
#include "pilah/plugin/system/descriptor.hpp"
#include "pilah/plugin/wire/wire.hpp"

namespace pilah::plugin::runner {

/// What the host handed over with kStart (wire.hpp tells what is where).
using Given = std::vector<Descriptor>;

/// A message with the descriptors that came along.
struct Received {
  wire::Message message;
  Given descriptors;
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

/// The text of an error that a plugin answers; wherever it says its length lies.
class ErrorText {
 public:
  pilah_error* get() { return &raw_; }
  std::string_view text() const {
    return {buffer_.data(),
            static_cast<std::size_t>(std::min<std::uint64_t>(raw_.length, buffer_.size()))};
  }

 private:
  std::array<char, 2048> buffer_{};
  pilah_error raw_{sizeof(pilah_error), 0, buffer_.data(), buffer_.size(), 0};
};

/// Ends request `sequence`: its status, for an error its text in `description`,
/// and the bytes of more output where a request has it.
void finish(std::uint32_t sequence, std::int32_t status, std::string_view error_text,
            const Mapping& description, std::uint64_t more = 0);

/// Waits until the host closes: ending with unread messages would lose the last one.
void wait_for_host();

}  // namespace pilah::plugin::runner
