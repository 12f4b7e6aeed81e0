#include "pilah/registry/intake/prepared_rows.hpp"

#include <utility>

namespace pilah::registry {
namespace {

constexpr std::size_t kChunkRows = 1024;
constexpr std::size_t kChunkBytes = std::size_t{8} * 1024 * 1024;
constexpr std::size_t kWaitingChunks = 2;

}  // namespace

PreparedRows::PreparedRows(const Environment& environment, RegionIndexes& indexes,
                           store::Staging& staging, std::string list, std::int64_t first)
    : environment_(environment),
      indexes_(indexes),
      staging_(staging),
      list_(std::move(list)),
      next_row_(first),
      thread_([this] { work(); }) {}

PreparedRows::~PreparedRows() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

PreparedRows::Chunk PreparedRows::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !ready_.empty() || done_; });
  if (ready_.empty()) {
    if (failure_) std::rethrow_exception(failure_);
    return {};
  }
  Chunk chunk = std::move(ready_.front());
  ready_.pop_front();
  lock.unlock();
  changed_.notify_all();
  return chunk;
}

void PreparedRows::work() {
  std::exception_ptr failure;
  try {
    Chunk chunk;
    while (read_chunk(chunk) && hand_over(std::exchange(chunk, {}))) {
    }
  } catch (...) {
    failure = std::current_exception();
  }
  {
    const std::lock_guard lock(mutex_);
    failure_ = failure;
    done_ = true;
  }
  changed_.notify_all();
}

bool PreparedRows::read_chunk(Chunk& chunk) {
  std::size_t bytes = 0;
  // A read is kept short: it holds a view of the database open.
  staging_.read(next_row_, [&](std::int64_t, std::string_view row) {
    bytes += row.size();
    const RowContext context{environment_.list_words, environment_.taxonomy};
    chunk.push_back(PreparedRow{{}, {}, {}, {}, {}, context});
    read_staged(row, chunk.back().staged);
    return chunk.size() < kChunkRows && bytes < kChunkBytes;
  });
  next_row_ += static_cast<std::int64_t>(chunk.size());
  for (auto& row : chunk) {
    if (row.staged.kind != StagedRow::Kind::kEntry) continue;
    row.context.organisations = &indexes_.organisations(row.staged.region);
    row.context.plans = &indexes_.plans(row.staged.region);
    prepare(row, list_);
  }
  return !chunk.empty();
}

bool PreparedRows::hand_over(Chunk chunk) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return ready_.size() < kWaitingChunks || stopped_; });
  if (stopped_) return false;
  ready_.push_back(std::move(chunk));
  lock.unlock();
  changed_.notify_all();
  return true;
}

}  // namespace pilah::registry
