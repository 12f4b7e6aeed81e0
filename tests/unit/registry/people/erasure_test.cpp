#include "pilah/registry/people/erasure.hpp"

#include <fstream>
#include <iterator>

#include "../support/folder_host.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/drafts/drafts.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/verify.hpp"
#include "pilah/store/store.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

const catalogue::RegionCode kRegion = *catalogue::RegionCode::parse("13.11");
const std::string kName = "Zulfikarwati Qodriyahningrum";
const std::string kPhone = "0812-9999-7777";

/// The files below the folder that hold the text, anywhere.
std::string files_with(const std::filesystem::path& folder, const std::string& text) {
  std::string found;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.find(text) != std::string::npos) found += file.path().filename().string() + " ";
  }
  return found;
}

template <class Use>
std::string refusal_of(Use use) {
  try {
    use();
  } catch (const catalogue::Refusal& refusal) {
    return refusal.messages().front().kind;
  }
  return "done";
}

struct Mentioned {
  catalogue::PersonId person;
  catalogue::InnovationId innovation;
};

/// A person with a history, and an entry that speaks of her in several ways.
Mentioned mention(const registry::Environment& environment) {
  registry::add_region(environment, everybody(), "13.11");
  catalogue::Person person{{environment.new_uuid()}, kRegion, kName, "19800101", "Camat", kPhone};
  const auto put = [&](const char* action) {
    environment.store.write({"test"}, [&](store::Writer& writer) { writer.put(person, action); });
  };
  put("added");
  person.office = "Sekretaris Daerah yang baru dan panjang jabatannya";
  put("changed");
  person.contact = kPhone + " atau " + kPhone;
  put("changed");
  const auto entry = registry::add_innovation(
      environment, everybody(), kRegion,
      {{"name", "SI PEDAS"}, {"risks", "Hubungi " + kName + " di " + kPhone}});
  const auto id = entry.innovation.id;
  const auto changed = registry::change_innovation(
      environment, everybody(), id, {{"risks", kName + " sudah pindah"}, {"staff", 4}},
      entry.revision);
  registry::change_innovation(environment, everybody(), id, {{"summary", std::string(3000, 's')}},
                              changed.revision);
  environment.store.write({"test"}, [&](store::Writer& writer) {
    writer.put_origin({kRegion, "daftar.csv", "1", id, "{\"risks\":\"" + kName + "\"}"});
  });
  registry::put_draft(environment, everybody(), id, {{"risks", kName}}, std::nullopt);
  // Others, so that pages are shared and split.
  for (int i = 0; i < 60; ++i) {
    registry::add_innovation(
        environment, everybody(), kRegion,
        {{"name", "n" + std::to_string(i)}, {"summary", std::string(500, 'x')}});
  }
  return {person.id, id};
}

}  // namespace

TEST_CASE("No file of the data folder holds a person who was erased, and the chain is sound") {
  const TemporaryFolder folder;
  const auto data = folder.path() / "data";
  std::vector<catalogue::ChainHead> heads;
  {
    const FolderHost host(data);
    const auto mentioned = mention(host.environment());
    if (GENERATE(false, true)) host.environment().store.checkpoint();
    REQUIRE(files_with(data, kName) != "");
    heads = registry::verify(host.environment(), everybody()).heads;
    registry::erase_person(host.environment(), everybody(), kRegion, mentioned.person,
                           {{mentioned.innovation, {"risks"}}});
    for (const auto& text : {kName, kPhone, std::string("Sekretaris Daerah")}) {
      CAPTURE(text);
      CHECK(files_with(data, text) == "");
    }
    // What was not to be erased is there, and its history.
    const auto entry = registry::innovation(host.environment(), everybody(), mentioned.innovation);
    CHECK(entry.innovation.staff == 4);
    CHECK(entry.innovation.summary.size() == 3000);
  }
  const FolderHost again(data);
  const auto verification = registry::verify(again.environment(), everybody(), heads);
  for (const auto& [region, message] : verification.findings) FAIL_CHECK(message.kind);
  CHECK(files_with(data, kName) == "");
}

TEST_CASE("An erasure is the region's administrator's, and all of it or nothing") {
  const TemporaryFolder folder;
  const FolderHost host(folder.path());
  const auto mentioned = mention(host.environment());
  registry::Caller verifier;
  verifier.grants.push_back({catalogue::Role::kVerifier, kRegion, {}});
  CHECK(refusal_of([&] {
          registry::erase_person(host.environment(), verifier, kRegion, mentioned.person, {});
        }) == "rights.administer_region");
  CHECK(refusal_of([&] {
          registry::erase_person(host.environment(), everybody(), kRegion, mentioned.person,
                                 {{mentioned.innovation, {"name"}}});
        }) == "store.not_erasable");
  CHECK(files_with(folder.path(), kName) != "");
  CHECK(registry::verify(host.environment(), everybody()).findings.empty());
}

TEST_CASE("A mention is an innovation and its fields") {
  const std::string id = "01920000-abcd-7abc-8def-0123456789ab";
  const auto mention = registry::parse_mention(id + ":risks,proposer");
  CHECK(mention.innovation.text() == id);
  CHECK(mention.fields == std::vector<std::string>{"risks", "proposer"});
  for (const auto& text : {std::string(), id, id + ":", std::string("x:risks"), std::string(":")}) {
    CAPTURE(text);
    CHECK(refusal_of([&, text = text] { registry::parse_mention(text); }) == "person.no_mention");
  }
}
