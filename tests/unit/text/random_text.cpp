#include "random_text.hpp"

#include <array>

namespace pilah::tests {

std::string RandomText::name() {
  static constexpr std::array<const char*, 24> kWords{
      "Sistem",    "Informasi", "Layanan", "Kependudukan", "SILAK",     "e-Surat",
      "Aplikasi",  "Bank",      "Sampah",  "Digital",      "Posyandu",  "(SIMPUS)",
      "Puskesmas", "Keliling",  "Desa",    "Wisata",       "Al-Qur'an", "Pajak",
      "Daerah",    "Online",    "dan",     "Terpadu",      "Kesehatan", "Mélati"};
  std::string name;
  const std::size_t count = 1 + below(8);
  for (std::size_t i = 0; i < count; ++i) {
    std::string word = kWords[below(kWords.size())];
    if (below(6) == 0) word.erase(below(word.size()), 1);
    name += (name.empty() ? "" : " ") + word;
  }
  return name;
}

std::string RandomText::bytes() {
  std::string bytes(below(41), '\0');
  for (auto& byte : bytes) byte = static_cast<char>(below(256));
  return bytes;
}

}  // namespace pilah::tests
