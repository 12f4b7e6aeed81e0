#include "pilah/registry/proposals/proposals.hpp"

#include "pilah/registry/people/secret.hpp"
#include "pilah/registry/proposals/intake_links.hpp"
#include "support/catch.hpp"
#include "unit/registry/relations/related_region.hpp"

using namespace pilah;
using catalogue::Proposal;
using catalogue::ProposalState;
using registry::ProposalForm;
using tests::refusals_of;
using tests::RelatedRegion;

namespace {

constexpr std::int64_t kHour = std::int64_t{60} * 60 * 1000;
constexpr std::int64_t kDay = 24 * kHour;

struct Intake : RelatedRegion {
  std::int64_t time = 1'000 * kDay;
  std::uint8_t drawn = 0;
  const registry::Caller moderator = [this] {
    registry::Caller caller;
    caller.actor = "moderator";
    caller.grants = {{catalogue::Role::kVerifier, region, std::nullopt}};
    return caller;
  }();

  Intake() {
    environment.now = [this] { return time; };
    environment.random = [this](std::span<std::uint8_t> bytes) {
      for (auto& byte : bytes) byte = ++drawn;
    };
  }
  registry::OpenedLink open(std::int64_t days = 30, const std::string& address = "") {
    return registry::open_link(environment, moderator,
                               {region, std::nullopt, "Bimtek II", days, address});
  }
  static ProposalForm form() {
    ProposalForm form;
    form.proposer_kind = catalogue::OrganisationKind::kMedia;
    form.proposer = "Ibu Siti";
    form.contact = "0812-0000-0000";
    form.name = "Peta jalan rusak";
    form.summary = "Warga melaporkan jalan rusak lewat radio";
    form.benefit = "Jalan cepat diperbaiki";
    form.dimension = "smart-living";
    return form;
  }
  std::string submit(const std::string& token) {
    return registry::submit_proposal(environment, registry::Caller::anonymous(), token, form())
        .tracking;
  }
  std::vector<Proposal> queue(std::optional<ProposalState> state = std::nullopt) {
    return registry::proposals(environment, moderator, region, state, std::nullopt).proposals;
  }
  std::string refused(const std::string& token, const ProposalForm& form) {
    return refusals_of([&] {
      registry::submit_proposal(environment, registry::Caller::anonymous(), token, form);
    });
  }
  std::size_t innovations() {
    std::size_t count = 0;
    store.read(
        [&](store::Reader& reader) { count = reader.all<catalogue::Innovation>(region).size(); });
    return count;
  }
};

}  // namespace

TEST_CASE("A link is told once, kept as its digest, and invites whoever holds it") {
  Intake intake;
  const auto opened = intake.open(30, "https://pilah.example/");
  CHECK(opened.token.size() == 43);  // 256 bits
  CHECK(opened.path == "/api/v1/intake/" + opened.token);
  CHECK(opened.qr_svg.find("<svg") == 0);
  CHECK(intake.open().qr_svg.empty());
  const auto told = registry::invitation(intake.environment, opened.token);
  CHECK(told.name == "Bimtek II");
  CHECK(told.region == "Kabupaten Solok Selatan");
  CHECK(told.expires == intake.time + 30 * kDay);
  intake.store.read([&](store::Reader& reader) {
    reader.each_aside<catalogue::IntakeLink>(
        intake.region, {}, [&](const catalogue::IntakeLink& link) {
          const auto document = boost::json::serialize(catalogue::to_json(link));
          CHECK(document.find(opened.token) == std::string::npos);
          return true;
        });
  });
}

TEST_CASE("No link begins like an option of the command that takes it") {
  Intake intake;
  for (int first = 0xF8; first <= 0xFB; ++first) {  // drawn so, it would begin with '-'
    intake.drawn = static_cast<std::uint8_t>(first - 1);
    const auto token = intake.open().token;
    CHECK(token.size() == 43);
    CHECK(token.front() != '-');
  }
}

TEST_CASE("A link that is none, has ended or was closed is told apart by nobody") {
  Intake intake;
  const auto opened = intake.open(1);
  const auto invite = [&](const std::string& token) {
    return refusals_of([&] { registry::invitation(intake.environment, token); });
  };
  CHECK(invite(opened.token).empty());
  CHECK(invite("x") == " intake_link.not_valid");
  CHECK(intake.refused("x", Intake::form()) == " intake_link.not_valid");
  intake.time += kDay;
  CHECK(invite(opened.token) == " intake_link.not_valid");
  CHECK(intake.refused(opened.token, Intake::form()) == " intake_link.not_valid");
  const auto second = intake.open();
  registry::close_link(intake.environment, intake.moderator, intake.region, second.link.id);
  CHECK(invite(second.token) == " intake_link.not_valid");
  CHECK(intake.refused(second.token, Intake::form()) == " intake_link.not_valid");
}

TEST_CASE(
    "A proposal is in no catalogue until it is accepted, then it is a draft with its proposer") {
  Intake intake;
  const auto owner = intake.add_organisation("KES");
  const auto tracking = intake.submit(intake.open().token);
  CHECK(intake.innovations() == 0);
  const auto queue = intake.queue();
  REQUIRE(queue.size() == 1);
  CHECK(queue[0].contact == "0812-0000-0000");
  std::int64_t revision = 0;
  intake.store.read([&](store::Reader& reader) { revision = reader.revision(intake.region); });
  CHECK(registry::intake_links(intake.environment, intake.moderator, intake.region)[0].waiting ==
        1);

  const auto entry = registry::accept_proposal(intake.environment, intake.moderator, intake.region,
                                               queue[0].id, owner);
  CHECK(entry.revision == revision + 1);
  const auto& draft = entry.innovation;
  CHECK(draft.status == catalogue::Status::kDraft);
  CHECK(draft.entry_kind == catalogue::EntryKind::kIdea);
  CHECK(draft.owner == owner);
  CHECK(draft.proposer->text == "Ibu Siti");
  CHECK(draft.proposer->kind == catalogue::OrganisationKind::kMedia);
  CHECK(draft.name == "Peta jalan rusak");
  CHECK(draft.benefit == "Jalan cepat diperbaiki");
  CHECK(boost::json::serialize(catalogue::to_json(draft)).find("0812") == std::string::npos);
  CHECK(intake.innovations() == 1);
  CHECK(registry::track_proposal(intake.environment, tracking).state == ProposalState::kAccepted);
  CHECK(intake.queue(ProposalState::kReceived).empty());
  CHECK(registry::intake_links(intake.environment, intake.moderator, intake.region)[0].waiting ==
        0);
  CHECK(refusals_of([&] {
          registry::accept_proposal(intake.environment, intake.moderator, intake.region,
                                    queue[0].id, owner);
        }) == " proposal.decided");
}

TEST_CASE("A declined proposal tells its proposer why, and nobody else's name or contact") {
  Intake intake;
  const auto tracking = intake.submit(intake.open().token);
  const auto id = intake.queue()[0].id;
  const auto decline = [&](const std::string& reason) {
    return refusals_of([&] {
      registry::decline_proposal(intake.environment, intake.moderator, intake.region, id, reason);
    });
  };
  CHECK(decline("") == "/reason proposal.bad_reason");
  CHECK(decline("Sudah ada").empty());
  CHECK(decline("Lagi") == " proposal.decided");
  const auto tracked = registry::track_proposal(intake.environment, tracking);
  CHECK(tracked.state == ProposalState::kDeclined);
  CHECK(tracked.reason == "Sudah ada");
  CHECK(tracked.decided == intake.time);
  CHECK(refusals_of([&] { registry::track_proposal(intake.environment, "x"); }) ==
        " proposal.not_found");
}

TEST_CASE("Name and contact of a declined proposal are erased after 90 days, of no other") {
  Intake intake;
  const auto token = intake.open(366).token;
  intake.submit(token);
  intake.submit(token);
  const auto id = intake.queue()[0].id;
  registry::decline_proposal(intake.environment, intake.moderator, intake.region, id, "Tidak");
  intake.time += 90 * kDay - 1;
  CHECK(registry::erase_due_contacts(intake.environment, intake.region) == 0);
  ++intake.time;
  CHECK(registry::erase_due_contacts(intake.environment, intake.region) == 1);
  CHECK(registry::erase_due_contacts(intake.environment, intake.region) == 0);
  const auto queue = intake.queue();
  CHECK(queue[0].contact.empty());
  CHECK(queue[0].proposer.empty());
  CHECK(queue[0].reason == "Tidak");
  CHECK(queue[1].contact == "0812-0000-0000");
}

TEST_CASE("Its proposer may withdraw a proposal, once decided, only name and contact go") {
  Intake intake;
  const auto token = intake.open().token;
  const auto first = intake.submit(token);
  const auto second = intake.submit(token);
  registry::withdraw_proposal(intake.environment, first);
  const auto withdrawn = intake.queue(ProposalState::kWithdrawn);
  REQUIRE(withdrawn.size() == 1);
  CHECK(withdrawn[0].name.empty());
  CHECK(withdrawn[0].summary.empty());
  CHECK(withdrawn[0].contact.empty());
  CHECK(registry::intake_links(intake.environment, intake.moderator, intake.region)[0].waiting ==
        1);
  const auto id = intake.queue(ProposalState::kReceived)[0].id;
  const auto draft = registry::accept_proposal(intake.environment, intake.moderator, intake.region,
                                               id, intake.add_organisation("KES"));
  registry::withdraw_proposal(intake.environment, second);
  intake.environment.store.read([&](store::Reader& reader) {
    const auto kept = reader.find<catalogue::Innovation>(intake.region, draft.innovation.id);
    CHECK(kept->record.proposer ==
          catalogue::Proposer{{}, {}, "", catalogue::OrganisationKind::kMedia});
  });
  const auto accepted = intake.queue(ProposalState::kAccepted);
  REQUIRE(accepted.size() == 1);
  CHECK(accepted[0].contact.empty());
  CHECK(accepted[0].name == "Peta jalan rusak");
  CHECK(refusals_of([&] { registry::withdraw_proposal(intake.environment, "x"); }) ==
        " proposal.not_found");
}

TEST_CASE("A wrong proposal is refused with all that is wrong, each in its place") {
  Intake intake;
  const auto token = intake.open().token;
  ProposalForm form;
  form.dimension = "smart";
  CHECK(intake.refused(token, form) ==
        "/name proposal.missing\n/summary proposal.missing\n/proposer proposal.missing\n"
        "/dimension innovation.unknown_dimension");
  form = Intake::form();
  form.name.assign(registry::kLongestProposalName + 1, 'x');
  form.benefit.assign(registry::kLongestProposalText + 1, 'x');
  form.contact.assign(registry::kLongestProposer + 1, 'x');
  CHECK(intake.refused(token, form) ==
        "/name proposal.too_long\n/benefit proposal.too_long\n/contact proposal.too_long");
  CHECK(intake.queue().empty());
}

TEST_CASE("A link takes so many an hour, waiting and at all, later there is room again") {
  Intake intake;
  const auto opened = intake.open(366);
  const auto fill = [&](std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) intake.submit(opened.token);
  };
  fill(registry::kMostInAnHour);
  CHECK(intake.refused(opened.token, Intake::form()) == " proposal.too_often");
  intake.time += kHour;
  fill(1);
  // Another link has a measure of its own.
  intake.submit(intake.open().token);
  while (intake.refused(opened.token, Intake::form()) != " proposal.queue_full") {
    intake.time += kHour;
    if (intake.queue(ProposalState::kReceived).size() == 200) {
      CHECK(registry::intake_links(intake.environment, intake.moderator, intake.region)
                .back()
                .waiting <= registry::kMostWaiting);
    }
  }
  CHECK(
      registry::intake_links(intake.environment, intake.moderator, intake.region).back().waiting ==
      registry::kMostWaiting);
  registry::decline_proposal(intake.environment, intake.moderator, intake.region,
                             intake.queue()[0].id, "Tidak");
  intake.time += kHour;
  CHECK(intake.refused(opened.token, Intake::form()).empty());
}

TEST_CASE("The queue is read page by page") {
  Intake intake;
  const auto token = intake.open().token;
  for (int i = 0; i < 5; ++i) intake.submit(token);
  const auto page = [&](std::optional<catalogue::ProposalId> after, std::size_t limit) {
    return registry::proposals(intake.environment, intake.moderator, intake.region,
                               ProposalState::kReceived, after, limit);
  };
  const auto first = page(std::nullopt, 3);
  CHECK(first.proposals.size() == 3);
  const auto second = page(catalogue::ProposalId::parse(first.next), 3);
  CHECK(second.proposals.size() == 2);
  CHECK(second.next.empty());
  CHECK(first.proposals.back().id < second.proposals.front().id);
  CHECK(refusals_of([&] { page(std::nullopt, 0); }) == "/limit registry.bad_limit");
}

TEST_CASE("Only who may moderate opens links, looks at proposals and decides") {
  Intake intake;
  const auto token = intake.open().token;
  intake.submit(token);
  const auto id = intake.queue()[0].id;
  const auto owner = intake.add_organisation("KES");
  const auto& environment = intake.environment;
  for (const auto& caller : {registry::Caller::anonymous(), intake.contributor(owner)}) {
    CHECK(refusals_of([&] {
            registry::open_link(environment, caller, {intake.region, {}, "x", 1, ""});
          }) == " rights.moderate");
    CHECK(refusals_of([&] { registry::intake_links(environment, caller, intake.region); }) ==
          " rights.moderate");
    CHECK(refusals_of([&] {
            registry::proposals(environment, caller, intake.region, std::nullopt, std::nullopt);
          }) == " rights.moderate");
    CHECK(refusals_of([&] { registry::proposal(environment, caller, intake.region, id); }) ==
          " rights.moderate");
    CHECK(refusals_of([&] {
            registry::accept_proposal(environment, caller, intake.region, id, owner);
          }) == " rights.moderate");
    CHECK(refusals_of([&] {
            registry::decline_proposal(environment, caller, intake.region, id, "x");
          }) == " rights.moderate");
  }
}

TEST_CASE("A wrong link is refused with all that is wrong") {
  Intake intake;
  const auto refused = [&](const std::string& name, std::int64_t days, const std::string& address) {
    return refusals_of([&] {
      registry::open_link(intake.environment, intake.moderator,
                          {intake.region, std::nullopt, name, days, address});
    });
  };
  CHECK(refused("", 0, "javascript:alert(1)") ==
        "/name intake_link.bad_name\n/days intake_link.bad_days\n/address intake_link.bad_address");
  CHECK(refused("x", registry::kLongestDays + 1, "") == "/days intake_link.bad_days");
  CHECK(refused("x", 1, "https://a\nb") == "/address intake_link.bad_address");
  CHECK(refusals_of([&] {
          registry::open_link(
              intake.environment, intake.moderator,
              {intake.region, catalogue::RoundId{intake.environment.new_uuid()}, "x", 1, ""});
        }) == "/round intake_link.no_such_round");
  for (std::size_t i = 0; i < registry::kMostLinks; ++i) intake.open();
  CHECK(refused("x", 1, "") == " intake_link.too_many");
}
