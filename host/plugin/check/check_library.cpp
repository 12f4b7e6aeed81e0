#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <set>

#include <boost/json.hpp>
#include <gelf.h>

#include "pilah/plugin.h"
#include "pilah/plugin/check/checking.hpp"
#include "pilah/plugin/run/worker.hpp"
#include "pilah/plugin/system/utf8.hpp"

namespace pilah::plugin {
namespace {

constexpr std::string_view kEntry = "pilah_plugin_entry";
/// Every process of this kind has them loaded before the sandbox closes.
constexpr std::array<std::string_view, 7> kAlwaysThere = {
    "libc.so.6",     "libm.so.6",      "libdl.so.2",          "libpthread.so.0",
    "libgcc_s.so.1", "libstdc++.so.6", "ld-linux-x86-64.so.2"};

/// Symbols that every library of this linker defines, and the one that it is for.
constexpr std::array<std::string_view, 6> kOwn = {kEntry,        "_init",  "_fini",
                                                  "__bss_start", "_edata", "_end"};
/// What a finding tells; one more shows that there are others.
constexpr std::size_t kMostTold = 10;
constexpr std::size_t kLongestTold = 200;

/// The names that a library shows and needs. It may be anything, so one table of each kind is
/// looked at, as a linker makes, no further than the file has room for, and no longer than the
/// check takes.
class DynamicNames {
 public:
  DynamicNames(std::string bytes, const Deadline& until)
      : left_(bytes.size() / sizeof(Elf32_Dyn)), until_(until) {
    elf_version(EV_CURRENT);
    const std::unique_ptr<Elf, decltype(&elf_end)> elf(elf_memory(bytes.data(), bytes.size()),
                                                       &elf_end);
    if (!elf) return;
    if (const auto table = first(elf.get(), SHT_DYNSYM)) add_exported(elf.get(), *table);
    if (const auto table = first(elf.get(), SHT_DYNAMIC)) add_needed(elf.get(), *table);
  }

  const std::set<std::string>& exported() const { return exported_; }
  const std::set<std::string>& needed() const { return needed_; }

 private:
  struct Table {
    Elf_Data* entries;
    std::size_t texts;  ///< the section with its names
  };

  static std::optional<Table> first(Elf* elf, GElf_Word type) {
    Elf_Scn* section = nullptr;
    while ((section = elf_nextscn(elf, section))) {
      GElf_Shdr header;
      if (!gelf_getshdr(section, &header) || header.sh_type != type) continue;
      Elf_Data* entries = elf_getdata(section, nullptr);
      if (!entries) return std::nullopt;
      return Table{entries, header.sh_link};
    }
    return std::nullopt;
  }

  bool spend() {
    if (left_ == 0 || until_.passed()) return false;
    --left_;
    return true;
  }

  void add_exported(Elf* elf, const Table& table) {
    GElf_Sym symbol;
    for (int i = 0; spend() && gelf_getsym(table.entries, i, &symbol); ++i) {
      const bool defined = symbol.st_shndx != SHN_UNDEF;
      const bool global = GELF_ST_BIND(symbol.st_info) != STB_LOCAL;
      if (defined && global) keep(exported_, elf_strptr(elf, table.texts, symbol.st_name), kOwn);
    }
  }

  void add_needed(Elf* elf, const Table& table) {
    GElf_Dyn entry;
    for (int i = 0; spend() && gelf_getdyn(table.entries, i, &entry); ++i) {
      if (entry.d_tag != DT_NEEDED) continue;
      keep(needed_, elf_strptr(elf, table.texts, entry.d_un.d_val), kAlwaysThere);
    }
  }

  template <class Known>
  static void keep(std::set<std::string>& names, const char* name, const Known& known) {
    if (!name || names.size() > kMostTold) return;
    const auto told = readable({name, ::strnlen(name, kLongestTold)}, kLongestTold);
    if (std::find(known.begin(), known.end(), told) == known.end()) names.insert(told);
  }

  std::size_t left_;
  const Deadline& until_;
  std::set<std::string> exported_;
  std::set<std::string> needed_;
};

std::string listed(const std::set<std::string>& words) {
  std::string all;
  std::size_t told = 0;
  for (const auto& word : words) {
    if (++told > kMostTold) return all + ", ...";
    all += (all.empty() ? "" : ", ") + word;
  }
  return all;
}

/// What the plugin says when it is asked for something that it cannot know.
bool answers(Checking& checking, const std::string& table, std::uint32_t abi) {
  Worker worker(checking.plugins, checking.plugin);
  StartOptions start;
  start.table = table;
  start.language = "id";
  start.memory_bytes = 512ULL * 1024 * 1024;
  start.abi_major = abi;
  start.only_asks = true;
  return !worker.start(start, checking.parameters);
}

}  // namespace

void check_library(Checking& checking) {
  const auto& plugin = checking.plugin;
  const DynamicNames names(plugin.sealed->files().read(plugin.manifest.library),
                           checking.options.until);
  checking.test(names.exported().empty(), Severity::kError, "check.symbols",
                {{"symbols", listed(names.exported())}});
  checking.test(names.needed().empty(), Severity::kError, "check.needs",
                {{"libraries", listed(names.needed())}});
  const auto& offers = plugin.manifest.offers;
  checking.test(!answers(checking, offers.front(), PILAH_ABI_MAJOR + 98), Severity::kError,
                "check.unknown_abi");
  checking.test(!answers(checking, "pilah.unknown/1", PILAH_ABI_MAJOR), Severity::kError,
                "check.unknown_table");
}

}  // namespace pilah::plugin
