#include "faulty_vfs.hpp"

#include <algorithm>
#include <cstring>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

#include <sqlite3.h>

namespace pilah::tests {
namespace {

/// What a write or a shrinking has put in the place of what.
struct Unsynced {
  sqlite3_int64 offset = 0;
  std::vector<char> before;
  sqlite3_int64 size_before = 0;
};

struct OpenFile {
  sqlite3_file* real = nullptr;
  std::string path;
  std::list<Unsynced> unsynced;  // oldest first
};

/// The disk, whatever number of files are open on it.
struct Disk {
  std::mutex mutex;
  sqlite3_vfs* real = nullptr;
  sqlite3_vfs vfs{};
  std::map<sqlite3_file*, std::unique_ptr<OpenFile>> files;
  std::int64_t steps = 0;
  std::int64_t cut_at = 0;
  std::int64_t full_at = 0;
  int refusal = SQLITE_FULL;  // of a write from then on
  bool cut = false;

  /// What is not on the disk is gone; of the last write a half is there.
  void cut_power() {
    cut = true;
    for (auto& [handle, file] : files) {
      sqlite3_file* const real_file = file->real;
      if (file->unsynced.empty()) continue;
      // Half of the last write came through, wherever the others went.
      const Unsynced& last = file->unsynced.back();
      const sqlite3_int64 torn_at = last.offset;
      std::vector<char> torn(last.before.size() / 2);
      real_file->pMethods->xRead(real_file, torn.data(), static_cast<int>(torn.size()), torn_at);
      for (auto change = file->unsynced.rbegin(); change != file->unsynced.rend(); ++change) {
        real_file->pMethods->xWrite(real_file, change->before.data(),
                                    static_cast<int>(change->before.size()), change->offset);
        real_file->pMethods->xTruncate(real_file, change->size_before);
      }
      if (!torn.empty()) {
        real_file->pMethods->xWrite(real_file, torn.data(), static_cast<int>(torn.size()), torn_at);
      }
      file->unsynced.clear();
    }
  }
  /// Counts a step; answers what stands in its way.
  int step(bool writes) {
    if (cut) return SQLITE_IOERR;
    ++steps;
    if (steps == cut_at) {
      cut_power();
      return SQLITE_IOERR;
    }
    return writes && full_at > 0 && steps >= full_at ? refusal : SQLITE_OK;
  }
};

Disk& disk() {
  static Disk one;
  return one;
}

/// What SQLite holds; the rest lies in the disk's map.
struct Handle {
  sqlite3_file base;
};

OpenFile& file_of(sqlite3_file* handle) { return *disk().files.at(handle); }
sqlite3_file* real_of(sqlite3_file* handle) {
  const std::lock_guard lock(disk().mutex);
  return file_of(handle).real;
}
bool is_cut() {
  const std::lock_guard lock(disk().mutex);
  return disk().cut;
}

int close_file(sqlite3_file* handle) {
  const std::lock_guard lock(disk().mutex);
  OpenFile& file = file_of(handle);
  const int code = file.real->pMethods->xClose(file.real);
  sqlite3_free(file.real);
  disk().files.erase(handle);
  return code;
}

int read_file(sqlite3_file* handle, void* to, int count, sqlite3_int64 offset) {
  if (is_cut()) return SQLITE_IOERR_READ;
  auto* real = real_of(handle);
  return real->pMethods->xRead(real, to, count, offset);
}

/// Keeps what lies where something else is about to be written.
void remember(OpenFile& file, sqlite3_int64 offset, sqlite3_int64 count) {
  Unsynced change;
  file.real->pMethods->xFileSize(file.real, &change.size_before);
  change.offset = offset;
  change.before.resize(static_cast<std::size_t>(count));
  // A short read fills with zeros, and the truncation takes them away again.
  file.real->pMethods->xRead(file.real, change.before.data(), static_cast<int>(count), offset);
  file.unsynced.push_back(std::move(change));
}

int write_file(sqlite3_file* handle, const void* from, int count, sqlite3_int64 offset) {
  const std::lock_guard lock(disk().mutex);
  if (const int code = disk().step(true); code != SQLITE_OK) return code;
  OpenFile& file = file_of(handle);
  remember(file, offset, count);
  return file.real->pMethods->xWrite(file.real, from, count, offset);
}

int truncate_file(sqlite3_file* handle, sqlite3_int64 size) {
  const std::lock_guard lock(disk().mutex);
  if (const int code = disk().step(false); code != SQLITE_OK) return code;
  OpenFile& file = file_of(handle);
  sqlite3_int64 before = 0;
  file.real->pMethods->xFileSize(file.real, &before);
  if (before > size) remember(file, size, before - size);
  return file.real->pMethods->xTruncate(file.real, size);
}

int sync_file(sqlite3_file* handle, int) {
  const std::lock_guard lock(disk().mutex);
  if (const int code = disk().step(false); code != SQLITE_OK) return code;
  file_of(handle).unsynced.clear();  // the machine's own power does not fail here
  return SQLITE_OK;
}

int file_size(sqlite3_file* handle, sqlite3_int64* size) {
  auto* real = real_of(handle);
  return real->pMethods->xFileSize(real, size);
}
int lock_file(sqlite3_file* handle, int level) {
  auto* real = real_of(handle);
  return real->pMethods->xLock(real, level);
}
int unlock_file(sqlite3_file* handle, int level) {
  auto* real = real_of(handle);
  return real->pMethods->xUnlock(real, level);
}
int check_reserved_lock(sqlite3_file* handle, int* found) {
  auto* real = real_of(handle);
  return real->pMethods->xCheckReservedLock(real, found);
}
int file_control(sqlite3_file* handle, int operation, void* argument) {
  auto* real = real_of(handle);
  return real->pMethods->xFileControl(real, operation, argument);
}
int sector_size(sqlite3_file* handle) {
  auto* real = real_of(handle);
  return real->pMethods->xSectorSize(real);
}
int device_characteristics(sqlite3_file*) { return 0; }  // promises nothing
int map_shared(sqlite3_file* handle, int region, int size, int extend, void volatile** memory) {
  auto* real = real_of(handle);
  return real->pMethods->xShmMap(real, region, size, extend, memory);
}
int lock_shared(sqlite3_file* handle, int offset, int count, int flags) {
  auto* real = real_of(handle);
  return real->pMethods->xShmLock(real, offset, count, flags);
}
void shared_barrier(sqlite3_file* handle) {
  auto* real = real_of(handle);
  real->pMethods->xShmBarrier(real);
}
int unmap_shared(sqlite3_file* handle, int remove) {
  auto* real = real_of(handle);
  return real->pMethods->xShmUnmap(real, remove);
}

const sqlite3_io_methods kMethods = {2,
                                     close_file,
                                     read_file,
                                     write_file,
                                     truncate_file,
                                     sync_file,
                                     file_size,
                                     lock_file,
                                     unlock_file,
                                     check_reserved_lock,
                                     file_control,
                                     sector_size,
                                     device_characteristics,
                                     map_shared,
                                     lock_shared,
                                     shared_barrier,
                                     unmap_shared,
                                     nullptr,
                                     nullptr};

int open_file(sqlite3_vfs*, const char* path, sqlite3_file* handle, int flags, int* out_flags) {
  const std::lock_guard lock(disk().mutex);
  handle->pMethods = nullptr;
  if (disk().cut) return SQLITE_CANTOPEN;
  auto* real = static_cast<sqlite3_file*>(sqlite3_malloc(disk().real->szOsFile));
  if (real == nullptr) return SQLITE_NOMEM;
  std::memset(real, 0, static_cast<std::size_t>(disk().real->szOsFile));
  const int code = disk().real->xOpen(disk().real, path, real, flags, out_flags);
  if (code != SQLITE_OK) {
    sqlite3_free(real);
    return code;
  }
  auto file = std::make_unique<OpenFile>();
  file->real = real;
  file->path = path != nullptr ? path : "";
  disk().files.emplace(handle, std::move(file));
  handle->pMethods = &kMethods;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char* path, int sync_folder) {
  const std::lock_guard lock(disk().mutex);
  if (disk().cut) return SQLITE_IOERR_DELETE;
  return disk().real->xDelete(disk().real, path, sync_folder);
}

}  // namespace

FaultyVfs::FaultyVfs() {
  Disk& one = disk();
  one.real = sqlite3_vfs_find(nullptr);
  one.vfs = *one.real;
  one.vfs.szOsFile = sizeof(Handle);
  one.vfs.zName = name_.c_str();
  one.vfs.pNext = nullptr;
  one.vfs.xOpen = open_file;
  one.vfs.xDelete = delete_file;
  one.cut = false;
  one.cut_at = one.full_at = one.steps = 0;
  if (sqlite3_vfs_register(&one.vfs, 0) != SQLITE_OK) throw std::runtime_error("no VFS registered");
}

FaultyVfs::~FaultyVfs() { sqlite3_vfs_unregister(&disk().vfs); }

void FaultyVfs::cut_power_at(std::int64_t step) {
  const std::lock_guard lock(disk().mutex);
  disk().steps = 0;
  disk().cut_at = step;
}
bool FaultyVfs::power_is_cut() const { return is_cut(); }
void FaultyVfs::fill_disk_at(std::int64_t step) {
  const std::lock_guard lock(disk().mutex);
  disk().steps = 0;
  disk().full_at = step;
  disk().refusal = SQLITE_FULL;
}
void FaultyVfs::make_read_only_at(std::int64_t step) {
  const std::lock_guard lock(disk().mutex);
  disk().steps = 0;
  disk().full_at = step;
  disk().refusal = SQLITE_IOERR_WRITE;
}
void FaultyVfs::free_disk() {
  const std::lock_guard lock(disk().mutex);
  disk().full_at = 0;
}
std::int64_t FaultyVfs::steps() const {
  const std::lock_guard lock(disk().mutex);
  return disk().steps;
}

}  // namespace pilah::tests
