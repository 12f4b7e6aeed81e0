// What the host and a runner say to one another.
//
// One SEQPACKET socket carries Messages of a fixed size, with descriptors of
// shared memory; everything large lies there. The runner trusts the host; the
// host trusts nothing that comes back. Both are built together, so the layout
// is no contract.
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

namespace pilah::plugin::wire {

inline constexpr int kSocketDescriptor = 3;

enum class Kind : std::uint32_t {
  // Host to runner.
  kStart = 1,  ///< descriptors: see Given; a: size of the description
  kScore,      ///< a: which output; b: first row; c: rows
  kExplain,    ///< b: first row; c: rows. Every criterion of every row, into the reasons
  kImport,     ///< a: bytes to skip in the file; b: its size; c: slot size
  kFree,       ///< a slot of an import may be written again
  kExport,     ///< a: bytes that the document may have
  // Runner to host.
  kReady,       ///< b: bytes of the description
  kDone,        ///< a: status; b: bytes of error text in the description
  kRows,        ///< a: slot; b: bytes of records in it
  kForbidden,   ///< a: number of the system call that ended the process
  kUnconfined,  ///< a: the SandboxPart that this machine does not give
};

/// The descriptors that come with kStart, in their order. The first four always
/// do; a rule gets tables, two outputs and reasons, an importer its file and
/// slots, an exporter tables and its document.
enum Given : std::size_t { kConfiguration, kLibrary, kDescription, kDataFiles, kGivenAlways };
enum GivenToRule : std::size_t { kRuleTables = kGivenAlways, kOutput, kReasons = kOutput + 2 };
enum GivenToImporter : std::size_t { kFile = kGivenAlways, kSlots };
enum GivenToExporter : std::size_t { kExportTables = kGivenAlways, kDocument };
inline constexpr std::size_t kMostDescriptors = 8;

/// The error text of a request lies in the description, once that was read.
struct Message {
  Kind kind = Kind::kDone;
  std::uint32_t sequence = 0;  ///< of the request; an answer has that of its request
  std::int64_t a = 0;
  std::uint64_t b = 0;
  std::uint64_t c = 0;
};

inline constexpr std::uint32_t kImportSlots = 2;
inline constexpr std::uint64_t kImportSlotSize = 8U * 1024U * 1024U;
inline constexpr std::uint64_t kImportMemorySize = kImportSlots * kImportSlotSize;

/// Bytes that one sentence of explain() may have, and of all in one request.
inline constexpr std::size_t kExplanationSize = 1016;
inline constexpr std::size_t kReasonsSize = 4U * 1024U * 1024U;

/// The kinds of records in a slot of an import.
enum class Record : std::uint32_t { kRow = 1, kSheet = 2, kReject = 3 };

/// Bytes behind the last value of an output, to see whether a plugin wrote too far.
inline constexpr unsigned char kSentinel = 0xA5;
inline constexpr std::uint64_t kSentinelSize = 64;

/// Appends numbers and texts, the way Source reads them.
class Sink {
 public:
  template <class Number>
  void number(Number value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  void text(std::string_view text) {
    number(static_cast<std::uint64_t>(text.size()));
    bytes_.append(text);
  }
  void align(std::size_t to) { bytes_.append((to - bytes_.size() % to) % to, '\0'); }
  void raw(const void* data, std::size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
  }
  const std::string& bytes() const { return bytes_; }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::string bytes_;
};

/// Reads what a Sink wrote; throws std::out_of_range rather than read too far.
class Source {
 public:
  explicit Source(std::string_view bytes) : bytes_(bytes) {}

  template <class Number>
  Number number() {
    Number value;
    std::memcpy(&value, take(sizeof(value)).data(), sizeof(value));
    return value;
  }
  std::string_view text() {
    const auto length = number<std::uint64_t>();
    return take(length);
  }
  std::string_view take(std::uint64_t count) {
    if (count > bytes_.size() - at_) throw std::out_of_range("a record ends too early");
    const auto taken = bytes_.substr(at_, static_cast<std::size_t>(count));
    at_ += static_cast<std::size_t>(count);
    return taken;
  }
  void align(std::size_t to) { take((to - at_ % to) % to); }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace pilah::plugin::wire
