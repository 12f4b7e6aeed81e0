#include "pilah/registry/people/erasure.hpp"

#include <fstream>
#include <iterator>

#include "../support/folder_host.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/drafts/drafts.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/people/correction.hpp"
#include "pilah/registry/proposals/intake_links.hpp"
#include "pilah/registry/proposals/proposals.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/verify.hpp"
#include "pilah/registry/workflow/review.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/refusal_of.hpp"

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

struct Mentioned {
  catalogue::PersonId person;
  catalogue::InnovationId innovation;
};

/// A person with a history, and an entry that speaks of her in several ways.
Mentioned mention(const registry::Environment& environment) {
  registry::add_region(environment, insider(), "13.11");
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
      environment, insider(), kRegion,
      {{"name", "SI PEDAS"}, {"risks", "Hubungi " + kName + " di " + kPhone}});
  const auto id = entry.innovation.id;
  const auto changed = registry::change_innovation(
      environment, insider(), id, {{"risks", kName + " sudah pindah"}, {"staff", 4}},
      entry.revision);
  registry::change_innovation(environment, insider(), id, {{"summary", std::string(3000, 's')}},
                              changed.revision);
  environment.store.write({"test"}, [&](store::Writer& writer) {
    writer.put_origin({kRegion, "daftar.csv", "1", id, "{\"risks\":\"" + kName + "\"}"});
  });
  registry::put_draft(environment, insider(), id, {{"risks", kName}}, std::nullopt);
  // Newer versions that speak of her, one gone, one that waits.
  environment.store.write({"test"}, [&](store::Writer& writer) {
    catalogue::PendingVersion pending;
    pending.id = id;
    pending.region = kRegion;
    pending.base = pending.entry = writer.find<catalogue::Innovation>(kRegion, id)->record;
    for (const bool waits : {false, true}) {
      pending.entry.risks = "Hubungi " + kName;
      writer.put(pending, "revised");
      pending.entry.risks = kName + " yang baru, di " + kPhone;
      writer.put(pending, "revised");
      if (!waits) writer.remove<catalogue::PendingVersion>(kRegion, id, "dropped");
    }
  });
  // Others, so that pages are shared and split.
  for (int i = 0; i < 60; ++i) {
    registry::add_innovation(
        environment, insider(), kRegion,
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
    heads = registry::verify(host.environment(), insider()).heads;
    registry::erase_person(host.environment(), insider(), kRegion, mentioned.person,
                           {{mentioned.innovation, {"risks"}}});
    for (const auto& text : {kName, kPhone, std::string("Sekretaris Daerah")}) {
      CAPTURE(text);
      CHECK(files_with(data, text) == "");
    }
    // What was not to be erased is there, and its history.
    const auto entry = registry::innovation(host.environment(), insider(), mentioned.innovation);
    CHECK(entry.innovation.staff == 4);
    CHECK(entry.innovation.summary.size() == 3000);
    const auto waiting =
        registry::review(host.environment(), insider(), mentioned.innovation).version;
    CHECK(waiting.is_pending);
    CHECK(waiting.entry.risks.empty());
    CHECK(waiting.entry.staff == 4);
  }
  const FolderHost again(data);
  const auto verification = registry::verify(again.environment(), insider(), heads);
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
          registry::erase_person(host.environment(), insider(), kRegion, mentioned.person,
                                 {{mentioned.innovation, {"name"}}});
        }) == "store.not_erasable");
  CHECK(files_with(folder.path(), kName) != "");
  CHECK(registry::verify(host.environment(), insider()).findings.empty());
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

TEST_CASE("No file holds who withdrew a proposal, or was declined ninety days ago") {
  const TemporaryFolder folder;
  const auto data = folder.path() / "data";
  const FolderHost host(data);
  auto environment = host.environment();
  std::int64_t now = 1'800'000'000'000;
  environment.now = [&] { return now; };
  registry::add_region(environment, insider(), "13.11");
  const auto owner = [&] {
    catalogue::Organisation organisation;
    organisation.id = {environment.new_uuid()};
    organisation.region = kRegion;
    organisation.code = organisation.name = "DINKES";
    environment.store.write({"test"},
                            [&](store::Writer& writer) { writer.put(organisation, "added"); });
    return organisation.id;
  }();
  const auto link = registry::open_link(environment, insider(), {kRegion, {}, "Bimtek", 30, ""});
  registry::ProposalForm form;
  form.proposer = kName;
  form.contact = kPhone;
  form.name = "Peta jalan rusak";
  form.summary = "Warga melapor";
  const auto tracking =
      registry::submit_proposal(environment, registry::Caller::anonymous(), link.token, form)
          .tracking;
  const auto received = [&] {
    return registry::proposals(environment, insider(), kRegion, catalogue::ProposalState::kReceived,
                               {})
        .proposals.at(0)
        .id;
  };
  const auto is_gone = [&] {
    return files_with(data, kName).empty() && files_with(data, kPhone).empty();
  };
  REQUIRE_FALSE(is_gone());

  SECTION("withdrawn while it waits") { registry::withdraw_proposal(environment, tracking); }
  SECTION("withdrawn when a draft was made of it already") {
    registry::accept_proposal(environment, insider(), kRegion, received(), owner);
    REQUIRE_FALSE(is_gone());
    registry::withdraw_proposal(environment, tracking);
  }
  SECTION("withdrawn when the draft names another by now") {
    const auto entry =
        registry::accept_proposal(environment, insider(), kRegion, received(), owner);
    registry::change_innovation(environment, insider(), entry.innovation.id,
                                {{"proposer", {{"text", "Karang Taruna"}}}}, entry.revision);
    registry::withdraw_proposal(environment, tracking);
    const auto left = registry::innovation(environment, insider(), entry.innovation.id);
    CHECK(left.innovation.proposer->text == "Karang Taruna");
  }
  SECTION("declined ninety days ago") {
    registry::decline_proposal(environment, insider(), kRegion, received(), "Sudah ada.");
    CHECK(registry::erase_due_contacts(environment, kRegion) == 0);
    now += registry::kDaysKeptDeclined * 24 * 60 * 60 * 1000;
    CHECK(registry::erase_due_contacts(environment, kRegion) == 1);
  }
  CHECK(files_with(data, kName) == "");
  CHECK(files_with(data, kPhone) == "");
  CHECK(registry::verify(environment, insider()).findings.empty());
}

TEST_CASE("A person's data are corrected, history tells so, and no file keeps what was wrong") {
  const TemporaryFolder folder;
  const auto data = folder.path() / "data";
  const FolderHost host(data);
  const auto mentioned = mention(host.environment());
  registry::Correction correction;
  correction.contact = "0813-1111-2222";
  const auto revision = registry::correct_person(host.environment(), insider(), kRegion,
                                                 mentioned.person, correction);
  std::vector<std::string> actions;
  catalogue::Person person;
  host.environment().store.read([&](store::Reader& reader) {
    const auto stored = reader.find<catalogue::Person>(kRegion, mentioned.person).value();
    person = stored.record;
    CHECK(stored.revision == revision);
    for (const auto& each :
         reader.history(kRegion, store::RecordKind::kPerson, mentioned.person.uuid)) {
      actions.push_back(each.action);
    }
  });
  CHECK(person.contact == "0813-1111-2222");
  CHECK(person.name == kName);
  REQUIRE(actions.size() == 5);
  CHECK(actions[0] == "corrected");
  CHECK(actions[1] == "erased");
  // The entry that speaks of her has the old number still: it is not the person's record.
  registry::erase_person(host.environment(), insider(), kRegion, mentioned.person,
                         {{mentioned.innovation, {"risks"}}});
  CHECK(files_with(data, kPhone) == "");
  CHECK(registry::verify(host.environment(), insider()).findings.empty());
}

TEST_CASE("A correction alone leaves no file with the wrong value") {
  const TemporaryFolder folder;
  const auto data = folder.path() / "data";
  const FolderHost host(data);
  registry::add_region(host.environment(), insider(), "13.11");
  const catalogue::Person person{
      {host.environment().new_uuid()}, kRegion, kName, "1980", "Camat", kPhone};
  host.environment().store.write({"test"},
                                 [&](store::Writer& writer) { writer.put(person, "added"); });
  registry::Correction correction;
  correction.name = "Zulfikar";
  correction.contact = "";
  registry::correct_person(host.environment(), insider(), kRegion, person.id, correction);
  CHECK(files_with(data, kName) == "");
  CHECK(files_with(data, kPhone) == "");
  CHECK(registry::verify(host.environment(), insider()).findings.empty());
}

TEST_CASE("A correction is the region's administrator's, and says something") {
  const TemporaryFolder folder;
  const FolderHost host(folder.path());
  const auto mentioned = mention(host.environment());
  const auto correct = [&](const registry::Caller& caller, const registry::Correction& correction,
                           catalogue::PersonId person) {
    return refusal_of(
        [&] { registry::correct_person(host.environment(), caller, kRegion, person, correction); });
  };
  registry::Correction wanted;
  CHECK(correct(insider(), wanted, mentioned.person) == "person.nothing_to_correct");
  wanted.name = "";
  CHECK(correct(insider(), wanted, mentioned.person) == "person.bad_text");
  wanted.name = std::string(201, 'x');
  CHECK(correct(insider(), wanted, mentioned.person) == "person.bad_text");
  wanted.name = "Siti";
  CHECK(correct(insider(), wanted, {}) == "person.not_found");
  registry::Caller verifier;
  verifier.grants.push_back({catalogue::Role::kVerifier, kRegion, {}});
  CHECK(correct(verifier, wanted, mentioned.person) == "rights.administer_region");
  CHECK(correct(insider(), wanted, mentioned.person).empty());
}
