// A disk that fails on demand, as a VFS of SQLite over the system's own.
//
// It counts what it is asked to do (a write, a shrinking, a sync is one step). At
// a step told beforehand the power fails: whatever was not synced is undone, the
// last write of it but for its first half, and from then on nothing works any
// more. Or the disk is full from a step on, until there is space again.
#pragma once

#include <cstdint>
#include <string>

namespace pilah::tests {

/// One at a time in a process: SQLite's list of VFSes is global.
class FaultyVfs {
 public:
  FaultyVfs();
  ~FaultyVfs();
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;

  const std::string& name() const { return name_; }

  /// The power fails at step `step` (1 is the next); 0: never.
  void cut_power_at(std::int64_t step);
  bool power_is_cut() const;
  /// From step `step` on (1 is the next) every write answers that the disk is full.
  void fill_disk_at(std::int64_t step);
  /// From step `step` on every write fails, as on a disk that the system has made
  /// read-only because it found it damaged.
  void make_read_only_at(std::int64_t step);
  /// Every write is taken again.
  void free_disk();
  /// Steps since the disk was made or told to fail.
  std::int64_t steps() const;

 private:
  std::string name_ = "pilah-faulty";
};

}  // namespace pilah::tests
