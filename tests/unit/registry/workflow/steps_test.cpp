// From draft to verified, and back where that is due.
#include "pilah/registry/workflow/steps.hpp"

#include <boost/json.hpp>

#include "desk.hpp"
#include "support/catch.hpp"

namespace pilah::registry::tests {

using catalogue::Status;
using pilah::tests::Desk;
using pilah::tests::refused;

TEST_CASE("A draft is submitted, and verified by somebody else") {
  Desk desk;
  const auto from = desk.draft();
  const auto submitted = submit(desk.environment, desk.contributor(), from);
  CHECK(submitted.version.entry.status == Status::kSubmitted);
  CHECK(submitted.version.review.submitted_by == "ani");
  const auto verified = verify_entry(desk.environment, desk.verifier(), desk.now(from));
  CHECK(verified.version.entry.status == Status::kVerified);
  CHECK(desk.published(from).status == Status::kVerified);
  CHECK_FALSE(verified.version.is_pending);
}

TEST_CASE("What lacks for submission is told field by field, and nothing is submitted") {
  Desk desk;
  const auto from = desk.draft();
  desk.store.write({"ani"}, [&](store::Writer& writer) {
    auto entry = writer.find<catalogue::Innovation>(Desk::kRegion, from.id)->record;
    entry.summary.clear();
    entry.mappings.clear();
    writer.put(entry, "changed");
  });
  const auto lacking = review(desk.environment, desk.contributor(), from.id).lacking;
  REQUIRE(lacking.size() == 2);
  CHECK(lacking[0].pointer == "/summary");
  CHECK(lacking[1].pointer == "/mappings");
  CHECK(refused([&] { submit(desk.environment, desk.contributor(), desk.now(from)); }) ==
        "invalid innovation.summary_missing/summary");
  CHECK(desk.published(from).status == Status::kDraft);
}

TEST_CASE("A submission goes back with a reason for each field, and comes again") {
  Desk desk;
  const auto from = desk.draft();
  submit(desk.environment, desk.contributor(), from);
  const auto returned =
      return_entry(desk.environment, desk.verifier(), desk.now(from),
                   {{"/summary", "Tulis berapa ibu yang dijemput."}, {"", "Mana buktinya?"}});
  CHECK(returned.version.entry.status == Status::kReturned);
  REQUIRE(returned.version.review.reasons.size() == 2);
  CHECK(returned.version.review.reasons[0].pointer == "/summary");
  const auto again = submit(desk.environment, desk.contributor(), desk.now(from));
  CHECK(again.version.review.reasons.empty());
}

TEST_CASE("A return without a reason, or for a field that is none, is refused") {
  Desk desk;
  const auto from = desk.draft();
  submit(desk.environment, desk.contributor(), from);
  const auto back = [&](std::vector<catalogue::FieldReason> reasons) {
    return refused([&] {
      return_entry(desk.environment, desk.verifier(), desk.now(from), std::move(reasons));
    });
  };
  CHECK(back({}) == "invalid workflow.reasons_number/reasons");
  CHECK(back({{"/summary", ""}}) == "invalid workflow.text_length/reasons/0/text");
  CHECK(back({{"/summary", "a"}, {"/sumary", "b"}}) ==
        "invalid workflow.unknown_field/reasons/1/pointer");
  CHECK(back({{"summary", "a"}}) == "invalid workflow.unknown_field/reasons/0/pointer");
  CHECK(desk.published(from).status == Status::kSubmitted);
}

TEST_CASE("Nobody verifies what they submitted themselves") {
  Desk desk;
  auto both = desk.contributor();
  both.grants.push_back({catalogue::Role::kVerifier, Desk::kRegion, {}});
  const auto from = desk.draft();
  submit(desk.environment, both, from);
  CHECK(refused([&] { verify_entry(desk.environment, both, desk.now(from)); }) ==
        "conflict workflow.own_submission");
  CHECK(refused([&] { verify_entry(desk.environment, desk.verifier(), desk.now(from)); }) ==
        "not refused");
}

TEST_CASE("Where the region asks for it the head of the organisation approves first") {
  Desk desk;
  desk.change_region([](catalogue::Region& region) { region.submission.approved_by_head = true; });
  const auto from = desk.draft();
  submit(desk.environment, desk.contributor(), from);
  CHECK(refused([&] { verify_entry(desk.environment, desk.verifier(), desk.now(from)); }) ==
        "conflict workflow.not_approved");
  CHECK(refused([&] { approve(desk.environment, desk.contributor(), desk.now(from)); }) ==
        "forbidden rights.approve");
  approve(desk.environment, desk.head(), desk.now(from));
  CHECK(refused([&] { verify_entry(desk.environment, desk.verifier(), desk.now(from)); }) ==
        "not refused");
}

TEST_CASE("An approval is of one submission: after a recall it is asked for again") {
  Desk desk;
  desk.change_region([](catalogue::Region& region) { region.submission.approved_by_head = true; });
  const auto from = desk.draft();
  submit(desk.environment, desk.contributor(), from);
  approve(desk.environment, desk.head(), desk.now(from));
  const auto recalled = recall(desk.environment, desk.contributor(), desk.now(from));
  CHECK(recalled.version.entry.status == Status::kDraft);
  const auto again = submit(desk.environment, desk.contributor(), desk.now(from));
  CHECK(again.version.review.approved_by.empty());
}

TEST_CASE("After the deadline in the region's own time only a verifier submits") {
  Desk desk;
  desk.change_region([](catalogue::Region& region) {
    region.time_zone = catalogue::TimeZone::kWita;
    region.submission.until = "2026-01-01T08:00";
  });
  // The minute 08:00 in Makassar ends one millisecond before 00:01 UTC.
  const auto first = desk.draft("Satu");
  const auto second = desk.draft("Dua");
  desk.clock += 59'999;
  CHECK(refused([&] { submit(desk.environment, desk.contributor(), first); }) == "not refused");
  desk.clock += 1;
  CHECK(refused([&] { submit(desk.environment, desk.contributor(), second); }) ==
        "conflict workflow.deadline_passed");
  auto administrator = desk.verifier();
  administrator.grants = {{catalogue::Role::kRegionAdministrator, Desk::kRegion, {}}};
  CHECK(refused([&] { submit(desk.environment, administrator, second); }) == "not refused");
}

TEST_CASE("A step from another status says what the status is") {
  Desk desk;
  const auto from = desk.draft();
  CHECK(refused([&] { recall(desk.environment, desk.contributor(), from); }) ==
        "conflict workflow.wrong_status");
  CHECK(refused([&] { verify_entry(desk.environment, desk.verifier(), from); }) ==
        "conflict workflow.wrong_status");
  submit(desk.environment, desk.contributor(), from);
  CHECK(refused([&] { submit(desk.environment, desk.contributor(), desk.now(from)); }) ==
        "conflict workflow.wrong_status");
}

TEST_CASE("A step from an older version is refused and changes nothing") {
  Desk desk;
  const auto from = desk.draft();
  submit(desk.environment, desk.contributor(), from);
  CHECK(refused([&] { verify_entry(desk.environment, desk.verifier(), from); }) ==
        "stale innovation.changed_since");
  CHECK(desk.published(from).status == Status::kSubmitted);
}

TEST_CASE("Each step is for those whose entry it is, or whose region") {
  Desk desk;
  const auto from = desk.draft();
  const auto by = [&](const Caller& caller, auto act) {
    return refused([&] { act(desk.environment, caller, desk.now(from)); });
  };
  CHECK(by(desk.contributor_elsewhere(), submit) == "forbidden rights.register");
  CHECK(by(desk.mentor(), submit) == "forbidden rights.register");
  CHECK(by(Caller::anonymous(), submit) == "forbidden rights.register");
  CHECK(by(desk.contributor(), submit) == "not refused");
  CHECK(by(desk.contributor(), verify_entry) == "forbidden rights.verify");
  CHECK(by(desk.mentor(), verify_entry) == "forbidden rights.verify");
  CHECK(by(desk.contributor(), archive_entry) == "forbidden rights.verify");
  auto elsewhere = desk.verifier();
  elsewhere.grants[0].region = catalogue::RegionCode::parse("51.08");
  CHECK(by(elsewhere, verify_entry) == "forbidden rights.verify");
  CHECK(refused([&] { review(desk.environment, desk.contributor_elsewhere(), from.id); }) ==
        "forbidden rights.read_internal");
}

TEST_CASE("A verified entry stays published while its newer version is worked on") {
  Desk desk;
  const auto from = desk.verified();
  const auto revised =
      revise(desk.environment, desk.contributor(), from, {{"name", "Sibatuah Dua"}});
  CHECK(revised.version.is_pending);
  CHECK(revised.version.entry.status == Status::kDraft);
  CHECK(desk.published(from).name == "Sibatuah");
  CHECK(desk.published(from).status == Status::kVerified);
  revise(desk.environment, desk.contributor(), desk.now(from), {{"short_name", "S2"}});
  submit(desk.environment, desk.contributor(), desk.now(from));
  CHECK(desk.published(from).name == "Sibatuah");
  verify_entry(desk.environment, desk.verifier(), desk.now(from));
  CHECK(desk.published(from).name == "Sibatuah Dua");
  CHECK(desk.published(from).short_name == "S2");
  CHECK_FALSE(review(desk.environment, desk.verifier(), from.id).version.is_pending);
}

TEST_CASE("A newer version that is returned, or dropped, leaves what is published alone") {
  Desk desk;
  const auto from = desk.verified();
  revise(desk.environment, desk.contributor(), from, {{"name", "Lain"}});
  submit(desk.environment, desk.contributor(), desk.now(from));
  return_entry(desk.environment, desk.verifier(), desk.now(from), {{"/name", "Jangan."}});
  CHECK(desk.published(from).status == Status::kVerified);
  const auto dropped = drop_revision(desk.environment, desk.contributor(), desk.now(from));
  CHECK(dropped.version.entry.name == "Sibatuah");
  CHECK(dropped.version.review.reasons.empty());
  CHECK(refused([&] { drop_revision(desk.environment, desk.contributor(), desk.now(from)); }) ==
        "conflict workflow.nothing_pending");
}

TEST_CASE("A newer version sets no status, and gives the entry to nobody else") {
  Desk desk;
  const auto from = desk.verified();
  const auto with = [&](const boost::json::object& patch) {
    return refused([&] { revise(desk.environment, desk.contributor(), from, patch); });
  };
  CHECK(with({{"status", "verified"}}) == "invalid innovation.set_by_host/status");
  CHECK(with({{"owner", desk.education.text()}}) == "forbidden rights.register");
  CHECK(with({{"name", nullptr}}) == "invalid innovation.name_missing/name");
  CHECK_FALSE(review(desk.environment, desk.verifier(), from.id).version.is_pending);
}

TEST_CASE("A newer version brings neither evidence nor verified values by its document") {
  Desk desk;
  const auto from = desk.verified();
  const auto with = [&](const char* patch) {
    return refused([&] {
      revise(desk.environment, desk.contributor(), from, boost::json::parse(patch).as_object());
    });
  };
  CHECK(with(R"({"evidence": [{"sha256": ")"
             "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
             R"(", "file_name": "a", "media_type": "text/plain", "field": "/benefit"}]})") ==
        "invalid evidence.not_by_document/evidence");
  CHECK(with(R"({"indicators": [{"definition": "Ibu", "verified": [{"date": "2025",
                 "value": "9"}]}]})") ==
        "invalid evidence.verified_not_by_document/indicators/0/verified");
}

TEST_CASE("What was corrected in the published entry meanwhile is not lost by the newer version") {
  Desk desk;
  const auto from = desk.verified();
  revise(desk.environment, desk.contributor(), from, {{"name", "Sibatuah Dua"}});
  const auto correct = [&](auto change) {
    desk.store.write({"citra"}, [&](store::Writer& writer) {
      auto entry = writer.find<catalogue::Innovation>(Desk::kRegion, from.id)->record;
      change(entry);
      writer.put(entry, "changed");
    });
  };
  correct([](catalogue::Innovation& entry) { entry.benefit = "Lebih cepat."; });
  submit(desk.environment, desk.contributor(), desk.now(from));
  verify_entry(desk.environment, desk.verifier(), desk.now(from));
  CHECK(desk.published(from).name == "Sibatuah Dua");
  CHECK(desk.published(from).benefit == "Lebih cepat.");

  revise(desk.environment, desk.contributor(), desk.now(from), {{"name", "Sibatuah Tiga"}});
  correct([](catalogue::Innovation& entry) { entry.name = "Sibatuah (Agam)"; });
  submit(desk.environment, desk.contributor(), desk.now(from));
  CHECK(refused([&] { verify_entry(desk.environment, desk.verifier(), desk.now(from)); }) ==
        "conflict workflow.published_changed");
  CHECK(desk.published(from).name == "Sibatuah (Agam)");
}

TEST_CASE("What is archived takes its pending version along, and goes nowhere from there") {
  Desk desk;
  const auto from = desk.verified();
  revise(desk.environment, desk.contributor(), from, {{"name", "Lain"}});
  archive_entry(desk.environment, desk.verifier(), desk.now(from));
  CHECK(desk.published(from).status == Status::kArchived);
  CHECK(desk.published(from).name == "Sibatuah");
  CHECK_FALSE(review(desk.environment, desk.verifier(), from.id).version.is_pending);
  CHECK(refused([&] { archive_entry(desk.environment, desk.verifier(), desk.now(from)); }) ==
        "conflict workflow.wrong_status");
}

TEST_CASE("Of many that are verified at once each has its own outcome") {
  Desk desk;
  const auto good = desk.draft("Baik");
  const auto stale = desk.draft("Usang");
  const auto draft = desk.draft("Konsep");
  submit(desk.environment, desk.contributor(), good);
  submit(desk.environment, desk.contributor(), stale);
  const auto outcomes = verify_entries(desk.environment, desk.verifier(), Desk::kRegion,
                                       {desk.now(good), stale, draft});
  REQUIRE(outcomes.size() == 3);
  CHECK(outcomes[0].refused.empty());
  CHECK(outcomes[0].revision == desk.now(good).expected_revision);
  CHECK(outcomes[1].refused.front().kind == "innovation.changed_since");
  CHECK(outcomes[2].refused.front().kind == "workflow.wrong_status");
  CHECK(desk.published(good).status == Status::kVerified);
  CHECK(desk.published(draft).status == Status::kDraft);
}

TEST_CASE("Whoever verifies nothing in the region is refused before anything is looked at") {
  Desk desk;
  CHECK(refused([&] { verify_entries(desk.environment, desk.contributor(), Desk::kRegion, {}); }) ==
        "forbidden rights.verify");
}

TEST_CASE("A step that the store runs twice is made once") {
  Desk desk;
  const auto from = desk.draft();
  desk.store.repeat_next_write();
  submit(desk.environment, desk.contributor(), from);
  CHECK(desk.published(from).status == Status::kSubmitted);
}

TEST_CASE("A step that the disk does not take changes nothing") {
  Desk desk;
  const auto from = desk.draft();
  desk.store.fail_write(1);
  CHECK(refused([&] { submit(desk.environment, desk.contributor(), from); }).substr(0, 11) ==
        "unavailable");
  CHECK(desk.published(from).status == Status::kDraft);
}

}  // namespace pilah::registry::tests
