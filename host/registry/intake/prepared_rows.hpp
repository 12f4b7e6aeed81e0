// Staged rows, read back and prepared by a thread of their own.
//
// Preparing costs about as much as storing: with two cores both go on at once.
// At most two chunks wait, so memory stays bounded. next() is for one thread;
// the destructor ends the other.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/region_indexes.hpp"
#include "pilah/registry/intake/row_decision.hpp"

namespace pilah::registry {

class PreparedRows {
 public:
  using Chunk = std::vector<PreparedRow>;

  /// Rows from number `first` on; everything referred to outlives this.
  PreparedRows(const Environment& environment, RegionIndexes& indexes, store::Staging& staging,
               std::string list, std::int64_t first);
  ~PreparedRows();
  PreparedRows(const PreparedRows&) = delete;
  PreparedRows& operator=(const PreparedRows&) = delete;

  /// The next rows in their order; empty: there are no more. Throws what
  /// reading them threw.
  Chunk next();

 private:
  void work();
  bool read_chunk(Chunk& chunk);
  bool hand_over(Chunk chunk);

  const Environment& environment_;
  RegionIndexes& indexes_;
  store::Staging& staging_;
  std::string list_;
  std::int64_t next_row_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Chunk> ready_;
  std::exception_ptr failure_;
  bool done_ = false;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace pilah::registry
