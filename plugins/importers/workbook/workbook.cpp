// The importer `workbook`: lists in spreadsheets' own files, XLSX and ODS.
//
// It hands over every row of every visible sheet as text, the header's too: where the
// header stands and what it means is the host's to decide, the same way for every importer.
#include <algorithm>
#include <string>
#include <string_view>

#include "archive.hpp"
#include "ods.hpp"
#include "pilah/plugin.hpp"
#include "sentences.hpp"
#include "xlsx.hpp"

namespace workbook {
namespace {

/// How a compound file begins, in which old workbooks and encrypted new ones lie.
constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Its part that holds an encrypted workbook, in UTF-16.
constexpr std::string_view kEncryptedPart{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};

class Workbook : public pilah::Importer {
 public:
  explicit Workbook(const pilah::Arguments& arguments) : words_(arguments.english()) {}

  void import_list(const pilah::Stream& stream, pilah::Sink& sink) {
    require_archive(stream);
    Archive archive(stream, words_);
    if (is_xlsx(archive)) return read_xlsx(archive, words_, sink);
    if (is_ods(archive)) return read_ods(archive, words_, sink);
    words_.refuse(kNoWorkbook);
  }

 private:
  void require_archive(const pilah::Stream& stream) const {
    std::string start(4096, '\0');
    start.resize(stream.read_at(0, start.data(), start.size()));
    if (start.starts_with("PK\x03\x04")) return;
    if (start.starts_with(kCompound))
      words_.refuse(is_encrypted(stream) ? kProtected : kOldWorkbook);
    std::string small(
        start.substr(std::min(start.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), start.size())));
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c); });
    for (const std::string_view tag : {"<!doctype", "<html", "<table", "<meta"}) {
      if (small.starts_with(tag)) words_.refuse(kWebPage);
    }
    const bool is_text = start.find('\0') == std::string::npos;
    if (is_text && !start.starts_with("%PDF-") && !small.starts_with("<?xml")) words_.refuse(kText);
    words_.refuse(kNoWorkbook);
  }

  /// The names of a compound file's parts stand somewhere in it; a small one's at its end.
  static bool is_encrypted(const pilah::Stream& stream) {
    constexpr std::size_t kPiece = std::size_t{1024} * 1024;
    std::string piece(kPiece, '\0');
    for (std::uint64_t at = 0; at < stream.size(); at += kPiece - kEncryptedPart.size()) {
      const std::size_t count = stream.read_at(at, piece.data(), kPiece);
      if (std::string_view(piece).substr(0, count).find(kEncryptedPart) != std::string_view::npos) {
        return true;
      }
    }
    return false;
  }

  Words words_;
};

}  // namespace
}  // namespace workbook

PILAH_IMPORTER(workbook::Workbook, "workbook", "1.0.0")
