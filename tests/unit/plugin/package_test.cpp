#include "pilah/plugin/package/package.hpp"

#include <fstream>

#include <archive.h>
#include <archive_entry.h>
#include <sodium.h>
#include <sys/stat.h>

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::plugin;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

struct File {
  std::string name;
  std::string content;
  unsigned type = AE_IFREG;
  std::string link = {};
};

/// An archive as no `pilah plugin sign` would make it.
std::string archive_with(const std::vector<File>& files) {
  std::string bytes(4 * 1024 * 1024, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_pax_restricted(writer);
  archive_write_add_filter_gzip(writer);
  REQUIRE(archive_write_open_memory(writer, bytes.data(), bytes.size(), &used) == ARCHIVE_OK);
  for (const auto& file : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, file.name.c_str());
    archive_entry_set_filetype(entry, file.type);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(file.content.size()));
    if (file.type == AE_IFLNK) archive_entry_set_symlink(entry, file.link.c_str());
    if (file.type == AE_IFREG && !file.link.empty()) {
      archive_entry_set_hardlink(entry, file.link.c_str());
    }
    REQUIRE(archive_write_header(writer, entry) == ARCHIVE_OK);
    archive_write_data(writer, file.content.data(), file.content.size());
    archive_entry_free(entry);
  }
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

std::string refusal_of(const std::string& archive) {
  try {
    const ArchiveFiles files(archive);
    return "taken";
  } catch (const BadPackage& failure) {
    return failure.what();
  }
}

SecretKey new_key() {
  REQUIRE(sodium_init() >= 0);
  return SecretKey::make();
}

}  // namespace

TEST_CASE("A package holds what its folder held, and the same folder gives the same bytes") {
  const pilah::tests::TemporaryFolder folder;
  write(folder.path() / "plugin.json", "{}");
  write(folder.path() / "kebutuhan.csv", "dimensi,bobot\n");
  const std::string archive = archive_of(folder.path());
  const ArchiveFiles files(archive);
  CHECK(files.all().size() == 2);
  CHECK(files.read("kebutuhan.csv") == "dimensi,bobot\n");
  CHECK_THROWS_AS(files.read("scenario.json"), std::system_error);
  CHECK(archive_of(folder.path()) == archive);
}

TEST_CASE("What is no file of one level cannot be packed") {
  const pilah::tests::TemporaryFolder folder;
  write(folder.path() / "plugin.json", "{}");
  SECTION("a folder") { std::filesystem::create_directory(folder.path() / "data"); }
  SECTION("a link") { std::filesystem::create_symlink("/etc/passwd", folder.path() / "data.csv"); }
  SECTION("a hidden file") { write(folder.path() / ".git", "x"); }
  SECTION("a name with a blank") { write(folder.path() / "my data.csv", "x"); }
  CHECK_THROWS_AS(archive_of(folder.path()), BadPackage);
}

TEST_CASE("An archive that reaches beyond its one level is refused") {
  CHECK(refusal_of(archive_with({{"plugin.json", "{}"}})) == "taken");
  CHECK(refusal_of(archive_with({{"../plugin.json", "{}"}})).find("plain file name") !=
        std::string::npos);
  CHECK(refusal_of(archive_with({{"/etc/cron.d/x", "x"}})).find("plain file name") !=
        std::string::npos);
  CHECK(refusal_of(archive_with({{"a/b", "x"}})).find("plain file name") != std::string::npos);
  CHECK(refusal_of(archive_with({{"link", "", AE_IFLNK, "/etc/passwd"}})).find("ordinary file") !=
        std::string::npos);
  CHECK(refusal_of(archive_with({{"a", "x"}, {"b", "", AE_IFREG, "a"}})).find("ordinary file") !=
        std::string::npos);
  CHECK(refusal_of(archive_with({{"folder", "", AE_IFDIR}})) != "taken");
  CHECK(refusal_of(archive_with({{"fifo", "", AE_IFIFO}})).find("ordinary file") !=
        std::string::npos);
  CHECK(refusal_of(archive_with({{"a", "x"}, {"a", "y"}})) == "a is in it twice");
}

TEST_CASE("Too many or too large files are refused before they take the memory") {
  std::vector<File> many;
  for (int i = 0; i < 65; ++i) many.push_back({"f" + std::to_string(i), "x"});
  CHECK(refusal_of(archive_with(many)) == "it holds more than 64 files");
  // A bomb: 65 MiB of zeros take 64 KiB.
  const std::string bomb = archive_with({{"zeros", std::string(65 * 1024 * 1024, '\0')}});
  CHECK(bomb.size() < 1024 * 1024);
  CHECK(refusal_of(bomb) == "zeros is larger than 64 MiB");
  const std::string half(50 * 1024 * 1024, '\0');
  CHECK(refusal_of(archive_with({{"a", half}, {"b", half}, {"c", half}})) ==
        "it holds more than 128 MiB");
}

TEST_CASE("A file that is no package, or a part of one, is refused") {
  CHECK(refusal_of("") != "taken");
  CHECK(refusal_of("PK\x03\x04 a zip file") != "taken");
  CHECK(refusal_of(std::string(100000, 'x')) != "taken");
  const std::string whole = archive_with({{"a", std::string(100000, 'x')}, {"b", "y"}});
  for (const std::size_t size : {whole.size() / 4, whole.size() / 2, whole.size() - 20}) {
    CAPTURE(size);
    CHECK(refusal_of(whole.substr(0, size)) != "taken");
  }
}

TEST_CASE("A signature holds for these bytes and this key alone") {
  const auto key = new_key();
  const std::string archive = archive_with({{"plugin.json", "{}"}});
  const std::string package = signed_package(archive, key);
  const auto parts = parts_of(package);
  REQUIRE(parts.key);
  CHECK(parts.archive == archive);
  CHECK(*parts.key == key.public_key());
  CHECK(is_signed_by(*parts.key, Signed::kPackage, parts.archive, parts.signature));
  CHECK_FALSE(is_signed_by(*parts.key, Signed::kChainHeads, parts.archive, parts.signature));
  CHECK_FALSE(
      is_signed_by(new_key().public_key(), Signed::kPackage, parts.archive, parts.signature));
  for (const std::size_t at : {std::size_t{0}, archive.size() / 2, archive.size() - 1}) {
    std::string altered = package;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    const auto other = parts_of(altered);
    CHECK_FALSE(is_signed_by(*other.key, Signed::kPackage, other.archive, other.signature));
  }
  CHECK_FALSE(parts_of(archive).key);
  CHECK_FALSE(parts_of("").key);
}

TEST_CASE("A key file is its owner's alone, and is never overwritten") {
  const pilah::tests::TemporaryFolder folder;
  const auto file = folder.path() / "signing.key";
  const auto key = new_key();
  key.write(file);
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(SecretKey::read(file).public_key() == key.public_key());
  CHECK_THROWS_AS(new_key().write(file), std::system_error);
  CHECK(SecretKey::read(file).public_key() == key.public_key());
  REQUIRE(::chmod(file.c_str(), 0644) == 0);
  CHECK_THROWS_AS(SecretKey::read(file), std::system_error);
  write(folder.path() / "other.key", "ssh-ed25519 AAAA");
  REQUIRE(::chmod((folder.path() / "other.key").c_str(), 0600) == 0);
  CHECK_THROWS_AS(SecretKey::read(folder.path() / "other.key"), std::invalid_argument);
}

TEST_CASE("A public key is 64 hexadecimal digits") {
  const auto key = new_key().public_key();
  CHECK(PublicKey::parse(key.hex()) == key);
  CHECK_FALSE(PublicKey::parse(""));
  CHECK_FALSE(PublicKey::parse(std::string(63, 'a')));
  CHECK_FALSE(PublicKey::parse(std::string(64, 'g')));
}
