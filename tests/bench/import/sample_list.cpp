#include "sample_list.hpp"

#include <array>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>

namespace pilah::bench {
namespace {

constexpr std::array kWords = {
    "layanan",   "warga",     "kota",       "data",     "sampah",    "sekolah",  "puskesmas",
    "terpadu",   "kelurahan", "antrean",    "daring",   "pasar",     "angkutan", "lingkungan",
    "pelaporan", "perizinan", "pariwisata", "kampung",  "digital",   "pangan",   "kecamatan",
    "informasi", "kesehatan", "pengaduan",  "bersama",  "cepat",     "hijau",    "kolaborasi",
    "pemuda",    "literasi",  "keluarga",   "pedagang", "retribusi", "arsip",    "keamanan"};
constexpr std::array kAreas = {
    "Pelayanan publik",  "Pariwisata",          "Prasarana kesehatan", "Sarana transportasi",
    "Ekosistem belajar", "Proteksi lingkungan", "Smart Living",        ""};
constexpr std::array kSources = {"APBD", "CSR", "Dana desa", "APBD/CSR", ""};

class Draw {
 public:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  void words(std::string& text, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      text += kWords[below(kWords.size())];
    }
  }

 private:
  std::mt19937_64 random_{20'261'123};
};

void add_money(std::string& line, Draw& draw) {
  const std::string millions = std::to_string(10 + draw.below(900));
  switch (draw.below(4)) {
    case 0:
      line += "Rp " + millions + ".000.000";
      return;
    case 1:
      line += millions + " juta";
      return;
    case 2:
      line += millions + "000000";
      return;
    default:
      line += draw.below(10) == 0 ? "menyesuaikan" : "-";
  }
}

void add_row(std::string& line, std::int64_t row, Draw& draw) {
  line = std::to_string(row) + ",Dinas Nomor " + std::to_string(draw.below(60)) + ",";
  draw.words(line, 4);
  line += ' ' + std::to_string(row) + ",\"";
  draw.words(line, 45);
  line += ", ";
  draw.words(line, 15);
  line += "\",";
  draw.words(line, 25);
  line += ',';
  draw.words(line, 15);
  line += ',';
  add_money(line, draw);
  line += ',' + std::to_string(2010 + draw.below(15)) + ',';
  line += kSources[draw.below(kSources.size())];
  line += ',' + std::to_string(1 + draw.below(36)) + " bulan,";
  line += kAreas[draw.below(kAreas.size())];
  line += draw.below(2) == 0 ? ",digital," : ",non digital,";
  draw.words(line, 10);
  line += '\n';
}

}  // namespace

std::uint64_t write_sample_list(const std::filesystem::path& file, std::int64_t rows) {
  std::ofstream out(file, std::ios::binary);
  out << "id,opd,nama inovasi,ringkasan,manfaat,masalah,anggaran,tahun mulai,sumber dana,durasi,"
         "subdimensi,jenis,risiko\n";
  Draw draw;
  std::string line;
  for (std::int64_t row = 1; row <= rows; ++row) {
    add_row(line, row, draw);
    out << line;
  }
  out.close();
  if (!out) throw std::runtime_error("cannot write " + file.string());
  return std::filesystem::file_size(file);
}

}  // namespace pilah::bench
