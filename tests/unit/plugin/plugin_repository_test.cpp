#include "pilah/plugin/plugin_repository.hpp"

#include <fstream>
#include <thread>

#include <boost/json.hpp>
#include <sodium.h>

#include "pilah/plugin/package/package.hpp"
#include "pilah/plugin/run/rule_run.hpp"
#include "pilah/plugin/system/whole_file.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::plugin;

namespace {

/// A host with its folder of packages, and an author with a key.
struct Host {
  Host() { REQUIRE(sodium_init() >= 0); }

  PluginRepository repository() const {
    return {PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}}, folder.path() / "plugins"};
  }
  /// A package of one of the tests' plugins, changed by `change`, signed by `key`.
  std::filesystem::path package(
      const char* plugin, const std::function<void(const std::filesystem::path&)>& change = {},
      const SecretKey* key = nullptr) const {
    const pilah::tests::TemporaryFolder content;
    std::filesystem::copy(std::filesystem::path(PILAH_MISBEHAVING_FOLDER) / plugin, content.path());
    if (change) change(content.path());
    const auto file = folder.path() / (std::string(plugin) + ".pilah");
    write_whole_file(file, signed_package(archive_of(content.path()), key ? *key : author));
    return file;
  }
  /// How the repository refuses the package; empty: it does not.
  static std::string refusal(PluginRepository& repository, const std::filesystem::path& package,
                             bool allow = false) {
    try {
      repository.install(package, allow);
      return {};
    } catch (const PluginRefusal& refusal) {
      return refusal.kind;
    }
  }
  std::size_t files() const {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "plugins")) {
      count += entry.path().extension() == ".pilah" || entry.path().extension() == ".new" ? 1 : 0;
    }
    return count;
  }

  pilah::tests::TemporaryFolder folder;
  SecretKey author = SecretKey::make();
};

void replace_in(const std::filesystem::path& file, const std::string& from, const std::string& to) {
  std::string text = read_whole_file(file, 1024 * 1024);
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  std::ofstream(file, std::ios::binary) << text.replace(at, from.size(), to);
}

std::variant<RuleResult, RunEnd> run(const InstalledPlugins& plugins, const char* id) {
  ColumnTable table({*innovation_column("name"), *innovation_column("duration_months")});
  table.find("name")->add_text("Posyandu");
  table.find("duration_months")->add_integer(3);
  return run_rule(plugins, *plugins.find(id), {{"horizon", 12}}, table, {});
}

}  // namespace

TEST_CASE("A package by a trusted author is installed, runs, and is there after a restart") {
  const Host host;
  auto repository = host.repository();
  const auto package = host.package("behaves");
  CHECK(Host::refusal(repository, package) == "plugin.package.unknown_key");
  CHECK_FALSE(repository.plugins()->find("behaves"));
  repository.trust_key(host.author.public_key(), "Bappeda");
  CHECK(Host::refusal(repository, package).empty());
  CHECK(Host::refusal(repository, package).empty());  // again: nothing changes
  CHECK(host.files() == 1);
  const auto plugins = host.repository().plugins();
  REQUIRE(plugins->find("behaves"));
  CHECK(plugins->find("behaves")->signer == host.author.public_key());
  CHECK(std::holds_alternative<RuleResult>(run(*plugins, "behaves")));
}

TEST_CASE("An unsigned package is refused unless just that file was allowed") {
  const Host host;
  auto repository = host.repository();
  const auto package = host.package("behaves");
  const std::string bytes = read_whole_file(package, kMaxPluginFile);
  const auto unsigned_package = host.folder.path() / "unsigned.pilah";
  write_whole_file(unsigned_package, parts_of(bytes).archive);
  CHECK(Host::refusal(repository, unsigned_package) == "plugin.package.unsigned");
  CHECK(Host::refusal(repository, unsigned_package, true).empty());
  CHECK(host.repository().plugins()->find("behaves"));
  // The permission is for that file, not for whoever wrote it.
  const auto other = host.package("dies-of-one-row");
  write_whole_file(unsigned_package, parts_of(read_whole_file(other, kMaxPluginFile)).archive);
  CHECK(Host::refusal(repository, unsigned_package) == "plugin.package.unsigned");
}

TEST_CASE("An altered package is refused, also one that was allowed unsigned") {
  const Host host;
  auto repository = host.repository();
  repository.trust_key(host.author.public_key(), "Bappeda");
  const auto package = host.package("behaves");
  std::string bytes = read_whole_file(package, kMaxPluginFile);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_whole_file(package, bytes);
  CHECK(Host::refusal(repository, package) == "plugin.package.bad_signature");
  CHECK(Host::refusal(repository, package, true) == "plugin.package.bad_signature");
  CHECK(host.files() == 0);
}

TEST_CASE("A package that was altered after it was installed does not run") {
  const Host host;
  auto repository = host.repository();
  repository.trust_key(host.author.public_key(), "Bappeda");
  repository.install(host.package("behaves"), false);
  const auto file = host.folder.path() / "plugins" / "behaves-1.0.0.pilah";
  std::string bytes = read_whole_file(file, kMaxPluginFile);
  bytes[100] = static_cast<char>(bytes[100] ^ 1);
  write_whole_file(file, bytes);
  const auto plugins = host.repository().plugins();
  CHECK_FALSE(plugins->find("behaves"));
  REQUIRE(plugins->unusable().size() == 1);
  CHECK(plugins->unusable().front().kind == "plugin.package.bad_signature");
}

TEST_CASE("A revoked key takes its plugins along, and a key trusted again brings them back") {
  const Host host;
  auto repository = host.repository();
  repository.trust_key(host.author.public_key(), "Bappeda");
  repository.install(host.package("behaves"), false);
  repository.revoke_key(host.author.public_key());
  CHECK_FALSE(repository.plugins()->find("behaves"));
  CHECK(repository.plugins()->unusable().front().kind == "plugin.package.revoked_key");
  CHECK(Host::refusal(repository, host.package("dies-of-one-row")) == "plugin.package.revoked_key");
  repository.trust_key(host.author.public_key(), "Bappeda");
  CHECK(repository.plugins()->find("behaves"));
  CHECK_THROWS_AS(repository.revoke_key(SecretKey::make().public_key()), PluginRefusal);
}

TEST_CASE("Versions stand side by side, the newest is found, an exact one can be named") {
  const Host host;
  auto repository = host.repository();
  repository.trust_key(host.author.public_key(), "Bappeda");
  repository.install(host.package("behaves"), false);
  repository.install(host.package("behaves-newer"), false);
  const auto plugins = repository.plugins();
  CHECK(plugins->find("behaves")->manifest.version == "1.10.0");
  CHECK(plugins->find("behaves", "1.0.0")->manifest.version == "1.0.0");
  repository.remove("behaves", "1.10.0");
  CHECK(repository.plugins()->find("behaves")->manifest.version == "1.0.0");
  CHECK_FALSE(repository.plugins()->find("behaves", "1.10.0"));
  // Who has begun goes on with what was there.
  CHECK(std::holds_alternative<RuleResult>(run_rule(
      *plugins, *plugins->find("behaves"), {},
      ColumnTable({*innovation_column("name"), *innovation_column("duration_months")}), {})));
}

TEST_CASE("One id belongs to one signer, a version to one content, and Pilah's ids to Pilah") {
  const Host host;
  auto repository = host.repository();
  const auto other = SecretKey::make();
  repository.trust_key(host.author.public_key(), "Bappeda");
  repository.trust_key(other.public_key(), "Orang lain");
  repository.install(host.package("behaves"), false);
  CHECK(Host::refusal(repository, host.package("behaves-newer", {}, &other)) ==
        "plugin.package.other_signer");
  const auto add_readme = [](const std::filesystem::path& folder) {
    std::ofstream(folder / "README.md") << "lain";
  };
  CHECK(Host::refusal(repository, host.package("behaves", add_readme)) ==
        "plugin.package.version_taken");
  const auto rename = [](const std::filesystem::path& folder) {
    replace_in(folder / "plugin.json", "\"behaves\"", "\"solok-selatan\"");
  };
  CHECK(Host::refusal(repository, host.package("behaves", rename)) == "plugin.package.built_in");
  CHECK_THROWS_AS(repository.remove("solok-selatan", "1.0.0"), PluginRefusal);
  CHECK_THROWS_AS(repository.remove("behaves", "9.9.9"), PluginRefusal);
  CHECK_THROWS_AS(repository.remove("../trust", "json"), PluginRefusal);
  CHECK(host.files() == 1);
}

TEST_CASE("What does not load, or is not what its manifest says, is not installed") {
  const Host host;
  auto repository = host.repository();
  repository.trust_key(host.author.public_key(), "Bappeda");
  CHECK(Host::refusal(repository, host.package("aborts-in-create")) == "plugin.killed_by_signal");
  CHECK(Host::refusal(repository, host.package("lacks-entry")) == "plugin.not_loadable");
  CHECK(Host::refusal(repository, host.package("is-another")) == "plugin.not_loadable");
  const auto criteria = [](const std::filesystem::path& folder) {
    replace_in(folder / "plugin.json", "\"soon\"", "\"later\"");
  };
  CHECK(Host::refusal(repository, host.package("behaves", criteria)) == "plugin.not_loadable");
  const auto schema = [](const std::filesystem::path& folder) {
    replace_in(folder / "plugin.json", "\"minimum\": 1", "\"pattern\": \"(a+)+$\"");
  };
  CHECK(Host::refusal(repository, host.package("behaves", schema)) == "plugin.package.malformed");
  const auto library = [](const std::filesystem::path& folder) {
    std::ofstream(folder / "behaves.so", std::ios::app) << ' ';
  };
  CHECK(Host::refusal(repository, host.package("behaves", library)) == "plugin.package.malformed");
  const auto no_manifest = [](const std::filesystem::path& folder) {
    std::filesystem::remove(folder / "plugin.json");
  };
  CHECK(Host::refusal(repository, host.package("behaves", no_manifest)) ==
        "plugin.package.malformed");
  CHECK(Host::refusal(repository, host.folder.path() / "nowhere.pilah") ==
        "plugin.package.unreadable");
  CHECK(host.files() == 0);
}

TEST_CASE("A trust.json that cannot be read trusts nobody") {
  const Host host;
  auto repository = host.repository();
  repository.trust_key(host.author.public_key(), "Bappeda");
  repository.install(host.package("behaves"), false);
  std::ofstream(host.folder.path() / "plugins" / "trust.json") << "{}";
  repository.read_again();
  CHECK_FALSE(repository.plugins()->find("behaves"));
  CHECK(repository.plugins()->find("solok-selatan"));
}

TEST_CASE("Many installing and running at once disturb nobody") {
  const Host host;
  auto repository = host.repository();
  repository.trust_key(host.author.public_key(), "Bappeda");
  const std::vector<std::filesystem::path> packages{host.package("behaves"),
                                                    host.package("dies-of-one-row")};
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      auto own = host.repository();  // as another process would have it
      for (int round = 0; round < 5; ++round) {
        const auto& package = packages[static_cast<std::size_t>((i + round) % 2)];
        const auto installed = own.install(package, false);
        const auto plugins = own.plugins();
        if (std::holds_alternative<RuleResult>(run(*plugins, installed.manifest.id.c_str())))
          ++good;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(good == 20);
  CHECK(host.files() == 2);
}

TEST_CASE("A plugin built with the host runs only with the digest that the build wrote") {
  const pilah::tests::TemporaryFolder folder;
  const auto behaves = std::filesystem::path(PILAH_MISBEHAVING_FOLDER) / "behaves";
  std::filesystem::copy(behaves, folder.path() / "behaves");
  const auto names = [&] {
    const InstalledPlugins plugins(folder.path(), {PILAH_RUNNER, {}});
    return std::pair(plugins.all().size(), plugins.unusable().size());
  };
  CHECK(names() == std::pair<std::size_t, std::size_t>(0, 1));
  std::filesystem::copy_file(behaves.string() + ".sha256", folder.path() / "behaves.sha256");
  CHECK(names() == std::pair<std::size_t, std::size_t>(1, 0));
  std::ofstream(folder.path() / "behaves" / "plugin.json", std::ios::app) << ' ';
  CHECK(names() == std::pair<std::size_t, std::size_t>(0, 1));
}

TEST_CASE("What a check found is kept for that very library, and read after a restart") {
  const Host host;
  auto repository = host.repository();
  repository.trust_key(host.author.public_key(), "Bappeda");
  const auto installed = repository.install(host.package("behaves"), false);
  CHECK(repository.checks().empty());
  KeptCheck check{"behaves", "1.0.0", installed.manifest.sha256, "0.1.0", 1'790'000'000'000, {}};
  check.report.seed = 7;
  check.report.tests = 30;
  check.report.findings = {
      {Severity::kNote, "check.constant", {{"criterion", "soon"}}},
      {Severity::kError, "check.run_failed", {{"input", "\"x\"\n"}, {"end", "plugin.timed_out"}}}};
  repository.keep_check(check);
  check.at += 1;
  repository.keep_check(check);  // in place of the first
  const auto kept = host.repository().checks();
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].at == check.at);
  CHECK(kept[0].program == "0.1.0");
  CHECK(kept[0].report.seed == 7);
  CHECK(kept[0].report.tests == 30);
  REQUIRE(kept[0].report.findings.size() == 2);
  CHECK(kept[0].report.count(Severity::kNote) == 1);
  CHECK(kept[0].report.findings[1].severity == Severity::kError);
  CHECK(kept[0].report.findings[1].arguments == check.report.findings[1].arguments);

  check.digest = std::string(64, '0');  // of another library under the same version
  repository.keep_check(check);
  CHECK(repository.checks().empty());
}

TEST_CASE("Without a file that tells what checks found, nothing is told, and the next is kept") {
  const Host host;
  auto repository = host.repository();
  repository.trust_key(host.author.public_key(), "Bappeda");
  const auto installed = repository.install(host.package("behaves"), false);
  const auto file = host.folder.path() / "plugins" / "checks.json";
  for (const char* damaged : {"", "{}", "[1]", "[{\"plugin\": \"behaves\"}]", "[{"}) {
    CAPTURE(damaged);
    std::ofstream(file) << damaged;
    CHECK(repository.checks().empty());
  }
  repository.keep_check({"behaves", "1.0.0", installed.manifest.sha256, "0.1.0", 1, {}});
  CHECK(repository.checks().size() == 1);
}
