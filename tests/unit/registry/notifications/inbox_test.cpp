// Who is told what, and what they may still see of it.
#include "pilah/registry/notifications/inbox.hpp"

#include <algorithm>

#include "pilah/catalogue/happening_names.hpp"
#include "pilah/registry/relations/merge.hpp"
#include "support/catch.hpp"
#include "unit/registry/workflow/desk.hpp"

namespace pilah::registry::tests {
namespace {

using pilah::tests::Desk;
using pilah::tests::refused;

/// With an account of their own, as who has signed in.
Caller signed_in(Caller caller) {
  catalogue::AccountId account;
  account.uuid.bytes[0] = static_cast<std::uint8_t>(caller.actor.front());
  caller.account = account;
  return caller;
}

/// "commented submitted": the kinds in somebody's inbox, the newest first.
std::string inbox_of(Desk& desk, const Caller& caller, InboxQuery query = {}) {
  std::string kinds;
  for (const auto& each :
       inbox(desk.environment, signed_in(caller), Desk::kRegion, query).notifications) {
    CHECK(each.told.kind == "notification." + std::string(catalogue::name_of(each.happening.kind)));
    kinds += (kinds.empty() ? "" : " ") + each.told.kind.substr(13);
  }
  return kinds;
}

std::int64_t unread_of(Desk& desk, const Caller& caller) {
  return inbox(desk.environment, signed_in(caller), Desk::kRegion, {}).unread;
}

void give_back(Desk& desk, const FromVersion& from) {
  return_entry(desk.environment, desk.verifier(), desk.now(from), {{"", "Mana buktinya?"}});
}

}  // namespace

TEST_CASE("A submission is told to the verifiers, and to nobody else") {
  Desk desk;
  submit(desk.environment, desk.contributor(), desk.draft());
  CHECK(inbox_of(desk, desk.verifier()) == "submitted");
  for (const auto& other :
       {desk.contributor(), desk.head(), desk.contributor_elsewhere(), desk.mentor()}) {
    CAPTURE(other.actor);
    CHECK(inbox_of(desk, other).empty());
  }
}

TEST_CASE("Where the head approves, the head is told first, then the verifiers") {
  Desk desk;
  desk.change_region([](catalogue::Region& region) { region.submission.approved_by_head = true; });
  const auto from = desk.draft();
  submit(desk.environment, desk.contributor(), from);
  CHECK(inbox_of(desk, desk.head()) == "submitted");
  CHECK(inbox_of(desk, desk.verifier()).empty());
  approve(desk.environment, desk.head(), desk.now(from));
  CHECK(inbox_of(desk, desk.verifier()) == "approved");
}

TEST_CASE("What became of a submission is told to all who register for the organisation") {
  Desk desk;
  const auto from = desk.draft();
  submit(desk.environment, desk.contributor(), from);
  give_back(desk, from);
  submit(desk.environment, desk.contributor(), desk.now(from));
  verify_entry(desk.environment, desk.verifier(), desk.now(from));
  revise(desk.environment, desk.contributor(), desk.now(from), {{"benefit", "Lebih cepat."}});
  submit(desk.environment, desk.contributor(), desk.now(from));
  verify_entry(desk.environment, desk.verifier(), desk.now(from));
  archive_entry(desk.environment, desk.verifier(), desk.now(from));
  CHECK(inbox_of(desk, desk.contributor()) == "archived published verified returned");
  CHECK(inbox_of(desk, desk.head()) == "archived published verified returned");
  CHECK(inbox_of(desk, desk.contributor_elsewhere()).empty());
}

TEST_CASE("Whoever submitted it is told, also when the organisation is not theirs") {
  Desk desk;
  auto administrator = desk.verifier();
  administrator.actor = "fajar";
  administrator.grants = {{catalogue::Role::kRegionAdministrator, Desk::kRegion, {}}};
  const auto from = desk.draft();
  submit(desk.environment, administrator, from);
  give_back(desk, from);
  CHECK(inbox_of(desk, administrator) == "returned");
}

TEST_CASE("A comment is told to those who take part in the entry, never to its author") {
  Desk desk;
  const auto from = desk.draft();
  submit(desk.environment, desk.contributor(), from);
  give_back(desk, from);
  comment(desk.environment, desk.mentor(), from.id, "", "Bagus.");
  CHECK(inbox_of(desk, desk.contributor()) == "commented returned");
  CHECK(inbox_of(desk, desk.verifier()) == "commented submitted");  // who returned it
  CHECK(inbox_of(desk, desk.mentor()).empty());
  comment(desk.environment, desk.contributor(), from.id, "", "Terima kasih.");
  CHECK(inbox_of(desk, desk.mentor()) == "commented");
  CHECK(inbox_of(desk, desk.contributor()) == "commented returned");
  auto other_verifier = desk.verifier();
  other_verifier.actor = "gita";
  CHECK(inbox_of(desk, other_verifier) == "submitted");  // took no part
}

TEST_CASE("A comment that somebody makes twice in the store is told once") {
  Desk desk;
  const auto from = desk.draft();
  desk.store.repeat_next_write();
  comment(desk.environment, desk.mentor(), from.id, "", "Bagus.");
  CHECK(inbox_of(desk, desk.contributor()) == "commented");
}

TEST_CASE("A step that fails on the disk tells nobody") {
  Desk desk;
  const auto from = desk.draft();
  desk.store.fail_write(1);
  CHECK(refused([&] { submit(desk.environment, desk.contributor(), from); }) != "not refused");
  CHECK(inbox_of(desk, desk.verifier()).empty());
}

TEST_CASE("Who loses a role, or whose organisation loses the entry, finds nothing of it") {
  Desk desk;
  const auto from = desk.verified();
  CHECK(inbox_of(desk, desk.contributor()) == "verified");
  auto moved = desk.contributor();
  moved.grants = {{catalogue::Role::kContributor, Desk::kRegion, desk.education}};
  CHECK(inbox_of(desk, moved).empty());
  CHECK(unread_of(desk, moved) == 0);
  desk.store.write({"test"}, [&](store::Writer& writer) {
    auto entry = writer.find<catalogue::Innovation>(Desk::kRegion, from.id)->record;
    entry.owner = desk.education;
    writer.put(entry, "changed");
  });
  CHECK(inbox_of(desk, desk.contributor()).empty());
  auto nobody = desk.verifier();
  nobody.grants.clear();
  CHECK(inbox_of(desk, nobody).empty());
}

TEST_CASE("A successor finds what waits for the organisation, unread") {
  Desk desk;
  desk.verified();
  auto successor = desk.contributor();
  successor.actor = "hana";
  CHECK(inbox_of(desk, successor) == "verified");
  CHECK(unread_of(desk, successor) == 1);
}

TEST_CASE("One notification is marked read, or all up to a number, each reader for themselves") {
  Desk desk;
  for (const char* name : {"Satu", "Dua", "Tiga"}) {
    submit(desk.environment, desk.contributor(), desk.draft(name));
  }
  const auto verifier = signed_in(desk.verifier());
  CHECK(unread_of(desk, verifier) == 3);
  mark_read(desk.environment, verifier, Desk::kRegion, 2);
  CHECK(unread_of(desk, verifier) == 2);
  InboxQuery unread;
  unread.unread_only = true;
  CHECK(inbox_of(desk, verifier, unread) == "submitted submitted");
  mark_all_read(desk.environment, verifier, Desk::kRegion, 2);
  CHECK(unread_of(desk, verifier) == 1);
  auto other = desk.verifier();
  other.actor = "gita";
  CHECK(unread_of(desk, other) == 3);
}

TEST_CASE("All up to a number beyond the last leaves what comes later unread") {
  Desk desk;
  submit(desk.environment, desk.contributor(), desk.draft("Satu"));
  const auto verifier = signed_in(desk.verifier());
  mark_all_read(desk.environment, verifier, Desk::kRegion,
                std::numeric_limits<std::int64_t>::max());
  CHECK(unread_of(desk, verifier) == 0);
  submit(desk.environment, desk.contributor(), desk.draft("Dua"));
  CHECK(unread_of(desk, verifier) == 1);
}

TEST_CASE("What is not in one's inbox cannot be marked, nor read without an account") {
  Desk desk;
  submit(desk.environment, desk.contributor(), desk.draft());
  const auto mark = [&](const Caller& caller, std::int64_t number) {
    return refused([&] { mark_read(desk.environment, caller, Desk::kRegion, number); });
  };
  CHECK(mark(signed_in(desk.contributor()), 1) == "not found notification.not_found");
  CHECK(mark(signed_in(desk.verifier()), 2) == "not found notification.not_found");
  CHECK(mark(signed_in(desk.verifier()), std::numeric_limits<std::int64_t>::max()) ==
        "not found notification.not_found");
  CHECK(mark(desk.verifier(), 1) == "forbidden people.not_signed_in");
  CHECK(refused([&] { inbox(desk.environment, desk.verifier(), Desk::kRegion, {}); }) ==
        "forbidden people.not_signed_in");
  InboxQuery none;
  none.limit = 0;
  CHECK(refused([&] { inbox_of(desk, desk.verifier(), none); }) ==
        "invalid registry.bad_limit/limit");
}

TEST_CASE("Pages of an inbox follow one another, whatever is hidden in between") {
  Desk desk;
  for (int i = 0; i < 7; ++i) {
    const auto from = desk.draft("Entri " + std::to_string(i));
    submit(desk.environment, desk.contributor(), from);
    comment(desk.environment, desk.verifier(), from.id, "", "Satu.");  // their own: hidden
    comment(desk.environment, desk.contributor(), from.id, "", "Dua.");
  }
  const auto verifier = signed_in(desk.verifier());
  InboxQuery query;
  query.limit = 4;
  std::vector<std::int64_t> numbers;
  for (;;) {
    const auto page = inbox(desk.environment, verifier, Desk::kRegion, query);
    CHECK(page.notifications.size() <= 4);
    CHECK(page.unread == 14);
    for (const auto& each : page.notifications) numbers.push_back(each.happening.number);
    if (page.next == 0) break;
    query.before = page.next;
  }
  CHECK(numbers.size() == 14);
  CHECK(std::ranges::is_sorted(numbers, std::greater<>()));
  CHECK(std::ranges::adjacent_find(numbers) == numbers.end());
}

TEST_CASE("A token for reading reads the whole inbox of its account") {
  Desk desk;
  submit(desk.environment, desk.contributor(), desk.draft());
  auto token = desk.verifier();
  token.scope = catalogue::TokenScope::kRead;
  CHECK(inbox_of(desk, token) == "submitted");
}

TEST_CASE("An entry that goes into another is told to those who registered it") {
  Desk desk;
  const auto keep = desk.verified("Sibatuah");
  const auto gone = desk.verified("Si Batuah");
  auto verifier = desk.verifier();
  merge_entries(desk.environment, verifier, {keep.id, gone.id, {}, {}});
  CHECK(inbox_of(desk, desk.contributor()) == "merged verified verified");
}

}  // namespace pilah::registry::tests
