#include <cerrno>
#include <cstdlib>
#include <deque>
#include <optional>
#include <system_error>

#include <boost/json.hpp>

#include "pilah/plugin.h"
#include "pilah/plugin/check/checking.hpp"
#include "pilah/plugin/check/sample_tables.hpp"
#include "pilah/plugin/run/export_run.hpp"
#include "pilah/plugin/run/import_run.hpp"
#include "pilah/plugin/system/running_digest.hpp"

namespace pilah::plugin {
namespace {

constexpr std::uint64_t kMaxDocument = 256 * std::uint64_t{1024} * 1024;

/// A folder of its own for the documents; gone at its end.
class DocumentFolder {
 public:
  DocumentFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "pilah-check-XXXXXX").string();
    if (!::mkdtemp(name.data())) {
      throw std::system_error(errno, std::generic_category(), name);
    }
    path_ = name;
  }
  ~DocumentFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  DocumentFolder(const DocumentFolder&) = delete;
  DocumentFolder& operator=(const DocumentFolder&) = delete;
  std::filesystem::path document() const { return path_ / "document"; }

 private:
  std::filesystem::path path_;
};

class ExporterCheck {
 public:
  explicit ExporterCheck(Checking& checking) : checking_(checking) {}

  void run() {
    const auto some = writes("some_rows", SampleKind::kTypical, 200);
    if (some) {
      const auto again = writes("again", SampleKind::kTypical, 200);
      if (again) {
        checking_.test(again->digest == some->digest, Severity::kError,
                       "check.not_repeatable_export");
      }
      checking_.test(some->size > 0, Severity::kWarning, "check.writes_nothing");
      if (checking_.plugin.manifest.offers_table(PILAH_IMPORTER_ID)) round_trip(200);
    }
    writes("no_rows", SampleKind::kTypical, 0);
    writes("one_row", SampleKind::kTypical, 1);
    writes("many_rows", SampleKind::kTypical, 20'000);
    writes("unknown", SampleKind::kUnknown, 200);
    writes("extreme", SampleKind::kExtreme, 100);
  }

 private:
  /// What the plugin wrote last, it must read again, no row lost.
  void round_trip(std::uint64_t rows) {
    if (checking_.over()) return;
    struct Counted : RowTaker {
      std::uint64_t rows = 0;
      bool sheet(std::string_view) override { return true; }
      bool row(std::uint64_t, const std::vector<std::string_view>&) override { return ++rows > 0; }
      bool rejected(std::uint64_t, std::uint32_t, std::string_view) override { return true; }
    } counted;
    ImportOptions options;
    options.progress_milliseconds = checking_.options.patience_milliseconds;
    options.until = checking_.options.until;
    const auto end = run_importer(checking_.plugins, checking_.plugin, checking_.parameters,
                                  folder_.document(), counted, options);
    if (!end.done() && checking_.over()) return;
    checking_.test(end.done() && counted.rows >= rows, Severity::kError, "check.round_trip",
                   {{"written", std::to_string(rows)}, {"read", std::to_string(counted.rows)}});
  }

  struct Written {
    std::uintmax_t size = 0;
    RunningDigest::Bytes digest{};
  };
  std::optional<Written> writes(const Input& input, SampleKind kind, std::uint64_t rows) {
    if (checking_.over()) return std::nullopt;
    ++checking_.report.tests;
    std::deque<ColumnTable> tables;
    std::vector<NamedTable> named;
    for (const auto& id : checking_.plugin.manifest.tables) {
      tables.push_back(sample_table(innovation_columns(), kind, rows, checking_.options.seed));
      named.push_back({id, &tables.back(), {}});
    }
    ExportOptions options;
    options.as_of = "2026-01-01";
    options.progress_milliseconds = checking_.options.patience_milliseconds;
    options.most_bytes = kMaxDocument;
    options.until = checking_.options.until;
    const auto end = run_exporter(checking_.plugins, checking_.plugin, checking_.parameters, named,
                                  folder_.document(), options);
    if (!end.done()) {
      checking_.failed(input, end);
      return std::nullopt;
    }
    return Written{std::filesystem::file_size(folder_.document()),
                   digest_of_file(folder_.document())};
  }

  Checking& checking_;
  DocumentFolder folder_;
};

}  // namespace

void check_exporter(Checking& checking) { ExporterCheck(checking).run(); }

}  // namespace pilah::plugin
