#include <optional>
#include <random>
#include <string>

#include <boost/json.hpp>
#include <unistd.h>

#include "pilah/plugin/check/checking.hpp"
#include "pilah/plugin/run/import_run.hpp"
#include "pilah/plugin/system/running_digest.hpp"
#include "pilah/plugin/system/shared_memory.hpp"
#include "pilah/plugin/system/whole_file.hpp"

namespace pilah::plugin {
namespace {

constexpr std::size_t kMaxSample = 16 * std::size_t{1024} * 1024;
constexpr std::uint64_t kMostGiven = 64 * std::uint64_t{kMaxSample};

const std::string& made_up_list() {
  static const std::string list = [] {
    std::string rows = "No;Judul Inovasi;OPD;Tahun;Anggaran\n";
    for (int i = 1; i <= 50; ++i) {
      rows += std::to_string(i) + ";\"Inovasi " + std::to_string(i) +
              "\";Dinas Kesehatan;2024;Rp " + std::to_string(i) + ".000.000\n";
    }
    return rows;
  }();
  return list;
}

/// All that an importer gives, as its digest: it may give much more than the file holds.
class Taken : public RowTaker {
 public:
  bool sheet(std::string_view name) override {
    take("[");
    take(name);
    return take("]\n");
  }
  bool row(std::uint64_t number, const std::vector<std::string_view>& cells) override {
    take(std::to_string(number));
    for (const auto cell : cells) {
      take("|");
      take(cell);
    }
    return take("\n");
  }
  bool rejected(std::uint64_t number, std::uint32_t column, std::string_view why) override {
    rejects_name_rows_ = rejects_name_rows_ && number > 0 && !why.empty();
    take(std::to_string(number) + "/" + std::to_string(column) + ": ");
    take(why);
    return take("\n");
  }

  bool nothing() const { return bytes_ == 0; }
  bool rejects_name_rows() const { return rejects_name_rows_; }
  bool same_as(const Taken& other) const { return digest_.so_far() == other.digest_.so_far(); }

 private:
  bool take(std::string_view text) {
    digest_.feed(text);
    bytes_ += text.size();
    return bytes_ < kMostGiven;
  }

  RunningDigest digest_;
  std::uint64_t bytes_ = 0;
  bool rejects_name_rows_ = true;
};

class ImporterCheck {
 public:
  explicit ImporterCheck(Checking& checking) : checking_(checking) {}

  void run() {
    const auto& options = checking_.options;
    const std::string list =
        options.sample.empty() ? made_up_list() : read_whole_file(options.sample, kMaxSample);
    const auto whole = reads("sample", list);
    const bool is_read = whole && !whole->nothing();
    if (checking_.over()) return;
    checking_.test(is_read || options.sample.empty(), Severity::kError, "check.sample_not_read",
                   {{"file", options.sample.string()}});
    if (!is_read && options.sample.empty()) {
      checking_.test(false, Severity::kNote, "check.no_sample");
    }
    if (is_read) {
      same(*whole, reads("sample_again", list), "check.not_repeatable_import");
      same(*whole, reads("one_byte_at_a_time", list, 1), "check.depends_on_reads");
    }
    // Whatever it is given, it reads it or refuses it with a sentence.
    survives("nothing", "");
    survives("one_byte", "x");
    survives("garbage", garbage(200'000, options.seed));
    survives("zeros", repeated('\0', 100'000));
    survives("long_line", repeated('x', 10'000'000));
    survives("newlines", repeated('\n', 100'000));
    survives("separators", repeated(';', 100'000));
    survives("quotes", repeated('"', 100'000));
    for (const std::size_t percent : {10U, 30U, 50U, 70U, 90U}) {
      survives({"cut_off", percent}, list.substr(0, list.size() * percent / 100));
    }
    for (int round = 0; round < options.fuzz_rounds; ++round) fuzz(list, round);
  }

 private:
  static std::string repeated(char what, std::size_t times) {
    std::string bytes;
    bytes.resize(times, what);
    return bytes;
  }

  static std::string garbage(std::size_t size, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::string bytes;
    while (bytes.size() < size) bytes += static_cast<char>(random());
    return bytes;
  }

  RunEnd import(const std::string& bytes, Taken& taken, std::uint64_t read_most) const {
    const Descriptor memory = sealed_copy("pilah-sample", bytes);
    ImportOptions options;
    options.progress_milliseconds = checking_.options.patience_milliseconds;
    options.read_most = read_most;
    options.until = checking_.options.until;
    return run_importer(checking_.plugins, checking_.plugin, checking_.parameters,
                        "/proc/self/fd/" + std::to_string(memory.get()), taken, options);
  }

  /// A run that may refuse the file, but not fail. Nothing: it refused or failed.
  std::optional<Taken> reads(const Input& input, const std::string& bytes,
                             std::uint64_t read_most = 0) {
    if (checking_.over()) return std::nullopt;
    ++checking_.report.tests;
    Taken taken;
    const RunEnd end = import(bytes, taken, read_most);
    if (!taken.rejects_name_rows() && !told_of_rejects_) {
      told_of_rejects_ = true;
      checking_.test(false, Severity::kWarning, "check.reject_without_row", input.arguments());
    }
    if (end.done()) return taken;
    if (end.outcome != Outcome::kBadFile) checking_.failed(input, end);
    return std::nullopt;
  }

  void survives(const Input& input, const std::string& bytes) { reads(input, bytes); }

  void same(const Taken& first, const std::optional<Taken>& second, const char* kind) {
    if (!second && checking_.over()) return;
    checking_.test(second && second->same_as(first), Severity::kError, kind);
  }

  /// The sample with some bytes altered, cut or doubled.
  void fuzz(const std::string& list, int round) {
    const auto own = checking_.options.seed + 1000 + static_cast<std::uint64_t>(round);
    std::mt19937_64 random(own);
    std::string bytes = list;
    for (int change = 0; change < 8 && !bytes.empty(); ++change) {
      const auto at = static_cast<std::size_t>(random() % bytes.size());
      const auto count = static_cast<std::size_t>(random() % 64);
      switch (random() % 3) {
        case 0:
          bytes[at] = static_cast<char>(random());
          break;
        case 1:
          bytes.erase(at, count);
          break;
        default:
          bytes.insert(at, bytes.substr(at, count));
      }
    }
    survives({"seed", own}, bytes);
  }

  Checking& checking_;
  bool told_of_rejects_ = false;
};

}  // namespace

void check_importer(Checking& checking) { ImporterCheck(checking).run(); }

}  // namespace pilah::plugin
