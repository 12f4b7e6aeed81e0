#include <array>
#include <memory>
#include <set>

#include <boost/json.hpp>
#include <gelf.h>

#include "pilah/plugin.h"
#include "pilah/plugin/check/checking.hpp"
#include "pilah/plugin/run/worker.hpp"

namespace pilah::plugin {
namespace {

constexpr const char* kEntry = "pilah_plugin_entry";
/// Every process of this kind has them loaded before the sandbox closes.
constexpr std::array<std::string_view, 7> kAlwaysThere = {
    "libc.so.6",     "libm.so.6",      "libdl.so.2",          "libpthread.so.0",
    "libgcc_s.so.1", "libstdc++.so.6", "ld-linux-x86-64.so.2"};

struct DynamicNames {
  std::set<std::string> exported;
  std::set<std::string> needed;
};

void add_exported(Elf* elf, Elf_Scn* section, const GElf_Shdr& header, DynamicNames& names) {
  Elf_Data* data = elf_getdata(section, nullptr);
  if (!data || header.sh_entsize == 0) return;
  const auto count = static_cast<int>(header.sh_size / header.sh_entsize);
  for (int i = 0; i < count; ++i) {
    GElf_Sym symbol;
    if (!gelf_getsym(data, i, &symbol)) return;
    const bool defined = symbol.st_shndx != SHN_UNDEF;
    const bool global = GELF_ST_BIND(symbol.st_info) != STB_LOCAL;
    const char* name = elf_strptr(elf, header.sh_link, symbol.st_name);
    if (defined && global && name) names.exported.insert(name);
  }
}

void add_needed(Elf* elf, Elf_Scn* section, const GElf_Shdr& header, DynamicNames& names) {
  Elf_Data* data = elf_getdata(section, nullptr);
  if (!data || header.sh_entsize == 0) return;
  const auto count = static_cast<int>(header.sh_size / header.sh_entsize);
  for (int i = 0; i < count; ++i) {
    GElf_Dyn entry;
    if (!gelf_getdyn(data, i, &entry)) return;
    if (entry.d_tag != DT_NEEDED) continue;
    const char* name = elf_strptr(elf, header.sh_link, entry.d_un.d_val);
    if (name) names.needed.insert(name);
  }
}

DynamicNames dynamic_names(std::string bytes) {
  DynamicNames names;
  elf_version(EV_CURRENT);
  const std::unique_ptr<Elf, decltype(&elf_end)> elf(elf_memory(bytes.data(), bytes.size()),
                                                     &elf_end);
  if (!elf) return names;
  for (Elf_Scn* section = elf_nextscn(elf.get(), nullptr); section;
       section = elf_nextscn(elf.get(), section)) {
    GElf_Shdr header;
    if (!gelf_getshdr(section, &header)) continue;
    if (header.sh_type == SHT_DYNSYM) add_exported(elf.get(), section, header, names);
    if (header.sh_type == SHT_DYNAMIC) add_needed(elf.get(), section, header, names);
  }
  return names;
}

std::string listed(const std::set<std::string>& words) {
  std::string all;
  std::size_t told = 0;
  for (const auto& word : words) {
    if (++told > 10) return all + ", ...";
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
  auto names = dynamic_names(plugin.sealed->files().read(plugin.manifest.library));
  names.exported.erase(kEntry);
  // Symbols that every library of this linker defines.
  for (const char* own : {"_init", "_fini", "__bss_start", "_edata", "_end"}) {
    names.exported.erase(own);
  }
  checking.test(names.exported.empty(), Severity::kError, "check.symbols",
                {{"symbols", listed(names.exported)}});
  for (const auto name : kAlwaysThere) names.needed.erase(std::string(name));
  checking.test(names.needed.empty(), Severity::kError, "check.needs",
                {{"libraries", listed(names.needed)}});
  const auto& offers = plugin.manifest.offers;
  checking.test(!answers(checking, offers.front(), PILAH_ABI_MAJOR + 98), Severity::kError,
                "check.unknown_abi");
  checking.test(!answers(checking, "pilah.unknown/1", PILAH_ABI_MAJOR), Severity::kError,
                "check.unknown_table");
}

}  // namespace pilah::plugin
