// A request's body that is too long for the memory: a file without a name, which is gone
// with its last user, whatever becomes of the program.
//
// Written by the front's thread while the body comes in (into the page cache, without a
// sync), then read by one worker. What all of a server's take of the disk is bounded.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

#include "pilah/http/front/descriptor.hpp"

namespace pilah::http {

/// What the bodies of one server may take of the disk together. Any thread.
class SpoolRoom {
 public:
  explicit SpoolRoom(std::size_t most) : most_(most) {}
  /// False: there is not so much left, and nothing is taken.
  bool take(std::size_t bytes);
  void give_back(std::size_t bytes) { used_ -= bytes; }
  std::size_t used() const { return used_; }

 private:
  const std::size_t most_;
  std::atomic<std::size_t> used_{0};
};

class BodySpool {
 public:
  BodySpool(std::filesystem::path folder, std::shared_ptr<SpoolRoom> room);
  ~BodySpool();
  BodySpool(const BodySpool&) = delete;
  BodySpool& operator=(const BodySpool&) = delete;

  /// False: there is no room for it, or the disk takes nothing; then it is of no more use.
  bool append(std::string_view bytes);
  std::size_t size() const { return size_; }
  /// What stands from `at` on, into `buffer`; nothing at the end. Throws std::system_error.
  std::string_view read(std::size_t at, char* buffer, std::size_t size) const;

 private:
  const std::filesystem::path folder_;
  const std::shared_ptr<SpoolRoom> room_;
  Descriptor file_;  // made with the first byte
  std::size_t size_ = 0;
};

}  // namespace pilah::http
