#include "people.hpp"

#include <algorithm>

#include "made_innovations.hpp"

namespace pilah::bench {
namespace {

using namespace catalogue;

constexpr std::int64_t kDay = std::int64_t{24} * 3600 * 1000;

bool has_session(std::uint64_t person) { return person % 2 == 1; }

std::string secret_of(std::uint64_t person) { return "made-person-" + std::to_string(person); }

AccountId account_id(std::uint64_t person) { return AccountId{uuid(7, person)}; }

Account account(std::uint64_t person) {
  Account made;
  made.id = account_id(person);
  made.login = "person-" + std::to_string(person);
  made.name = "Person " + std::to_string(person);
  if (is_verifier(person)) {
    made.grants = {{Role::kVerifier, region(), {}}};
  } else {
    made.grants = {{Role::kContributor, region(), innovation(person).owner}};
  }
  return made;
}

void put_person(store::AccountWriter& accounts, std::uint64_t person, std::int64_t now) {
  const auto made = account(person);
  accounts.put_account(made);
  const auto digest = store::sha256(secret_of(person));
  if (has_session(person)) {
    accounts.put_session({digest, made.id, now, now, now + kDay});
    return;
  }
  const ApiToken token{
      TokenId{uuid(6, person)}, "bench", made.id, TokenScope::kWrite, made.grants, now, now + kDay};
  accounts.put_token(digest, {token, now});
}

}  // namespace

void put_people(store::Store& store, std::uint64_t people, std::int64_t now) {
  constexpr std::uint64_t kSlice = 1'000;
  for (std::uint64_t at = 0; at < people; at += kSlice) {
    const auto put_slice = [&](store::Writer& writer) {
      for (std::uint64_t person = at; person < std::min(people, at + kSlice); ++person) {
        put_person(writer.accounts(), person, now);
      }
    };
    store.write({"bench"}, put_slice, store::Durability::kSoon);
  }
}

bool is_verifier(std::uint64_t person) { return person % 100 == 99; }

std::string sign_in_lines(std::uint64_t person, bool changes) {
  const std::string secret = secret_of(person);
  if (!has_session(person)) return "Authorization: Bearer " + secret + "\r\n";
  std::string lines = "Cookie: pilah_session=" + secret + "\r\n";
  if (changes) {
    const auto digest = store::sha256("csrf " + secret);
    lines += "X-CSRF-Token: " + store::hexadecimal(digest).substr(0, 32) + "\r\n";
  }
  return lines;
}

std::string own_innovation(std::uint64_t person) { return InnovationId{uuid(3, person)}.text(); }

std::string own_organisation(std::uint64_t person) { return innovation(person).owner->text(); }

}  // namespace pilah::bench
