// What this importer says of a file that it cannot read, in the language of the run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pilah/plugin.hpp"

namespace workbook {

struct Sentence {
  const char* indonesian;
  const char* english;
};

inline constexpr Sentence kNoWorkbook{
    "berkas ini bukan buku kerja XLSX atau ODS; simpan sebagai XLSX lalu coba lagi",
    "this is no XLSX or ODS workbook; save it as XLSX and try again"};
inline constexpr Sentence kWebPage{
    "berkas ini halaman web, bukan buku kerja (banyak portal menamainya .xls); buka di lembar "
    "kerja, simpan sebagai XLSX, lalu coba lagi",
    "this is a web page, not a workbook (many portals name it .xls); open it in a spreadsheet, "
    "save it as XLSX and try again"};
inline constexpr Sentence kOldWorkbook{
    "berkas ini buku kerja lama (.xls); buka di lembar kerja, simpan sebagai XLSX, lalu coba lagi",
    "this is a workbook of the old kind (.xls); open it in a spreadsheet, save it as XLSX and try "
    "again"};
inline constexpr Sentence kBinaryWorkbook{
    "berkas ini buku kerja biner (.xlsb); simpan sebagai XLSX lalu coba lagi",
    "this is a binary workbook (.xlsb); save it as XLSX and try again"};
inline constexpr Sentence kProtected{
    "berkas ini dilindungi kata sandi; simpan tanpa kata sandi lalu coba lagi",
    "this file is protected by a password; save it without one and try again"};
inline constexpr Sentence kText{"berkas ini teks; bila isinya tabel, namai .csv lalu coba lagi",
                                "this is text; if a table is in it, name it .csv and try again"};
inline constexpr Sentence kTruncated{
    "berkas ini terpotong atau rusak; salin atau unduh sekali lagi",
    "this file is cut off or damaged; copy or download it again"};
inline constexpr Sentence kTooManyParts{
    "arsip ini berisi lebih dari 10.000 bagian; bukan buku kerja biasa",
    "this archive has more than 10,000 parts; it is no usual workbook"};
inline constexpr Sentence kTooLarge{
    "isinya lebih dari 2 GiB setelah dibuka; bagi menjadi beberapa berkas, atau simpan sebagai CSV",
    "it unpacks to more than 2 GiB; divide it into several files, or save it as CSV"};
inline constexpr Sentence kDeclaresTypes{
    "bagian {part} berisi deklarasi DOCTYPE, yang tidak pernah ada dalam buku kerja",
    "the part {part} has a DOCTYPE declaration, which no workbook has"};
inline constexpr Sentence kTooDeep{"bagian {part} bersarang terlalu dalam",
                                   "the part {part} is nested too deeply"};
inline constexpr Sentence kNoXml{"bagian {part} rusak di baris {line}: {why}",
                                 "the part {part} is damaged at line {line}: {why}"};
inline constexpr Sentence kCellTooLong{"sel {cell} lebih dari 1 MiB",
                                       "cell {cell} is longer than 1 MiB"};
inline constexpr Sentence kTextTooLong{"satu teks di bagian {part} lebih dari 1 MiB",
                                       "a text in the part {part} is longer than 1 MiB"};
inline constexpr Sentence kBadCell{"alamat sel \"{cell}\" tidak dikenal atau tidak berurutan",
                                   "the cell address \"{cell}\" is unknown or out of order"};
inline constexpr Sentence kTooFarRight{
    "sel {cell} berada di luar kolom ke-1.024; daftar tidak selebar itu",
    "cell {cell} stands beyond column 1,024; no list is so wide"};
inline constexpr Sentence kBadRow{"nomor baris \"{row}\" tidak dikenal atau tidak berurutan",
                                  "the row number \"{row}\" is unknown or out of order"};
inline constexpr Sentence kNoSuchText{
    "sel {cell} menunjuk teks nomor {number}, yang tidak ada di buku kerja",
    "cell {cell} names the text {number}, which the workbook does not have"};
inline constexpr Sentence kNeverCalculated{
    "rumusnya belum pernah dihitung; buka di lembar kerja lalu simpan",
    "its formula was never calculated; open it in a spreadsheet and save it"};
inline constexpr Sentence kTooManyTexts{
    "teks di buku kerja ini lebih dari 256 MiB setelah dimampatkan; bagi menjadi beberapa berkas, "
    "atau simpan sebagai CSV",
    "the texts of this workbook are more than 256 MiB when compressed; divide it into several "
    "files, or save it as CSV"};

/// Says sentences in one language.
class Words {
 public:
  explicit Words(bool english) : english_(english) {}

  std::string operator()(const Sentence& sentence) const {
    return english_ ? sentence.english : sentence.indonesian;
  }
  /// `place` is the name between braces that becomes `value`.
  std::string operator()(const Sentence& sentence, std::string_view place,
                         std::string_view value) const {
    return filled((*this)(sentence), place, value);
  }
  static std::string filled(std::string text, std::string_view place, std::string_view value) {
    const std::string braced = '{' + std::string(place) + '}';
    const auto at = text.find(braced);
    return at == std::string::npos ? text : text.replace(at, braced.size(), value);
  }
  [[noreturn]] void refuse(const Sentence& sentence) const {
    throw pilah::BadFile((*this)(sentence));
  }
  [[noreturn]] void refuse(const Sentence& sentence, std::string_view place,
                           std::string_view value) const {
    throw pilah::BadFile((*this)(sentence, place, value));
  }

 private:
  bool english_;
};

}  // namespace workbook
