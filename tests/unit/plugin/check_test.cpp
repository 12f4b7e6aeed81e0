#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>

#include <boost/json.hpp>
#include <elf.h>

#include "pilah/plugin/check/check_plugin.hpp"
#include "pilah/plugin/system/utf8.hpp"
#include "pilah/plugin/system/whole_file.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::plugin;

namespace {

CheckReport check(const InstalledPlugin& plugin, CheckOptions options = {}) {
  options.patience_milliseconds = 1000;
  static const InstalledPlugins plugins(PILAH_MISBEHAVING_FOLDER, {PILAH_RUNNER, {}});
  return check_plugin(plugins, plugin, options);
}

CheckReport check(const char* id, CheckOptions options = {}) {
  return check(
      read_plugin(std::filesystem::path(PILAH_MISBEHAVING_FOLDER) / id, PluginOrigin::kTried),
      std::move(options));
}

CheckOptions with_seed(std::uint64_t seed, int fuzz_rounds = 0,
                       const std::filesystem::path& sample = {}) {
  CheckOptions options;
  options.seed = seed;
  options.fuzz_rounds = fuzz_rounds;
  options.sample = sample;
  return options;
}

void call_every_section_a_table_of_names(std::string& library) {
  Elf64_Ehdr header;
  std::memcpy(&header, library.data(), sizeof(header));
  for (std::size_t i = 1; i < header.e_shnum; ++i) {
    auto* at = library.data() + header.e_shoff + i * header.e_shentsize;
    Elf64_Shdr section;
    std::memcpy(&section, at, sizeof(section));
    section.sh_type = SHT_DYNSYM;
    section.sh_link = static_cast<Elf64_Word>(header.e_shnum - i);
    std::memcpy(at, &section, sizeof(section));
  }
}

bool has(const CheckReport& report, const std::string& kind) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [&](const Finding& finding) { return finding.kind == kind; });
}

}  // namespace

TEST_CASE("A check finds out what a careless author did") {
  struct Case {
    const char* plugin;
    const char* kind;
  };
  const auto each = GENERATE(
      Case{"counts-calls", "check.not_repeatable"},
      Case{"looks-at-batch", "check.depends_on_batch"},
      Case{"looks-at-order", "check.depends_on_order"},
      Case{"looks-at-language", "check.depends_on_language"},
      Case{"says-nothing", "check.says_nothing"}, Case{"says-nothing", "check.constant"},
      Case{"says-nothing", "check.unknown_counts"}, Case{"behaves", "check.one_language"},
      Case{"behaves", "check.no_contact"}, Case{"answers-anything", "check.unknown_abi"},
      Case{"answers-anything", "check.unknown_table"}, Case{"exports-symbols", "check.symbols"},
      Case{"needs-library", "check.needs"}, Case{"needs-library", "check.run_failed"},
      Case{"reads-short", "check.depends_on_reads"},
      Case{"reads-short", "check.reject_without_row"}, Case{"never-reads", "check.run_failed"},
      Case{"exports-process", "check.not_repeatable_export"},
      Case{"loses-rows", "check.round_trip"}, Case{"aborts", "check.run_failed"},
      Case{"not-a-number", "check.run_failed"});
  CAPTURE(each.plugin, each.kind);
  CHECK(has(check(each.plugin), each.kind));
}

TEST_CASE("What is as it should be has no errors, whatever the seed") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    for (const char* plugin : {"behaves", "exports", "round-trips"}) {
      CAPTURE(plugin);
      const auto report = check(plugin, with_seed(seed, 5));
      CHECK(report.count(Severity::kError) == 0);
      CHECK(report.count(Severity::kWarning) == 0);
      CHECK(report.tests > 10);
    }
  }
}

TEST_CASE("Every plugin that Pilah ships passes its own check") {
  const InstalledPlugins shipped(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}});
  CHECK(shipped.all().size() >= 3);
  for (const auto& plugin : shipped.all()) {
    CAPTURE(plugin.manifest.id);
    const auto report = check(plugin, with_seed(7, 10));
    for (const auto& finding : report.findings) {
      CAPTURE(finding.kind, finding.arguments);
      CHECK(finding.severity == Severity::kNote);
    }
  }
}

TEST_CASE("The same seed gives the same report") {
  const auto first = check("looks-at-batch", with_seed(11, 3));
  const auto second = check("looks-at-batch", with_seed(11, 3));
  CHECK(first.tests == second.tests);
  REQUIRE(first.findings.size() == second.findings.size());
  for (std::size_t i = 0; i < first.findings.size(); ++i) {
    CHECK(first.findings[i].kind == second.findings[i].kind);
    CHECK(first.findings[i].arguments == second.findings[i].arguments);
  }
}

TEST_CASE("An importer is tried on the sample that its author names") {
  const pilah::tests::TemporaryFolder folder;
  const auto sample = folder.path() / "daftar.csv";
  std::ofstream(sample) << "nama;opd\nPosyandu;Dinas Kesehatan\n";
  const InstalledPlugins shipped(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}});
  CHECK(check(*shipped.find("table"), with_seed(1, 0, sample)).count(Severity::kError) == 0);
  std::ofstream(sample) << "%PDF-1.7 bukan daftar";
  CHECK(has(check(*shipped.find("table"), with_seed(1, 0, sample)), "check.sample_not_read"));
}

TEST_CASE("A check whose time is up leaves out the rest, says so, and blames nobody") {
  CheckOptions at_once;
  at_once.until = Deadline(std::chrono::milliseconds(0));
  for (const char* plugin :
       {"behaves", "exports", "round-trips", "loses-rows", "gives-endlessly", "sleeps-forever"}) {
    CAPTURE(plugin);
    const auto report = check(plugin, at_once);
    CHECK(has(report, "check.cut_off"));
    CHECK(report.count(Severity::kError) == 0);
    CHECK(report.tests < 10);
  }
}

TEST_CASE("A library whose section headers lie is checked all the same") {
  const pilah::tests::TemporaryFolder folder;
  std::filesystem::copy(std::filesystem::path(PILAH_MISBEHAVING_FOLDER) / "exports-symbols",
                        folder.path());
  auto manifest = read_whole_file(folder.path() / "plugin.json", kMaxPluginFile);
  const auto library = folder.path() / read_manifest(manifest).library;
  auto bytes = read_whole_file(library, kMaxPluginFile);
  call_every_section_a_table_of_names(bytes);
  write_whole_file(library, bytes);
  manifest.replace(manifest.find(read_manifest(manifest).sha256), 64, sha256_hex(bytes));
  write_whole_file(folder.path() / "plugin.json", manifest);
  const auto report = check(read_plugin(folder.path(), PluginOrigin::kTried));
  CHECK(report.tests > 20);
  for (const auto& finding : report.findings) {
    for (const auto& [name, value] : finding.arguments) {
      CAPTURE(finding.kind, name);
      CHECK(value.size() < 3000);
      CHECK(is_utf8(value));
    }
  }
}
