// The importer `table`: lists as comma-, semicolon-, tab- or bar-separated text.
//
// It finds the separator, then hands over every record as it is, the header's
// too: where the header stands and what it means is the host's to decide, the
// same way for every importer. Row numbers are those that a spreadsheet shows.
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <csv.h>

#include "pilah/plugin.hpp"

namespace {

constexpr std::size_t kPiece = 256 * 1024;
constexpr std::size_t kMaxCell = 1024 * 1024;

/// A sentence in the language of the run.
struct Sentence {
  const char* indonesian;
  const char* english;
};

/// Of the candidates the one that cuts the first lines into the most columns,
/// the same number in as many lines as can be.
char find_separator(std::string_view start) {
  // On a tie the comma comes last: it also stands within texts and amounts.
  constexpr std::array<char, 4> kCandidates = {';', '\t', '|', ','};
  char best = ',';
  std::size_t best_score = 0;
  for (const char candidate : kCandidates) {
    std::vector<std::size_t> lines_with(1, 0);  // by number of separators
    std::size_t separators = 0;
    bool quoted = false;
    for (const char c : start) {
      if (c == '"') quoted = !quoted;
      if (quoted) continue;
      if (c == candidate) ++separators;
      if (c != '\n') continue;
      separators = std::min<std::size_t>(separators, 1024);
      if (lines_with.size() <= separators) lines_with.resize(separators + 1);
      ++lines_with[separators];
      separators = 0;
    }
    if (separators > 0) {
      if (lines_with.size() <= separators) lines_with.resize(separators + 1);
      ++lines_with[separators];
    }
    std::size_t score = 0;
    for (std::size_t n = 1; n < lines_with.size(); ++n) {
      score = std::max(score, n * lines_with[n]);
    }
    if (score > best_score) {
      best_score = score;
      best = candidate;
    }
  }
  return best;
}

/// Grows libcsv's buffer up to a little more than the largest cell.
void* bounded_realloc(void* memory, std::size_t size) {
  return size > kMaxCell + kPiece ? nullptr : std::realloc(memory, size);
}

/// libcsv's parser; frees itself.
class Parser {
 public:
  explicit Parser(char separator) {
    if (csv_init(&parser_, CSV_REPALL_NL) != 0) {
      throw std::bad_alloc();
    }
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    csv_set_realloc_func(&parser_, bounded_realloc);
  }
  ~Parser() { csv_free(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  csv_parser* get() { return &parser_; }

 private:
  csv_parser parser_{};
};

class Table : public pilah::Importer {
 public:
  explicit Table(const pilah::Arguments& arguments) : english_(arguments.english()) {}

  void import_list(const pilah::Stream& stream, pilah::Sink& sink) {
    std::vector<char> piece(kPiece);
    std::size_t count = stream.read_at(0, piece.data(), piece.size());
    require_text({piece.data(), count});
    Parser parser(find_separator({piece.data(), count}));
    sink_ = &sink;
    for (std::uint64_t offset = 0; count > 0;) {
      const std::string_view bytes(piece.data(), count);
      if (bytes.find('\0') != std::string_view::npos) refuse(kNoText);
      if (csv_parse(parser.get(), piece.data(), count, cell, record, this) != count) {
        throw_pending();
        refuse_at_row(kCellTooLong);
      }
      throw_pending();
      offset += count;
      count = stream.read_at(offset, piece.data(), piece.size());
    }
    // Strict about the end of the file alone: what spreadsheets take, we take.
    csv_set_opts(parser.get(), CSV_STRICT | CSV_STRICT_FINI);
    const int end = csv_fini(parser.get(), cell, record, this);
    throw_pending();
    if (end != 0) refuse_at_row(kQuoteOpen);
  }

 private:
  static constexpr Sentence kEmpty{"berkas kosong", "the file is empty"};
  static constexpr Sentence kNoText{
      "berkas ini bukan teks (ada bita nol); simpan sebagai CSV lalu coba lagi",
      "this is no text file (it has NUL bytes); save it as CSV and try again"};
  static constexpr Sentence kWorkbook{
      "berkas ini buku kerja atau arsip (XLSX, ODS, ZIP), bukan CSV; simpan sebagai CSV lalu coba "
      "lagi",
      "this is a workbook or an archive (XLSX, ODS, ZIP), not CSV; save it as CSV and try again"};
  static constexpr Sentence kPdf{"berkas ini PDF, bukan CSV", "this is a PDF, not CSV"};
  static constexpr Sentence kWebPage{
      "berkas ini halaman web, bukan CSV; buka di lembar kerja lalu simpan sebagai CSV",
      "this is a web page, not CSV; open it in a spreadsheet and save it as CSV"};
  static constexpr Sentence kQuoteOpen{"tanda kutip dibuka tetapi tidak pernah ditutup",
                                       "a quote is opened and never closed"};
  static constexpr Sentence kCellTooLong{
      "satu sel lebih dari 1 MiB; mungkin tanda kutip dibuka dan tidak ditutup",
      "a cell is longer than 1 MiB; most likely a quote is opened and never closed"};

  std::string say(const Sentence& sentence) const {
    return english_ ? sentence.english : sentence.indonesian;
  }
  [[noreturn]] void refuse(const Sentence& sentence) const { throw pilah::BadFile(say(sentence)); }
  [[noreturn]] void refuse_at_row(const Sentence& sentence) const {
    throw pilah::BadFile((english_ ? "row " : "baris ") + std::to_string(row_) + ": " +
                         say(sentence));
  }

  void require_text(std::string_view start) const {
    if (start.find_first_not_of(" \t\r\n") == std::string_view::npos) refuse(kEmpty);
    if (start.substr(0, 4) == "PK\x03\x04") refuse(kWorkbook);
    if (start.substr(0, 5) == "%PDF-") refuse(kPdf);
    const auto begin = start.substr(start.find_first_not_of(" \t\r\n"));
    for (const std::string_view tag : {"<!DOCTYPE", "<!doctype", "<html", "<HTML", "<?xml"}) {
      if (begin.substr(0, tag.size()) == tag) refuse(kWebPage);
    }
  }

  // libcsv is C: nothing may be thrown through it. What goes wrong in a callback
  // is kept and thrown once it has returned.
  static void cell(void* bytes, std::size_t count, void* self) {
    static_cast<Table*>(self)->add_cell(static_cast<const char*>(bytes), count);
  }
  static void record(int terminator, void* self) {
    auto* table = static_cast<Table*>(self);
    try {
      table->end_record(terminator);
    } catch (...) {
      table->pending_ = std::current_exception();
    }
  }

  void add_cell(const char* bytes, std::size_t count) {
    after_return_ = false;
    text_.append(bytes, count);
    ends_.push_back(text_.size());
  }

  void end_record(int terminator) {
    if (pending_) return;
    // CR LF is reported as two ends of line: the second ends nothing.
    const bool second_half = terminator == '\n' && after_return_ && ends_.empty();
    after_return_ = terminator == '\r';
    if (second_half) return;
    cells_.clear();
    std::size_t begin = 0;
    bool blank = true;
    for (const std::size_t end : ends_) {
      cells_.emplace_back(text_.data() + begin, end - begin);
      blank = blank && end == begin;
      begin = end;
    }
    if (!blank) sink_->row(row_, cells_);
    text_.clear();
    ends_.clear();
    if (terminator != -1) ++row_;
  }

  void throw_pending() {
    if (pending_) std::rethrow_exception(pending_);
  }

  bool english_;
  pilah::Sink* sink_ = nullptr;
  std::uint64_t row_ = 1;
  bool after_return_ = false;
  std::string text_;               // the cells of the record so far, one after the other
  std::vector<std::size_t> ends_;  // where each of them ends
  std::vector<std::string_view> cells_;
  std::exception_ptr pending_;
};

}  // namespace

PILAH_IMPORTER(Table, "table", "1.0.0")
