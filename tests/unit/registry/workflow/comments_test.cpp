// What is said of an entry.
#include "desk.hpp"
#include "support/catch.hpp"

namespace pilah::registry::tests {

using pilah::tests::Desk;
using pilah::tests::refused;

TEST_CASE("Comments have numbers, an author, a time, and the field that they are about") {
  Desk desk;
  const auto from = desk.draft();
  comment(desk.environment, desk.mentor(), from.id, "/summary", "Berapa orang?");
  desk.clock += 5;
  const auto entry = comment(desk.environment, desk.contributor(), from.id, "", "Dua ratus.");
  const auto& comments = entry.version.review.comments;
  REQUIRE(comments.size() == 2);
  CHECK(comments[0].number == 1);
  CHECK(comments[0].by == "eka");
  CHECK(comments[0].pointer == "/summary");
  CHECK(comments[1].number == 2);
  CHECK(comments[1].at == comments[0].at + 5);
  CHECK(comments[1].text == "Dua ratus.");
}

TEST_CASE("A comment changes nothing of the entry: its version stays") {
  Desk desk;
  const auto from = desk.draft();
  comment(desk.environment, desk.mentor(), from.id, "", "Bagus.");
  CHECK(desk.now(from).expected_revision == from.expected_revision);
}

TEST_CASE("A comment is settled by its number") {
  Desk desk;
  const auto from = desk.draft();
  comment(desk.environment, desk.mentor(), from.id, "", "Berapa orang?");
  const auto settled = settle_comment(desk.environment, desk.contributor(), from.id, 1);
  CHECK(settled.version.review.comments[0].settled);
  CHECK(refused([&] { settle_comment(desk.environment, desk.contributor(), from.id, 2); }) ==
        "not found workflow.no_such_comment");
}

TEST_CASE("Whoever does not see an entry's inside does not comment on it") {
  Desk desk;
  const auto from = desk.draft();
  const auto by = [&](const Caller& caller) {
    return refused([&] { comment(desk.environment, caller, from.id, "", "Halo."); });
  };
  CHECK(by(desk.contributor_elsewhere()) == "forbidden rights.comment");
  CHECK(by(Caller::anonymous()) == "forbidden rights.comment");
  CHECK(by(desk.mentor()) == "not refused");
}

TEST_CASE("A comment has text, not too much of it, and a field that there is") {
  Desk desk;
  const auto from = desk.draft();
  const auto say = [&](const std::string& pointer, const std::string& text) {
    return refused([&] { comment(desk.environment, desk.mentor(), from.id, pointer, text); });
  };
  CHECK(say("", "") == "invalid workflow.text_length/text");
  CHECK(say("", std::string(2001, 'x')) == "invalid workflow.text_length/text");
  CHECK(say("", std::string(2000, 'x')) == "not refused");
  CHECK(say("/nama", "x") == "invalid workflow.unknown_field/pointer");
}

TEST_CASE("An entry takes two hundred comments, then says where to go on") {
  Desk desk;
  const auto from = desk.draft();
  for (int i = 0; i < 200; ++i) comment(desk.environment, desk.mentor(), from.id, "", "x");
  CHECK(refused([&] { comment(desk.environment, desk.mentor(), from.id, "", "x"); }) ==
        "conflict workflow.comments_full");
}

}  // namespace pilah::registry::tests
