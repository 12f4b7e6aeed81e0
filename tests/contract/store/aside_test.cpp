#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

using catalogue::Proposal;

Proposal proposal(std::uint64_t number, std::string_view region = "13.11") {
  Proposal made;
  made.id = id<catalogue::ProposalId>(number);
  made.region = code(region);
  made.link = id<catalogue::IntakeLinkId>(1);
  made.name = "Usulan " + std::to_string(number);
  made.contact = "0812";
  return made;
}

store::Digest digest(std::string_view text) { return store::sha256(text); }

void add(store::Store& store, const Proposal& record, std::string_view secret) {
  store.write(kActor, [&](store::Writer& writer) { writer.add_aside(record, digest(secret)); });
}

TEST_CASE("What lies beside the catalogue is found by its id and by its secret's digest") {
  const auto backend = make_backend();
  auto store = backend->open();
  put_regions(*store);
  add(*store, proposal(3), "a");
  store = nullptr;
  store = backend->open();
  store->read([&](store::Reader& reader) {
    CHECK(reader.find_aside<Proposal>(code("13.11"), proposal(3).id) == proposal(3));
    CHECK(reader.find_aside<Proposal>(digest("a")) == proposal(3));
    CHECK_FALSE(reader.find_aside<Proposal>(digest("b")));
    CHECK_FALSE(reader.find_aside<Proposal>(code("51.08"), proposal(3).id));
    CHECK_FALSE(reader.find_aside<catalogue::IntakeLink>(digest("a")));
  });
}

TEST_CASE("It has no revision, no history and no audit, and verification does not miss it") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  const auto before = store->verify();
  add(*store, proposal(3), "a");
  const auto after = store->verify();
  CHECK(after.findings.empty());
  CHECK(after.records == before.records);
  CHECK(after.audit_entries == before.audit_entries);
  store->read([&](store::Reader& reader) { CHECK(reader.revision(code("13.11")) == 0); });
}

TEST_CASE("It is changed under the same digest, and read by region and id") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  for (const std::uint64_t number : {5U, 3U, 4U}) {
    add(*store, proposal(number), "secret " + std::to_string(number));
  }
  add(*store, proposal(6, "51.08"), "abroad");
  auto changed = proposal(4);
  changed.contact.clear();
  store->write(kActor, [&](store::Writer& writer) { writer.change_aside(changed); });
  store->read([&](store::Reader& reader) {
    CHECK(reader.find_aside<Proposal>(digest("secret 4")) == changed);
    std::vector<std::string> names;
    reader.each_aside<Proposal>(code("13.11"), proposal(3).id, [&](const Proposal& each) {
      names.push_back(each.name);
      return true;
    });
    CHECK(names == std::vector<std::string>{"Usulan 4", "Usulan 5"});
    std::size_t seen = 0;
    reader.each_aside<Proposal>(code("13.11"), {}, [&](const Proposal&) { return ++seen < 2; });
    CHECK(seen == 2);
  });
}

TEST_CASE("Beside a region that is not of this host there is nothing") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  CHECK(refused([&] { add(*store, proposal(3, "16.02"), "a"); }) ==
        "not found region.not_of_this_host /region");
  CHECK_THROWS_AS(store->write(kActor,
                               [&](store::Writer& writer) {
                                 writer.add_aside(proposal(3), digest("a"));
                                 throw std::runtime_error("changed one's mind");
                               }),
                  std::runtime_error);
  store->read(
      [&](store::Reader& reader) { CHECK_FALSE(reader.find_aside<Proposal>(digest("a"))); });
}

}  // namespace
}  // namespace pilah::tests
