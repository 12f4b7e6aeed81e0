// What somebody is told of, over HTTP.
#include "pilah/registry/notifications/inbox.hpp"

#include <array>
#include <ctime>

#include "contract/http/api_client.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/sign_in.hpp"
#include "pilah/registry/proposals/intake_links.hpp"
#include "pilah/registry/proposals/proposals.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/search/region_changes.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;
namespace catalogue = pilah::catalogue;
namespace registry = pilah::registry;
using catalogue::Grant;
using catalogue::OrganisationId;
using catalogue::RegionCode;
using catalogue::Role;

namespace {

const auto kRegion = *RegionCode::parse("13.11");
const std::string kInbox = "/api/v1/regions/13.11/inbox";

/// A host with an agency, its contributor and a verifier, who have accounts.
class Office {
 public:
  Office() : health_(*OrganisationId::parse(api.add_organisation("DINKES"))) {
    add("ani", {Role::kContributor, kRegion, health_});
    add("citra", {Role::kVerifier, kRegion, {}});
  }

  void add(const std::string& login, const Grant& grant) {
    registry::add_account(api.environment(), insider(), {login, "Nama " + login, "", {grant}});
  }
  void be(const std::string& login) {
    api.speak_for(registry::on_behalf_of(api.environment(), insider(), login));
  }

  std::string draft(const std::string& name = "Sibatuah") {
    be("ani");
    const auto made =
        api.send("POST", "/api/v1/regions/13.11/innovations",
                 R"({"name": ")" + name + R"(", "summary": "Ibu dijemput.", "owner": ")" +
                     health_.text() + R"(", "mappings": [{"area": "health", "primary": true}]})");
    INFO(made.body);
    REQUIRE(made.status == 201);
    return made.headers.at("location");
  }
  void submit(const std::string& place) {
    be("ani");
    REQUIRE(api.send("POST", place + "/submit", "", "If-Match: *\r\n").status == 200);
  }

  ApiClient api;

 private:
  OrganisationId health_;
};

}  // namespace

TEST_CASE("A verifier reads of a submission in both languages, and marks it read") {
  Office office;
  office.submit(office.draft());
  office.be("citra");
  const auto inbox = json_of(office.api.get(kInbox));
  CHECK(inbox.at("unread") == 1);
  const auto& one = inbox.at("notifications").at(0).as_object();
  CHECK(one.at("kind") == "submitted");
  CHECK(one.at("read") == false);
  CHECK(one.at("text").at("id") == "\"Sibatuah\" diajukan untuk diperiksa.");
  CHECK(one.at("text").at("en") == "\"Sibatuah\" was submitted to be looked at.");
  CHECK(json_of(office.api.get("/api/v1/me/inbox")).at("regions") ==
        boost::json::parse(R"([{"region": "13.11", "unread": 1}])"));

  CHECK(office.api.send("POST", kInbox + "/1/read", "").status == 204);
  CHECK(json_of(office.api.get(kInbox)).at("unread") == 0);
  CHECK(json_of(office.api.get(kInbox + "?unread=true")).at("notifications").as_array().empty());
  CHECK(json_of(office.api.get("/api/v1/me/inbox")).at("regions").as_array().empty());
  CHECK(office.api.send("POST", kInbox + "/2/read", "").status == 404);
  CHECK(office.api.send("POST", kInbox + "/x/read", "").status == 404);
}

TEST_CASE("An inbox has pages, and is read up to a number") {
  Office office;
  for (const char* name : {"Satu", "Dua", "Tiga"}) office.submit(office.draft(name));
  office.be("citra");
  const auto first = office.api.get(kInbox + "?limit=2");
  CHECK(json_of(first).at("notifications").as_array().size() == 2);
  const auto second = json_of(office.api.get(next_of(first)));
  CHECK(second.at("notifications").at(0).at("number") == 1);
  CHECK_FALSE(second.contains("next"));
  CHECK(office.api.send("PUT", kInbox + "/read", R"({"until": 2})").status == 204);
  CHECK(json_of(office.api.get(kInbox)).at("unread") == 1);
  CHECK(office.api.get(kInbox + "?before=0").status == 400);
  CHECK(office.api.get(kInbox + "?unread=maybe").status == 400);
}

TEST_CASE("Without signing in there is no inbox") {
  Office office;
  office.api.speak_for(registry::Caller::anonymous());
  CHECK(office.api.get(kInbox).status == 401);
  CHECK(office.api.get("/api/v1/me/inbox").status == 401);
  CHECK(office.api.send("PUT", kInbox + "/read", R"({"until": 2})").status == 401);
}

TEST_CASE("A deadline is told while it draws near and entries are not submitted") {
  Office office;
  const auto place = office.draft();
  const auto deadline = [&] {
    office.be("ani");
    const auto inbox = json_of(office.api.get(kInbox));
    return inbox.contains("deadline") ? std::string(inbox.at("deadline").at("en").as_string())
                                      : std::string();
  };
  // The host's clock stands at 2026-01-01; the region's minute ends in UTC+7.
  const auto close = [&](const char* until) {
    office.api.speak_for(insider());
    REQUIRE(office.api
                .send("PUT", "/api/v1/regions/13.11/submission",
                      R"({"until": ")" + std::string(until) + R"("})")
                .status == 200);
  };
  CHECK(deadline().empty());
  close("2099-12-31T16:00");
  CHECK(deadline().empty());
  const auto now = office.api.environment().now();
  const std::int64_t day = std::int64_t{24} * 3600 * 1000;
  const auto in_days = [&](std::int64_t days) {
    const std::time_t seconds = (now + days * day) / 1000;
    std::tm calendar{};
    ::gmtime_r(&seconds, &calendar);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M", &calendar);
    return std::string(text.data());
  };
  close(in_days(3).c_str());
  CHECK(deadline() ==
        "Submissions close at " + in_days(3) + " WIB; 1 of your entries are not submitted yet.");
  office.be("citra");
  CHECK_FALSE(json_of(office.api.get(kInbox)).contains("deadline"));  // registers nothing
  office.submit(place);
  CHECK(deadline().empty());
}

TEST_CASE("Whoever takes duties over is told of it, and finds what waits") {
  Office office;
  office.submit(office.draft());
  office.add("dedi", {Role::kReader, kRegion, {}});
  office.be("dedi");
  CHECK(json_of(office.api.get(kInbox)).at("notifications").as_array().empty());
  registry::hand_over(office.api.environment(), insider(), kRegion, "citra", "dedi");
  office.be("dedi");
  const auto inbox = json_of(office.api.get(kInbox));
  REQUIRE(inbox.at("notifications").as_array().size() == 2);
  CHECK(inbox.at("notifications").at(0).at("text").at("en") ==
        "The duties of Nama citra in region 13.11 are yours now.");
  CHECK(inbox.at("notifications").at(1).at("kind") == "submitted");
  office.be("citra");
  CHECK(json_of(office.api.get(kInbox)).at("notifications").as_array().empty());
}

TEST_CASE("An erased account leaves no name in inboxes and no mark of what it has read") {
  Office office;
  office.add("dedi", {Role::kReader, kRegion, {}});
  registry::hand_over(office.api.environment(), insider(), kRegion, "citra", "dedi");
  office.be("dedi");
  REQUIRE(office.api.send("PUT", kInbox + "/read", R"({"until": 1})").status == 204);
  const auto dedi = registry::on_behalf_of(office.api.environment(), insider(), "dedi");
  registry::erase_account(office.api.environment(), insider(), "citra");
  const auto inbox = json_of(office.api.get(kInbox));
  CHECK(inbox.at("notifications").at(0).at("text").at("en") ==
        "The duties of - in region 13.11 are yours now.");
  registry::erase_account(office.api.environment(), insider(), "dedi");
  office.api.environment().store.read([&](pilah::store::Reader& reader) {
    CHECK(reader.happenings().read_mark(kRegion, dedi.actor) == pilah::store::ReadMark{});
  });
}

TEST_CASE("A proposal is told to moderators until it is decided or taken back") {
  Office office;
  const auto& host = office.api.environment();
  const auto link = registry::open_link(host, insider(), {kRegion, {}, "Bimtek", 30, ""});
  registry::ProposalForm form;
  form.name = "Usul";
  form.summary = "Ibu dijemput.";
  form.proposer = "Siti";
  const auto tracking = registry::submit_proposal(host, insider(), link.token, form).tracking;
  office.be("citra");
  const auto inbox = json_of(office.api.get(kInbox));
  CHECK(inbox.at("notifications").at(0).at("text").at("en") ==
        "The proposal \"Usul\" came in and waits to be looked at.");
  CHECK(inbox.at("notifications").at(0).at("subject").at("kind") == "proposal");
  office.be("ani");
  CHECK(json_of(office.api.get(kInbox)).at("notifications").as_array().empty());
  registry::submit_proposal(host, insider(), link.token, form);
  const auto second = registry::proposals(host, insider(), kRegion, {}, {}).proposals.back().id;
  registry::decline_proposal(host, insider(), kRegion, second, "Sudah ada.");
  office.be("citra");
  CHECK(json_of(office.api.get(kInbox)).at("unread") == 1);
  registry::withdraw_proposal(host, tracking);
  office.be("citra");
  CHECK(json_of(office.api.get(kInbox)).at("unread") == 0);
}

TEST_CASE("A change says to whom it brings something new, and to nobody else") {
  Office office;
  const auto place = office.draft();
  const auto& host = office.api.environment();
  const auto before = registry::region_version(host, insider(), kRegion).revision;
  office.submit(place);
  const auto is_told = [&](const char* login, std::int64_t after) {
    const auto caller = registry::on_behalf_of(host, insider(), login);
    return registry::region_changes(host, caller, kRegion, after).kinds.contains("inbox");
  };
  CHECK(is_told("citra", before));
  CHECK_FALSE(is_told("ani", before));  // did it herself
  const auto submitted = registry::region_version(host, insider(), kRegion).revision;
  office.draft("Lain");
  CHECK_FALSE(is_told("citra", submitted));  // a change, but nothing for the inbox
  CHECK_FALSE(registry::region_changes(host, registry::Caller::anonymous(), kRegion, before)
                  .kinds.contains("inbox"));
}

TEST_CASE("An inbox reaches back a year") {
  Office office;
  office.submit(office.draft("Dulu"));
  office.api.host().pass((registry::kDaysInInbox + 1) * 24 * 3600 * 1000);
  office.submit(office.draft("Kini"));
  registry::drop_old_happenings(office.api.environment(), kRegion);
  office.be("citra");
  CHECK(json_of(office.api.get(kInbox)).at("notifications").as_array().size() == 1);
}
