// Files that prove claims, each kept once, under the SHA-256 of its bytes.
//
// evidence/ab/abcdef...: a file has its place only when all of it is on the disk. It
// is put there before the change that names it is stored, and removed after the last
// that named it is; a crash in between leaves it unnamed, and `incoming` not empty,
// which is how the next start knows that there is something to sweep.
//
// Any thread and several processes may use it: who adds holds a lock that whoever
// removes waits for. Throws Refusal(kUnavailable) when the disk refuses.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace pilah::store {

/// Holds the folder's lock until its end.
class EvidenceLock {
 public:
  enum class Kind { kAdding, kRemoving };
  EvidenceLock(const std::filesystem::path& folder, Kind kind);
  ~EvidenceLock();
  EvidenceLock(const EvidenceLock&) = delete;
  EvidenceLock& operator=(const EvidenceLock&) = delete;

 private:
  int descriptor_;
};

/// A file that comes in, piece by piece. Lives until the change that names it is
/// stored, or is given up.
class IncomingFile {
 public:
  explicit IncomingFile(const std::filesystem::path& folder);
  ~IncomingFile();
  IncomingFile(const IncomingFile&) = delete;
  IncomingFile& operator=(const IncomingFile&) = delete;

  void append(std::string_view piece);
  std::int64_t size() const { return size_; }
  /// Gives it its place, synced; answers its SHA-256, 64 hexadecimal digits. Once.
  std::string keep();

 private:
  struct Hash;
  EvidenceLock lock_;
  std::filesystem::path folder_;
  std::string path_;
  int descriptor_;
  std::int64_t size_ = 0;
  std::unique_ptr<Hash> hash_;
};

/// A file that is read: its bytes stay until the end, even when it is removed meanwhile.
/// One thread at a time.
class EvidenceReader {
 public:
  explicit EvidenceReader(int descriptor) : descriptor_(descriptor) {}
  ~EvidenceReader();
  EvidenceReader(const EvidenceReader&) = delete;
  EvidenceReader& operator=(const EvidenceReader&) = delete;

  /// Appends the next piece, 256 kB at most; false: there is none left. Throws
  /// Refusal(kUnavailable) when the disk refuses.
  bool next(std::string& piece);

 private:
  int descriptor_;
};

class EvidenceFiles {
 public:
  /// `folder` is made when the first file comes.
  explicit EvidenceFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::unique_ptr<IncomingFile> receive() const;
  /// Null when it is not there.
  std::unique_ptr<EvidenceReader> open(const std::string& sha256) const;
  bool holds(const std::string& sha256) const;

  /// Notes that the file may soon be named by nobody, in case the host ends before
  /// remove_unnamed() does its work.
  void expect_unnamed(const std::string& sha256) const;
  /// Removes the file unless `is_named`, which is asked while nobody adds.
  void remove_unnamed(const std::string& sha256,
                      const std::function<bool(const std::string&)>& is_named) const;
  /// Removes what a crash has left unnamed; nothing to do after a clean end.
  void sweep(const std::function<bool(const std::string&)>& is_named) const;

  /// Calls `take` for every file in its place.
  void each(const std::function<void(const std::string& sha256)>& take) const;
  /// The SHA-256 of the bytes that lie under that name.
  std::string digest(const std::string& sha256) const;
  /// Until the answer's end no file is removed.
  std::unique_ptr<EvidenceLock> keep_all() const;
  /// Runs `use` while nobody adds or removes a file.
  void while_quiet(const std::function<void()>& use) const;
  /// The files that are `wanted`, into a folder that is not there yet; synced.
  /// Requires: keep_all().
  void copy_to(const std::filesystem::path& folder,
               const std::function<bool(const std::string&)>& wanted) const;

 private:
  std::filesystem::path place(const std::string& sha256) const;

  std::filesystem::path folder_;
};

}  // namespace pilah::store
